/**
 * A PDF as Chromium (Skia) writes it: one classic cross-reference table, objects outside of object streams. Objects
 * are read when asked for, so a book of sixty thousand objects (most of them structure elements) opens in a few
 * milliseconds. Encrypted files, cross-reference streams and files with updates appended are refused by name.
 */
import { inflateSync } from 'node:zlib';
import { Keyword, Lexer } from './lexer.js';
import { PdfError } from './pdf-error.js';
import { type PdfDict, PdfName, PdfRef, PdfStream, type PdfValue } from './values.js';

export interface PdfFile {
  bytes: Uint8Array;
  trailer: PdfDict;
  /** Byte offset of each object in use. */
  offsets: ReadonlyMap<number, number>;
  /** Byte offset of the cross-reference table. */
  xref: number;
  /** The object of a number; null for one that is not there. */
  object(number: number): PdfValue;
  /** The value itself, or what it refers to. */
  resolve(value: PdfValue | undefined): PdfValue;
  /** `resolve`, for what must be a dictionary; an empty one where it is missing. A stream gives its dictionary. */
  dict(value: PdfValue | undefined): PdfDict;
  /** The decoded bytes of a stream. Knows FlateDecode without predictor, and no filter. */
  decode(stream: PdfStream): Uint8Array;
}

/** An xref entry has 20 bytes: `0000000017 00000 n` and a two-byte line end. */
const ENTRY = 20;
/** `startxref` stands at most this many bytes before the end (ISO 32000-1, annex H.3). */
const TAIL = 1024;
/** No stream of text inflates to more than this many bytes; a larger one is a bomb. */
const MAX_STREAM = 1 << 28;

/** Opens a PDF. Throws a PdfError where it is not one of ours. */
export function openPdf(bytes: Uint8Array): PdfFile {
  if (latin1(bytes, 0, 5) !== '%PDF-') throw new PdfError('这不是 PDF 文件。');
  const xref = startOfXref(bytes);
  const { offsets, trailer } = readXref(bytes, xref);
  const cache = new Map<number, PdfValue>();

  const object = (number: number): PdfValue => {
    const known = cache.get(number);
    if (known !== undefined) return known;
    const offset = offsets.get(number);
    if (offset === undefined) return null;
    const value = readObject(file, number, offset);
    cache.set(number, value);
    return value;
  };
  const resolve = (value: PdfValue | undefined): PdfValue => {
    for (let hops = 0; value instanceof PdfRef; hops++) {
      if (hops > 16) throw new PdfError('PDF 内容损坏：对象互相指来指去。');
      value = object(value.number);
    }
    return value ?? null;
  };
  const dict = (value: PdfValue | undefined): PdfDict => {
    const resolved = resolve(value);
    if (resolved instanceof PdfStream) return resolved.dict;
    return resolved instanceof Map ? resolved : new Map();
  };
  const decode = (stream: PdfStream): Uint8Array => {
    const filter = resolve(stream.dict.get('Filter'));
    const names = (Array.isArray(filter) ? filter.map(resolve) : filter === null ? [] : [filter]).map((each) =>
      each instanceof PdfName ? each.name : '?',
    );
    if (names.length === 0) return stream.bytes;
    if (names.join() !== 'FlateDecode' || resolve(stream.dict.get('DecodeParms')) !== null) {
      throw new PdfError(`不能解开 PDF 中的数据流（${names.join('、')}）。`);
    }
    try {
      return inflateSync(stream.bytes, { maxOutputLength: MAX_STREAM });
    } catch (cause) {
      throw Object.assign(new PdfError('PDF 内容损坏：数据流解不开。'), { cause });
    }
  };
  const file: PdfFile = { bytes, trailer, offsets, xref, object, resolve, dict, decode };
  return file;
}

