import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSyllable } from '../../../src/tree/syllable.js';

const entries = (name: string): [string, string[]][] =>
  readFileSync(new URL(`../../../src/subject-index/reading/lists/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line): [string, string[]] => {
      const [word = '', ...rest] = line.split(' ');
      return [word, rest];
    });

const LISTS = ['words', 'places', 'surnames', 'names', 'whole-names', 'name-characters', 'characters'];

describe('the word lists', () => {
  it.each(LISTS)('%s.txt: each word once, in the order of the code points', (name) => {
    const words = entries(name).map(([word]) => word);
    expect(words).toEqual([...new Set(words)].sort((a, b) => (a < b ? -1 : 1)));
  });

  it.each(LISTS)('%s.txt: every syllable is one, with its tone mark', (name) => {
    const wrong = entries(name).flatMap(([word, syllables]) =>
      syllables.filter((each) => each !== '/' && !parseSyllable(each)).map((each) => `${word} ${each}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(['words', 'places', 'names', 'whole-names'])('%s.txt: one syllable a character', (name) => {
    expect(entries(name).filter(([word, syllables]) => [...word].length !== syllables.length)).toEqual([]);
  });
});
