/**
 * Risk (存疑): how likely a reading is wrong, and how far the line would move if it were. The first character decides
 * the letter, so it weighs most; another letter is worse than another syllable, and that worse than another tone.
 */

import { formatSyllable, sameSyllable } from '../../tree/syllable.js';
import type { ReadingBasis, Syllable, TermReading } from '../model.js';
import { characterReadings, isHan } from './character.js';
import type { Dictionary } from './dictionary.js';
import type { NamePiece } from './person.js';

/** Weight of the first, second, … Han character of a term. */
const WEIGHTS = [1, 0.5, 0.3, 0.2, 0.15];
const FAR = { letter: 1, syllable: 0.7, tone: 0.35 };
/** A polyphone read as its word of the dictionary has it. */
const IN_WORD = 0.03;
/** A surname that families read in different ways. */
const BY_FAMILY = 0.4;
const SUREST = 0.02;
const UNSUREST = 0.9;
/** What the dictionary cannot judge. */
const UNKNOWN = 0.5;
/** A reading rarer than this at the head of words is not thought of. */
const IN_USE = 0.002;

const ORDER: ReadingBasis[] = ['given', 'locked', 'single', 'surname', 'word', 'guess', 'none'];

interface Judged {
  basis: ReadingBasis;
  /** Likelihood that the reading is wrong. */
  doubt: number;
  others: Syllable[];
}

/** What no word of a list or of the dictionary bears out. */
const GUESSED: readonly ReadingBasis[] = ['surname', 'guess', 'none'];

/** What the words of a term amount to: its syllables, their weakest basis, and the riskiest character. */
export function judge(
  characters: readonly string[],
  pieces: readonly NamePiece[],
  dictionary: () => Dictionary,
): TermReading {
  const syllables: (Syllable | null)[] = characters.map(() => null);
  const reading: TermReading = { syllables, basis: 'given', risk: 0 };
  // Where a reading rests on a guess, the doubt is about what was guessed, however unsure its words are.
  let guessed = false;
  let place = 0;
  for (const piece of pieces) {
    for (let i = 0; i < piece.length; i += 1) {
      const at = piece.at + i;
      const character = characters[at] as string;
      if (!isHan(character)) continue;
      const syllable = piece.syllables[i] ?? null;
      syllables[at] = syllable;
      const { basis, doubt, others } = judgeCharacter(character, syllable, piece, dictionary);
      reading.basis = weaker(reading.basis, basis);
      const risk = Math.round(doubt * weightAt(place) * distance(syllable, others) * 1000) / 1000;
      const guess = GUESSED.includes(basis);
      if (guess === guessed ? risk > reading.risk : guess) {
        guessed = guess;
        reading.risk = risk;
        reading.doubt = { at, others: others.map(formatSyllable) };
      }
      place += 1;
    }
  }
  if (place === 0) reading.basis = 'single';
  return reading;
}

/** The weaker of two bases. */
export function weaker(a: ReadingBasis, b: ReadingBasis): ReadingBasis {
  return ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b;
}

function judgeCharacter(
  character: string,
  syllable: Syllable | null,
  piece: NamePiece,
  dictionary: () => Dictionary,
): Judged {
  if (piece.source === 'given') return { basis: 'given', doubt: 0, others: [] };
  if (!syllable) return { basis: 'none', doubt: 1, others: [] };
  if (piece.surname) {
    return { basis: 'surname', doubt: piece.others ? BY_FAMILY : 0, others: piece.others ?? [] };
  }
  const others = characterReadings(character).filter((each) => !sameSyllable(each, syllable));
  if (others.length === 0) return { basis: 'single', doubt: 0, others };
  if (piece.source === 'own') return { basis: 'word', doubt: 0, others };
  if (piece.length > 1) return { basis: 'word', doubt: IN_WORD, others };
  const leading = dictionary().leading(character);
  const inUse = others.filter((other) =>
    leading.some(({ syllable: text, share }) => text === formatSyllable(other) && share > IN_USE),
  );
  // A particle: 的 de, 了 le. Nobody takes it for the head of a word.
  if (syllable.tone === 5) return { basis: 'word', doubt: SUREST, others };
  // The others are those of names, of old books, of one word: 区 ōu, 思 sāi.
  if (leading.length > 0 && inUse.length === 0) return { basis: 'word', doubt: SUREST, others };
  const share = leading.find(({ syllable: text }) => text === formatSyllable(syllable))?.share;
  const doubt = leading.length === 0 ? UNKNOWN : Math.min(UNSUREST, Math.max(SUREST, 1 - (share ?? 0)));
  return { basis: 'guess', doubt, others: inUse.length > 0 ? inUse : others };
}

function weightAt(place: number): number {
  return WEIGHTS[Math.min(place, WEIGHTS.length - 1)] as number;
}

function distance(syllable: Syllable | null, others: readonly Syllable[]): number {
  if (!syllable) return FAR.letter;
  const far = others.map((other) => {
    if (other.letters[0] !== syllable.letters[0]) return FAR.letter;
    return other.letters === syllable.letters ? FAR.tone : FAR.syllable;
  });
  return Math.max(0, ...far);
}
