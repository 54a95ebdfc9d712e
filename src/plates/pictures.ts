/**
 * Photos made ready for print: upright (EXIF), sRGB, no larger than the press can use. A JPEG that is all this already
 * is used as it is, byte by byte; the rest is converted once and kept by the file's name, size and time.
 */
import { createHash } from 'node:crypto';
import { mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Photo, Volume } from '../tree/nodes.js';
import { select } from '../tree/visit.js';

export interface PreparedPicture {
  /** `file:` URL. */
  url: string;
  /** Pixels, upright. */
  width: number;
  height: number;
  /** Changes whenever the source file may have changed. */
  stamp: string;
}

/** 300 ppi over the largest type area of a plate, 680 × 952 CSS px. */
const MOST_PIXELS = { width: 2125, height: 2975 };
const QUALITY = 88;
/** Converting is sharp's own threads' work; more at once only takes memory. */
const AT_ONCE = 2;

/** Prepares every photo of a volume; the result is keyed by the photo's path in the volume folder. */
export async function preparePictures(
  volume: Volume,
  cache: string,
  onProgress: (done: number, total: number) => void,
): Promise<Map<string, PreparedPicture>> {
  const files = [...new Set(select(volume, 'photo').map((photo: Photo) => photo.file))];
  const pictures = new Map<string, PreparedPicture>();
  if (files.length === 0) return pictures;
  await mkdir(cache, { recursive: true });
  const queue = files.values();
  const work = async (): Promise<void> => {
    for (const file of queue) {
      pictures.set(file, await preparePicture(join(volume.folder, file), cache));
      onProgress(pictures.size, files.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return pictures;
}

async function preparePicture(path: string, cache: string): Promise<PreparedPicture> {
  const { size, mtimeMs } = await stat(path);
  const stamp = createHash('sha256')
    .update(`${path}\0${size}\0${mtimeMs}\0${JSON.stringify(MOST_PIXELS)}${QUALITY}`)
    .digest('hex')
    .slice(0, 24);
  const kept = join(cache, `${stamp}.jpg`);
  const { default: sharp } = await import('sharp');
  const known = await sharp(kept)
    .metadata()
    .catch(() => undefined);
  if (known?.width && known.height) {
    return { url: pathToFileURL(kept).href, width: known.width, height: known.height, stamp };
  }
  const source = await sharp(path).metadata();
  const upright = (source.orientation ?? 1) === 1;
  const plain = source.format === 'jpeg' && source.space === 'srgb' && source.channels === 3 && !source.icc;
  const small = (source.width ?? 0) <= MOST_PIXELS.width && (source.height ?? 0) <= MOST_PIXELS.height;
  if (upright && plain && small) {
    return { url: pathToFileURL(path).href, width: source.width ?? 1, height: source.height ?? 1, stamp };
  }
  const half = `${kept}.${process.pid}.half`;
  const made = await sharp(path)
    .rotate()
    .resize({ ...MOST_PIXELS, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .flatten({ background: '#fff' })
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
    .toFile(half);
  await rename(half, kept);
  return { url: pathToFileURL(kept).href, width: made.width, height: made.height, stamp };
}
