/** Strings in PDF syntax, literal and hexadecimal (ISO 32000-1, 7.3.4). */
import { KIND, SPACE } from './characters.js';
import { PdfError } from './pdf-error.js';
import { PdfString } from './values.js';

/** Bytes and the place in them that has been reached. */
interface Cursor {
  readonly bytes: Uint8Array;
  position: number;
  readonly end: number;
}

/** `\n` in a literal string, and so on. */
const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** `(年\\)鉴)`: the cursor is on the opening bracket, and goes behind the closing one. */
export function literalString(cursor: Cursor): PdfString {
  const { bytes, end } = cursor;
  let text = '';
  let open = 1;
  for (cursor.position++; cursor.position < end; cursor.position++) {
    const byte = bytes[cursor.position] as number;
    if (byte === 0x5c) text += escaped(cursor);
    else if (byte === 0x29 && --open === 0) {
      cursor.position++;
      return new PdfString(text);
    } else {
      if (byte === 0x28) open++;
      text += String.fromCharCode(byte);
    }
  }
  throw new PdfError('PDF 内容损坏：字符串没有结尾。');
}

/** What a backslash and the bytes behind it stand for; leaves the cursor on the last of them. */
function escaped(cursor: Cursor): string {
  const { bytes } = cursor;
  const at = ++cursor.position;
  const byte = bytes[at] ?? 0;
  if (byte >= 0x30 && byte <= 0x37) {
    const digits = /^[0-7]{1,3}/.exec(String.fromCharCode(...bytes.subarray(at, at + 3)))?.[0] ?? '0';
    cursor.position += digits.length - 1;
    return String.fromCharCode(Number.parseInt(digits, 8) & 0xff);
  }
  // A backslash at the end of a line joins it with the next.
  if (byte === 13 || byte === 10) {
    if (byte === 13 && bytes[at + 1] === 10) cursor.position++;
    return '';
  }
  const character = String.fromCharCode(byte);
  return ESCAPES[character] ?? character;
}

/** `<5E74 9274>`: the cursor is on the opening bracket, and goes behind the closing one. */
export function hexString(cursor: Cursor): PdfString {
  const { bytes, end } = cursor;
  let text = '';
  let high = -1;
  for (cursor.position++; cursor.position < end; cursor.position++) {
    const byte = bytes[cursor.position] as number;
    if (byte === 0x3e) {
      cursor.position++;
      return new PdfString(high < 0 ? text : text + String.fromCharCode(high << 4));
    }
    if (KIND[byte] === SPACE) continue;
    const digit = hexDigit(byte);
    if (digit < 0) throw new PdfError('PDF 内容损坏：十六进制字符串中有别的字符。');
    if (high < 0) high = digit;
    else {
      text += String.fromCharCode((high << 4) | digit);
      high = -1;
    }
  }
  throw new PdfError('PDF 内容损坏：字符串没有结尾。');
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
