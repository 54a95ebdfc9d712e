/**
 * Numbers in digits: never divided (GB/T 15835-2011: a number in Arabic digits stands in one line), nor parted from
 * their sign, ordinal, unit or range while anything else helps.
 */
import { type BreakCost, GLUED, INSIDE, NEVER, raise, UNLOVED } from './cost.js';
import { forEachMatch } from './matches.js';
import { endOfSpacedUnit, endOfUnit } from './units.js';

/** A date of digits, digits in groups of three parted by spaces, or a number with its decimal point, ratio, time. */
const NUMBER =
  /(?<!\d)\d{4}([-./])\d{1,2}\1\d{1,2}(?!\d)|(?<![\d.])\d{1,3}(?:[ \u2009\u202f]\d{3})+(?:\.\d+)?(?![\d.])|[0-9０-９]+(?:[.,:：．∶/·•][0-9０-９]+)*/g;

/** What a number leans on from behind. A sign belongs to it; 约 only prefers to stay. */
const BEFORE_NUMBER: readonly (readonly [string, BreakCost])[] = [
  ['第', GLUED],
  ['零下', GLUED],
  ['分之', GLUED],
  ['星期', GLUED],
  ['东经', UNLOVED],
  ['西经', UNLOVED],
  ['北纬', UNLOVED],
  ['南纬', UNLOVED],
  ...['见表', '附表', '见图', '如图', '附图', '附件'].map((word) => [word, UNLOVED] as const),
  ['约', UNLOVED],
  ['近', UNLOVED],
  ['逾', UNLOVED],
  ...[...'+＋-－−±≥≤≧≦＞＜><=＝≈～~￥¥$＄￡£€№#＃×÷√∶'].map((sign) => [sign, GLUED] as const),
];

/** A range, ratio or sum between two numbers, also with their units: 20%～30%, 1—6月, 3×4, 15亿元+3亿元. */
const JOINT = / ?(?:——|[～~〜∼—–‒―\-－−‐]) ?(?=[+\-−±]?[0-9０-９￥¥$])|[×xX*+＋=＝÷∶](?=[0-9０-９])/y;
/** 1月至3月, 3至5天; 3比2 only without units, since 2021年比2020年 compares. */
const TILL = /[至到](?=第?[0-9０-９])/y;
const SCORE = /比(?=[0-9０-９])/y;

/** What follows a quantity without a mark: 5月8日, 10时30分, 3亿2000万元; a day's parts hang together, a date's less. */
const GLUED_TO_NEXT = '时点分元角亿万千百度';
/** 34′41″ is one number. */
const DEGREES = '°′';
const DAY = /[0-9０-９]{1,2} ?[日号]/y;

/** Words after which no unit is missed: the number counted something named before it. */
const NO_UNIT = /[的了和与及或等为是在由从向以上下前后中内外并而也均则被将把对其各经按]/;

/** 〔2021〕50号 and its kin: the year in its brackets and the number after it. */
const DOCUMENT_NUMBER = /(.?)([〔［[【（(]\d{4}[〕］\]】）)]) ?第?(?=\d+ ?号)/g;

/** Raises the cost of places inside and around numbers in digits. */
export function raiseNumbers(text: string, costs: Uint8Array): void {
  if (!/[0-9０-９]/.test(text)) return;
  forEachMatch(NUMBER, text, (match) => {
    const start = match.index;
    const end = start + match[0].length;
    raise(costs, start + 1, end - 1, INSIDE);
    raiseBefore(text, start, costs);
    raiseFrom(text, start, end, costs);
  });
  forEachMatch(DOCUMENT_NUMBER, text, ({ index, 0: whole, 1: before = '' }) => {
    raise(costs, index + before.length, index + before.length, UNLOVED);
    raise(costs, index + before.length + 6, index + whole.length, GLUED);
  });
}

function raiseBefore(text: string, start: number, costs: Uint8Array): void {
  const end = /[ \u2009]/.test(text.charAt(start - 1)) ? start - 1 : start;
  for (const [word, cost] of BEFORE_NUMBER) {
    if (!text.endsWith(word, end)) continue;
    raise(costs, start, start, cost);
    if (cost === GLUED) raise(costs, end - word.length + 1, start, GLUED);
  }
}

/** The unit after a number, and what joins it to the next number. */
function raiseFrom(text: string, start: number, end: number, costs: Uint8Array): void {
  let unitEnd = endOfUnit(text, end);
  if (unitEnd === end) unitEnd = endOfSpacedUnit(text, end);
  raise(costs, end, unitEnd - 1, GLUED);

  const bare = unitEnd === end;
  if (bare && missesUnit(text, start, end)) raise(costs, end, end, UNLOVED);

  const joint = lengthAt(JOINT, text, unitEnd);
  if (joint > 0) {
    raise(costs, unitEnd, unitEnd, /[×xX*+＋=＝÷]/.test(text.charAt(unitEnd)) ? GLUED : NEVER);
    raise(costs, unitEnd + 1, unitEnd + joint, GLUED);
  } else if (bare && lengthAt(SCORE, text, unitEnd) > 0) {
    raise(costs, unitEnd, unitEnd + 1, GLUED);
  } else if (lengthAt(TILL, text, unitEnd) > 0) {
    raise(costs, unitEnd, unitEnd + 1, bare ? GLUED : UNLOVED);
  } else if (!bare) {
    const next = text.charAt(unitEnd) === ' ' ? unitEnd + 1 : unitEnd;
    if (/[0-9０-９]/.test(text.charAt(next))) raise(costs, next, next, costBeforeNext(text, unitEnd, next));
  }
}

function costBeforeNext(text: string, unitEnd: number, next: number): BreakCost {
  const last = text.charAt(unitEnd - 1);
  if (DEGREES.includes(last)) return INSIDE;
  if (last === '月') return lengthAt(DAY, text, next) > 0 ? GLUED : UNLOVED;
  return GLUED_TO_NEXT.includes(last) ? GLUED : UNLOVED;
}

/** A Chinese word right after a number is most likely its unit, though no table knows it. Codes (PM2.5) have none. */
function missesUnit(text: string, start: number, end: number): boolean {
  const next = text.charAt(end);
  return /[\u3400-\u9fff]/.test(next) && !NO_UNIT.test(next) && !/[A-Za-z]/.test(text.charAt(start - 1));
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
