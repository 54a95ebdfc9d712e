/** Where a line may end: the marks of GB/T 15834-2011, 5.1, and the bonds of numbers and words. */
import { bondBetween, REACH } from './bonds.js';
import { AFTER_NUMBER, CLOSING, CONNECTING, isDigit, isLetter, OPENING } from './characters.js';
import type { Glyph } from './glyphs.js';
import type { Line } from './lines.js';

const NEVER_FIRST = new Set([...CLOSING, ...CONNECTING, ...AFTER_NUMBER, ...',.;:?!)]}']);
const NEVER_LAST = new Set([...OPENING, ...'/／([{']);
/** Marks of two squares: 破折号 and 省略号. */
const DOUBLE = new Set(['—', '…', '⸺']);

/** A mark that may not open a line after `before`. A minus sign may: it belongs to the number behind it. */
export function opensBadly(before: string, char: string, after: string): boolean {
  if (!NEVER_FIRST.has(char)) return false;
  const minus = (char === '-' || char === '－') && isDigit(after || ' ');
  return !(minus && !isDigit(before) && !isLetter(before));
}

export function endsBadly(char: string): boolean {
  return NEVER_LAST.has(char);
}

/** Whether the two halves of a dash or of points of suspension are parted. */
export function splitsDouble(before: string, after: string): boolean {
  return DOUBLE.has(before) && before === after;
}

/** The text of a line round one of its ends. */
export function tailOf({ glyphs }: Line): string {
  return chars(glyphs.slice(-REACH));
}

export function headOf({ glyphs }: Line): string {
  return chars(glyphs.slice(0, REACH + 4));
}

function chars(glyphs: readonly Glyph[]): string {
  return glyphs.map(({ char, space }, i) => (i > 0 && space !== '' ? ` ${char}` : char)).join('');
}

/** How wide the beginning of a line is that could not be parted, points. */
export function leadingRun({ glyphs }: Line): number {
  const first = glyphs[0];
  if (!first) return 0;
  let end = 1;
  while (end < glyphs.length && isBound(glyphs, end)) end += 1;
  const last = glyphs[end - 1] as Glyph;
  return last.x + last.width - first.x;
}

/** Whether a line may not end between two neighbours. */
function isBound(glyphs: readonly Glyph[], at: number): boolean {
  const before = glyphs[at - 1] as Glyph;
  const after = glyphs[at] as Glyph;
  if (endsBadly(before.char) || splitsDouble(before.char, after.char)) return true;
  if (opensBadly(before.char, after.char, glyphs[at + 1]?.char ?? '')) return true;
  if (after.space !== '') return false;
  return (
    bondBetween(chars(glyphs.slice(Math.max(0, at - REACH), at)), chars(glyphs.slice(at, at + REACH))) !== undefined
  );
}
