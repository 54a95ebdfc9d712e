/**
 * Marks (标点) by the half of their em that is blank. A Chinese mark is drawn in one half of its square; where it
 * meets another mark, or a line's edge, the blank half goes (GB/T 15834-2011, 5.1.10; CLREQ 3.1.6, 标点挤压).
 */

/** What a character is to the composer. */
export const HAN = 0;
/** Drawn in the right half: “ （ 《. */
export const OPENING = 1;
/** Drawn in the left half: ， 。 ” ）. In the fonts of the mainland ： ； ！ ？ too. */
export const CLOSING = 2;
/** Letters, digits and what is set with them: no space comes between two of these. */
export const LATIN = 3;
/** U+0020. */
export const SPACE = 4;
/** Joined to its like: — …; no space comes between two of them. */
export const JOINED = 5;

export type CharacterClass = typeof HAN | typeof OPENING | typeof CLOSING | typeof LATIN | typeof SPACE | typeof JOINED;

const OPENING_MARKS = '“‘（〔【《〈「『［｛〖';
const CLOSING_MARKS = '”’）〕】》〉」』］｝〗，。、；：？！．';
const JOINED_MARKS = '—…⸺';
/** Below U+2E80, yet as wide as a Han character or set like one. */
const WIDE_SIGNS = '·℃℉‰№×÷±△▲▽▼○●◎◇◆□■☆★→←↑↓√∶〇';

const CLASSES = new Uint8Array(0x10000);
CLASSES.fill(LATIN, 0, 0x2e80);
// Ⅰ ① ⑴ and their like are as wide as a Han character.
CLASSES.fill(HAN, 0x2160, 0x2180);
CLASSES.fill(HAN, 0x2460, 0x2500);
for (const sign of WIDE_SIGNS) CLASSES[sign.charCodeAt(0)] = HAN;
for (const mark of OPENING_MARKS) CLASSES[mark.charCodeAt(0)] = OPENING;
for (const mark of CLOSING_MARKS) CLASSES[mark.charCodeAt(0)] = CLOSING;
for (const mark of JOINED_MARKS) CLASSES[mark.charCodeAt(0)] = JOINED;
CLASSES[0x20] = SPACE;

/** The class of a UTF-16 unit. Surrogates count as Han: what lies beyond the BMP in a yearbook are rare characters. */
export function classOf(unit: number): CharacterClass {
  return CLASSES[unit] as CharacterClass;
}

export function isMark(characterClass: number): boolean {
  return characterClass === OPENING || characterClass === CLOSING;
}

const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** The answer for every unit once it was asked for: 1 yes, 2 no. */
const KNOWN = new Uint8Array(0x10000);

/** Whether Han and Latin beside this character are parted by a space. */
export function isIdeograph(unit: number): boolean {
  if (unit < 0x2e80 || unit >= 0xff00) return false;
  if (KNOWN[unit] === 0) KNOWN[unit] = IDEOGRAPH.test(String.fromCharCode(unit)) ? 1 : 2;
  return KNOWN[unit] === 1;
}
