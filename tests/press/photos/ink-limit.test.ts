import { describe, expect, it } from 'vitest';
import { levelsOf, limitInk, mostInk } from '../../../src/press/photos/ink-limit.js';
import { openColourEngine } from '../../../src/press/profile/colour-engine.js';
import { HOUSE_ICC } from '../profile/house.js';

const sum = (inks: ArrayLike<number>): number => Array.from(inks).reduce((total, ink) => total + ink, 0);

function limited(inks: number[], percent: number): number[] {
  const pixel = Float32Array.from(inks);
  limitInk(pixel, 0, levelsOf(percent));
  return [...pixel];
}

/** Dark colours as separations make them, 300 to 360 % of ink; the same ones each time. */
function darkColours(count: number): number[][] {
  let seed = 7;
  const random = (): number => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  const colours: number[][] = [];
  while (colours.length < count) {
    const grey = 0.5 + random() / 2;
    const inks = [grey, grey * 0.85, grey * 0.8].map((ink) => ink + (random() - 0.5) * 0.4);
    const colour = [...inks, random()].map((ink) => Math.min(1, Math.max(0, ink)) * 255);
    if (sum(colour) > levelsOf(300) && sum(colour) < levelsOf(360)) colours.push(colour);
  }
  return colours;
}

describe('total ink', () => {
  it('changes nothing that keeps the limit', () => {
    expect(limited([255, 255, 255, 0], 300)).toEqual([255, 255, 255, 0]);
    expect(limited([10, 20, 30, 255], 300)).toEqual([10, 20, 30, 255]);
  });

  it('is never more than the limit', () => {
    const levels = [0, 40, 100, 128, 200, 254, 255];
    const wrong: number[][] = [];
    for (const percent of [200, 240, 300, 320]) {
      for (let at = 0; at < levels.length ** 4; at += 1) {
        const inks = [0, 1, 2, 3].map((ink) => levels[Math.floor(at / levels.length ** ink) % levels.length] as number);
        const pixel = Uint8Array.from(inks);
        limitInk(pixel, 0, levelsOf(percent));
        const over = sum(pixel) > levelsOf(percent) || sum(limited(inks, percent)) > levelsOf(percent) + 1e-3;
        if (over || (pixel[3] as number) < (inks[3] as number)) wrong.push(inks);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('makes black of grey first, then takes colour in proportion', () => {
    const [c = 0, m = 0, y = 0, k = 0] = limited([240, 220, 200, 150], 300);
    expect(k).toBeGreaterThan(150);
    expect([240 - c, 220 - m, 200 - y].every((less) => Math.abs(less - (240 - c)) < 0.01)).toBe(true);
    const [red, green, blue, full] = limited([250, 200, 150, 255], 300) as [number, number, number, number];
    expect(full).toBe(255);
    expect(red / green).toBeCloseTo(250 / 200, 3);
    expect(green / blue).toBeCloseTo(200 / 150, 3);
  });

  it('has no step: neighbours stay neighbours', () => {
    let before = limited([230, 210, 190, 100], 300);
    for (let black = 100.5; black <= 255; black += 0.5) {
      const now = limited([230, 210, 190, black], 300);
      now.forEach((ink, index) => void expect(Math.abs(ink - (before[index] as number))).toBeLessThan(1.5));
      before = now;
    }
  });

  it('can hardly be seen', async () => {
    const colours = darkColours(2000);
    const engine = await openColourEngine();
    const seen = (inks: number[][]): Uint16Array => {
      const numbers = Uint16Array.from(inks.flat(), (ink) => Math.round(ink * 257));
      const lab = engine.convert(numbers, { space: 'CMYK', icc: HOUSE_ICC }, { space: 'Lab' }, '绝对色度');
      return lab ?? new Uint16Array();
    };
    const [given, made] = [seen(colours), seen(colours.map((colour) => limited(colour, 300)))];
    const differences = colours.map((_, index) => {
      const [l, a, b] = [0, 1, 2].map((axis) => (given[index * 3 + axis] ?? 0) - (made[index * 3 + axis] ?? 0));
      return Math.hypot((l ?? 0) / 655.35, (a ?? 0) / 257, (b ?? 0) / 257);
    });
    differences.sort((one, other) => one - other);
    expect(sum(differences) / differences.length).toBeLessThan(1.3);
    expect(differences.at(-1)).toBeLessThan(6);
  });

  it('of a picture is that of its darkest pixel', () => {
    expect(mostInk(Uint8Array.of(1, 2, 3, 4, 250, 0, 250, 0, 9, 9, 9, 9))).toBe(500);
    expect(mostInk(new Uint8Array())).toBe(0);
  });
});
