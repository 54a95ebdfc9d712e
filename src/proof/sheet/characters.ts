/** Which characters the furniture of a proof may print, known before it is laid out: the fonts measure them. */
import type { ProofSheetsInput } from './input.js';
import { wordCharacters } from './words.js';

/** Latin letters, digits and marks are always there: addresses, file names, dates. */
const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(0x20 + i)).join('');

/** Each character once, in the order of its code. The text of the pages is not among them: it is not set again. */
export function proofCharacters(input: Omit<ProofSheetsInput, 'measure'>): string {
  const { changes, findings, notes, head, pages } = input;
  const texts = [
    ASCII,
    wordCharacters(),
    ...Object.values(head).map(String),
    ...notes.flatMap(({ address, file, contributor = '' }) => [address, file, contributor]),
    ...pages.flatMap(({ folio, title }) => [folio, title]),
    ...changes.flatMap((change) => [
      change.what,
      ...change.pieces.map(({ text }) => text),
      change.from ?? '',
      change.to ?? '',
      change.place.file,
      change.address ?? '',
    ]),
    ...findings.flatMap(({ number, author, reason, remedy = '', text, place, dismissed, address = '' }) => [
      number,
      author,
      reason,
      remedy,
      text,
      address,
      place?.file ?? '',
      ...Object.values(dismissed ?? {}),
    ]),
  ];
  return [...new Set(texts.join(''))]
    .filter((character) => character >= ' ')
    .sort((a, b) => (a.codePointAt(0) as number) - (b.codePointAt(0) as number))
    .join('');
}
