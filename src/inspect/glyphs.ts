/** The glyphs of a page in the order of its text. */
import { isClosing, isOpening, isSpace } from './characters.js';
import type { PaintedRun } from './pages.js';

export interface Glyph {
  /** One character; several where the font joins them in one glyph. */
  char: string;
  /** Origin, points from the top left of the page. */
  x: number;
  y: number;
  /** How wide the font makes it, points; not what a squeezed or stretched line gives it. */
  width: number;
  size: number;
  font: string;
  /** White space before it, on the same page. */
  space: string;
}

/** What is narrower than this (em) is no full-width mark. */
const FULL = 0.9;

/** The glyphs between two heights of a page; white space is kept with the glyph after it. */
export function glyphsOf(runs: readonly PaintedRun[], top: number, bottom: number): Glyph[] {
  const glyphs: Glyph[] = [];
  let space = '';
  for (const { text, y, xs, widths, size, font } of runs) {
    if (y < top || y > bottom) continue;
    for (let i = 0; i < text.length; ) {
      const char = String.fromCodePoint(text.codePointAt(i) as number);
      const x = xs[i] as number;
      const width = widths[i] as number;
      const last = glyphs[glyphs.length - 1];
      if (isSpace(char)) space += char;
      else if (last && i > 0 && width === 0 && last.x === x && space === '') last.char += char;
      else {
        glyphs.push({ char, x, y, width, size, font, space });
        space = '';
      }
      i += char.length;
    }
  }
  return glyphs;
}

/** A mark that fills a square, though it is drawn in one half of it. */
export function isFullMark(glyph: Glyph): boolean {
  return glyph.width >= FULL * glyph.size && (isOpening(glyph.char) || isClosing(glyph.char));
}

export function isFullOpening(glyph: Glyph): boolean {
  return glyph.width >= FULL * glyph.size && isOpening(glyph.char);
}

export function isFullClosing(glyph: Glyph): boolean {
  return glyph.width >= FULL * glyph.size && isClosing(glyph.char);
}

/** Where its ink may begin: the left half of an opening mark is blank. */
export function inkLeft(glyph: Glyph): number {
  return isFullOpening(glyph) ? glyph.x + glyph.size / 2 : glyph.x;
}

/** Where its ink may end: the right half of a closing mark is blank. */
export function inkRight(glyph: Glyph): number {
  return isFullClosing(glyph) ? glyph.x + glyph.size / 2 : glyph.x + glyph.width;
}
