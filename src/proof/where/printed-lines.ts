/** From a line of a manuscript to the printed lines on which it stands. */
import type { SourcePlace } from '../model.js';
import type { AddressBook, BookLine, BookPage } from './address-book.js';
import { fold } from './folded.js';

export interface PrintedLine extends BookLine {
  page: BookPage;
  letter: string;
}

/** Printed lines that follow each other in one column. */
export interface Span {
  from: string;
  to: string;
  sheet: number;
  folio: string;
}

/** All lines of a book in the order of its pages and columns. */
export function allLines({ pages }: Pick<AddressBook, 'pages'>): PrintedLine[] {
  return pages.flatMap((page) =>
    page.columns.flatMap(({ letter, lines }) => lines.map((line) => ({ ...line, page, letter }))),
  );
}

/**
 * The printed lines of a line of a manuscript, in order; none where it is not printed.
 *
 * @param asked a column asks for the printed line alone on which it stands
 * @param written the line as it stood in the manuscript when the book was made, where that is known: it tells what
 *   begins in the middle of a printed line
 */
export function printedLines(
  book: AddressBook,
  asked: Pick<SourcePlace, 'file' | 'line'> & { column?: number },
  written: string | undefined,
): PrintedLine[] {
  const lines = allLines(book);
  const own = (line: PrintedLine): boolean => line.source?.file === asked.file && line.source.line === asked.line;
  const wanted = new Set(lines.filter(own).map(({ address }) => address));
  for (const { file, line, lines: stands } of book.passages) {
    if (file === asked.file && line === asked.line) for (const [, address] of stands) wanted.add(address);
  }
  const holder = holderOf(lines, asked, written);
  if (holder) wanted.add(holder.address);
  const found = lines.filter(({ address, source }) => wanted.has(address) && (!source || source.file === asked.file));
  return asked.column === undefined ? found : atColumn(found, asked.line, asked.column);
}

/** The printed line that begins with other words and has the first ones of this line: a text behind its title. */
function holderOf(
  lines: readonly PrintedLine[],
  { file, line }: Pick<SourcePlace, 'file' | 'line'>,
  written: string | undefined,
): PrintedLine | undefined {
  if (written === undefined) return undefined;
  const first = lines.findIndex(({ source }) => source?.file === file && source.line === line);
  const source = lines[first]?.source;
  // What stands before the first character that begins a printed line of its own.
  const head = fold(source ? written.slice(0, source.column - 1) : written).text;
  if (head === '') return undefined;
  const before = first === -1 ? lines.findLast(precedes(file, line)) : lines[first - 1];
  if (before?.source?.file !== file || before.source.line > line) return undefined;
  return fold(before.text).text.endsWith(head) ? before : undefined;
}

const precedes = (file: string, line: number) => (each: PrintedLine) =>
  each.source?.file === file && each.source.line < line;

function atColumn(found: readonly PrintedLine[], line: number, column: number): PrintedLine[] {
  const begun = found.filter(({ source }) => !source || source.line < line || source.column <= column);
  return begun.length > 0 ? begun.slice(-1) : found.slice(0, 1);
}

/** Puts together what follows each other in one column; cells side by side share their numbers. */
export function spansOf(lines: readonly PrintedLine[]): Span[] {
  const columns = new Map<string, PrintedLine[]>();
  for (const each of lines) {
    const key = `${each.page.sheet} ${each.letter}`;
    columns.set(key, [...(columns.get(key) ?? []), each]);
  }
  return [...columns.values()].flatMap((column) => {
    const spans: (Span & { last: number })[] = [];
    for (const { address, line, page } of column.toSorted((a, b) => a.line - b.line)) {
      const open = spans.at(-1);
      if (open && line - open.last <= 1) Object.assign(open, { to: address, last: line });
      else spans.push({ from: address, to: address, sheet: page.sheet, folio: page.folio, last: line });
    }
    return spans.map(({ last: _, ...span }) => span);
  });
}
