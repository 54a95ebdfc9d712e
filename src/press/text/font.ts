/** Fonts as far as text needs them: codes to characters and advance widths (ISO 32000-1, 9.6 to 9.10). */
import type { PdfFile } from '../pdf/pdf-file.js';
import { type PdfDict, PdfName, PdfStream, PdfString, type PdfValue } from '../pdf/values.js';
import { parseToUnicode, type ToUnicode } from './to-unicode.js';

export interface TextFont {
  /** `NotoSerifSC-Regular`, without the tag of the subset. */
  name: string;
  /** Bytes of one character code: 2 in composite fonts, else 1. */
  codeBytes: 1 | 2;
  toUnicode: ToUnicode;
  /** Advance width of a code, in parts of the font size. */
  width(code: number): number;
}

/** Stands for a code the font gives no character for. */
export const UNKNOWN_CHARACTER = '\ufffd';

/** Reads a font dictionary. */
export function readTextFont(file: PdfFile, font: PdfDict): TextFont {
  const stream = file.resolve(font.get('ToUnicode'));
  const toUnicode: ToUnicode = stream instanceof PdfStream ? parseToUnicode(file.decode(stream)) : new Map();
  const composite = nameOf(file, font.get('Subtype')) === 'Type0';
  return {
    name: fontName(file, font),
    codeBytes: composite ? 2 : 1,
    toUnicode,
    width: composite ? compositeWidths(file, descendant(file, font)) : simpleWidths(file, font),
  };
}

/** The name of a font without the tag of its subset. Type 3 fonts have none. */
export function fontName(file: PdfFile, font: PdfDict): string {
  return nameOf(file, font.get('BaseFont')).replace(/^[A-Z]{6}\+/, '');
}

/** The one CIDFont of a composite font; an empty dictionary where it is missing. */
export function descendant(file: PdfFile, font: PdfDict): PdfDict {
  const fonts = file.resolve(font.get('DescendantFonts'));
  return file.dict(Array.isArray(fonts) ? fonts[0] : undefined);
}

/** The name a value is, '' where it is none. */
export function nameOf(file: PdfFile, value: PdfValue | undefined): string {
  const resolved = file.resolve(value);
  return resolved instanceof PdfName ? resolved.name : resolved instanceof PdfString ? resolved.bytes : '';
}

/** `/W [10 [500 510] 20 29 1000]`: widths one by one from a code, or one width for a range of codes. */
function compositeWidths(file: PdfFile, font: PdfDict): TextFont['width'] {
  const widths = new Map<number, number>();
  const list = file.resolve(font.get('W'));
  const items = Array.isArray(list) ? list.map((each) => file.resolve(each)) : [];
  for (let i = 0; i + 1 < items.length; ) {
    const [first, second, third] = [items[i], items[i + 1], items[i + 2]];
    if (typeof first === 'number' && Array.isArray(second)) {
      for (const [offset, width] of second.entries()) if (typeof width === 'number') widths.set(first + offset, width);
      i += 2;
    } else {
      if (typeof first === 'number' && typeof second === 'number' && typeof third === 'number') {
        for (let code = first; code <= Math.min(second, 0xffff); code++) widths.set(code, third);
      }
      i += 3;
    }
  }
  const standard = file.resolve(font.get('DW'));
  const fallback = typeof standard === 'number' ? standard : 1000;
  return (code) => (widths.get(code) ?? fallback) / 1000;
}

/** Type 3 widths are in the font's own space, all others in thousandths. */
function simpleWidths(file: PdfFile, font: PdfDict): TextFont['width'] {
  const widths = file.resolve(font.get('Widths'));
  const first = file.resolve(font.get('FirstChar'));
  const matrix = file.resolve(font.get('FontMatrix'));
  const horizontal = Array.isArray(matrix) ? file.resolve(matrix[0]) : null;
  const scale = typeof horizontal === 'number' ? horizontal : 0.001;
  return (code) => {
    const width = Array.isArray(widths) && typeof first === 'number' ? file.resolve(widths[code - first]) : null;
    return typeof width === 'number' ? width * scale : 0;
  };
}
