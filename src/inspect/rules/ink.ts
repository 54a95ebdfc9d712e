/** 字不相叠: the ink of two characters on one line does not meet. */
import { isLetter } from '../characters.js';
import { type Glyph, inkLeft, inkRight, isFullMark } from '../glyphs.js';
import { eachLine, type Rule } from '../rule.js';

/** Letters are kerned into each other by less than this, em. */
const OVERLAP = 0.1;

export const INK: Rule[] = [
  {
    id: 'glyphs-overlap',
    name: '字符相叠',
    unit: '行',
    clause: '字不相叠',
    check: eachLine(({ glyphs }) => {
      const at = glyphs.findIndex((glyph, i) => i > 0 && overlaps(glyphs[i - 1] as Glyph, glyph));
      return at === -1 ? true : { what: `“${glyphs[at - 1]?.char}”与“${glyphs[at]?.char}”相叠` };
    }),
  },
];

/** Two marks side by side have a rule of their own; what is raised or lowered may stand over its neighbour. */
function overlaps(before: Glyph, after: Glyph): boolean {
  // An apostrophe (it’s) has ink at the left of its square alone.
  if (before.char === '’' && isLetter(after.char)) return false;
  if ((isFullMark(before) && isFullMark(after)) || Math.abs(before.y - after.y) > 0.5) return false;
  return inkRight(before) - inkLeft(after) > OVERLAP * Math.min(before.size, after.size);
}
