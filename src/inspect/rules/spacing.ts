/** 字距: Han stands close, a stretched line is stretched evenly, and Latin keeps the same distance from Han. */
import { isHan } from '../characters.js';
import { type Glyph, isFullMark } from '../glyphs.js';
import { isProse, isRunning, type Line } from '../lines.js';
import { eachLine, type Rule } from '../rule.js';
import { gapsOf, isForcedLoose, stretchOf } from '../stretch.js';

/** Widest gap between two Han characters, em. */
const WIDEST = 0.25;
/** Two Han characters never come closer than this, em: rounding only. */
const TIGHT = 0.02;
/** Gaps of one line differ by no more than this, em. */
const EVEN = 0.05;
/** Between Han and Latin or digits, em; what a line is stretched by comes on top. */
const MIXED = { least: 0.1, most: 0.3 };

export const SPACING: Rule[] = [
  {
    id: 'han-gap',
    name: '字距过大',
    unit: '行',
    clause: 'CLREQ 行内调整：先挤压后拉开',
    check: eachLine((line) => {
      const { han } = gapsOf(line);
      if (!isText(line) || han.length === 0) return undefined;
      const widest = Math.max(...han);
      if (widest <= WIDEST) return true;
      return { what: `字距 ${widest.toFixed(2)} 个字`, forced: isForcedLoose(line) };
    }),
  },
  {
    id: 'han-tight',
    name: '字距过紧',
    unit: '行',
    clause: 'CLREQ 行内调整：只挤标点和间距，不挤汉字',
    check: eachLine((line) => {
      const { han } = gapsOf(line);
      if (!isText(line) || han.length === 0) return undefined;
      const least = Math.min(...han);
      return least < -TIGHT ? { what: `字距 ${least.toFixed(2)} 个字` } : true;
    }),
  },
  {
    id: 'uneven-line',
    name: '行内字距不匀',
    unit: '行',
    clause: 'CLREQ 行内调整：均匀分配',
    check: eachLine((line) => {
      const { han } = gapsOf(line);
      if (!isText(line) || han.length < 2) return undefined;
      const spread = Math.max(...han) - Math.min(...han);
      return spread > EVEN ? { what: `字距相差 ${spread.toFixed(2)} 个字` } : true;
    }),
  },
  {
    id: 'mixed-gap',
    name: '中西文间距不当',
    unit: '行',
    clause: 'CLREQ 中西文混排间距',
    check: eachLine((line) => {
      const { mixed } = gapsOf(line);
      if (!isText(line) || mixed.length === 0) return undefined;
      const most = MIXED.most + stretchOf(line);
      const wrong = mixed.find((gap) => gap < MIXED.least || gap > most);
      return wrong === undefined ? true : { what: `中西文间距 ${wrong.toFixed(2)} 个字` };
    }),
  },
  {
    id: 'mixed-gap-uneven',
    name: '中西文间距不匀',
    unit: '行',
    clause: 'CLREQ 中西文混排间距',
    check: eachLine((line) => {
      const { mixed } = gapsOf(line);
      if (!isText(line) || mixed.length < 2) return undefined;
      const spread = Math.max(...mixed) - Math.min(...mixed);
      return spread > EVEN ? { what: `中西文间距相差 ${spread.toFixed(2)} 个字` } : true;
    }),
  },
  {
    id: 'stray-space',
    name: '汉字间空格',
    unit: '行',
    clause: '出版物汉字之间不空格，姓名补空用全角空格',
    check: eachLine((line) => {
      if (!isText(line)) return undefined;
      const at = line.glyphs.findIndex((glyph, i) => i > 0 && isStray(line.glyphs[i - 1] as Glyph, glyph));
      if (at === -1) return true;
      return { what: `“${line.glyphs[at - 1]?.char}”与“${line.glyphs[at]?.char}”之间有空格` };
    }),
  },
];

function isText(line: Line): boolean {
  return isRunning(line) && isProse(line);
}

/** White space other than the ideographic between two characters that Chinese sets close. */
function isStray(before: Glyph, after: Glyph): boolean {
  if (after.space === '' || after.space.includes('\u3000')) return false;
  const close = (glyph: Glyph): boolean => isHan(glyph.char) || isFullMark(glyph);
  return close(before) && close(after);
}
