/**
 * Writes a changed PDF. Objects that do not change are copied as bytes, unread; what changes is written anew at the
 * end, and what it replaces is left out. The result is one plain file with one cross-reference table, not an update
 * appended to the old one: nothing of the old values stays in it, and its bytes depend on the content alone.
 */
import { createHash } from 'node:crypto';
import type { PdfFile } from './pdf-file.js';
import { objectBytes, serialize } from './serialize.js';
import { dict, type PdfRef, PdfString, type PdfValue } from './values.js';

export interface Changes {
  /** New value of an object, by number; undefined takes the object out. Numbers beyond the table are new objects. */
  objects: ReadonlyMap<number, PdfValue | undefined>;
  root: PdfRef;
  info: PdfRef;
}

/** The version that has everything we write (PDF 1.5 has TwoPageRight, 1.7 is ISO 32000-1). */
const HEADER = Buffer.from('%PDF-1.7', 'latin1');

/** The first object number that is not in use. */
export function nextNumber(file: PdfFile): number {
  let highest = 0;
  for (const number of file.offsets.keys()) if (number > highest) highest = number;
  return highest + 1;
}

/** The file with its changes. The trailer's ID is a digest of all objects. */
export function rewritePdf(file: PdfFile, { objects, root, info }: Changes): Uint8Array {
  const pieces: Uint8Array[] = [];
  const offsets = new Map<number, number>();
  let length = 0;
  const write = (bytes: Uint8Array): void => {
    pieces.push(bytes);
    length += bytes.length;
  };
  const inFile = [...file.offsets].sort((a, b) => a[1] - b[1]);
  write(HEADER);
  write(file.bytes.subarray(HEADER.length, inFile[0]?.[1] ?? file.xref));
  for (const [i, [number, start]] of inFile.entries()) {
    if (objects.has(number)) continue;
    offsets.set(number, length);
    write(file.bytes.subarray(start, inFile[i + 1]?.[1] ?? file.xref));
  }
  for (const [number, value] of objects) {
    if (value === undefined) continue;
    offsets.set(number, length);
    for (const bytes of objectBytes(number, value)) write(bytes);
  }
  const digest = createHash('md5');
  for (const piece of pieces) digest.update(piece);
  const id = new PdfString(digest.digest().toString('latin1'));
  const table = xrefTable(offsets);
  const trailer = dict({ Size: table.size, Root: root, Info: info, ID: [id, id] });
  write(Buffer.from(`${table.text}trailer\n${serialize(trailer)}\nstartxref\n${length}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(pieces, length);
}

/** One section for all numbers; those not in use form the list of free entries (ISO 32000-1, 7.5.4). */
export function xrefTable(offsets: ReadonlyMap<number, number>): { text: string; size: number } {
  let size = 1;
  for (const number of offsets.keys()) if (number >= size) size = number + 1;
  const lines: string[] = [];
  let nextFree = 0;
  for (let number = size - 1; number >= 0; number--) {
    const offset = offsets.get(number);
    if (offset !== undefined) lines.push(`${String(offset).padStart(10, '0')} 00000 n \n`);
    else {
      lines.push(`${String(nextFree).padStart(10, '0')} ${number === 0 ? '65535' : '00001'} f \n`);
      nextFree = number;
    }
  }
  return { text: `xref\n0 ${size}\n${lines.reverse().join('')}`, size };
}
