/** The picture of a page: made with sharp from a photo, upright, cut and turned, in sRGB or grey, as many pixels as a screen wants. */
import { createHash } from 'node:crypto';
import { rename, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { PhotoHead } from './photo-head.js';
import { type PhotoTreatment, turnedArea } from './treatment.js';

export interface ScreenPicture {
  head: PhotoHead;
  treatment: PhotoTreatment;
  /** Across, after the treatment. */
  pixels: number;
}

/** Raise it when the same photo would come out otherwise. */
const VERSION = 2;
const QUALITY = 80;
/** Lines have edges where a photo has none. */
const DRAWN_QUALITY = 92;
const DAY = 24 * 3600 * 1000;

/** Where the picture lies in the folder `cache`: named after the content of its photo and what is done with it. */
export function fileOf(cache: string, { head, treatment, pixels }: ScreenPicture): string {
  const recipe = JSON.stringify([VERSION, head.digest, treatment.crop, treatment.turn, pixels]);
  return join(cache, `${createHash('sha256').update(recipe).digest('hex').slice(0, 24)}.jpg`);
}

/** Makes the picture, where it is not there yet. Throws what sharp throws for a photo that cannot be decoded. */
export async function makeScreenPicture({ head, treatment, pixels }: ScreenPicture, target: string): Promise<void> {
  if (await isThere(target)) return;
  const { default: sharp } = await import('sharp');
  const half = `${target}.${process.pid}.half`;
  // Warnings of the decoder are harmless; a photo that is cut short is an error.
  const options = { ignoreIcc: head.direct, failOn: 'truncated', limitInputPixels: false } as const;
  // Upright first: autoOrient leaves `rotate` to the treatment.
  const picture = sharp(head.path, options).autoOrient();
  if (treatment.turn) picture.rotate(treatment.turn);
  if (treatment.crop) picture.extract(turnedArea(head, treatment));
  if (head.hasAlpha) picture.flatten({ background: '#fff' });
  await picture
    .resize({ width: pixels, withoutEnlargement: true })
    .toColourspace(head.colour === 'grey' ? 'b-w' : 'srgb')
    .jpeg({ quality: head.drawn ? DRAWN_QUALITY : QUALITY, chromaSubsampling: '4:4:4' })
    .toFile(half);
  await rename(half, target);
}

/** What is used now and then looks young, so that it is not taken for forgotten. */
export async function isThere(file: string): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(file);
    const now = new Date();
    if (now.getTime() - mtimeMs > DAY) await utimes(file, now, now);
    return true;
  } catch {
    return false;
  }
}
