import { describe, expect, it } from 'vitest';
import { type Slice, slicesOf } from '../../src/plates/arrangement/slices.js';

/** `1|2/3`: side by side before above each other; stacks within rows in brackets. */
function drawn(slice: Slice): string {
  if (typeof slice === 'number') return String(slice + 1);
  const inside = slice.children.map(drawn);
  return slice.kind === 'row' ? `[${inside.join('|')}]` : `(${inside.join('/')})`;
}

/** How many stacks stand side by side somewhere in a slice. */
function stacksAbreast(slice: Slice): number {
  if (typeof slice === 'number') return 0;
  const own = slice.kind === 'row' ? slice.children.filter((child) => typeof child !== 'number').length : 0;
  return Math.max(own, ...slice.children.map(stacksAbreast));
}

describe('the ways to cut a page', () => {
  it('are these for three figures, numbered as they are read', () => {
    expect(slicesOf(3).map(drawn).sort()).toEqual(
      ['(1/2/3)', '(1/[2|3])', '([1|2]/3)', '([1|2|3])', '([1|(2/3)])', '([(1/3)|2])'].sort(),
    );
  });

  it.each([1, 2, 3, 4, 5, 6])('hold each of %i figures once, and differ', (count) => {
    const ways = slicesOf(count).map(drawn);
    expect(new Set(ways).size).toBe(ways.length);
    for (const way of ways) {
      expect((way.match(/\d/gu) ?? []).map(Number).sort()).toEqual(Array.from({ length: count }, (_, i) => i + 1));
    }
  });

  it('have no two stacks side by side, of which nobody could say what comes next', () => {
    for (const slice of slicesOf(6)) expect(stacksAbreast(slice)).toBeLessThanOrEqual(1);
  });
});
