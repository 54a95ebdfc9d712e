import { describe, expect, it } from 'vitest';
import { figureRows } from '../../src/html/figure-rows.js';

const COLUMN = { width: 308, height: 560, gutter: 6, shape: 1.5 };
const PAGE = { width: 644, height: 690, gutter: 6, shape: 3 };
const counts = (ratios: number[], measure: typeof COLUMN) => figureRows(ratios, measure).map(({ count }) => count);

describe('the photos of one caption', () => {
  it('stand below each other in a column where they lie, and side by side where they are upright', () => {
    expect(counts([1.5, 1.5], COLUMN)).toEqual([1, 1]);
    expect(counts([3, 3], COLUMN)).toEqual([1, 1]);
    expect(counts([0.7, 0.7], COLUMN)).toEqual([2]);
    expect(counts([0.7, 0.7, 0.7, 0.7], COLUMN)).toEqual([2, 2]);
    expect(counts([1.5, 0.7, 0.7], COLUMN)).toEqual([1, 2]);
  });

  it('stand side by side across the page', () => {
    expect(counts([1.5, 1.5], PAGE)).toEqual([2]);
    expect(counts([1.5, 1.5, 1.5], PAGE)).toEqual([3]);
    expect(counts([0.7, 0.7, 0.7, 0.7], PAGE)).toEqual([4]);
  });

  it('fill the measure with rows of one height and one gutter', () => {
    for (const { widths, height, first, count } of figureRows([0.7, 0.8, 0.66, 0.75], COLUMN)) {
      expect(widths).toHaveLength(count);
      expect(widths.reduce((sum, width) => sum + width, 6 * (count - 1))).toBeCloseTo(308);
      for (const [i, width] of widths.entries()) {
        expect(width / height).toBeCloseTo([0.7, 0.8, 0.66, 0.75][first + i] as number);
      }
    }
  });

  it('shrink together where they would be too high, and keep one width', () => {
    const rows = figureRows([1.5, 1.5, 1.5, 1.5], COLUMN);
    expect(rows.reduce((sum, { height }) => sum + height, 6 * (rows.length - 1))).toBeCloseTo(560);
    expect(new Set(rows.map(({ widths }) => widths[0]?.toFixed(3))).size).toBe(1);
  });
});
