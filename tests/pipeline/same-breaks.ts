/** Holds the pages of a proof against those of the book, glyph by glyph. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { extractText, type PageText } from '../../src/press/text/extract.js';

interface Glyph {
  char: string;
  x: number;
  y: number;
  size: number;
}

/** Every glyph of a page with its place. */
function glyphs({ runs }: PageText): Glyph[] {
  return runs.flatMap(({ text, xs, y, size }) =>
    [...text].flatMap((char, i) => (char.trim() === '' ? [] : [{ char, x: xs[i] ?? 0, y, size }])),
  );
}

export function readPages(file: string): PageText[] {
  return extractText(readFileSync(file));
}

/**
 * Holds the glyphs of each page of a part against a sheet of its proof: the same, moved by one distance.
 *
 * @param out the output folder with book.pdf and layout.json
 * @param part as the layout calls it: 农业
 * @param proof path of a proof with one page a sheet
 */
export function expectSameBreaks(out: string, part: string, proof: string): void {
  const book = readPages(join(out, 'book.pdf'));
  const sheets = readPages(proof);
  const layout = JSON.parse(readFileSync(join(out, 'layout.json'), 'utf8')) as {
    pages: { sheet: number; flow: string }[];
  };
  const pages = layout.pages.filter(({ flow }) => flow === part).map(({ sheet }) => book[sheet - 1] as PageText);
  expect(pages.length).toBeGreaterThan(0);
  for (const [at, page] of pages.entries()) {
    const missing = elsewhere(glyphs(page), glyphs(sheets[at] as PageText));
    expect(missing, `glyphs of page ${at + 1} of ${part} that are elsewhere in the proof`).toBe(0);
  }
}

/** How many glyphs of a page are not where they should be on a sheet, wherever on it the page stands. */
function elsewhere(page: readonly Glyph[], sheet: readonly Glyph[]): number {
  const [first] = page;
  if (!first) return 0;
  const key = ({ char, x, y, size }: Glyph, dx = 0, dy = 0): string =>
    `${char} ${Math.round((x + dx) * 10)} ${Math.round((y + dy) * 10)} ${size.toFixed(1)}`;
  const starts = sheet.filter(({ char, size }) => char === first.char && Math.abs(size - first.size) < 0.01);
  const missing = starts.map((start) => {
    const there = new Set(sheet.map((glyph) => key(glyph, first.x - start.x, first.y - start.y)));
    return page.filter((glyph) => !there.has(key(glyph))).length;
  });
  return Math.min(page.length, ...missing);
}
