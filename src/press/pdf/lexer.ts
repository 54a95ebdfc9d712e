/**
 * Tokens and values of PDF syntax (ISO 32000-1, 7.2 and 7.3), for objects, content streams and CMaps alike.
 *
 * Damaged input gives a PdfError, never an endless loop: every step either moves on in the bytes or throws.
 */
import { KIND, REGULAR, SPACE } from './characters.js';
import { PdfError } from './pdf-error.js';
import { hexString, literalString } from './strings.js';
import { type PdfDict, PdfName, PdfRef, type PdfValue } from './values.js';

/** `obj`, `stream`, `Tj`: a word that is not a value. */
export class Keyword {
  constructor(readonly word: string) {}
}

/** Deeper nesting than this is damage or malice. */
const MAX_DEPTH = 64;

export class Lexer {
  constructor(
    readonly bytes: Uint8Array,
    public position = 0,
    readonly end = bytes.length,
  ) {}

  /** The next value or keyword, or undefined at the end. With `refs`, `12 0 R` is one value. */
  next(refs = false, depth = 0): PdfValue | Keyword | undefined {
    this.skipSpace();
    if (this.position >= this.end) return undefined;
    const byte = this.bytes[this.position] as number;
    // 0-9 + - .
    if ((byte >= 0x30 && byte <= 0x39) || byte === 0x2b || byte === 0x2d || byte === 0x2e) {
      const number = this.number();
      return refs && byte >= 0x30 && byte <= 0x39 && Number.isInteger(number) ? this.refOr(number) : number;
    }
    switch (byte) {
      case 0x2f: // '/'
        this.position++;
        return new PdfName(this.nameText());
      case 0x28: // '('
        return literalString(this);
      case 0x3c: // '<'
        return this.bytes[this.position + 1] === 0x3c ? this.dict(refs, depth) : hexString(this);
      case 0x5b: // '['
        return this.array(refs, depth);
      case 0x5d: // ']'
      case 0x7b: // '{'
      case 0x7d: // '}'
        this.position++;
        return new Keyword(String.fromCharCode(byte));
      case 0x3e: // '>'
        this.position += this.bytes[this.position + 1] === 0x3e ? 2 : 1;
        return new Keyword('>>');
      case 0x29: // ')'
        throw new PdfError('PDF 内容损坏：多出一个右括号。');
    }
    return this.word();
  }

  /** Moves to the next byte that is neither white space nor comment. */
  skipSpace(): void {
    const { bytes, end } = this;
    while (this.position < end) {
      const byte = bytes[this.position] as number;
      if (KIND[byte] === SPACE) this.position++;
      else if (byte === 0x25) {
        while (this.position < end && bytes[this.position] !== 10 && bytes[this.position] !== 13) this.position++;
      } else return;
    }
  }

  private number(): number {
    const { bytes, end } = this;
    let at = this.position;
    let sign = 1;
    let value = 0;
    let scale = 0;
    for (; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte >= 0x30 && byte <= 0x39) {
        value = value * 10 + (byte - 0x30);
        if (scale) scale *= 10;
      } else if (byte === 0x2e && !scale) scale = 1;
      else if (byte === 0x2d && at === this.position) sign = -1;
      else if (byte !== 0x2b || at !== this.position) break;
    }
    if (at === this.position) at++;
    this.position = at;
    return scale ? (sign * value) / scale : sign * value;
  }

  private refOr(number: number): number | PdfRef {
    const after = this.position;
    this.skipSpace();
    const start = this.position;
    const byte = this.bytes[start];
    if (byte !== undefined && byte >= 0x30 && byte <= 0x39) {
      const generation = this.number();
      this.skipSpace();
      const following = this.bytes[this.position + 1];
      // 'R', and not the beginning of a longer word
      if (this.bytes[this.position] === 0x52 && (following === undefined || KIND[following] !== REGULAR)) {
        this.position++;
        return new PdfRef(number, generation);
      }
    }
    this.position = after;
    return number;
  }

  private nameText(): string {
    const text = this.regular();
    return text.includes('#')
      ? text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : text;
  }

  private word(): PdfValue | Keyword {
    const { bytes, position } = this;
    const second = bytes[position + 1];
    const third = bytes[position + 2];
    if (second !== undefined && KIND[second] === REGULAR && third !== undefined && KIND[third] !== REGULAR) {
      this.position += 2;
      return pair(bytes[position] as number, second);
    }
    const word = this.regular();
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (word === 'null') return null;
    return new Keyword(word);
  }

  private regular(): string {
    const { bytes, end } = this;
    let text = '';
    while (this.position < end) {
      const byte = bytes[this.position] as number;
      if (KIND[byte] !== REGULAR) break;
      text += String.fromCharCode(byte);
      this.position++;
    }
    return text;
  }

  private array(refs: boolean, depth: number): PdfValue[] {
    if (depth > MAX_DEPTH) throw new PdfError('PDF 内容损坏：嵌套过深。');
    this.position++;
    const values: PdfValue[] = [];
    for (;;) {
      const value = this.next(refs, depth + 1);
      if (value === undefined) throw new PdfError('PDF 内容损坏：数组没有结尾。');
      if (!(value instanceof Keyword)) values.push(value);
      else if (value.word === ']') return values;
      else throw new PdfError(`PDF 内容损坏：数组中有“${value.word}”。`);
    }
  }

  private dict(refs: boolean, depth: number): PdfDict {
    if (depth > MAX_DEPTH) throw new PdfError('PDF 内容损坏：嵌套过深。');
    this.position += 2;
    const entries: PdfDict = new Map();
    for (;;) {
      const key = this.next(refs, depth + 1);
      if (key instanceof Keyword && key.word === '>>') return entries;
      const value = key instanceof PdfName ? this.next(refs, depth + 1) : undefined;
      if (!(key instanceof PdfName) || value === undefined || value instanceof Keyword) {
        throw new PdfError('PDF 内容损坏：字典不完整。');
      }
      entries.set(key.name, value);
    }
  }
}

/** Words of two letters, each made once: nearly all operators are such, and a book has half a million of them. */
const PAIRS: (Keyword | undefined)[] = new Array(0x10000);

function pair(first: number, second: number): Keyword {
  const key = (first << 8) | second;
  let known = PAIRS[key];
  if (!known) {
    known = new Keyword(String.fromCharCode(first, second));
    PAIRS[key] = known;
  }
  return known;
}
