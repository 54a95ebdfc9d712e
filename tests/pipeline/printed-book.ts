/** A printed book as a reader's program sees it, through qpdf, pdftotext and our own extraction. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { extractText } from '../../src/press/text/extract.js';

export interface Bookmark {
  level: number;
  title: string;
  /** From 0. */
  page: number;
  /** From the bottom of the page, points. */
  y: number;
}

export interface Link {
  /** From 0: the page it stands on, and the page it goes to. */
  page: number;
  target: number;
  /** Rectangle, points from the top left of the page. */
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface BookLine {
  text: string;
  x: number;
  /** Baseline from the top of the page. */
  y: number;
  end: number;
  /** Where each UTF-16 unit of `text` stands. */
  xs: number[];
  size: number;
}

export interface PrintedBook {
  bytes: Uint8Array;
  pages: {
    mediaBox: number[];
    /** Text in the order of painting, white space dropped. */
    text: string;
    lines: BookLine[];
    /** As a reader shows it: iv, 12. */
    label: string;
  }[];
  bookmarks: Bookmark[];
  links: Link[];
  /** What `pdfinfo` says. */
  info: string;
  /** Rows of `pdffonts`. */
  fonts: string[];
}

type Json = Record<string, unknown>;

interface QpdfAnswer {
  pages: { object: string }[];
  pagelabels: { index: number; label: { '/S'?: string; '/St'?: number } }[];
  outlines: QpdfOutline[];
  qpdf: [Json, Record<string, { value?: Json; stream?: { dict: Json } }>];
}

interface QpdfOutline {
  title: string;
  dest: [string, string, number | null, number, number | null];
  destpageposfrom1: number;
  kids: QpdfOutline[];
}

export function readBook(file: string): PrintedBook {
  const run = (program: string, ...args: string[]): string =>
    execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  const bytes = readFileSync(file);
  const answer = JSON.parse(run('qpdf', '--json=2', file)) as QpdfAnswer;
  const objects = answer.qpdf[1];
  const resolve = (value: unknown): unknown =>
    typeof value === 'string' && /^\d+ \d+ R$/.test(value) ? objects[`obj:${value}`]?.value : value;
  const pageNumber = new Map(answer.pages.map(({ object }, i) => [object, i]));
  const inherited = (page: Json, key: string): unknown =>
    page[key] ?? (page['/Parent'] ? inherited(resolve(page['/Parent']) as Json, key) : undefined);

  const catalog = Object.values(objects).find(({ value }) => value?.['/Type'] === '/Catalog')?.value as Json;
  const dests = (resolve(catalog['/Dests']) ?? {}) as Json;
  const texts = extractText(bytes);
  const links: Link[] = [];
  const pages = answer.pages.map(({ object }, i) => {
    const page = resolve(object) as Json;
    const mediaBox = resolve(inherited(page, '/MediaBox')) as number[];
    // The page is cut out of a larger one, so its corner is not the origin.
    const [edge = 0, , , top = 0] = mediaBox;
    for (const each of (resolve(page['/Annots']) as string[] | undefined) ?? []) {
      const annotation = resolve(each) as Json;
      if (annotation['/Subtype'] !== '/Link') continue;
      const [left, low, right, high] = annotation['/Rect'] as [number, number, number, number];
      const dest = resolve(dests[annotation['/Dest'] as string]) as [string] | undefined;
      const target = pageNumber.get(dest?.[0] ?? '') ?? -1;
      links.push({ page: i, target, left: left - edge, right: right - edge, top: top - high, bottom: top - low });
    }
    const lines = texts[i]?.runs ?? [];
    const text = lines
      .map((line) => line.text)
      .join('')
      .replace(/\s+/gu, '');
    return { mediaBox, text, lines, label: labelOf(answer.pagelabels, i) };
  });
  const flatten = (items: QpdfOutline[], level: number): Bookmark[] =>
    items.flatMap(({ title, dest, destpageposfrom1, kids }) => [
      { level, title, page: destpageposfrom1 - 1, y: dest[3] },
      ...flatten(kids, level + 1),
    ]);
  return {
    bytes,
    pages,
    bookmarks: flatten(answer.outlines, 1),
    links,
    info: run('pdfinfo', '-isodates', file),
    fonts: run('pdffonts', file).trim().split('\n').slice(2),
  };
}

/** Where two files differ first, with what stands there in each; nothing where they are equal to the byte. */
export function differenceOf(one: Uint8Array, other: Uint8Array): string | undefined {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  if (a.equals(b)) return undefined;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  const around = (bytes: Buffer): string => JSON.stringify(bytes.toString('latin1', Math.max(0, at - 30), at + 30));
  return `${a.length} and ${b.length} bytes, first difference at ${at}: ${around(a)} ≠ ${around(b)}`;
}

function labelOf(ranges: QpdfAnswer['pagelabels'], page: number): string {
  const range = ranges.findLast(({ index }) => index <= page);
  const number = page - (range?.index ?? 0) + (range?.label['/St'] ?? 1);
  if (range?.label['/S'] !== '/r') return String(number);
  // The front matter of the tests stays below forty pages.
  const units = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
  return 'x'.repeat(Math.floor(number / 10)) + (units[number % 10] as string);
}

/** A line of the 目录: what it says, the folio at its end, and the page its link goes to (from 0). */
export interface ContentsEntry {
  words: string;
  folio: string;
  target: number;
}

/** Reads the 目录 on pages `from` to `to` (exclusive) by its links: each lies on the words of a line. */
export function contentsEntries(book: PrintedBook, from: number, to: number): ContentsEntry[] {
  const entries: (ContentsEntry & { link: Link })[] = [];
  for (const link of book.links.filter(({ page }) => page >= from && page < to)) {
    const lines = book.pages[link.page]?.lines ?? [];
    const middle = widthOf(book, link.page) / 2;
    // The folio stands behind the words, in the same of the two columns.
    const end = link.left < middle - 10 ? middle : Number.POSITIVE_INFINITY;
    const folio = lines
      .filter((line) => line.y > link.top && line.y < link.bottom + 1 && line.x > link.right - 1 && line.x < end)
      .map((line) => line.text.trim())
      .join('');
    const words = wordsIn(link, lines);
    const last = entries.at(-1);
    // A title that turns over has a link on each of its lines.
    if (last && last.folio === '' && last.target === link.target)
      Object.assign(last, { words: last.words + words, folio });
    else entries.push({ words, folio, target: link.target, link });
  }
  return entries.map(({ words, folio, target }) => ({ words, folio, target }));
}

/** A folio of the 索引 with the page its link goes to (from 0), and the words it belongs to. */
export interface IndexEntry {
  words: string;
  folio: string;
  target: number;
}

/** Reads the 索引 by its links: each lies on a folio. */
export function indexEntries(book: PrintedBook, from: number, to: number, columns = 3): IndexEntry[] {
  return book.links
    .filter(({ page }) => page >= from && page < to)
    .map((link) => {
      const lines = book.pages[link.page]?.lines ?? [];
      const width = widthOf(book, link.page);
      // Folios stand at the very edge of the last column.
      const column = (line: { x: number }): number =>
        Math.min(columns - 1, Math.floor(((line.x - 50) / (width - 108)) * columns));
      const own = column({ x: (link.left + link.right) / 2 });
      const words = lines
        .filter((line) => line.y > link.top && line.y < link.bottom + 1 && line.x < link.left && column(line) === own)
        .filter((line) => !/^[\d，—]+$/u.test(line.text.trim()))
        .sort((a, b) => a.x - b.x)
        .map((line) => line.text)
        .join('');
      return {
        words: words.replace(/\s+/gu, ''),
        folio: wordsIn(link, lines).replaceAll('，', ''),
        target: link.target,
      };
    });
}

function widthOf({ pages }: PrintedBook, page: number): number {
  const [left = 0, , right = 0] = pages[page]?.mediaBox ?? [];
  return right - left;
}

function wordsIn(link: Link, lines: BookLine[]): string {
  return lines
    .filter((line) => line.y > link.top && line.y < link.bottom + 1)
    .flatMap((line) => [...line.text].filter((_, i) => inside(link, line.xs[i] as number)))
    .join('')
    .replace(/\s+/gu, '');
}

function inside(link: Link, x: number): boolean {
  return x > link.left - 0.5 && x < link.right - 0.5;
}