function startOfXref(bytes: Uint8Array): number {
  const tail = latin1(bytes, Math.max(0, bytes.length - TAIL), bytes.length);
  const offset = Number(/startxref\s+(\d{1,10})\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
  if (!(offset < bytes.length)) throw new PdfError('PDF 文件不完整：找不到结尾的对象表，可能没有写完。');
  if (latin1(bytes, offset, offset + 4) !== 'xref') {
    throw new PdfError('不认识的 PDF：对象表不是 Chromium 的写法。请使用 nianjian build 直接生成的 book.pdf。');
  }
  return offset;
}

function readXref(bytes: Uint8Array, xref: number): Pick<PdfFile, 'offsets' | 'trailer'> {
  const damaged = new PdfError('PDF 内容损坏：对象表不完整。');
  const offsets = new Map<number, number>();
  const lexer = new Lexer(bytes, xref + 4);
  for (;;) {
    const first = lexer.next();
    if (first instanceof Keyword && first.word === 'trailer') break;
    const count = lexer.next();
    if (typeof first !== 'number' || typeof count !== 'number') throw damaged;
    lexer.skipSpace();
    if (!(count >= 0) || lexer.position + count * ENTRY > bytes.length) throw damaged;
    for (let i = 0; i < count; i++) {
      const at = lexer.position + i * ENTRY;
      let offset = 0;
      for (let digit = 0; digit < 10; digit++) offset = offset * 10 + ((bytes[at + digit] as number) - 0x30);
      const kind = bytes[at + 17];
      if (kind === 0x6e) {
        if (!(offset > 0 && offset < xref)) throw damaged;
        offsets.set(first + i, offset);
      } else if (kind !== 0x66) throw damaged;
    }
    lexer.position += count * ENTRY;
  }
  const trailer = lexer.next(true);
  if (!(trailer instanceof Map)) throw damaged;
  if (trailer.has('Encrypt')) throw new PdfError('PDF 已加密，不能处理。');
  if (trailer.has('Prev') || trailer.has('XRefStm')) {
    throw new PdfError('PDF 被别的程序改动过（有追加的部分）。请使用 nianjian build 直接生成的 book.pdf。');
  }
  return { offsets, trailer };
}

function readObject(file: PdfFile, number: number, offset: number): PdfValue {
  const lexer = new Lexer(file.bytes, offset, file.xref);
  const [stated, generation, keyword] = [lexer.next(), lexer.next(), lexer.next()];
  if (stated !== number || typeof generation !== 'number' || !(keyword instanceof Keyword && keyword.word === 'obj')) {
    throw new PdfError(`PDF 内容损坏：对象 ${number} 不在对象表所说的位置。`);
  }
  const value = lexer.next(true);
  if (value === undefined || value instanceof Keyword) throw new PdfError(`PDF 内容损坏：对象 ${number} 是空的。`);
  const after = lexer.next();
  if (!(after instanceof Keyword) || (after.word !== 'endobj' && after.word !== 'stream')) {
    throw new PdfError(`PDF 内容损坏：对象 ${number} 没有结尾。`);
  }
  if (after.word === 'endobj') return value;

  // The data begins after one line end: LF or CR LF.
  const start = lexer.position + (file.bytes[lexer.position] === 13 ? 2 : 1);
  const declared = value instanceof Map ? value.get('Length') : undefined;
  // A length that refers to its own stream would never end.
  const length = declared instanceof PdfRef && declared.number === number ? null : file.resolve(declared);
  if (!(value instanceof Map) || typeof length !== 'number' || !(length >= 0) || start + length > file.xref) {
    throw new PdfError(`PDF 内容损坏：数据流 ${number} 的长度不对。`);
  }
  const tail = new Lexer(file.bytes, start + length, file.xref).next();
  if (!(tail instanceof Keyword && tail.word === 'endstream')) {
    throw new PdfError(`PDF 内容损坏：数据流 ${number} 的长度不对。`);
  }
  return new PdfStream(value, file.bytes.subarray(start, start + length));
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end);
}
