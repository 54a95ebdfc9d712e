/** Where characters stand: in a proof on the screen, and in the PDF of the same pages. Points from the trimmed page. */
import type { Page } from 'puppeteer';
import type { PageText } from '../../../src/press/text/extract.js';

export interface Glyph {
  character: string;
  x: number;
  /** Its baseline. */
  y: number;
}

/** The characters of every placed page, in the order of the document; `scale` is that of the pages on their sheets. */
export function screenGlyphs(page: Page, scale = 1): Promise<Glyph[][]> {
  return page.evaluate((zoom) => {
    const POINTS = 0.75;
    /** All faces of the book stand 0.88 em above the baseline, in whole pixels. */
    const ASCENT = 0.88;
    return [...document.querySelectorAll('.proof-page')].map((sheet) => {
      const corner = sheet.getBoundingClientRect();
      const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
      const glyphs: Glyph[] = [];
      const range = document.createRange();
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement?.closest('.thumb-tab')) continue;
        const text = node.nodeValue ?? '';
        let unit = 0;
        for (const character of text) {
          range.setStart(node, unit);
          unit += character.length;
          range.setEnd(node, unit);
          if (/[\s\u2060]/u.test(character)) continue;
          const [box] = range.getClientRects();
          if (!box) continue;
          const y = (box.top - corner.top + Math.round((box.height / zoom) * ASCENT) * zoom) * POINTS;
          glyphs.push({ character, x: (box.left - corner.left) * POINTS, y });
        }
      }
      return glyphs;
    });
  }, scale);
}

/** The characters of a page of a PDF that stand in a part of it. */
export function printedGlyphs(
  { runs }: PageText,
  { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number },
): Glyph[] {
  return runs
    .filter(({ x, y }) => x > left && x < right && y > top && y < bottom)
    .flatMap(({ text, xs, y }) => {
      let unit = 0;
      return Array.from(text, (character) => {
        const glyph = { character, x: xs[unit] as number, y };
        unit += character.length;
        return glyph;
      });
    })
    .filter(({ character }) => !/[\s\u2060]/u.test(character));
}

/** Those of `glyphs` that have none of their own among `others` within a distance, in both directions. */
export function strays(glyphs: readonly Glyph[], others: readonly Glyph[], within: number): Glyph[] {
  const free = [...others];
  return glyphs.filter(({ character, x, y }) => {
    const at = free.findIndex(
      (other) => other.character === character && Math.abs(other.x - x) <= within && Math.abs(other.y - y) <= within,
    );
    if (at >= 0) free.splice(at, 1);
    return at < 0;
  });
}
