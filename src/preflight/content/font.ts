/** Fonts as content uses them: how strings divide into codes, how far they reach, and which codes are used. */
import { type PdfDict, PdfName, PdfStream, type PdfValue } from '../../press/pdf/values.js';
import { descendant, nameOf } from '../../press/text/font.js';
import type { Archive } from '../file/archive.js';
import { readableName } from './colour-space.js';

export interface ContentFont {
  /** Object number. */
  object: number | undefined;
  /** With the tag of its subset. */
  name: string;
  /** Type1, TrueType, Type3, CIDFontType0 … */
  subtype: string;
  composite: boolean;
  vertical: boolean;
  dict: PdfDict;
  /** The codes of a string, one after the other. */
  codes(bytes: string, each: (code: number) => void): void;
  /** Advance of a code in parts of the size. */
  width(code: number): number;
  /** Codes shown anywhere. */
  used: Set<number>;
  /** The first page it is used on. */
  firstPage: number;
}

export function readContentFont(archive: Archive, value: PdfValue | undefined, page: number): ContentFont {
  const dict = archive.dict(value);
  const outer = nameOf(archive, dict.get('Subtype'));
  const composite = outer === 'Type0';
  const inner = composite ? descendant(archive, dict) : dict;
  const encoding = archive.resolve(dict.get('Encoding'));
  const cmap = encoding instanceof PdfName ? encoding.name : encoding instanceof PdfStream ? 'own' : '';
  return {
    object: archive.numberOf(value),
    name: readableName(nameOf(archive, dict.get('BaseFont')) || nameOf(archive, dict.get('Name'))) || '（无名）',
    subtype: nameOf(archive, inner.get('Subtype')) || outer,
    composite,
    vertical: composite && cmap.endsWith('-V'),
    dict,
    codes: composite ? compositeCodes(cmap) : singleBytes,
    width: composite ? compositeWidths(archive, inner) : simpleWidths(archive, dict),
    used: new Set(),
    firstPage: page,
  };
}

function singleBytes(bytes: string, each: (code: number) => void): void {
  for (let i = 0; i < bytes.length; i++) each(bytes.charCodeAt(i));
}

function pairs(bytes: string, each: (code: number) => void): void {
  for (let i = 0; i + 1 < bytes.length; i += 2) each((bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1));
}

/** GBK, Big5, Shift JIS: ASCII in one byte, all else in two. Near enough for where a line of text lies. */
function mixed(bytes: string, each: (code: number) => void): void {
  for (let i = 0; i < bytes.length; i++) {
    const first = bytes.charCodeAt(i);
    if (first < 0x81 || i + 1 >= bytes.length) each(first);
    else each((first << 8) | bytes.charCodeAt(++i));
  }
}

/** Identity, UCS2 and UTF16 code spaces have two bytes a character; so do nearly all CMaps of a file's own. */
function compositeCodes(cmap: string): ContentFont['codes'] {
  return /EUC|GBK|GB-|GBpc|GBT|B5|ETen|HKscs|RKSJ|KSC/.test(cmap) ? mixed : pairs;
}

const MAX_WIDTHS = 0x40000;

/** `/W [10 [500 510] 20 29 1000]`. Codes stand for CIDs, which is so under Identity. */
function compositeWidths(archive: Archive, font: PdfDict): ContentFont['width'] {
  const widths = new Map<number, number>();
  const list = archive.resolve(font.get('W'));
  const items = Array.isArray(list) ? list : [];
  // A file may name the same codes over and over.
  let left = MAX_WIDTHS;
  for (let i = 0; i + 1 < items.length; ) {
    const [first, second] = [archive.resolve(items[i]), archive.resolve(items[i + 1])];
    if (typeof first !== 'number') break;
    if (Array.isArray(second)) {
      for (const [offset, each] of second.entries()) {
        const width = archive.resolve(each);
        if (typeof width === 'number') widths.set(first + offset, width);
      }
      i += 2;
    } else {
      const third = archive.resolve(items[i + 2]);
      if (typeof second !== 'number' || typeof third !== 'number') break;
      for (let code = first; code <= Math.min(second, 0xffff) && left-- > 0; code++) widths.set(code, third);
      i += 3;
    }
  }
  const standard = archive.resolve(font.get('DW'));
  const fallback = typeof standard === 'number' ? standard : 1000;
  return (code) => (widths.get(code) ?? fallback) / 1000;
}

/** A standard font may have no widths: half an em then, which is near enough. */
function simpleWidths(archive: Archive, font: PdfDict): ContentFont['width'] {
  const list = archive.resolve(font.get('Widths'));
  const first = archive.resolve(font.get('FirstChar'));
  const matrix = archive.resolve(font.get('FontMatrix'));
  const horizontal = Array.isArray(matrix) ? archive.resolve(matrix[0]) : null;
  const scale = typeof horizontal === 'number' ? Math.abs(horizontal) : 0.001;
  if (!Array.isArray(list) || typeof first !== 'number') return () => 0.5;
  const widths = list.slice(0, 256).map((each) => archive.resolve(each));
  return (code) => {
    const width = widths[code - first];
    return typeof width === 'number' ? width * scale : 0;
  };
}
