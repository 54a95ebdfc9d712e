/**
 * The last gate: the text of the PDF, page by page, against what the finished pages said. A line that the printer
 * pushed off its page, a glyph without a character, a page printed twice: all show here.
 */
import type { PageText } from './text/extract.js';

export interface ExpectedPage {
  /** Text of the type area in the order of painting, white space dropped. */
  printed: string;
  /** The type area, points from the top left of the page; running heads, folios and thumb tabs stand outside. */
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface PdfBreach {
  /** From 0. */
  page: number;
  /** What the page should say from the first difference on, and what the PDF says there. */
  expected: string;
  found: string;
}

const SNIPPET = 30;
/** Rounding of places, points. */
const TOLERANCE = 1;

/** The pages of a PDF that do not say what they should. */
export function comparePdf(pages: PageText[], expected: ExpectedPage[]): PdfBreach[] {
  const breaches: PdfBreach[] = [];
  for (let page = 0; page < Math.max(pages.length, expected.length); page += 1) {
    const wanted = expected[page];
    const found = wanted && pages[page] ? textWithin(pages[page] as PageText, wanted) : '';
    const printed = wanted?.printed ?? '';
    if (found === printed && wanted && pages[page]) continue;
    let same = 0;
    while (same < printed.length && printed[same] === found[same]) same += 1;
    breaches.push({ page, expected: printed.slice(same, same + SNIPPET), found: found.slice(same, same + SNIPPET) });
  }
  return breaches;
}

/** Glyph by glyph: a tab and a line of the page may share baseline and font, and then they are one run. */
function textWithin(page: PageText, { top, bottom, left, right }: ExpectedPage): string {
  return page.runs
    .filter((run) => run.y >= top && run.y <= bottom + TOLERANCE)
    .map(({ text, xs, size }) => {
      // An opening mark that is squeezed at a line start has its origin half an em before its ink.
      const inside = (x: number): boolean => x >= left - size / 2 - TOLERANCE && x <= right + TOLERANCE;
      return xs.every(inside) ? text : Array.from(xs, (x, i) => (inside(x) ? text[i] : '')).join('');
    })
    .join('')
    .replace(/\s+/gu, '');
}
