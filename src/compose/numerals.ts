/** Numbers in Chinese numerals: 第三次, 二〇二一年, 三十多人, 百分之三十, 五月八日, 十九届六中全会. */
import { type BreakCost, GLUED, raise, UNLOVED } from './cost.js';
import { forEachMatch } from './matches.js';
import { endOfUnit } from './units.js';

const DIGIT = '〇零一二三四五六七八九十';
const NUMERAL = `${DIGIT}百千万亿两廿卅`;

/** An ordinal, with 第. */
const ORDINAL = new RegExp(`第[${NUMERAL}]+`, 'g');
/** 百分之三十, 三分之一, 千分之五. */
const FRACTION = new RegExp(`[${NUMERAL}]+分之[${NUMERAL}点]+`, 'g');
/** 二〇二一年, 五月八日, 五月; between year and month the pair parts as 2021年 and 5月 do. */
const DATE = new RegExp(`[${DIGIT}]{4}年|[${DIGIT}]{1,3}月(?:[${DIGIT}]{1,3}日)?`, 'g');
const YEAR_AND_MONTH = new RegExp(`[${DIGIT}]{4}年(?=[${DIGIT}]{1,3}月)`, 'g');
/** A number of several numerals, also 几十 and 数百 where 数 does not end a word such as 人数. */
const SEVERAL = new RegExp(`(?:几|(?<![人户总个次件倍指系基分函参多少无])数)?[${NUMERAL}]+`, 'g');
/** 十九届六中全会. */
const PLENUM = new RegExp(`([${DIGIT}]+届)([${DIGIT}]+中)全会`, 'g');

/** Raises the cost of places inside numbers in Chinese numerals and before their units. */
export function raiseNumerals(text: string, costs: Uint8Array): void {
  forEachMatch(SEVERAL, text, ({ index, 0: match }) => {
    const end = index + match.length;
    const several = match.length > 1;
    raise(costs, index + 1, end - 1, GLUED);
    // 一个, 三次: words rather than numbers. 万 and its like alone are parts of other words (千家万户).
    if (several || `${DIGIT}两`.includes(match)) raise(costs, end, endOfUnit(text, end) - 1, several ? GLUED : UNLOVED);
  });
  raiseWithUnit(text, ORDINAL, costs, GLUED);
  for (const pattern of [FRACTION, DATE]) {
    forEachMatch(pattern, text, ({ index, 0: match }) => raise(costs, index + 1, index + match.length - 1, GLUED));
  }
  forEachMatch(YEAR_AND_MONTH, text, ({ index, 0: year }) => {
    raise(costs, index + year.length, index + year.length, UNLOVED);
  });
  forEachMatch(PLENUM, text, ({ index, 0: match, 1: session = '', 2: plenum = '' }) => {
    raise(costs, index + 1, index + match.length - 1, UNLOVED);
    raise(costs, index + 1, index + session.length - 1, GLUED);
    raise(costs, index + session.length + 1, index + session.length + plenum.length - 1, GLUED);
  });
}

function raiseWithUnit(text: string, pattern: RegExp, costs: Uint8Array, cost: BreakCost): void {
  forEachMatch(pattern, text, ({ index, 0: match }) => {
    const end = index + match.length;
    raise(costs, index + 1, Math.max(end, endOfUnit(text, end)) - 1, cost);
  });
}
