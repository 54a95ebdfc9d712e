import { mkdir, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { checkPhotos } from '../../src/manuscript/photos/photos.js';
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

describe('what departments send as photos', () => {
  /** What is said of a file with these bytes. */
  const said = async (name: string, bytes: Uint8Array) => {
    const folder = await volumeFolder({ '01-农业/01-稿件.md': manuscript(`![图](photos/${name})\n`) });
    await mkdir(path.join(folder, '01-农业', 'photos'));
    await writeFile(path.join(folder, '01-农业', 'photos', name), bytes);
    const { volume } = await readVolume(folder);
    if (!volume) throw new Error('the volume itself is not in order');
    return checkPhotos(volume);
  };
  const text = (words: string): Buffer => Buffer.from(words.padEnd(600, ' '), 'latin1');

  it.each<[string, string, Buffer, string]>([
    ['HEIC', 'a.jpg', text('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'HEIC（苹果手机的照片）'],
    ['HEIC under its own name', 'a.heic', text('\0\0\0\x18ftypmif1\0\0\0\0mif1heic'), '兼容性最佳'],
    [
      'SVG',
      'a.svg',
      text('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      'SVG',
    ],
    ['a web page', 'a.jpg', text('<!DOCTYPE html><html><body>404</body></html>'), '图片另存为'],
    ['PDF', 'a.jpg', text('%PDF-1.7'), 'PDF'],
    ['a Photoshop file', 'a.psd', text('8BPS\0\x01'), 'Photoshop'],
    ['BMP', 'a.bmp', text('BM\x36\0\0\0'), 'BMP'],
    ['a document of Word', 'a.jpg', text('PK\x03\x04'), 'Word'],
    ['a raw file', 'a.CR2', text('II*\0\x10\0\0\0CR\x02\0'), '相机原始文件'],
    ['a raw file that begins as a TIFF', 'a.nef', text('MM\0*\0\0\0\x08'), '用相机的软件导出'],
    ['a film', 'a.jpg', text('\0\0\0\x18ftypmp42'), '视频'],
  ])('%s: it is named, with what to do', async (_, name, bytes, words) => {
    const messages = await said(name, bytes);
    expect(messages).toMatchObject([{ severity: 'error', rule: 'photo-format', line: 5, column: 1 }]);
    expect(`${messages[0]?.reason}。${messages[0]?.remedy}`).toContain(words);
  });

  it('a file of zeros is empty, however long it is', async () => {
    expect(await said('a.jpg', Buffer.alloc(4000))).toMatchObject([{ rule: 'photo-empty' }]);
  });

  it('CMYK, grey, 16 bits, transparency and a wide gamut are in order', async () => {
    const sound: [string, Sharp][] = [
      ['cmyk.jpg', image.clone().toColourspace('cmyk').withIccProfile('cmyk').jpeg()],
      ['grey.jpg', image.clone().toColourspace('b-w').jpeg()],
      ['deep.png', image.clone().toColourspace('rgb16').png()],
      ['deep.tif', image.clone().toColourspace('rgb16').tiff()],
      ['clear.png', image.clone().ensureAlpha(0.5).png()],
      ['wide.jpg', image.clone().withIccProfile('p3').jpeg()],
    ];
    for (const [name, made] of sound) expect(await said(name, await made.toBuffer()), name).toEqual([]);
  });

  it('an animation is an error, a TIFF of several pages a warning', async () => {
    const pages = sharp(noise, { raw: { width: 120, height: 90, channels: 3, pageHeight: 30 } });
    expect(await said('a.webp', await pages.clone().webp().toBuffer())).toMatchObject([
      { severity: 'error', rule: 'photo-animated', reason: expect.stringContaining('3 幅') },
    ]);
    expect(await said('a.tif', await pages.clone().tiff().toBuffer())).toMatchObject([
      { severity: 'warning', rule: 'photo-pages' },
    ]);
  });

  it('more pixels than any camera has are an error, without being opened', async () => {
    expect(await said('a.png', hugePng(30_000, 20_000))).toMatchObject([
      { rule: 'photo-too-large', reason: expect.stringContaining('30000 × 20000 像素（600 百万）') },
    ]);
  });

  it('cut short is cut short, though a thumbnail before the picture is whole', async () => {
    const whole = await image.clone().jpeg({ quality: 95 }).toBuffer();
    const small = await image.clone().resize(40).jpeg().toBuffer();
    const length = Buffer.alloc(2);
    length.writeUInt16BE(small.length + 2);
    // Behind SOI: a segment APP1 that holds a whole JPEG.
    const bytes = Buffer.concat([whole.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, small, whole.subarray(2)]);
    expect(await said('a.jpg', bytes)).toEqual([]);
    expect(await said('a.jpg', bytes.subarray(0, bytes.length - 2000))).toMatchObject([{ rule: 'photo-truncated' }]);
  });

  it('a photo to which a telephone has appended a film is whole', async () => {
    const film = Buffer.alloc(200_000, 7);
    expect(await said('a.jpg', Buffer.concat([await image.clone().jpeg().toBuffer(), film]))).toEqual([]);
  });
});

/** The head of a PNG and its end: as much as tells its size. */
function hugePng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const data = deflateSync(Buffer.alloc(1000));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** As PNG wants it (ISO 3309). */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

async function copy(photos: string): Promise<void> {
  const { rename } = await import('node:fs/promises');
  await rename(path.join(photos, 'a.png'), path.join(photos, 'a.jpg'));
}

async function cutShort(picture: Sharp, file: string): Promise<void> {
  const bytes = await picture.toBuffer();
  await writeFile(file, bytes);
  await truncate(file, Math.floor(bytes.length / 2));
}
