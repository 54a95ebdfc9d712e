/** The address books of a volume on disk: its proof records and the `layout.json` of its last book, the newest first. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Layout } from '../../inspect/layout.js';
import { type KeptRecord, listRecords, readRecord } from '../record/files.js';
import { localTime } from '../record/local-time.js';
import { type AddressBook, bookOfLayout, bookOfRecord, type ClosedBook } from './address-book.js';

const LAYOUT = 'layout.json';

/**
 * @param out the output folder of the volume
 * @param number 卷号
 */
export function booksOf(out: string, number: string): { books: ClosedBook[]; problems: string[] } {
  const { records, problems } = listRecords(out, number);
  const books = records.map(({ file, ...head }): ClosedBook => {
    const { folios, ...name } = { folios: head.folios, ...nameOf(head) };
    return { ...name, folios, open: once(() => openRecord(file)) };
  });
  const layout = openLayout(join(out, LAYOUT));
  if (layout === 'damaged') problems.push(`${LAYOUT}损坏了，读不出来，没有用它；用 nianjian build 重排就有新的`);
  else if (layout) books.push(opened(layout));
  return { books: books.sort((a, b) => (a.made < b.made ? 1 : -1)), problems };
}

/** A record that is read already. */
export function bookOf({ record }: KeptRecord): ClosedBook {
  return opened(bookOfRecord(record));
}

function nameOf(
  head: Parameters<typeof bookOfRecord>[0] | Omit<Parameters<typeof bookOfRecord>[0], 'pages' | 'passages'>,
) {
  const { pages: _, passages: __, manuscripts: ___, ...name } = bookOfRecord({ ...head, pages: [], passages: [] });
  return name;
}

function opened(book: AddressBook): ClosedBook {
  const { kind, title, made, provisional, pages } = book;
  const name = { kind, title, made, ...(provisional === undefined ? {} : { provisional }) };
  return { ...name, folios: pages.map(({ folio }) => folio), open: () => book };
}

function openRecord(file: string): AddressBook | undefined {
  const read = readRecord(file);
  return 'problem' in read ? undefined : bookOfRecord(read.record);
}

/** A look-up may ask for a book several times. */
function once<T>(read: () => T): () => T {
  let kept: { value: T } | undefined;
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
}

function openLayout(file: string): AddressBook | 'damaged' | undefined {
  try {
    const layout = JSON.parse(readFileSync(file, 'utf8')) as Layout;
    return bookOfLayout(layout, localTime(statSync(file).mtime));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : 'damaged';
  }
}
