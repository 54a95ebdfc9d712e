/** A one-page PDF from a content stream and a few objects, for what Chromium seldom or never writes. */
import { objectBytes, serialize } from '../../src/press/pdf/serialize.js';
import { dict, name, PdfRef, PdfStream, type PdfValue } from '../../src/press/pdf/values.js';

/**
 * @param content the page's content stream
 * @param resources the page's resources
 * @param objects further objects, numbered from 10
 */
export function handmadePdf(
  content: string,
  resources: Record<string, PdfValue>,
  objects: PdfValue[] = [],
): Uint8Array {
  const all = new Map<number, PdfValue>([
    [1, dict({ Type: name('Catalog'), Pages: new PdfRef(2) })],
    [2, dict({ Type: name('Pages'), Kids: [new PdfRef(3)], Count: 1, MediaBox: [0, 0, 200, 100] })],
    [3, dict({ Type: name('Page'), Parent: new PdfRef(2), Contents: new PdfRef(4), Resources: dict(resources) })],
    [4, new PdfStream(new Map(), Buffer.from(content, 'latin1'))],
    ...objects.map((value, i): [number, PdfValue] => [10 + i, value]),
  ]);
  const pieces: Uint8Array[] = [Buffer.from('%PDF-1.4\n')];
  let length = 9;
  let table = '';
  for (const [number, value] of all) {
    table += `${number} 1\n${String(length).padStart(10, '0')} 00000 n \n`;
    for (const piece of objectBytes(number, value)) {
      pieces.push(piece);
      length += piece.length;
    }
  }
  const trailer = serialize(dict({ Size: 10 + objects.length, Root: new PdfRef(1) }));
  pieces.push(Buffer.from(`xref\n${table}trailer\n${trailer}\nstartxref\n${length}\n%%EOF\n`));
  return Buffer.concat(pieces);
}

/** A simple font whose codes are their characters, every glyph half an em wide. */
export function plainFont(entries: Record<string, PdfValue> = {}): PdfValue {
  const widths = Array.from({ length: 95 }, () => 500);
  return dict({
    Type: name('Font'),
    Subtype: name('TrueType'),
    BaseFont: name('ABCDEF+Plain'),
    FirstChar: 32,
    Widths: widths,
    ToUnicode: new PdfRef(10),
    ...entries,
  });
}

/** The ToUnicode map of `plainFont`; must be object 10. */
export const ASCII_MAP = new PdfStream(new Map(), Buffer.from('1 beginbfrange <20> <7E> <0020> endbfrange'));
