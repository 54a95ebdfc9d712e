/**
 * The proof of the locators (出处核对): every printed locator leads to pages on which the passage stands, and every
 * passage has its locator. Where a passage stands is counted anew from the text of the pages; the page map, from which
 * links are made, must agree.
 */
import type { PagePlace } from '../../paginate/page-map.js';
import type { LocatedGroup, LocatedHeading, Locator, Occurrence, PagePoint } from '../../subject-index/model.js';
import type { IndexSettings } from '../../tree/index-settings.js';
import type { Spot, Standing } from './standing.js';

/** A locator that is wrong, or a place that has none. */
export interface LocatorFault {
  term: string;
  file: string;
  line: number;
  column: number;
  /** What is wrong, Chinese, without a stop. */
  what: string;
}

/** What the pages of the finished book say. */
export interface Pages {
  standing: Standing;
  places: ReadonlyMap<string, PagePlace>;
  /** The printed folio of each sheet. */
  folios: readonly string[];
}

/** A passage as it stands on the pages. */
export interface StandingPassage {
  occurrence: Occurrence;
  from: Spot;
  to: Spot;
}

/** Every heading of an index with those under it. */
export function allHeadings(groups: readonly LocatedGroup[]): LocatedHeading[] {
  const withUnder = (heading: LocatedHeading): LocatedHeading[] => [heading, ...heading.subheadings.flatMap(withUnder)];
  return groups.flatMap(({ headings }) => headings.flatMap(withUnder));
}

/** The faults of one heading. */
export function headingFaults(
  { term, occurrences, locators }: LocatedHeading,
  pages: Pages,
  settings: Pick<IndexSettings, 'span'>,
): LocatorFault[] {
  const faults: LocatorFault[] = [];
  const report = ({ file, start }: Pick<Occurrence, 'file' | 'start'>, what: string): void => {
    faults.push({ term, file, ...start, what });
  };
  const passages: StandingPassage[] = [];
  for (const occurrence of occurrences) {
    const passage = standingPassage(occurrence, pages.standing);
    if (typeof passage === 'string') {
      report(occurrence, passage);
      continue;
    }
    passages.push(passage);
    const astray = anchorFault(passage, pages);
    if (astray) report(occurrence, astray);
  }
  // Where a passage could not be found, what its locators say cannot be judged; the build fails anyway.
  if (faults.length > 0) return faults;
  const place = occurrences[0] ?? { file: '索引', start: { line: 1, column: 1 } };
  for (const locator of locators) {
    const what = locatorFault(locator, passages, pages.folios);
    if (what) report(place, what);
  }
  for (const passage of passages) {
    const missing = sheetsOf(passage)
      .slice(0, settings.span === '起页' ? 1 : undefined)
      .find((sheet) => !locators.some((locator) => covers(locator, sheet, passage.from)));
    if (missing !== undefined) {
      report(passage.occurrence, `“${term}”在第 ${folioOf(missing, pages.folios)} 页，索引里没有这一页`);
    }
  }
  return faults;
}

/** Where a passage stands, or what is wrong with it. */
function standingPassage(occurrence: Occurrence, standing: Standing): StandingPassage | string {
  const { file, start, end, words } = occurrence;
  if (words === '') {
    const [from] = standing.around(file, start);
    return from ? { occurrence, from, to: from } : '标引的地方没有排在版面上';
  }
  const from = standing.words(file, start, words);
  if (!from) return `版面上的这个地方不是“${words}”`;
  const isPoint = end.line === start.line && end.column === start.column;
  const to = standing.end(file, end, isPoint ? words : '');
  return to ? { occurrence, from, to } : '这一处的结尾没有排在版面上';
}

/** Whether the anchor of a passage stands elsewhere than its words. */
function anchorFault({ occurrence, from }: StandingPassage, { standing, places, folios }: Pages): string | undefined {
  const { id, kind, file, start, words } = occurrence;
  const anchor = places.get(id);
  if (!anchor) return `版面上没有“${id}”这个标记`;
  const spots = words === '' ? standing.around(file, start) : [from];
  // A title or a mark is its own anchor; other words have that of a table, a list or an entry around them.
  const own = kind === 'entry' || kind === 'mark';
  const agrees = own
    ? spots.some((spot) => sameColumn(spot, anchor))
    : spots.some(({ sheet }) => anchor.sheet <= sheet);
  return agrees
    ? undefined
    : `文字排在第 ${folioOf(from.sheet, folios)} 页，页码表里却是第 ${folioOf(anchor.sheet, folios)} 页`;
}

function locatorFault(
  locator: Locator,
  passages: readonly StandingPassage[],
  folios: readonly string[],
): string | undefined {
  const { from, to = from, text } = locator;
  if (!says(text, locator, folios)) return `出处印作“${text}”，那里却是第 ${folioOf(from.sheet, folios)} 页`;
  if (to.sheet < from.sheet) return `出处“${text}”首尾颠倒`;
  const empty = range(from.sheet, to.sheet).find((sheet) => !passages.some((each) => sheetsOf(each).includes(sheet)));
  if (empty !== undefined) return `出处“${text}”有误：第 ${folioOf(empty, folios)} 页上没有这一处文字`;
  const within = (point: PagePoint): boolean => passages.some((passage) => holdsPoint(passage, point));
  return within(from) && within(to) ? undefined : `出处“${text}”有误：文字不在这一栏`;
}

/** Whether a passage stands, among others, in the column of a point. */
function holdsPoint({ from, to }: StandingPassage, point: PagePoint): boolean {
  if (point.column < 0 || from.column < 0 || to.column < 0) return point.sheet >= from.sheet && point.sheet <= to.sheet;
  return before(from, point) && before(point, to);
}

function before(a: Spot, b: Spot): boolean {
  return a.sheet < b.sheet || (a.sheet === b.sheet && a.column <= b.column);
}

/** Whether a locator leads to this sheet, and, on the first one of a passage, not to a column behind its beginning. */
function covers({ from, to = from, text }: Locator, sheet: number, start: Spot): boolean {
  if (sheet < from.sheet || sheet > to.sheet) return false;
  if (!LETTER.test(text) || sheet !== start.sheet || start.column < 0) return true;
  const starts = sheet > from.sheet || from.column < 0 || from.column <= start.column;
  const ends = sheet < to.sheet || to.column < 0 || start.column <= to.column;
  return starts && ends;
}

const LETTER = /\d[a-z]/u;
const DASH = /\s*[-–—－~～]\s*/u;

/** Whether the printed text names the sheets and columns to which the locator leads. */
function says(text: string, { from, to }: Locator, folios: readonly string[]): boolean {
  const [first = '', last, ...rest] = text.split(DASH);
  if (rest.length > 0 || (last === undefined) !== (to === undefined)) return false;
  if (!names(first, from, folios)) return false;
  return to === undefined || names(last as string, to, folios) || (to.sheet === from.sheet && last === letterOf(to));
}

function names(text: string, point: PagePoint, folios: readonly string[]): boolean {
  const folio = folioOf(point.sheet, folios);
  return point.folio === folio && (text === folio || text === `${folio}${letterOf(point)}`);
}

function letterOf({ column }: PagePoint): string {
  return 'abcdefgh'[Math.max(column, 0)] ?? '';
}

function folioOf(sheet: number, folios: readonly string[]): string {
  return folios[sheet] ?? '？';
}

function sheetsOf({ from, to }: StandingPassage): number[] {
  return range(from.sheet, to.sheet);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

function sameColumn(a: Spot, b: Spot): boolean {
  return a.sheet === b.sheet && (a.column === b.column || a.column < 0 || b.column < 0);
}
