/** From an address to the place in the manuscripts. */
import type { SpokenAddress } from '../address.js';
import type { SourcePlace } from '../model.js';
import type { AddressBook, BookLine, BookName, BookPage, ClosedBook } from './address-book.js';
import { type Drift, driftOf, hasChanged } from './drift.js';
import { headingsAbove } from './headings-above.js';
import type { ManuscriptsNow } from './manuscripts.js';

export interface LineAnswer {
  book: BookName;
  address: string;
  /** Page of the PDF of the whole book, from 1. */
  sheet: number;
  folio: string;
  /** Its words; of a table the cells side by side, each with its place. */
  places: PlacedWords[];
  /** The titles that hold it. */
  path: string[];
}

export interface PlacedWords {
  text: string;
  /** Absent for what the tool writes. */
  source?: SourcePlace;
  drift?: Drift;
}

/** Nothing where the book has no such line. */
export function answerAddress(book: AddressBook, asked: SpokenAddress, now: ManuscriptsNow): LineAnswer | undefined {
  const page = book.pages.find(({ folio }) => folio === asked.folio);
  const column = page && columnOf(page, asked);
  const lines = column?.lines.filter(({ line }) => line === asked.line) ?? [];
  const [first] = lines;
  if (!page || !first) return undefined;
  const { pages: _, passages: __, manuscripts: ___, ...name } = book;
  return {
    book: name,
    address: first.address,
    sheet: page.sheet,
    folio: page.folio,
    places: lines.map(({ text, source }) => ({
      text,
      ...(source && { source, drift: driftOf(book, source, text, now) }),
    })),
    path: pathOf(book, page, first, now),
  };
}

/** The column that is meant: of one that was named in words it is the page that knows its letter. */
function columnOf(page: BookPage, { letter, said }: SpokenAddress): BookPage['columns'][number] | undefined {
  const lettered = page.columns.filter((column) => column.letter !== 't').map((column) => column.letter);
  const spans = page.columns.some((column) => column.letter === 't');
  const byLetter = (wanted: string | undefined) => page.columns.find((column) => column.letter === wanted);
  // Where nothing stands side by side, whatever the column is called there is but one.
  if (lettered.length === 1 && !spans && (said === 'none' || letter === 't')) return byLetter(lettered[0]);
  if (said === 'none') return undefined;
  if (said === 'right') return byLetter(lettered.length > 1 ? lettered.toSorted().at(-1) : letter);
  if (said === 'middle') return lettered.length > 2 ? byLetter(letter) : undefined;
  return byLetter(letter);
}

function pathOf(book: AddressBook, page: BookPage, { address, source }: BookLine, now: ManuscriptsNow): string[] {
  const holding = book.passages.filter(({ lines }) => lines.some(([, each]) => each === address));
  const own = holding.find(({ file, line }) => file === source?.file && line === source.line) ?? holding[0];
  if (own) return own.path;
  const text = source && !hasChanged(book, source.file, now) ? now.read(source.file)?.text : undefined;
  const titles = source && text !== undefined ? headingsAbove(text, source.line) : [];
  return [page.title, ...titles.filter((title) => title !== page.title)];
}

/** Why no book has the line: which pages there are, which columns, how many lines. */
export function missOf(books: readonly ClosedBook[], holding: readonly ClosedBook[], asked: SpokenAddress): string {
  const [newest] = holding;
  const page = newest?.open()?.pages.find(({ folio }) => folio === asked.folio);
  if (!newest || !page) {
    // Of the proofs of one scope and round the newest is enough.
    const newestOf = [...new Map(books.toReversed().map((book) => [book.title, book])).values()].toReversed();
    const there = newestOf.slice(0, SHOWN).map((book) => `${bookTitle(book)} 有${folioRanges(book.folios)}页`);
    return `没有${asked.folio}页：${there.join('；')}${newestOf.length > SHOWN ? '；……' : ''}`;
  }
  const columns = page.columns.toSorted((a, b) => (a.letter < b.letter ? -1 : 1)).map(columnText);
  const column = columnOf(page, asked);
  if (column) return `${asked.folio}页${columnName(column.letter)}只有${countOf(column)}行（据${bookTitle(newest)}）`;
  if (asked.said === 'none') {
    const letters = page.columns.map(({ letter }) => `${asked.folio}${letter}${asked.line}`).sort();
    return `${asked.folio}页分栏，请写明是哪一栏：${letters.join('、')}（据${bookTitle(newest)}）`;
  }
  return `${asked.folio}页没有这一栏，有：${columns.join('、')}（据${bookTitle(newest)}）`;
}

const SHOWN = 6;

/** 农业一校 2022-09-01 10:20 */
export function bookTitle({ title, made }: BookName): string {
  return `${title} ${made.slice(0, 16)}`;
}

function columnName(letter: string): string {
  return letter === 't' ? '通栏' : `${letter}栏`;
}

function columnText(column: BookPage['columns'][number]): string {
  return `${columnName(column.letter)}${countOf(column)}行`;
}

function countOf({ lines }: BookPage['columns'][number]): number {
  return Math.max(0, ...lines.map(({ line }) => line));
}

/** iii—xix、1—152 */
export function folioRanges(folios: readonly string[]): string {
  const ranges: [first: string, last: string][] = [];
  for (const folio of folios) {
    const open = ranges.at(-1);
    const follows = open && (isRoman(folio) ? isRoman(open[1]) : Number(folio) === Number(open[1]) + 1);
    if (open && follows) open[1] = folio;
    else ranges.push([folio, folio]);
  }
  return ranges.map(([first, last]) => (first === last ? first : `${first}—${last}`)).join('、');
}

function isRoman(folio: string): boolean {
  return !/^\d/u.test(folio);
}
