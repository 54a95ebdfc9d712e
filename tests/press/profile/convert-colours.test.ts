import { describe, expect, it } from 'vitest';
import { openColourEngine } from '../../../src/press/profile/colour-engine.js';
import { convertColours, type Rgb } from '../../../src/press/profile/convert-colours.js';
import { HOUSE_ICC, houseProfile } from './house.js';

const inks = async (...colours: Rgb[]) => convertColours(colours, await houseProfile());

describe('colours through the profile of the press', () => {
  /**
   * Per cent, as `transicc -i*sRGB -o fogra39-coated.icc -t1 -b` of Little CMS 2.14 gives them: relative colorimetric
   * with black-point compensation.
   */
  it.each<[string, Rgb, number[]]>([
    ['black', [0, 0, 0], [77.76, 65.47, 50.52, 98.26]],
    ['dark grey', [64, 64, 64], [66.72, 56.43, 54.47, 56.12]],
    ['grey', [128, 128, 128], [45.43, 36.5, 36.25, 25.98]],
    ['light grey', [192, 192, 192], [26.61, 19.75, 20.84, 4.33]],
    ['red', [255, 0, 0], [0, 96.04, 98.41, 0.05]],
    ['green', [0, 255, 0], [63.04, 0, 96.35, 0]],
    ['blue', [0, 0, 255], [97.74, 73.71, 0, 0]],
    ['cyan', [0, 255, 255], [39.6, 0, 16.58, 0]],
    ['magenta', [255, 0, 255], [33.5, 69.4, 0, 0]],
    ['yellow', [255, 255, 0], [3.83, 0.04, 95.38, 0]],
    ['the red of the house', [140, 28, 19], [2.13, 93.75, 86, 48.02]],
  ])('%s', async (_, colour, expected) => {
    const [made] = await inks(colour);
    expect(made).toHaveLength(4);
    made?.forEach((ink, index) => void expect(ink * 100).toBeCloseTo(expected[index] as number, 1));
  });

  it('leave paper for white', async () => {
    expect(await inks([255, 255, 255])).toEqual([[0, 0, 0, 0]]);
  });

  it('print greys without a tint', async () => {
    const greys = [32, 64, 96, 128, 160, 192, 224].map((level): Rgb => [level, level, level]);
    const numbers = Uint16Array.from((await inks(...greys)).flat(), (ink) => Math.round(ink * 0xffff));
    const engine = await openColourEngine();
    const lab = engine.convert(numbers, { space: 'CMYK', icc: HOUSE_ICC }, { space: 'Lab' }, '相对色度');
    greys.forEach((_, index) => {
      const [a = 0, b = 0] = [1, 2].map((axis) => (lab?.[index * 3 + axis] ?? 0) / 257 - 128);
      expect(Math.hypot(a, b)).toBeLessThan(1.5);
    });
  });

  it('come in the order in which they were asked, the same ones the same', async () => {
    const [first, second, third] = await inks([255, 0, 0], [0, 0, 255], [255, 0, 0]);
    expect(third).toEqual(first);
    expect(second).not.toEqual(first);
    expect(await inks()).toEqual([]);
  });

  it('can be changed by the caller without changing those of the next', async () => {
    const [mine] = await inks([10, 20, 30]);
    mine?.fill(1);
    expect((await inks([10, 20, 30]))[0]).not.toEqual(mine);
  });
});
