/** Colours of drawing, for those that the ink table does not name: by the profile, relative to the paper. */
import { openColourEngine } from './colour-engine.js';
import type { CmykProfile } from './profile.js';

export type Rgb = readonly [red: number, green: number, blue: number];
export type Cmyk = [cyan: number, magenta: number, yellow: number, black: number];

/** By profile, then by colour: a book asks for few, and for the same ones again. */
const known = new WeakMap<Uint8Array, Map<string, Cmyk>>();

/**
 * Converts sRGB colours, 0 to 255, into ink, 0 to 1: relative colorimetric with black-point compensation.
 * White takes no ink.
 */
export async function convertColours(rgb: readonly Rgb[], profile: CmykProfile): Promise<Cmyk[]> {
  const found = known.get(profile.bytes) ?? new Map<string, Cmyk>();
  known.set(profile.bytes, found);
  const fresh = [...new Map(rgb.map((colour) => [colour.join(), colour]))].filter(([key]) => !found.has(key));
  if (fresh.length > 0) {
    const numbers = Uint16Array.from(fresh.flatMap(([, colour]) => colour.map((value) => Math.round(value * 257))));
    const engine = await openColourEngine();
    const ink = engine.convert(numbers, { space: 'sRGB' }, { space: 'CMYK', icc: profile.bytes }, '相对色度');
    if (!ink) throw new Error(`no colours through the profile ${profile.name}`);
    fresh.forEach(([key, colour], index) => {
      const white = colour.every((value) => value === 255);
      const inks = [0, 1, 2, 3].map((channel) => (white ? 0 : (ink[index * 4 + channel] ?? 0) / 0xffff));
      found.set(key, inks as Cmyk);
    });
  }
  return rgb.map((colour) => [...(found.get(colour.join()) as Cmyk)]);
}
