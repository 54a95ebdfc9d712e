import type { Heading, Syllable, TermReading } from '../../src/subject-index/model.js';

const HAN = /\p{Script=Han}/u;

/** A reading as the tests write it: one syllable with its tone for each Han character, `-` for one without. */
export function reading(term: string, spelt: string): TermReading {
  const given = spelt === '' ? [] : spelt.split(' ');
  const characters = [...term];
  if (characters.filter((each) => HAN.test(each)).length !== given.length)
    throw new Error(`${term}: ${spelt} does not fit`);
  const syllables = characters.map((each) => (HAN.test(each) ? syllable(given.shift() as string) : null));
  return { syllables, basis: 'given', risk: 0 };
}

function syllable(spelt: string): Syllable | null {
  if (spelt === '-') return null;
  return { letters: spelt.slice(0, -1), tone: Number(spelt.slice(-1)) as Syllable['tone'] };
}

/** `工业 gong1 ye4` as a heading. A term with a space in it is not to be written so. */
export function heading(line: string): Heading {
  const [term = '', ...spelt] = line.split(' ');
  return { term, reading: reading(term, spelt.join(' ')), occurrences: [], see: [], seeAlso: [], subheadings: [] };
}

/** The same shuffle for the same seed. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = randomFrom(seed);
  const found = [...items];
  for (let i = found.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [found[i], found[j]] = [found[j] as T, found[i] as T];
  }
  return found;
}

/** Numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
