/**
 * How wide text is, in em: close enough to plan with (columns of tables, captions). The page measures again, exactly.
 * Han and Chinese marks take one em; Latin letters and digits those of the book's own 宋 and 黑.
 */

/** Between Han and Latin or digits typesetting puts an eighth of an em (`text-autospace`). */
export const AUTOSPACE = 0.125;

const NARROW: Record<string, number> = {
  '.': 0.33,
  ',': 0.33,
  ':': 0.33,
  ';': 0.33,
  "'": 0.2,
  '-': 0.36,
  '/': 0.39,
  '(': 0.37,
  ')': 0.37,
  ' ': 0.25,
  '%': 0.94,
  '–': 0.57,
};

/** The advance of one character. */
export function advanceOf(character: string): number {
  const narrow = NARROW[character];
  if (narrow !== undefined) return narrow;
  if (isWide(character)) return 1;
  if (/[A-Z]/u.test(character)) return /[MW]/u.test(character) ? 1 : 0.72;
  return /[ijl]/u.test(character) ? 0.34 : /[mw]/u.test(character) ? 0.97 : 0.57;
}

/** Han, Chinese marks, and the Western marks that stand full-width in Chinese: “ ” ‘ ’ — … · ‰ ℃ ±. */
function isWide(character: string): boolean {
  return (character.codePointAt(0) ?? 0) >= 0x2010 || character === '·' || character === '±' || character === '×';
}

/** Whether typesetting leaves a little space between two characters. */
export function isSpacedFrom(before: string, after: string): boolean {
  return (isHan(before) && isLatin(after)) || (isLatin(before) && isHan(after));
}

function isHan(character: string): boolean {
  return /\p{Script=Han}/u.test(character);
}

function isLatin(character: string): boolean {
  return /[\p{Script=Latin}\p{Nd}]/u.test(character);
}

/** The width of a text in one line, in em. */
export function textWidth(text: string): number {
  let width = 0;
  let before = '';
  for (const character of text) {
    width += advanceOf(character) + (isSpacedFrom(before, character) ? AUTOSPACE : 0);
    before = character;
  }
  return width;
}
