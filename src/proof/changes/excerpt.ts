/** Pieces cut for a list: what is kept is shortened to the words around a difference, with … for the rest. */
import type { Piece } from '../model.js';
import { wordsOf } from './words.js';

/** Characters of kept text that stay beside a difference. */
const BESIDE = 12;
/** Less than this is not worth an ellipsis. */
const WORTH = 6;
/** Of a passage that is new, gone or moved as a whole, and of any long difference: characters at its head and its end. */
const HEAD = 48;
const END = 24;

export const ELLIPSIS = '…';

/** The pieces with all that is long shortened; applied to a text they no longer give the other. */
export function excerpt(pieces: readonly Piece[]): Piece[] {
  const lastIndex = pieces.length - 1;
  return pieces.map(({ kind, text }, index) => {
    if (kind !== 'same' || lastIndex === 0) return { kind, text: shorten(text, HEAD, END) };
    return { kind, text: shorten(text, index === 0 ? 0 : BESIDE, index === lastIndex ? 0 : BESIDE) };
  });
}

/** The first `head` and the last `end` characters of a text, no number or word cut through. */
export function shorten(text: string, head: number, end: number): string {
  if (text.length <= head + end + WORTH) return text;
  const words = wordsOf(text);
  const first = fill(words, head);
  const last = fill(words.slice(first.length).reverse(), end).reverse();
  return `${first.join('')}${ELLIPSIS}${last.join('')}`;
}

function fill(words: readonly string[], length: number): string[] {
  const taken: string[] = [];
  let left = length;
  for (const word of words) {
    if (left <= 0) break;
    taken.push(word);
    left -= word.length;
  }
  return taken;
}
