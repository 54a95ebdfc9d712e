/**
 * The reader (注音): terms in, readings out. What the volume gives comes first, then what an earlier run has locked,
 * then the dictionary.
 */
import { pinyin } from 'pinyin-pro';
import type { GivenReading } from '../../tree/index-sources.js';
import type { Syllable, TermReading } from '../model.js';
import { lockedSyllables, type ReadingLock } from './lock.js';
import { teachReadings } from './mended.js';

export type { ReadingLock } from './lock.js';

/** A term is of the subject index, or the name of a person. */
export type ReadAs = 'subject' | 'person';

export interface Reader {
  read(term: string, as: ReadAs): TermReading;
  /** What would be read if nothing were locked. */
  consult(term: string, as: ReadAs): TermReading;
}

const HAN = /\p{Script=Han}/u;

/** Makes a reader; loads a dictionary only where a term asks for it. */
export function openReader(_given: readonly GivenReading[], lock: ReadingLock): Reader {
  const consult = (term: string): TermReading => {
    teachReadings();
    const syllables = pinyin(term, { type: 'all', toneType: 'num' }).flatMap(({ origin, pinyin: reading, num }) =>
      HAN.test(origin)
        ? [{ letters: reading.replace(/\d$/, ''), tone: (num || 5) as Syllable['tone'] }]
        : [...origin].map(() => null),
    );
    return { syllables, basis: 'word', risk: 0 };
  };
  return {
    read(term, as) {
      const kept = as === 'person' ? lock.persons : lock.subjects;
      const syllables = Object.hasOwn(kept, term) ? lockedSyllables([...term], kept[term] as string) : undefined;
      return syllables ? { syllables, basis: 'locked', risk: 0 } : consult(term);
    },
    consult,
  };
}
