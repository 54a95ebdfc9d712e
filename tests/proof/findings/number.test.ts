import { describe, expect, it } from 'vitest';
import { isSameNumber, numbersOf } from '../../../src/proof/findings/number.js';
import { NUMBER_SIGNS, parseFindingNumber } from '../../../src/tree/finding-number.js';

describe('the number of a finding', () => {
  it('has no sign that passes for another on paper', () => {
    expect(NUMBER_SIGNS).not.toMatch(/[0OQ1I2568]/u);
    expect(new Set(NUMBER_SIGNS).size).toBe(27);
    for (const number of numbersOf(Array.from({ length: 200 }, (_, i) => `rule\n${i}`))) {
      expect(parseFindingNumber(number)).toBe(number);
    }
  });

  it('comes from rule and words alone; the same words are counted', () => {
    const [a, b, again] = numbersOf(['han-gap\n甲', 'han-gap\n乙', 'han-gap\n甲']);
    expect(numbersOf(['widow\n丙', 'han-gap\n乙', 'han-gap\n甲']).slice(1)).toEqual([b, a]);
    expect(new Set([a, b, again]).size).toBe(3);
    expect(a).toMatch(/^[A-Z3479]{4}$/u);
  });

  it('is longer, for both, where two would share it', () => {
    const keys = Array.from({ length: 4000 }, (_, i) => `rule\n${i}`);
    const numbers = numbersOf(keys);
    expect(new Set(numbers).size).toBe(keys.length);
    const long = numbers.filter((number) => number.length === 6);
    expect(long.length).toBeGreaterThan(1);
    for (const number of long)
      expect(long.filter((each) => each.slice(0, 4) === number.slice(0, 4)).length).toBeGreaterThan(1);
    // Alone it is short again, and still known.
    const at = numbers.indexOf(long[0] as string);
    const [alone = ''] = numbersOf([keys[at] as string]);
    expect(alone).toHaveLength(4);
    expect(isSameNumber(alone, long[0] as string)).toBe(true);
    expect(isSameNumber(long[1] as string, long[0] as string)).toBe(false);
  });

  it.each([
    ['k3f9', 'K3F9'],
    ['#K3F9', 'K3F9'],
    ['Ｋ３Ｆ９', 'K3F9'],
    ['K 3 F 9', 'K3F9'],
    ['8A5Z', 'BASZ'],
    ['K3F9AB', 'K3F9AB'],
  ])('is read as it is typed: %s', (typed, number) => {
    expect(parseFindingNumber(typed)).toBe(number);
  });

  it.each(['', 'K3F', 'K3F9ABC', 'K0F9', '57a12!', '农业'])('is none: %j', (typed) => {
    expect(parseFindingNumber(typed)).toBeUndefined();
  });
});
