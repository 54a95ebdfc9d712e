/** The profile of the house, and damaged or foreign ones made of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { loadProfile } from '../../../src/press/profile/profile.js';
import { PRESS_DEFAULTS } from '../../../src/tree/press-settings.js';

export const HOUSE_ICC = new Uint8Array(
  readFileSync(join(import.meta.dirname, '../../../styles/profiles/fogra39-coated.icc')),
);

export const houseProfile = () => loadProfile(PRESS_DEFAULTS, '/');

/** The house profile with a few bytes of its head written over. */
export function houseWith(at: number, bytes: string | number[]): Uint8Array {
  const changed = Buffer.from(HOUSE_ICC);
  changed.set(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, at);
  return new Uint8Array(changed);
}

/** A profile that sharp brings: `srgb` and `p3` for screens, `cmyk` for some other press. */
export async function profileOfSharp(name: 'srgb' | 'p3' | 'cmyk'): Promise<Uint8Array> {
  const { icc } = await sharp(
    await sharp({ create: { width: 8, height: 8, channels: 3, background: '#808080' } })
      .toColourspace(name === 'cmyk' ? 'cmyk' : 'srgb')
      .withIccProfile(name)
      .jpeg()
      .toBuffer(),
  ).metadata();
  if (!icc) throw new Error(`sharp embeds no profile ${name}`);
  return new Uint8Array(icc);
}
