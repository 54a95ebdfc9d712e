import { mkdir, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { checkPhotos } from '../../src/manuscript/photos.js';
import { readVolume } from '../../src/manuscript/read-volume.js';
import { manuscript, places, volumeFolder } from './sample.js';

const noise = Buffer.from(Array.from({ length: 120 * 90 * 3 }, (_, index) => (index * 7919) % 256));
const image = sharp(noise, { raw: { width: 120, height: 90, channels: 3 } });

/** The messages for one photo that the manuscript calls `src`, after `prepare` has put something there. */
async function check(src: string, prepare: (photos: string) => Promise<void>): Promise<string[]> {
  const folder = await volumeFolder({ '01-农业/01-稿件.md': manuscript(`![图](photos/${src})\n`) });
  const photos = path.join(folder, '01-农业', 'photos');
  await mkdir(photos);
  await prepare(photos);
  const { volume, messages } = await readVolume(folder);
  if (!volume || messages.length > 0) throw new Error('the volume itself is not in order');
  return places(await checkPhotos(volume));
}

describe('photos', () => {
  it.each(['a.jpg', 'a.jpeg', 'a.JPG', 'a.png', 'a.webp', 'a.tif', 'a.tiff'])('%s is in order', async (name) => {
    const format = name.replace(/^a\./, '').toLowerCase().replace('jpeg', 'jpg').replace('tiff', 'tif');
    const made = {
      jpg: image.clone().jpeg(),
      png: image.clone().png(),
      webp: image.clone().webp(),
      tif: image.clone().tiff(),
    };
    const bytes = await made[format as keyof typeof made].toBuffer();
    expect(await check(name, (photos) => writeFile(path.join(photos, name), bytes))).toEqual([]);
  });

  it('with data after their end are in order', async () => {
    const bytes = Buffer.concat([await image.clone().jpeg().toBuffer(), Buffer.alloc(2000)]);
    expect(await check('a.jpg', (photos) => writeFile(path.join(photos, 'a.jpg'), bytes))).toEqual([]);
  });

  it.each<[string, string, (photos: string) => Promise<unknown>, string]>([
    ['that are not there', 'a.jpg', async () => undefined, 'photo-missing'],
    ['in the wrong case', 'a.jpg', (photos) => image.clone().jpeg().toFile(path.join(photos, 'A.jpg')), 'photo-case'],
    ['that are a folder', 'a.jpg', (photos) => mkdir(path.join(photos, 'a.jpg')), 'photo-folder'],
    ['of no bytes', 'a.jpg', (photos) => writeFile(path.join(photos, 'a.jpg'), ''), 'photo-empty'],
    ['that are text', 'a.jpg', (photos) => writeFile(path.join(photos, 'a.jpg'), '不是照片'), 'photo-not-image'],
    [
      'with another extension',
      'a.jpg',
      (photos) =>
        image
          .clone()
          .png()
          .toFile(path.join(photos, 'a.png'))
          .then(() => copy(photos)),
      'photo-extension',
    ],
    [
      'of a format that cannot be printed',
      'a.gif',
      (photos) => image.clone().gif().toFile(path.join(photos, 'a.gif')),
      'photo-format',
    ],
    [
      'cut short, JPEG',
      'a.jpg',
      (photos) => cutShort(image.clone().jpeg(), path.join(photos, 'a.jpg')),
      'photo-truncated',
    ],
    [
      'cut short, PNG',
      'a.png',
      (photos) => cutShort(image.clone().png(), path.join(photos, 'a.png')),
      'photo-truncated',
    ],
    [
      'cut short, TIFF',
      'a.tif',
      (photos) => cutShort(image.clone().tiff(), path.join(photos, 'a.tif')),
      'photo-not-image',
    ],
  ])('%s are an error', async (_, src, prepare, expected) => {
    expect(await check(src, async (photos) => void (await prepare(photos)))).toEqual([`${expected} 5:1`]);
  });
});

async function copy(photos: string): Promise<void> {
  const { rename } = await import('node:fs/promises');
  await rename(path.join(photos, 'a.png'), path.join(photos, 'a.jpg'));
}

async function cutShort(picture: Sharp, file: string): Promise<void> {
  const bytes = await picture.toBuffer();
  await writeFile(file, bytes);
  await truncate(file, Math.floor(bytes.length / 2));
}
