/** The glyphs of a page in the order of its text. */

import type { PageFrame } from '../paginate/page-frames.js';
import { isClosing, isOpening, isSpace } from './characters.js';
import type { PaintedRun } from './pages.js';

/**
 * A glyph on its page; points from the top left. A class that looks its numbers up in the painted run, because a book
 * has a quarter of a million of them: as objects of their own numbers they cost more than all the rules together.
 */
export class Glyph {
  constructor(
    /** One character; several where the font joins them in one glyph. */
    public char: string,
    private readonly run: PaintedRun,
    private readonly unit: number,
    /** White space before it, on the same page. */
    readonly space: string,
    /** Of a full-width mark: which half of its square is inked. */
    readonly mark: 'opening' | 'closing' | undefined,
  ) {}

  /** Its origin. */
  get x(): number {
    return this.run.xs[this.unit] as number;
  }

  get y(): number {
    return this.run.y;
  }

  /** How wide the font makes it; not what a squeezed or stretched line gives it. */
  get width(): number {
    return this.run.widths[this.unit] as number;
  }

  get size(): number {
    return this.run.size;
  }
}

/** What is narrower than this (em) is no full-width mark. */
const FULL = 0.9;

/** An opening mark that is squeezed at a line start has its origin up to half an em before its ink, points. */
const BEFORE_INK = 12;

/**
 * The glyphs in the type area of a page, as the text gate takes them: heads, folios and thumb tabs stand outside. White
 * space is kept with the glyph after it.
 */
export function glyphsOf(
  runs: readonly PaintedRun[],
  area: Pick<PageFrame, 'top' | 'bottom' | 'left' | 'right'>,
): Glyph[] {
  const glyphs: Glyph[] = [];
  const left = area.left - BEFORE_INK;
  const right = area.right + 1;
  let space = '';
  for (const run of runs) {
    const { text, y, xs, widths, size } = run;
    if (y < area.top || y > area.bottom + 1) continue;
    for (let i = 0; i < text.length; ) {
      const unit = text.charCodeAt(i);
      // One unit is a string that costs nothing; only rare characters have two.
      const char = unit >= 0xd800 && unit < 0xdc00 ? text.slice(i, i + 2) : (text[i] as string);
      const x = xs[i] as number;
      if (x < left || x > right) {
        i += char.length;
        continue;
      }
      const width = widths[i] as number;
      const last = glyphs[glyphs.length - 1];
      if (isSpace(char)) space += char;
      else if (last && i > 0 && width === 0 && last.x === x && space === '') last.char += char;
      else {
        glyphs.push(new Glyph(char, run, i, space, width < FULL * size ? undefined : markOf(char)));
        space = '';
      }
      i += char.length;
    }
  }
  return glyphs;
}

function markOf(char: string): Glyph['mark'] {
  return isClosing(char) ? 'closing' : isOpening(char) ? 'opening' : undefined;
}

/** A mark that fills a square, though it is drawn in one half of it. */
export function isFullMark(glyph: Glyph): boolean {
  return glyph.mark !== undefined;
}

export function isFullOpening(glyph: Glyph): boolean {
  return glyph.mark === 'opening';
}

export function isFullClosing(glyph: Glyph): boolean {
  return glyph.mark === 'closing';
}

/** Where its ink may begin: the left half of an opening mark is blank. */
export function inkLeft(glyph: Glyph): number {
  return isFullOpening(glyph) ? glyph.x + glyph.size / 2 : glyph.x;
}

/** Where its ink may end: the right half of a closing mark is blank. */
export function inkRight(glyph: Glyph): number {
  return isFullClosing(glyph) ? glyph.x + glyph.size / 2 : glyph.x + glyph.width;
}
