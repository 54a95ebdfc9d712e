/**
 * Cutting a term into words (分词), so that each polyphone is read as its word has it: 银行|长期, not 银|行长|期. Of all
 * ways to cut, the likeliest is taken: the one with the greatest product of word frequencies.
 */

import { parseSyllable } from '../../tree/syllable.js';
import type { Syllable } from '../model.js';
import { characterReadings, isHan } from './character.js';
import type { Dictionary } from './dictionary.js';
import type { OwnReadings } from './own-readings.js';

/** A word of a term: where it stands and how it is read. */
export interface Piece {
  at: number;
  length: number;
  syllables: (Syllable | null)[];
  source: 'given' | 'own' | 'dictionary' | 'character' | 'other';
}

/** What may stand in a term. Each gives the words that begin at a place. */
export interface Vocabulary {
  /** Of the volume: a word there is always taken, the longest first. */
  given: ReadonlyMap<string, Syllable[]>;
  own: (word: string) => string[] | undefined;
  /** Loaded when it is first asked. */
  dictionary: () => Dictionary;
  /** Traditional characters stand for the new ones. */
  simplified: OwnReadings['simplified'];
}

/** Shares of running words: the whole of the dictionary's frequencies is about 9e-6. */
const WHOLE = 9e-6;
/** A word of our lists that the dictionary does not know is as common as a place name. */
const OWN = 5e-11;
/** A character that is no word of the dictionary. */
const ALONE = 1e-13;
/** A character alone is rarely a word in a title: it pays this much more. */
const ALONE_COST = 2;

/** The likeliest way to cut a text into words. */
export function segment(characters: readonly string[], vocabulary: Vocabulary): Piece[] {
  const forced = givenPieces(characters, vocabulary.given);
  const pieces: Piece[] = [];
  let at = 0;
  for (const piece of forced) {
    pieces.push(...cut(characters.slice(at, piece.at), at, vocabulary), piece);
    at = piece.at + piece.length;
  }
  pieces.push(...cut(characters.slice(at), at, vocabulary));
  return pieces;
}

/** The words of the volume that stand in a text, in their order. */
export function givenPieces(characters: readonly string[], given: Vocabulary['given']): Piece[] {
  const taken = characters.map(() => false);
  const pieces: Piece[] = [];
  const words = [...given].map(([word, syllables]) => ({ word: [...word], syllables }));
  for (const { word, syllables } of words.sort((a, b) => b.word.length - a.word.length)) {
    for (let at = 0; at + word.length <= characters.length; at += 1) {
      if (word.some((character, i) => taken[at + i] || characters[at + i] !== character)) continue;
      taken.fill(true, at, at + word.length);
      pieces.push({ at, length: word.length, syllables: spread(word, syllables), source: 'given' });
    }
  }
  return pieces.sort((a, b) => a.at - b.at);
}

/** One syllable for each Han character, nothing for the others. */
function spread(word: readonly string[], syllables: readonly Syllable[]): (Syllable | null)[] {
  let next = 0;
  return word.map((character) => (isHan(character) ? (syllables[next++] ?? null) : null));
}

interface Step {
  cost: number;
  piece?: Piece;
}

/** Shortest path from the end of the text to its beginning. */
function cut(characters: readonly string[], offset: number, vocabulary: Vocabulary): Piece[] {
  const best: Step[] = [];
  best[characters.length] = { cost: 0 };
  for (let at = characters.length - 1; at >= 0; at -= 1) {
    for (const { piece, cost } of candidates(characters, at, vocabulary)) {
      const whole = cost + (best[at + piece.length] as Step).cost;
      if (whole < (best[at]?.cost ?? Number.POSITIVE_INFINITY)) best[at] = { cost: whole, piece };
    }
  }
  const pieces: Piece[] = [];
  for (let at = 0; at < characters.length; at += pieces.at(-1)?.length ?? 1) {
    const piece = best[at]?.piece as Piece;
    pieces.push(piece);
  }
  return pieces.map((piece) => ({ ...piece, at: piece.at + offset }));
}

interface Candidate {
  piece: Piece;
  cost: number;
}

function candidates(characters: readonly string[], at: number, vocabulary: Vocabulary): Candidate[] {
  const character = characters[at] as string;
  if (!isHan(character)) return [{ piece: { at, length: 1, syllables: [null], source: 'other' }, cost: 0 }];
  const found = new Map<number, Candidate>();
  for (const text of spellings(characters, vocabulary.simplified)) {
    for (const { length, word } of vocabulary.dictionary().wordsAt(text, at)) {
      if (length === 1) continue;
      const syllables = word.syllables.map((each, i) => plainSyllable(text[at + i] as string, each));
      if (syllables.length !== length) continue;
      found.set(length, {
        piece: { at, length, syllables, source: 'dictionary' },
        cost: -Math.log(word.frequency / WHOLE),
      });
    }
    for (const [length, texts] of ownAt(vocabulary.own, text, at)) {
      const known = found.get(length)?.cost ?? Number.POSITIVE_INFINITY;
      const syllables = texts.map((each) => parseSyllable(each) ?? null);
      found.set(length, {
        piece: { at, length, syllables, source: 'own' },
        cost: Math.min(known, -Math.log(OWN / WHOLE)),
      });
    }
  }
  if (!found.has(1)) found.set(1, alone(characters, at, vocabulary));
  return [...found.values()];
}

/** The text in simplified characters, and as it stands. */
function spellings(characters: readonly string[], simplified: Vocabulary['simplified']): (readonly string[])[] {
  if (!characters.some((each) => simplified.has(each))) return [characters];
  return [characters.map((each) => simplified.get(each) ?? each), characters];
}

const LONGEST_OWN = 8;

function* ownAt(own: Vocabulary['own'], text: readonly string[], at: number): Generator<[number, string[]]> {
  let word = '';
  for (let length = 1; length <= LONGEST_OWN && at + length <= text.length; length += 1) {
    word += text[at + length - 1];
    const syllables = own(word);
    if (syllables) yield [length, syllables];
  }
}

function alone(characters: readonly string[], at: number, vocabulary: Vocabulary): Candidate {
  const character = characters[at] as string;
  const [word] = vocabulary.dictionary().wordsAt([character], 0);
  return {
    piece: { at, length: 1, syllables: [characterReadings(character)[0] ?? null], source: 'character' },
    cost: ALONE_COST - Math.log((word?.word.frequency ?? ALONE) / WHOLE),
  };
}

/** In filing 一 and 不 have their own tone, whatever follows, and 儿 is a syllable. */
const UNCHANGED: Record<string, string> = { 一: 'yī', 不: 'bù', 儿: 'ér' };

function plainSyllable(character: string, syllable: string): Syllable | null {
  return parseSyllable(UNCHANGED[character] ?? syllable) ?? null;
}
