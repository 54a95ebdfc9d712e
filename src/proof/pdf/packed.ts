/** Streams packed as they are written: a proof is made often and read once, so quickly rather than small. */
import { deflateSync } from 'node:zlib';
import { name, type PdfDict, PdfStream } from '../../press/pdf/values.js';

/** Of 9; the file is a hundredth larger than at its usual 6. */
const LEVEL = 3;

export function packed(content: Uint8Array, entries: PdfDict = new Map()): PdfStream {
  const bytes = deflateSync(content, { level: LEVEL });
  return new PdfStream(new Map(entries).set('Filter', name('FlateDecode')), bytes);
}
