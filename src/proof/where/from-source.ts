/** From a line of a manuscript to the lines on which it is printed. */
import type { AddressBook, BookName } from './address-book.js';
import { hasChanged } from './drift.js';
import { fold } from './folded.js';
import type { ManuscriptsNow } from './manuscripts.js';
import { allLines, printedLines, type Span, spansOf } from './printed-lines.js';

export interface SpanAnswer {
  book: BookName;
  /** The line of the manuscript as it is today. */
  line: number;
  spans: Span[];
  /** The first printed line. */
  text: string;
  /** The manuscript was changed since: the line that had these words then. */
  lineThen?: number;
}

export interface AskedSource {
  file: string;
  line: number;
  column?: number;
}

/** A printed line shorter than this, folded, is found by chance: it does not tell which line of a manuscript it was. */
const TELLING = 4;
/** Lines of a manuscript of which so much of the words is found alike may each be the one. */
const ALIKE = 0.8;

/** Nothing where the book does not have the line. */
export function answerSource(book: AddressBook, asked: AskedSource, now: ManuscriptsNow): SpanAnswer | undefined {
  const text = now.read(asked.file)?.text.split('\n')[asked.line - 1];
  const changed = hasChanged(book, asked.file, now);
  const lineThen = changed && text !== undefined ? thatHad(book, asked, text) : asked.line;
  if (lineThen === undefined) return undefined;
  // Columns of a changed line are not those of then.
  const { column, ...line } = asked;
  const place = { ...line, line: lineThen, ...(column !== undefined && !changed && { column }) };
  const lines = printedLines(book, place, changed ? undefined : text);
  const [first] = lines;
  if (!first) return undefined;
  const { pages: _, passages: __, manuscripts: ___, ...name } = book;
  return {
    book: name,
    line: asked.line,
    spans: spansOf(lines),
    text: first.text,
    ...(changed && { lineThen }),
  };
}

/** The line that had, when the book was made, most of the words which `text` has today. */
function thatHad(book: AddressBook, { file, line }: AskedSource, text: string): number | undefined {
  const today = fold(text).text;
  const near = (one: number, other: number): number => Math.abs(one - line) - Math.abs(other - line);
  const whole = book.passages.filter((each) => each.file === file && fold(each.text).text === today);
  if (today !== '' && whole.length > 0) return whole.map((each) => each.line).sort(near)[0];
  const held = new Map<number, { found: number; all: number }>();
  for (const { source, text: printed } of allLines(book)) {
    if (source?.file !== file) continue;
    const words = fold(printed).text;
    const sum = held.get(source.line) ?? { found: 0, all: 0 };
    sum.all += words.length;
    if (words.length >= Math.min(TELLING, today.length) && today.includes(words)) sum.found += words.length;
    held.set(source.line, sum);
  }
  const likely = [...held].filter(([, { found, all }]) => found > 0 && found >= all / 2);
  const most = Math.max(...likely.map(([, { found }]) => found));
  // Of lines that say nearly the same the nearest.
  return likely.flatMap(([at, { found }]) => (found >= most * ALIKE ? [at] : [])).sort(near)[0];
}
