/** The list of doubts (读音待核): terms whose reading rests on a guess, the riskiest first. */

import { parseSyllable } from '../../tree/syllable.js';
import type { ReadingBasis, TermReading } from '../model.js';
import { isHan } from './character.js';
import { type ReadTerm, readingText } from './lock.js';

/** A term that a person should look at. */
export interface ReadingDoubt {
  term: string;
  as: 'subject' | 'person';
  /** The reading that was taken: zhǎng shì. */
  reading: string;
  /** The character in doubt, and its other readings. */
  character: string;
  others: string[];
  /** Under which other letters the term would stand; empty where it would keep its letter. */
  elsewhere: string[];
  risk: number;
  /** Why it is in doubt, in Chinese. */
  reason: string;
}

/** What is less likely to be wrong is not worth an editor's time. */
const WORTH_A_LOOK = 0.01;
const DOUBTFUL: readonly ReadingBasis[] = ['guess', 'surname'];

/** The doubts among terms as they were read from the dictionary (`Reader.consult`). */
export function listDoubts(terms: readonly (ReadTerm & { as: ReadingDoubt['as'] })[]): ReadingDoubt[] {
  return terms
    .flatMap(({ term, as, reading }) => doubtOf(term, as, reading) ?? [])
    .sort((a, b) => b.risk - a.risk || (a.term < b.term ? -1 : 1));
}

function doubtOf(term: string, as: ReadingDoubt['as'], reading: TermReading): ReadingDoubt | undefined {
  const { doubt, risk } = reading;
  if (!doubt || risk < WORTH_A_LOOK || !DOUBTFUL.includes(reading.basis)) return undefined;
  const characters = [...term];
  const character = characters[doubt.at] as string;
  const first = doubt.at === characters.findIndex(isHan);
  const letter = reading.syllables[doubt.at]?.letters[0];
  const letters = doubt.others.flatMap((each) => parseSyllable(each)?.letters[0] ?? []);
  const elsewhere = first ? [...new Set(letters)].filter((each) => each !== letter) : [];
  return {
    term,
    as,
    reading: readingText(reading),
    character,
    others: doubt.others,
    elsewhere: elsewhere.map((each) => each.toUpperCase()),
    risk,
    reason: reasonOf(character, doubt.others, elsewhere, as === 'person' && first),
  };
}

function reasonOf(
  character: string,
  others: readonly string[],
  elsewhere: readonly string[],
  surname: boolean,
): string {
  const known = surname ? `“${character}”作姓氏有几种读法` : `“${character}”是多音字，词典里没有现成的词可依`;
  const moved = elsewhere.length === 0 ? '' : `，会排到${elsewhere.map((each) => each.toUpperCase()).join('、')}部`;
  return `${known}，也可能读${others.join('、')}${moved}`;
}
