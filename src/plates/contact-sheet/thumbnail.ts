/** Thumbnails (小样) of the contact sheet: JPEGs of at most 10 kB, kept by the content of their photo. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PhotoHead } from '../photos/photo-head.js';
import { isThere } from '../photos/screen-picture.js';

/** Longest edge, pixels: it is shown half as large, so that a screen of fine pixels shows it sharp too. */
const EDGE = 240;
const MOST_BYTES = 10_000;
const QUALITIES = [70, 50, 30, 10];

/**
 * The thumbnail of a photo, upright, as a JPEG.
 *
 * @param picture a picture that shows the whole photo and is smaller than its file: decoding that takes less time
 */
export async function thumbnail(head: PhotoHead, cache: string, picture?: string): Promise<Buffer> {
  const file = join(cache, `${head.digest}.jpg`);
  if (await isThere(file)) return readFile(file);
  const { default: sharp } = await import('sharp');
  const options = { failOn: 'truncated', limitInputPixels: false } as const;
  const small = sharp(picture ?? head.path, options).autoOrient();
  if (head.hasAlpha) small.flatten({ background: '#fff' });
  // Pixels once more, so that only the last step is done again for another quality.
  const { data, info } = await small
    .resize({ width: EDGE, height: EDGE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  let jpeg = Buffer.alloc(0);
  for (const quality of QUALITIES) {
    jpeg = await sharp(data, { raw }).jpeg({ quality }).toBuffer();
    if (jpeg.length <= MOST_BYTES) break;
  }
  const half = `${file}.${process.pid}.half`;
  await mkdir(cache, { recursive: true });
  await writeFile(half, jpeg);
  await rename(half, file);
  return jpeg;
}
