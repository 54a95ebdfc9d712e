/** Colours of drawing, for those that the ink table does not name. */
import type { CmykProfile } from './profile.js';

export type Rgb = readonly [red: number, green: number, blue: number];
export type Cmyk = [cyan: number, magenta: number, yellow: number, black: number];

/** Converts sRGB colours, 0 to 255, into ink, 0 to 1. */
export async function convertColours(rgb: readonly Rgb[], _profile: CmykProfile): Promise<Cmyk[]> {
  if (rgb.length === 0) return [];
  const { default: sharp } = await import('sharp');
  const raw = Uint8Array.from(rgb.flat().map(Math.round));
  const picture = sharp(raw, { raw: { width: rgb.length, height: 1, channels: 3 } });
  const inks = await picture.toColourspace('cmyk').raw().toBuffer();
  return rgb.map((_, i) => [0, 1, 2, 3].map((ink) => (inks[4 * i + ink] as number) / 255) as Cmyk);
}
