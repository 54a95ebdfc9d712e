/** The pictures of a printed book, with the places at which the PDF paints them, and its words with theirs. */
import { surveyPage, surveySession } from '../../src/preflight/content/survey.js';
import { openArchive } from '../../src/preflight/file/archive.js';
import { pagesOf } from '../../src/preflight/file/pages.js';
import type { PrintedBook } from './printed-book.js';

/** Points from the top left of the page. */
export interface Rect {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface PrintedImage extends Rect {
  /** From 0. */
  page: number;
  /** Pixels across, by which a photo of a test is known. */
  pixels: number;
}

/** All pictures in the order of painting. */
export function imagesOf(bytes: Uint8Array): PrintedImage[] {
  const archive = openArchive(bytes);
  const session = surveySession(archive);
  return pagesOf(archive).flatMap((page, number) => {
    const [edge = 0, , , head = 0] = page.media ?? [];
    return surveyPage(session, page).marks.flatMap((mark) => {
      if (mark.kind !== 'image') return [];
      const [left, low, right, high] = mark.box;
      const rect = { left: left - edge, right: right - edge, top: head - high, bottom: head - low };
      return [{ page: number, pixels: mark.width, ...rect }];
    });
  });
}

export interface PrintedGlyph {
  page: number;
  char: string;
  x: number;
  /** Baseline. */
  y: number;
  size: number;
}

/** The characters of a book in the order of painting, white space left out. */
export function glyphsOf({ pages }: PrintedBook): PrintedGlyph[] {
  return pages.flatMap(({ lines }, page) =>
    lines.flatMap(({ text, xs, y, size }) =>
      xs.flatMap((x, i) => (/\s/u.test(text[i] as string) ? [] : [{ page, char: text[i] as string, x, y, size }])),
    ),
  );
}

/** The characters of some words, where a book says them first. */
export function wordsIn(glyphs: readonly PrintedGlyph[], words: string): PrintedGlyph[] {
  const at = glyphs
    .map(({ char }) => char)
    .join('')
    .indexOf(words);
  if (at === -1) throw new Error(`the book does not say ${words}`);
  return glyphs.slice(at, at + words.length);
}
