import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openReader, type ReadAs } from '../../../src/subject-index/reading/reader.js';
import { formatSyllable, parseSyllables, type Syllable } from '../../../src/tree/syllable.js';

/** Sections `# words`, `# places` and `# persons`; a line is a term and its syllables. */
const lines = readFileSync(new URL('gold.txt', import.meta.url), 'utf8').split('\n');
const persons = lines.indexOf('# persons');
const reader = openReader([], { subjects: {}, persons: {} });

/** Dictionaries differ in what is said without tone: 粮食 is liáng shi or liáng shí. */
function alike(a: readonly Syllable[], b: readonly Syllable[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ letters, tone }, i) => {
      const other = b[i] as Syllable;
      return letters === other.letters && (tone === other.tone || tone === 5 || other.tone === 5);
    })
  );
}

function misread(from: number, to: number, as: ReadAs): { count: number; wrong: string[] } {
  const terms = lines.slice(from, to).filter((line) => line !== '' && !line.startsWith('#'));
  const wrong = terms.flatMap((line) => {
    const space = line.indexOf(' ');
    const term = line.slice(0, space);
    const read = reader.read(term, as).syllables.filter((syllable) => syllable !== null);
    const gold = parseSyllables(line.slice(space + 1)) ?? [];
    return alike(read, gold) ? [] : [`${line}, not ${read.map(formatSyllable).join(' ')}`];
  });
  return { count: terms.length, wrong };
}

describe('hard readings', () => {
  it('of words and places are those of the standard dictionaries', () => {
    const { count, wrong } = misread(0, persons, 'subject');
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(1600);
  });

  it('of persons follow their surnames', () => {
    const { count, wrong } = misread(persons, lines.length, 'person');
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(160);
  });
});
