/**
 * Writes a PDF of what can be reached from its catalog, with its objects numbered anew: the structure, the links and
 * whatever else the press does not want stay behind because nothing leads to them.
 */
import { createHash } from 'node:crypto';
import type { PdfFile } from '../pdf/pdf-file.js';
import { xrefTable } from '../pdf/rewrite.js';
import { objectBytes, serialize } from '../pdf/serialize.js';
import { dict, PdfRef, PdfStream, PdfString, type PdfValue } from '../pdf/values.js';

export interface Assembly {
  /** `1.6` */
  version: string;
  root: PdfRef;
  info: PdfRef;
  /** What takes the place of an object of the file, and what is new. */
  objects: ReadonlyMap<number, PdfValue>;
}

/** The finished file. Its ID is a digest of all objects, so the same book gives the same bytes. */
export function assemble(file: PdfFile, { version, root, info, objects }: Assembly): Uint8Array {
  const numbers = new Map<number, number>();
  const order: number[] = [];
  const reach = (ref: PdfRef): PdfRef => {
    let number = numbers.get(ref.number);
    if (number === undefined) {
      number = numbers.size + 1;
      numbers.set(ref.number, number);
      order.push(ref.number);
    }
    return new PdfRef(number);
  };
  const renumbered = (value: PdfValue): PdfValue => {
    if (value instanceof PdfRef) return reach(value);
    if (Array.isArray(value)) return value.map(renumbered);
    if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, renumbered(each)]));
    // The length is written anew.
    if (value instanceof PdfStream) {
      const entries = new Map([...value.dict].filter(([key]) => key !== 'Length'));
      return new PdfStream(renumbered(entries) as Map<string, PdfValue>, value.bytes);
    }
    return value;
  };

  const pieces: Uint8Array[] = [];
  const offsets = new Map<number, number>();
  let length = 0;
  const write = (bytes: Uint8Array): void => {
    pieces.push(bytes);
    length += bytes.length;
  };
  // Four bytes above 127 tell programs that the file is no text.
  write(Buffer.from(`%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`, 'latin1'));
  reach(root);
  reach(info);
  for (let next = order.shift(); next !== undefined; next = order.shift()) {
    const number = numbers.get(next) as number;
    const value = renumbered(objects.get(next) ?? file.object(next));
    offsets.set(number, length);
    for (const bytes of objectBytes(number, value)) write(bytes);
  }
  const digest = createHash('md5');
  for (const piece of pieces) digest.update(piece);
  const id = new PdfString(digest.digest().toString('latin1'));
  const table = xrefTable(offsets);
  const trailer = dict({ Size: table.size, Root: reach(root), Info: reach(info), ID: [id, id] });
  write(Buffer.from(`${table.text}trailer\n${serialize(trailer)}\nstartxref\n${length}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(pieces, length);
}
