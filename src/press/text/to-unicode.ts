/** ToUnicode CMaps: which characters a glyph code stands for (ISO 32000-1, 9.10.3; Adobe Technical Note 5411). */
import { Keyword, Lexer } from '../pdf/lexer.js';
import { decodeUtf16, PdfString, type PdfValue } from '../pdf/values.js';

/** Text by character code. */
export type ToUnicode = ReadonlyMap<number, string>;

/** A CMap that claims more codes than two bytes can name is damaged. */
const MAX_CODES = 0x10000;

/** Reads the bfchar and bfrange sections of a CMap; everything else in it says nothing about text. */
export function parseToUnicode(bytes: Uint8Array): ToUnicode {
  const lexer = new Lexer(bytes);
  const map = new Map<number, string>();
  // A damaged map may name the same codes over and over.
  const budget = { left: 4 * MAX_CODES };
  let operands: PdfValue[] = [];
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (!(token instanceof Keyword)) {
      operands.push(token);
      continue;
    }
    if (token.word === 'endbfchar') readChars(operands, map);
    if (token.word === 'endbfrange') readRanges(operands, map, budget);
    operands = [];
  }
  return map;
}

/** `<0099> <4E00>` */
function readChars(operands: readonly PdfValue[], map: Map<number, string>): void {
  for (let i = 0; i + 1 < operands.length; i += 2) {
    const [code, text] = [operands[i], operands[i + 1]];
    if (code instanceof PdfString && text instanceof PdfString) map.set(codeOf(code), decodeUtf16(text.bytes));
  }
}

/** `<0010> <0019> <0030>`: the last unit of the text counts up; or `<0010> <0012> [<0041> <0061> <00C0>]`. */
function readRanges(operands: readonly PdfValue[], map: Map<number, string>, budget: { left: number }): void {
  for (let i = 0; i + 2 < operands.length; i += 3) {
    const [first, last, texts] = [operands[i], operands[i + 1], operands[i + 2]];
    if (!(first instanceof PdfString) || !(last instanceof PdfString)) continue;
    const start = codeOf(first);
    const count = Math.min(codeOf(last) - start + 1, MAX_CODES - map.size, budget.left);
    budget.left -= Math.max(count, 0);
    if (Array.isArray(texts)) {
      for (const [offset, text] of texts.slice(0, Math.max(count, 0)).entries()) {
        if (text instanceof PdfString) map.set(start + offset, decodeUtf16(text.bytes));
      }
    } else if (texts instanceof PdfString) {
      const text = decodeUtf16(texts.bytes);
      const stem = text.slice(0, -1);
      const unit = text.charCodeAt(text.length - 1);
      for (let offset = 0; offset < count; offset++) map.set(start + offset, stem + String.fromCharCode(unit + offset));
    }
  }
}

function codeOf({ bytes }: PdfString): number {
  let code = 0;
  for (let i = 0; i < bytes.length; i++) code = code * 256 + bytes.charCodeAt(i);
  return code;
}
