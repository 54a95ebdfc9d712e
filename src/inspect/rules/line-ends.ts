/**
 * 避头尾: marks at the beginning and the end of a line. They hold wherever a line turns over, in heads and cells too.
 *
 *     ok      全区农业总产值增长8％，▏粮食播种面积……
 *     not ok  全区农业总产值增长8％▏，粮食播种面积……
 */
import { endsBadly, headOf, opensBadly, splitsDouble, tailOf } from '../breaks.js';
import type { Line } from '../lines.js';
import { eachLine, type Rule } from '../rule.js';

export const LINE_ENDS: Rule[] = [
  {
    id: 'line-start-mark',
    name: '行首禁排标点',
    unit: '行首',
    clause: 'GB/T 15834-2011 5.1.1—5.1.3、5.1.6、5.1.7、5.1.9',
    check: eachLine((line) => {
      const [before, first, second] = startOf(line);
      if (first === undefined || before === undefined) return undefined;
      if (splitsDouble(before, first) || !opensBadly(before, first, second ?? '')) return true;
      return { what: `行首是“${first}”` };
    }),
  },
  {
    id: 'line-end-mark',
    name: '行尾禁排标点',
    unit: '行尾',
    clause: 'GB/T 15834-2011 5.1.3、5.1.9',
    check: eachLine((line) => {
      const last = [...tailOf(line)].at(-1);
      if (!line.next || last === undefined) return undefined;
      return endsBadly(last) ? { what: `行尾是“${last}”` } : true;
    }),
  },
  {
    id: 'mark-split',
    name: '破折号、省略号断开',
    unit: '行尾',
    clause: 'GB/T 15834-2011 5.1.4、5.1.5',
    check: eachLine((line) => {
      const [before, first] = startOf(line);
      if (first === undefined || before === undefined) return undefined;
      return splitsDouble(before, first) ? { what: `“${first}${first}”分在两行` } : true;
    }),
  },
];

/** The last character of the line before in the same paragraph, and the first two of this one. */
function startOf(line: Line): (string | undefined)[] {
  if (!line.previous) return [];
  // By characters: one glyph may stand for both halves of a dash.
  const [first, second] = headOf(line);
  return [[...tailOf(line.previous)].at(-1), first, second];
}
