/** Where a line may end: the marks of GB/T 15834-2011, 5.1, and the bonds of numbers and words. */
import { hangTogether, REACH } from './bonds.js';
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

interface Ends {
  head: string;
  tail: string;
}

/** Several rules ask for the same ends. */
const known = new WeakMap<Line, Ends>();

function endsOf(line: Line): Ends {
  let ends = known.get(line);
  if (!ends) {
    const { glyphs } = line;
    ends = { head: chars(glyphs.slice(0, REACH + 4)), tail: chars(glyphs.slice(-REACH)) };
    known.set(line, ends);
  }
  return ends;
}

/** The last characters of a line. */
export function tailOf(line: Line): string {
  return endsOf(line).tail;
}

/** The first characters of a line. */
export function headOf(line: Line): string {
  return endsOf(line).head;
}

function chars(glyphs: readonly Glyph[]): string {
  let text = '';
  for (const { char, space } of glyphs) text += text !== '' && space !== '' ? ` ${char}` : char;
  return text;
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
  const head = chars(glyphs.slice(Math.max(0, at - REACH), at));
  const rest = chars(glyphs.slice(at, at + REACH));
  return after.space === '' ? hangTogether(head, rest) : /\d$/u.test(head) && /^\d/u.test(rest);
}
