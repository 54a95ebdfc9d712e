/**
 * Locators (出处): what an index prints of the passages of one heading. 57, 57—58, 57a, 57b—58a.
 *
 * | 跨页 | a passage over pages 57 to 59 |
 * | --- | --- |
 * | 起讫 | 57—59 |
 * | 逐页 | 57，58，59 |
 * | 起页 | 57 |
 *
 * Locators that overlap are always one. With 合并 a range takes in the pages right before and behind it, and three or
 * more single pages in a row become one; two stay two, since 57，58 says more than 57—58 and is no longer. With 逐页
 * the compiler wants every page by itself, so nothing is merged. With column letters (页栏) a range takes in what
 * touches it on its own page and the page beside it says nothing: 57b and 58a may belong to different passages. A
 * passage within one page is named by where it begins.
 */
import type { IndexSettings } from '../tree/index-settings.js';
import type { Locator, PagePoint } from './model.js';

/**
 * 一字线, as GB/T 15835-2011 writes a range of pages (400—429页), with both numbers in full. The half em dash is none of
 * the marks of GB/T 15834-2011 (4.13), and ～ stands between quantities.
 */
export const RANGE_SIGN = '—';
/** So many single pages in a row make a range. */
const ROW = 3;

/** Where a passage begins and ends on the pages. */
export interface Passage {
  from: PagePoint;
  to: PagePoint;
  /** Where it goes on, on each page after its first; absent where that is `to` at most. */
  onward?: PagePoint[];
}

/** A locator before it is printed: `to` is `from` for a single place. */
interface Span {
  from: PagePoint;
  to: PagePoint;
  /** The anchor where it begins; absent where a passage only goes on. */
  id?: string;
}

type LocatorSettings = Pick<IndexSettings, 'locator' | 'span' | 'merge'>;

/** The locators of one heading: sorted by page and column, each once, overlapping ranges joined. */
export function locatorsOf(
  passages: readonly (Passage & { id: string })[],
  { locator, span, merge }: LocatorSettings,
): Locator[] {
  const lettered = locator === '页栏';
  const merged = merge && span !== '逐页';
  const spans = passages
    .flatMap((passage) => spansOf(passage, span))
    .map((each) => (lettered ? each : { ...each, from: pageOf(each.from), to: pageOf(each.to) }))
    .sort((a, b) => comparePoints(a.from, b.from));
  const joined = join(spans, merged);
  return (merged && !lettered ? joinRows(joined) : joined).map(print);
}

function spansOf({ from, to, onward, id }: Passage & { id: string }, span: LocatorSettings['span']): Span[] {
  const first = { from, to: from, id };
  if (span === '起页' || to.sheet <= from.sheet) return [first];
  if (span === '起讫') return [{ from, to, id }];
  return [first, ...(onward ?? [to]).map((point) => ({ from: point, to: point }))];
}

/** Joins what overlaps; where `merged`, a range and what touches it too. */
function join(spans: readonly Span[], merged: boolean): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (!last || !(overlap(last, span) || (merged && (isRange(last) || isRange(span)) && touch(last, span)))) {
      joined.push({ ...span });
      continue;
    }
    if (comparePoints(span.to, last.to) > 0) last.to = span.to;
    // The page by itself (a head across the page) stands before its columns: both are one place only where equal.
    if (last.id === undefined && span.id !== undefined && comparePoints(last.from, span.from) === 0) last.id = span.id;
  }
  return joined;
}

function overlap(a: Span, b: Span): boolean {
  return comparePoints(b.from, a.to) <= 0;
}

/** Whether `b` begins right behind `a`: on the next page, or in the next column of the same page. */
function touch({ to }: Span, { from }: Span): boolean {
  if (to.column >= 0 && from.column >= 0) return from.sheet === to.sheet && from.column === to.column + 1;
  return to.column < 0 && from.column < 0 && follows(to, from);
}

/** Whether two pages follow each other in one numbering. */
function follows(a: PagePoint, b: PagePoint): boolean {
  return b.sheet === a.sheet + 1 && isDecimal(a.folio) === isDecimal(b.folio);
}

/** Three or more single pages in a row become a range. */
function joinRows(spans: readonly Span[]): Span[] {
  const rows: Span[][] = [];
  for (const span of spans) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row && last && !isRange(last) && !isRange(span) && follows(last.to, span.from)) row.push(span);
    else rows.push([span]);
  }
  return rows.flatMap((row) => (row.length < ROW ? row : [{ ...(row[0] as Span), to: (row.at(-1) as Span).to }]));
}

function print({ from, to, id }: Span): Locator {
  const range = isRange({ from, to });
  return {
    from,
    ...(range && { to }),
    text: range ? `${pointText(from)}${RANGE_SIGN}${pointText(to)}` : pointText(from),
    ...(id !== undefined && { id }),
  };
}

/** 57, or 57a: the first column of the page as it is read. */
function pointText({ folio, column }: PagePoint): string {
  return column < 0 ? folio : `${folio}${String.fromCharCode(LETTER_A + column)}`;
}

const LETTER_A = 0x61;

function pageOf(point: PagePoint): PagePoint {
  return { ...point, column: -1 };
}

function isRange({ from, to }: Span): boolean {
  return comparePoints(from, to) !== 0;
}

/** Sheets stand in the order of the book: roman folios before decimal ones. */
function comparePoints(a: PagePoint, b: PagePoint): number {
  return a.sheet - b.sheet || a.column - b.column;
}

function isDecimal(folio: string): boolean {
  return /^\d/u.test(folio);
}
