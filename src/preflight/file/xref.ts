/**
 * Where the objects of a file are: cross-reference tables, streams and both at once (ISO 32000-1, 7.5.4, 7.5.8),
 * with the updates appended to them.
 */
import { Keyword, Lexer } from '../../press/pdf/lexer.js';
import { PdfError } from '../../press/pdf/pdf-error.js';
import { type PdfDict, PdfName, type PdfStream, type PdfValue } from '../../press/pdf/values.js';

/** At a byte of the file, or in an object stream; `free` hides what an older section says. */
export type Entry = { offset: number } | { stream: number } | 'free';

export interface Xref {
  entries: Map<number, Entry>;
  /** The newest trailer, completed from older ones. */
  trailer: PdfDict;
  /** Features of PDF 1.5 that PDF/X-1a may not use. */
  streams: boolean;
}

/** More objects than this are not in any book. */
const MAX_OBJECTS = 8_000_000;

/** Reads a stream object that stands at a byte of the file, with plain Length, as cross-reference streams must. */
export type ReadStreamAt = (offset: number) => { stream: PdfStream; bytes: Uint8Array } | undefined;

/** Follows the chain of sections from `start`. Throws a PdfError where it breaks. */
export function readXrefChain(bytes: Uint8Array, start: number, readStreamAt: ReadStreamAt): Xref {
  const xref: Xref = { entries: new Map(), trailer: new Map(), streams: false };
  const seen = new Set<number>();
  const waiting = [start];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (seen.has(at)) throw new PdfError('对象表的各段互相指来指去');
    seen.add(at);
    if (!(at >= 0 && at < bytes.length)) throw new PdfError('对象表的位置在文件之外');
    const trailer = startsWith(bytes, at, 'xref') ? readTable(bytes, at, xref) : readStream(at, xref, readStreamAt);
    for (const [key, value] of trailer) if (!xref.trailer.has(key)) xref.trailer.set(key, value);
    // A hybrid file keeps objects for new readers in a stream beside the table; they come before older sections.
    for (const key of ['XRefStm', 'Prev']) {
      const next = trailer.get(key);
      if (typeof next === 'number') waiting.push(next);
    }
  }
  return xref;
}

function readTable(bytes: Uint8Array, at: number, { entries }: Xref): PdfDict {
  const lexer = new Lexer(bytes, at + 4);
  for (;;) {
    const first = lexer.next();
    if (first instanceof Keyword && first.word === 'trailer') break;
    const count = lexer.next();
    if (typeof first !== 'number' || typeof count !== 'number' || count < 0 || count > MAX_OBJECTS) {
      throw new PdfError('对象表不完整');
    }
    for (let i = 0; i < count; i++) {
      const [offset, , kind] = [lexer.next(), lexer.next(), lexer.next()];
      if (typeof offset !== 'number' || !(kind instanceof Keyword)) throw new PdfError('对象表不完整');
      if (entries.has(first + i)) continue;
      entries.set(first + i, kind.word === 'n' ? { offset } : 'free');
    }
  }
  const trailer = lexer.next(true);
  if (!(trailer instanceof Map)) throw new PdfError('对象表后面没有文件尾（trailer）');
  return trailer;
}

function readStream(at: number, xref: Xref, readStreamAt: ReadStreamAt): PdfDict {
  const read = readStreamAt(at);
  const type = read?.stream.dict.get('Type');
  if (!read || !(type instanceof PdfName && type.name === 'XRef')) throw new PdfError('找不到对象表');
  xref.streams = true;
  const { dict } = read.stream;
  const widths = numbers(dict.get('W'));
  const [a = 0, b = 0, c = 0] = widths;
  const size = typeof dict.get('Size') === 'number' ? (dict.get('Size') as number) : 0;
  const index = dict.has('Index') ? numbers(dict.get('Index')) : [0, size];
  const row = a + b + c;
  if (!(row > 0 && row < 32)) throw new PdfError('对象表（数据流）的格式不对');
  let position = 0;
  const field = (width: number, fallback: number): number => {
    if (width === 0) return fallback;
    let value = 0;
    for (let i = 0; i < width; i++) value = value * 256 + (read.bytes[position++] ?? 0);
    return value;
  };
  for (let i = 0; i + 1 < index.length; i += 2) {
    const first = index[i] as number;
    for (let n = 0; n < (index[i + 1] as number); n++) {
      if (position + row > read.bytes.length) return dict;
      const kind = field(a, 1);
      const second = field(b, 0);
      field(c, 0);
      if (xref.entries.has(first + n)) continue;
      xref.entries.set(first + n, kind === 1 ? { offset: second } : kind === 2 ? { stream: second } : 'free');
    }
  }
  return dict;
}

function numbers(value: PdfValue | undefined): number[] {
  return Array.isArray(value) ? value.filter((each): each is number => typeof each === 'number') : [];
}

export function startsWith(bytes: Uint8Array, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return false;
  return true;
}
