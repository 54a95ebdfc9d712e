/** The space between the characters of a line. */
import { leadingRun } from './breaks.js';
import { isDigit, isHan, isLetter } from './characters.js';
import { type Glyph, inkRight, isFullMark, isFullOpening } from './glyphs.js';
import type { Line } from './lines.js';

export interface Gaps {
  /** Between two Han characters, em. */
  han: number[];
  /** Between Han and a letter or digit, white space counted, em. */
  mixed: number[];
}

const known = new WeakMap<Line, Gaps>();

/** The gaps of a line; where an ideographic space was set (padded names, labels) there is none to judge. */
export function gapsOf(line: Line): Gaps {
  const found = known.get(line);
  if (found) return found;
  const gaps: Gaps = { han: [], mixed: [] };
  const { glyphs } = line;
  for (let i = 1; i < glyphs.length; i += 1) {
    const before = glyphs[i - 1] as Glyph;
    const after = glyphs[i] as Glyph;
    if (after.space.includes('\u3000') || before.size !== after.size) continue;
    const gap = (after.x - before.x - before.width) / after.size;
    const han = isHan(before.char);
    if (han && isHan(after.char)) {
      if (after.space === '') gaps.han.push(gap);
    } else if ((han && isLatin(after)) || (isLatin(before) && isHan(after.char))) gaps.mixed.push(gap);
  }
  known.set(line, gaps);
  return gaps;
}

/** What a line is stretched by between two characters, em: the middle one of its Han gaps, never less than nothing. */
export function stretchOf(line: Line): number {
  const { han } = gapsOf(line);
  if (han.length === 0) return 0;
  const sorted = [...han].sort((a, b) => a - b);
  return Math.max(0, sorted[sorted.length >> 1] as number);
}

/**
 * Whether a loose line could be no better: the next one begins with a run that this one, however squeezed, could not
 * have taken in.
 */
export function isForcedLoose({ glyphs, next, block }: Line): boolean {
  const last = glyphs.at(-1);
  if (!next || !last) return false;
  let room = Math.max(0, block.right - inkRight(last));
  for (let i = 1; i < glyphs.length; i += 1) {
    const before = glyphs[i - 1] as Glyph;
    room += Math.max(0, (glyphs[i] as Glyph).x - before.x - before.width);
    // An opening mark that begins the line has given its half already.
    if (isFullMark(before) && !(i === 1 && isFullOpening(before))) room += before.size / 2;
  }
  return leadingRun(next) > room;
}

function isLatin({ char }: Glyph): boolean {
  return isDigit(char) || isLetter(char);
}
