import { describe, expect, it } from 'vitest';
import { figureShape, photoPlaces } from '../../src/plates/arrangement/figure-shape.js';

describe('a figure of several photos', () => {
  it.each([
    [[1.5], [1]],
    [[1.5, 0.67], [2]],
    [[0.67, 0.67], [2]],
    [
      [2.5, 2.5],
      [1, 1],
    ],
    [
      [1.5, 1.5, 1.5, 1.5],
      [2, 2],
    ],
    [new Array(8).fill(1.5), [3, 3, 2]],
  ])('has rows that make it lie: %j', (ratios, rows) => {
    expect(figureShape(ratios, 4).rows).toEqual(rows);
  });

  it('is as high as its photos with their gaps, at any width', () => {
    for (const width of [200, 680]) {
      for (const ratios of [[1.5], [1.5, 0.7], [2, 3, 1, 0.5], [1, 1, 1, 1, 1, 1, 1]]) {
        const shape = figureShape(ratios, 4);
        const places = photoPlaces(ratios, shape, width, 4);
        const foot = Math.max(...places.map(({ top, height }) => top + height));
        expect(foot).toBeCloseTo(shape.slope * width + shape.base, 6);
        for (const [i, place] of places.entries()) {
          expect(place.width / place.height).toBeCloseTo(ratios[i] as number, 6);
          expect(place.left + place.width).toBeLessThan(width + 1e-6);
        }
      }
    }
  });
});
