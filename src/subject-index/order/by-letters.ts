/**
 * 整词字母: the letters of the whole term first, as if it were one word: xian 先, xi'an 西安, xianjin 先进.
 *
 * Terms of the same letters stand by ü (after u), then by the ends of their syllables (the longer first syllable
 * before: 先 before 西安), then by the tones of all syllables, then by the strokes of all characters.
 */
import { compareText } from './by-character.js';
import { strokePlace } from './strokes.js';
import { KIND_PLACES, type Unit } from './units.js';

/** What terms are compared by, first to last. */
export type LetterKeys = string[];

/** What stands where there are no letters sorts before them. */
const BEFORE_LETTERS = { number: '!', script: '"', unread: '#' } as const;
/** After all letters. */
const SYLLABLE_END = '~';

/** @param mixed Whether a number or Latin letters at the head of a term file among the letters of Pinyin. */
export function letterKeys(units: readonly Unit[], mixed: boolean): LetterKeys {
  const [first] = units;
  if (!first) return [''];
  const lettered = mixed && first.letters !== '';
  const head = `${lettered ? 9 : KIND_PLACES[first.kind]}${lettered && first.kind === 'number' ? first.letters : ''}`;
  return [
    head + units.map(spelling).join(''),
    units.map((unit) => (unit.umlaut ? '1' : '0').repeat(unit.letters.length)).join(''),
    units.map((unit) => `${spelling(unit)}${unit.kind === 'han' ? SYLLABLE_END : ''}`).join(''),
    units.map((unit) => unit.tone).join(''),
  ];
}

function spelling({ kind, text, letters }: Unit): string {
  // The space ends a number: 5号 stands before 5.5.
  return kind === 'han' || kind === 'latin' ? letters : `${BEFORE_LETTERS[kind]}${text} `;
}

export function compareByLetters(
  a: { keys: LetterKeys; units: readonly Unit[] },
  b: { keys: LetterKeys; units: readonly Unit[] },
): number {
  for (let i = 0; i < Math.min(a.keys.length, b.keys.length); i += 1) {
    const found = compareText(a.keys[i] as string, b.keys[i] as string);
    if (found !== 0) return found;
  }
  for (let i = 0; i < Math.min(a.units.length, b.units.length); i += 1) {
    const left = (a.units[i] as Unit).text;
    const right = (b.units[i] as Unit).text;
    if (left !== right) return strokePlace(left) - strokePlace(right);
  }
  return a.units.length - b.units.length;
}
