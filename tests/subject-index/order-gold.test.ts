import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { arrangeHeadings } from '../../src/subject-index/order/arrange.js';
import { INDEX_DEFAULTS } from '../../src/tree/index-settings.js';
import { heading, shuffled } from './order-terms.js';

const gold = readFileSync(new URL('./order-gold.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map(heading);

describe('the gold list', () => {
  it('comes out in its order however it was mixed', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const groups = arrangeHeadings(shuffled(gold, seed), INDEX_DEFAULTS);
      const terms = groups.flatMap(({ headings }) => headings.map(({ term }) => term));
      expect(terms).toEqual(gold.map(({ term }) => term));
    }
  });

  it('stands in groups of # and A to Z, each once', () => {
    const letters = arrangeHeadings(shuffled(gold, 6), INDEX_DEFAULTS).map(({ letter }) => letter);
    expect(letters.join('')).toBe('#ABCDEFGHJKLMNPQRSTWXYZ');
  });
});
