import { describe, expect, it } from 'vitest';
import { makeBlackScale } from '../../../src/press/photos/black-scale.js';
import { openColourEngine } from '../../../src/press/profile/colour-engine.js';
import { HOUSE_ICC, profileOfSharp } from '../profile/house.js';

async function scaleOf(photo: Parameters<typeof makeBlackScale>[1] = { space: 'sRGB' }): Promise<number[]> {
  return [...(makeBlackScale(await openColourEngine(), photo, HOUSE_ICC) ?? [])];
}

describe('greys in black alone', () => {
  it('go from full black to paper without a step back', async () => {
    const scale = await scaleOf();
    expect(scale).toHaveLength(256);
    expect([scale[0], scale[255]]).toEqual([255, 0]);
    expect(scale.slice(1).every((tint, index) => tint <= (scale[index] as number))).toBe(true);
    // Three in four greys stay apart.
    expect(new Set(scale).size).toBeGreaterThan(192);
  });

  it('look as light as they should, between the black of the ink and the paper', async () => {
    const scale = await scaleOf();
    const engine = await openColourEngine();
    const lightness = (inks: number[]): number => {
      const lab = engine.convert(
        Uint16Array.from(inks, (ink) => ink * 257),
        { space: 'CMYK', icc: HOUSE_ICC },
        { space: 'Lab' },
        '绝对色度',
      );
      return (lab?.[0] ?? 0) / 655.35;
    };
    const luminance = (l: number): number => (l > 8 ? ((l + 16) / 116) ** 3 : l / 903.3);
    const [paper, black] = [luminance(lightness([0, 0, 0, 0])), luminance(lightness([0, 0, 0, 255]))];
    for (const grey of [32, 64, 100, 128, 180, 220]) {
      const linear = ((grey / 255 + 0.055) / 1.055) ** 2.4;
      const expected = black + linear * (paper - black);
      expect(luminance(lightness([0, 0, 0, scale[grey] as number])), `grey ${grey}`).toBeCloseTo(expected, 2);
    }
  });

  it('follow the profile of the photo', async () => {
    // The curve of Display P3 is that of sRGB; a house profile is none for RGB.
    const wide = await scaleOf({ space: 'RGB', icc: await profileOfSharp('p3') });
    const srgb = await scaleOf();
    expect(wide.every((tint, grey) => Math.abs(tint - (srgb[grey] as number)) <= 1)).toBe(true);
    expect(await scaleOf({ space: 'RGB', icc: HOUSE_ICC })).toEqual([]);
  });
});
