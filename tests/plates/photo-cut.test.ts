import { describe, expect, it } from 'vitest';
import { cutPhoto } from '../../src/plates/photos/photo-cut.js';
import type { PhotoHints } from '../../src/tree/nodes.js';

const LYING = { width: 3000, height: 2000 };
const focus = (x: number, y: number): { x: number; y: number } => ({ x, y });

describe('a photo', () => {
  it('is printed as it is where nothing is asked', () => {
    expect(cutPhoto({}, LYING)).toEqual({ width: 3000, height: 2000, lost: 0 });
    expect(cutPhoto({ crop: { ratio: 1.5, focus: focus(0, 0) } }, LYING).treatment).toBeUndefined();
  });

  it('is cut at the sides or above and below, whichever leaves more', () => {
    const square = cutPhoto({ crop: { ratio: 1, focus: focus(0.5, 0.5) } }, LYING);
    expect(square).toMatchObject({ width: 2000, height: 2000 });
    expect(square.treatment?.crop).toMatchObject({
      x: expect.closeTo(1 / 6),
      y: 0,
      width: expect.closeTo(2 / 3),
      height: 1,
    });
    expect(square.lost).toBeCloseTo(1 / 3);
    const strip = cutPhoto({ crop: { ratio: 3, focus: focus(0.5, 0) } }, LYING);
    expect(strip.treatment?.crop).toEqual({ x: 0, y: 0, width: 1, height: 0.5 });
  });

  it.each([
    [focus(0, 0.5), 0],
    [focus(1, 0.5), 1 / 3],
  ])('keeps what is looked at: %o', (looked, x) => {
    const { treatment } = cutPhoto({ crop: { ratio: 1, focus: looked } }, LYING);
    expect(treatment?.crop?.x).toBeCloseTo(x);
  });

  it('is turned', () => {
    expect(cutPhoto({ turn: 90 }, LYING)).toEqual({ width: 2000, height: 3000, treatment: { turn: 90 }, lost: 0 });
    expect(cutPhoto({ turn: 180 }, LYING)).toMatchObject({ width: 3000, height: 2000, treatment: { turn: 180 } });
  });

  /** What is seen after turning, as a place of the upright photo: the corner at the top left of the seen box. */
  it.each<[PhotoHints['turn'], object]>([
    // Turned to the right, what was at the left is above, and what was below is at the left.
    [90, { x: 0, y: 0.5, width: 1 / 3, height: 0.5 }],
    [180, { x: 0.5, y: 2 / 3, width: 0.5, height: 1 / 3 }],
    // Turned to the left, what was at the right is above, and what was above is at the left.
    [270, { x: 2 / 3, y: 0, width: 1 / 3, height: 0.5 }],
  ])('that is turned by %i is cut as it is seen then', (turn, box) => {
    const size = turn === 180 ? LYING : { width: 2000, height: 3000 };
    const ratio = size.width / size.height;
    // The upper left sixth of what is seen, in two cuts: a shape, and what of it is kept.
    const seen = turn === 180 ? ratio : 1 / ratio;
    const tall = cutPhoto({ turn, crop: { ratio: seen / 2, focus: focus(0, 0) } }, size);
    const low = cutPhoto({ turn, crop: { ratio: seen * 3, focus: focus(0, 0) } }, size);
    const { x, y, width, height } = box as { x: number; y: number; width: number; height: number };
    const across = turn === 180 ? { x, width } : { y, height };
    const down = turn === 180 ? { y, height } : { x, width };
    for (const [key, value] of Object.entries(across)) {
      expect(tall.treatment?.crop?.[key as 'x'], key).toBeCloseTo(value);
    }
    for (const [key, value] of Object.entries(down)) expect(low.treatment?.crop?.[key as 'x'], key).toBeCloseTo(value);
    expect(tall.treatment?.turn).toBe(turn);
  });

  it('gets the shape of its place, whatever its hints say', () => {
    const cut = cutPhoto({ crop: { focus: focus(0.5, 0) } }, LYING, 0.75);
    expect(cut.width / cut.height).toBeCloseTo(0.75);
    expect(cut.lost).toBeCloseTo(0.5);
  });
});
