/** The objects of a file whose cross-reference is lost, found by reading it from end to end. */
import { Keyword, Lexer } from '../../press/pdf/lexer.js';
import { type PdfDict, PdfName, PdfRef } from '../../press/pdf/values.js';
import type { Entry, Xref } from './xref.js';

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;
const isSpace = (byte: number | undefined): boolean =>
  byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 12 || byte === 0;

/** Every `n g obj` of the file, the last of a number winning, and what the trailers say. */
export function salvage(bytes: Uint8Array): Xref {
  const entries = new Map<number, Entry>();
  const trailer: PdfDict = new Map();
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = buffer.indexOf('obj'); at >= 0; at = buffer.indexOf('obj', at + 3)) {
    const start = headOf(bytes, at);
    if (start !== undefined) entries.set(start.number, { offset: start.offset });
  }
  for (let at = buffer.indexOf('trailer'); at >= 0; at = buffer.indexOf('trailer', at + 7)) {
    merge(trailer, dictAt(bytes, at + 7));
  }
  for (const [number, entry] of entries) {
    if (entry === 'free' || !('offset' in entry)) continue;
    const lexer = new Lexer(bytes, entry.offset);
    const dict = quietly(() => [lexer.next(), lexer.next(), lexer.next(), lexer.next(true)][3]);
    if (!(dict instanceof Map)) continue;
    const type = dict.get('Type');
    if (!(type instanceof PdfName)) continue;
    if (type.name === 'XRef') merge(trailer, dict);
    if (type.name === 'Catalog' && !trailer.has('Root')) trailer.set('Root', new PdfRef(number));
  }
  return { entries, trailer, streams: false };
}

/** The `12 0` before an `obj`, and where it begins. */
function headOf(bytes: Uint8Array, at: number): { number: number; offset: number } | undefined {
  let i = at - 1;
  const digits = (): string | undefined => {
    const gap = i;
    while (i >= 0 && isSpace(bytes[i])) i--;
    if (i === gap) return undefined;
    const end = i;
    while (i >= 0 && isDigit(bytes[i]) && end - i < 10) i--;
    return end === i ? undefined : Buffer.from(bytes.subarray(i + 1, end + 1)).toString('latin1');
  };
  const generation = digits();
  const number = generation === undefined ? undefined : digits();
  return number === undefined ? undefined : { number: Number(number), offset: i + 1 };
}

/** Later trailers win, but for what only older ones have. */
function merge(trailer: PdfDict, found: PdfDict | undefined): void {
  for (const key of ['Root', 'Info', 'ID', 'Encrypt', 'Size']) {
    const value = found?.get(key);
    if (value !== undefined) trailer.set(key, value);
  }
}

function dictAt(bytes: Uint8Array, at: number): PdfDict | undefined {
  const value = quietly(() => new Lexer(bytes, at).next(true));
  return value instanceof Map ? value : undefined;
}

/** The value, or nothing where it is damaged. */
function quietly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** True where the bytes at `offset` begin the object of this number. */
export function beginsObject(bytes: Uint8Array, offset: number, number: number): boolean {
  let at = offset;
  while (at < offset + 4 && isSpace(bytes[at])) at++;
  let value = 0;
  if (!isDigit(bytes[at])) return false;
  for (; isDigit(bytes[at]) && at < offset + 16; at++) value = value * 10 + ((bytes[at] as number) - 0x30);
  return value === number && isSpace(bytes[at]);
}

export function isKeyword(token: unknown, word: string): boolean {
  return token instanceof Keyword && token.word === word;
}
