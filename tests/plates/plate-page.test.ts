import { describe, expect, it } from 'vitest';
import { figureShape } from '../../src/plates/arrangement/figure-shape.js';
import { type PageFigure, type PlateArea, placePage } from '../../src/plates/arrangement/plate-page.js';
import type { StackSlice } from '../../src/plates/arrangement/slices.js';

const AREA: PlateArea = { width: 680, height: 952, titleHeight: 88, gutter: 16, captionLine: 20, captionGap: 4 };
const figures = (ratios: number[], words = 4): PageFigure[] =>
  ratios.map((ratio) => ({ ...figureShape([ratio], 4), caption: new Array(words).fill(26) }));
/** A tall figure beside two that lie. */
const BESIDE: StackSlice = {
  kind: 'stack',
  children: [{ kind: 'row', children: [0, { kind: 'stack', children: [1, 2] }] }],
};

describe('a page of plates', () => {
  it('has a stack as high as what stands beside it, and both together as wide as the area', () => {
    const [block] =
      placePage([{ slice: BESIDE, figures: figures([0.6, 1.5, 1.5]), titled: false }], 952, 680, AREA)?.blocks ?? [];
    const [tall, above, below] = block?.figures ?? [];
    if (!tall || !above || !below) throw new Error('not placed');
    expect([tall.top, above.top, tall.left]).toEqual([0, 0, 0]);
    expect(above.left).toBeCloseTo(tall.width + 16);
    expect(above.left + above.width).toBeCloseTo(680);
    expect(below.top - (above.top + above.height + 24)).toBeCloseTo(24, 6);
    expect(below.top + below.height).toBeCloseTo(tall.height);
  });

  it('is narrowed as a whole and stands in the middle where it would be too high', () => {
    const page = placePage([{ slice: BESIDE, figures: figures([0.6, 1.5, 1.5]), titled: true }], 500, 680, AREA);
    const placed = page?.blocks[0]?.figures ?? [];
    const left = Math.min(...placed.map((each) => each.left));
    const right = Math.max(...placed.map((each) => each.left + each.width));
    expect(left).toBeCloseTo(680 - right);
    expect(right - left).toBeCloseTo(page?.width ?? 0);
    expect(page?.free).toBeCloseTo(0);
    expect(Math.min(...placed.map((each) => each.top))).toBe(88);
    expect(Math.max(...placed.map((each) => each.top + each.height + 24))).toBeCloseTo(500);
  });

  it('gives long captions more lines where they are narrower, and their neighbours as many', () => {
    const figures2 = [...figures([0.6], 20), ...figures([1.5, 1.5], 2)];
    const placed = placePage([{ slice: BESIDE, figures: figures2, titled: false }], 952, 680, AREA)?.blocks[0]?.figures;
    const [tall, above, below] = placed ?? [];
    expect(tall?.captionLines).toBeGreaterThan(1);
    expect(below?.captionLines).toBe(tall?.captionLines);
    expect(above?.captionLines).toBe(1);
  });

  it('has several sections below each other, each under its title', () => {
    const one: StackSlice = { kind: 'stack', children: [0] };
    const block = { slice: one, figures: figures([3]), titled: true };
    const page = placePage([block, block], 952, 680, AREA);
    const height = 680 / 3 + 24;
    expect(page?.blocks.map(({ top }) => top)).toEqual([0, expect.closeTo(88 + height + 30)]);
    expect(page?.blocks.map((each) => each.figures[0]?.top)).toEqual([88, 88]);
    expect(page?.free).toBeCloseTo(952 - 2 * (88 + height) - 30);
  });

  it('cannot be where a caption takes all the room', () => {
    expect(
      placePage(
        [{ slice: { kind: 'stack', children: [0] }, figures: figures([1], 5000), titled: false }],
        952,
        680,
        AREA,
      ),
    ).toBeUndefined();
  });
});
