import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodeInks, encodeInks } from '../../../src/press/photos/encode.js';
import { levelsOf, mostInk } from '../../../src/press/photos/ink-limit.js';

const [WIDTH, HEIGHT] = [83, 61];

function picture(inkOf: (x: number, y: number) => number[]) {
  const inks = Uint8Array.from({ length: WIDTH * HEIGHT * 4 }, (_, index) => {
    const pixel = Math.floor(index / 4);
    return inkOf(pixel % WIDTH, Math.floor(pixel / WIDTH))[index % 4] ?? 0;
  });
  return { inks, width: WIDTH, height: HEIGHT };
}

describe('a CMYK JPEG', () => {
  const ramps = picture((x, y) => [x * 3, y * 4, 128, 20]);

  it('holds four inks in full resolution, inverted as Adobe does it', async () => {
    const jpeg = Buffer.from(await encodeInks(ramps, 92, levelsOf(300)));
    const head = await sharp(jpeg).metadata();
    expect(head).toMatchObject({ format: 'jpeg', space: 'cmyk', channels: 4, width: WIDTH, height: HEIGHT });
    expect(head.chromaSubsampling).toMatch(/^4:4:4/);
    // Adobe's segment, transform 0: the four channels are what they are.
    const adobe = jpeg.indexOf('Adobe', 0, 'latin1');
    expect(adobe).toBeGreaterThan(0);
    expect(jpeg[adobe + 11]).toBe(0);
    const decoded = await decodeInks(jpeg);
    expect(decoded.every((ink, index) => Math.abs(ink - (ramps.inks[index] as number)) <= 4)).toBe(true);
  });

  it('is the same file for the same inks', async () => {
    const [one, other] = await Promise.all([encodeInks(ramps, 80, 765), encodeInks(ramps, 80, 765)]);
    expect(Buffer.from(one).equals(other)).toBe(true);
  });

  it.each([40, 75, 92, 100])('puts nothing on the other plates of a black one, at quality %d', async (quality) => {
    const black = picture((x, y) => [0, 0, 0, (x * 37 + y * 91) % 256]);
    const decoded = await decodeInks(await encodeInks(black, quality, levelsOf(300)));
    expect(decoded.every((ink, index) => index % 4 === 3 || ink === 0)).toBe(true);
  });

  it.each([30, 60, 92])('keeps the limit where edges overshoot, at quality %d', async (quality) => {
    const edges = picture((x, y) => ((x * 7 + y * 3) % 5 < 3 ? [190, 190, 190, 190] : [10, 0, 20, 0]));
    // All four at the limit, next to paper: what JPEG does worst.
    expect(mostInk(edges.inks)).toBe(760);
    const decoded = await decodeInks(await encodeInks(edges, quality, levelsOf(300)));
    expect(mostInk(decoded)).toBeLessThanOrEqual(levelsOf(300));
    expect(mostInk(decoded)).toBeGreaterThan(levelsOf(240));
  });

  it('does not change the inks that it is given', async () => {
    const edges = picture((x) => (x % 3 ? [191, 191, 191, 191] : [0, 0, 0, 0]));
    const before = Uint8Array.from(edges.inks);
    await encodeInks(edges, 50, levelsOf(300));
    expect(Buffer.from(edges.inks).equals(before)).toBe(true);
  });
});
