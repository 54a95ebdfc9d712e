/**
 * Runs over a content stream operator by operator without reading the operands: a book has half a million of them and
 * few matter. What stands between two operators is known by its place and is read only when it is asked for.
 */
import { KIND, REGULAR, SPACE } from './characters.js';
import { Keyword, Lexer } from './lexer.js';
import { PdfError } from './pdf-error.js';
import { literalString } from './strings.js';
import { type PdfDict, PdfName, PdfStream, type PdfValue } from './values.js';

/** The number by which the scanner calls an operator of up to three letters. */
export function operatorCode(word: string): number {
  return [...word].reduce((code, letter) => code * 256 + letter.charCodeAt(0), 0);
}

export class ContentScanner {
  /** Where the operands of the operator begin; the operator itself where it has none. */
  from = 0;
  /** The end of the operator. */
  position = 0;
  /** Which operator: {@link operatorCode}; 0 for a longer word. */
  code = 0;
  private wordStart = 0;

  constructor(readonly bytes: Uint8Array) {}

  /** Moves to the next operator; false at the end. Throws a PdfError where a string has no end. */
  next(): boolean {
    const { bytes } = this;
    const end = bytes.length;
    let at = this.position;
    let from = -1;
    while (at < end) {
      const byte = bytes[at] as number;
      const kind = KIND[byte];
      if (kind === SPACE) {
        at++;
        continue;
      }
      if (byte === 0x25) {
        while (at < end && bytes[at] !== 10 && bytes[at] !== 13) at++;
        continue;
      }
      if (from < 0) from = at;
      if (kind === REGULAR) {
        const start = at;
        while (at < end && KIND[bytes[at] as number] === REGULAR) at++;
        if (isNumber(byte) || isConstant(bytes, start, at)) continue;
        this.from = from;
        this.wordStart = start;
        this.position = at;
        this.code = codeOf(bytes, start, at);
        return true;
      }
      if (byte === 0x2f) {
        at++;
        while (at < end && KIND[bytes[at] as number] === REGULAR) at++;
      } else if (byte === 0x28) at = endOfString(bytes, at);
      else if (byte === 0x3c && bytes[at + 1] !== 0x3c) at = endOfHex(bytes, at);
      else at++;
    }
    this.position = end;
    return false;
  }

  /** The operands of the operator that was reached. */
  operands(): PdfValue[] {
    const lexer = new Lexer(this.bytes, this.from, this.wordStart);
    const values: PdfValue[] = [];
    for (let value = lexer.next(); value !== undefined; value = lexer.next()) {
      if (!(value instanceof Keyword)) values.push(value);
    }
    return values;
  }

  /** The image that begins at `BI`; leaves the scanner behind its `EI`. */
  inlineImage(): PdfStream {
    const lexer = new Lexer(this.bytes, this.position);
    const dict: PdfDict = new Map();
    for (;;) {
      const key = lexer.next();
      if (key instanceof Keyword && key.word === 'ID') break;
      const value = lexer.next();
      if (!(key instanceof PdfName) || value === undefined || value instanceof Keyword) {
        throw new PdfError('PDF 内容损坏：行内图片不完整。');
      }
      dict.set(key.name, value);
    }
    // One white space stands between ID and the data.
    const start = lexer.position + 1;
    const end = endOfImage(this.bytes, start);
    this.position = end + 3;
    return new PdfStream(dict, this.bytes.subarray(start, end));
  }
}

function isNumber(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || byte === 0x2b || byte === 0x2d || byte === 0x2e;
}

/** true, false and null are operands. */
function isConstant(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length !== 4 && length !== 5) return false;
  const word = String.fromCharCode(...bytes.subarray(start, end));
  return word === 'true' || word === 'false' || word === 'null';
}

function codeOf(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 3) return 0;
  let code = 0;
  for (let at = start; at < end; at++) code = code * 256 + (bytes[at] as number);
  return code;
}

/** Behind the closing bracket of a literal string, over escapes and nested brackets. */
function endOfString(bytes: Uint8Array, at: number): number {
  let open = 0;
  for (; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 0x5c) at++;
    else if (byte === 0x28) open++;
    else if (byte === 0x29 && --open === 0) return at + 1;
  }
  // The same fault in the same words as where strings are read.
  literalString({ bytes, position: at, end: bytes.length });
  return at;
}

function endOfHex(bytes: Uint8Array, at: number): number {
  const close = bytes.indexOf(0x3e, at);
  if (close === -1) throw new PdfError('PDF 内容损坏：字符串没有结尾。');
  return close + 1;
}

/** The data of an inline image end before white space, `EI` and white space: they say no length. */
function endOfImage(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0x45, start); at !== -1; at = bytes.indexOf(0x45, at + 1)) {
    const before = KIND[bytes[at - 1] as number];
    const after = bytes[at + 2];
    if (bytes[at + 1] === 0x49 && before === SPACE && (after === undefined || KIND[after] === SPACE)) return at - 1;
  }
  throw new PdfError('PDF 内容损坏：行内图片没有结尾。');
}
