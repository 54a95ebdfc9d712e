import { describe, expect, it } from 'vitest';
import { applyColourTable, makeColourTable } from '../../../src/press/photos/colour-table.js';
import { levelsOf, mostInk } from '../../../src/press/photos/ink-limit.js';
import { openColourEngine } from '../../../src/press/profile/colour-engine.js';
import { HOUSE_ICC, profileOfSharp } from '../profile/house.js';

const SRGB = { space: 'sRGB' } as const;
const PRESS = { space: 'CMYK', icc: HOUSE_ICC } as const;

async function tableOf(limit = 300, intent: '相对色度' | '绝对色度' = '相对色度') {
  const table = makeColourTable(await openColourEngine(), SRGB, HOUSE_ICC, intent, levelsOf(limit));
  if (!table) throw new Error('no table');
  return table;
}

/** Colours all over the cube. */
const CUBE = Uint8Array.from({ length: 18 ** 3 * 3 }, (_, index) => {
  const colour = Math.floor(index / 3);
  return (Math.floor(colour / 18 ** (index % 3)) % 18) * 15;
});

describe('the table of colours', () => {
  it('gives the inks of the colour engine within a level, but for the rim of what can be printed', async () => {
    const engine = await openColourEngine();
    const exact = engine.convert(
      Uint16Array.from(CUBE, (level) => level * 257),
      SRGB,
      PRESS,
      '相对色度',
    );
    const made = applyColourTable(await tableOf(), CUBE);
    const wrong = Array.from(made, (ink, index) => Math.abs(ink - (exact?.[index] ?? 0) / 257));
    wrong.sort((one, other) => one - other);
    expect(wrong.reduce((total, each) => total + each, 0) / wrong.length).toBeLessThan(0.4);
    expect(wrong[Math.floor(wrong.length * 0.95)]).toBeLessThan(1.5);
    expect(wrong.at(-1)).toBeLessThan(15);
  });

  it('leaves paper for white, in every place of a picture', async () => {
    const inks = applyColourTable(await tableOf(), Uint8Array.of(255, 255, 255, 0, 0, 0, 255, 255, 255, 255, 255, 255));
    expect([...inks.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
    expect([...inks.subarray(8)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('imitates the white of a screen only where that is asked for', async () => {
    const inks = applyColourTable(await tableOf(300, '绝对色度'), Uint8Array.of(250, 240, 200));
    expect(mostInk(inks)).toBeGreaterThan(0);
  });

  it.each([200, 240, 280])('keeps a limit of %d on every pixel', async (limit) => {
    const inks = applyColourTable(await tableOf(limit), CUBE);
    expect(mostInk(inks)).toBeLessThanOrEqual(levelsOf(limit));
    // It uses what it may: a limit far below would print grey shadows.
    expect(mostInk(inks)).toBeGreaterThan(levelsOf(limit) - 6);
  });

  it('has no steps in a grey ramp', async () => {
    const ramp = Uint8Array.from({ length: 256 * 3 }, (_, index) => Math.floor(index / 3));
    const inks = applyColourTable(await tableOf(240), ramp);
    for (let level = 1; level < 256; level += 1) {
      for (let ink = 0; ink < 4; ink += 1) {
        const [now = 0, before = 0] = [inks[level * 4 + ink], inks[level * 4 - 4 + ink]];
        expect(Math.abs(now - before), `ink ${ink} at ${level}`).toBeLessThanOrEqual(5);
      }
    }
  });

  it('is none for numbers that no profile explains', async () => {
    const engine = await openColourEngine();
    const damaged = (await profileOfSharp('p3')).fill(0, 128);
    const from = { space: 'RGB', icc: damaged } as const;
    expect(makeColourTable(engine, from, HOUSE_ICC, '相对色度', levelsOf(300))).toBeUndefined();
  });
});
