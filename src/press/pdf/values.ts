/**
 * The values of a PDF (ISO 32000-1, 7.3). Numbers, booleans, null and arrays are JavaScript's own.
 */

export class PdfName {
  constructor(readonly name: string) {}
}

/** A string; one character (0–255) per byte. */
export class PdfString {
  constructor(readonly bytes: string) {}
}

export class PdfRef {
  constructor(
    readonly number: number,
    readonly generation = 0,
  ) {}
}

export type PdfDict = Map<string, PdfValue>;

export class PdfStream {
  constructor(
    readonly dict: PdfDict,
    /** As in the file: still filtered. */
    readonly bytes: Uint8Array,
  ) {}
}

export type PdfValue = null | boolean | number | PdfName | PdfString | PdfRef | PdfValue[] | PdfDict | PdfStream;

/** A name, `/Page` for `name('Page')`. */
export function name(text: string): PdfName {
  return new PdfName(text);
}

/** A dictionary from an object; entries that are undefined are left out. */
export function dict(entries: Record<string, PdfValue | undefined>): PdfDict {
  return new Map(Object.entries(entries).filter((entry): entry is [string, PdfValue] => entry[1] !== undefined));
}

/** A text string in UTF-16BE with its byte order mark (7.9.2.2). */
export function textString(text: string): PdfString {
  let bytes = '\xfe\xff';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes += String.fromCharCode(unit >> 8, unit & 0xff);
  }
  return new PdfString(bytes);
}

/** The text of UTF-16BE bytes; a byte order mark is dropped. */
export function decodeUtf16(bytes: string): string {
  let text = '';
  for (let i = bytes.startsWith('\xfe\xff') ? 2 : 0; i + 1 < bytes.length; i += 2) {
    text += String.fromCharCode((bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1));
  }
  return text;
}

/** The text of a text string: UTF-16BE where it has a byte order mark, else one character per byte. */
export function decodeText(string: PdfString): string {
  return string.bytes.startsWith('\xfe\xff') ? decodeUtf16(string.bytes) : string.bytes;
}
