import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { houseLayout } from '../../src/design/house-layout.js';
import { openPictureDesk } from '../../src/plates/pictures.js';
import { INDEX_DEFAULTS } from '../../src/tree/index-settings.js';
import type { Photo, Volume } from '../../src/tree/nodes.js';
import { PRESS_DEFAULTS } from '../../src/tree/press-settings.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianjian-pictures-'));
});
afterAll(() => rm(folder, { recursive: true }));

const POSITION = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };

/** A volume with nothing but these photos. */
function volume(...files: string[]): Volume {
  const photos = files.map((file): Photo => ({ type: 'photo', src: file, file, hints: {}, position: POSITION }));
  const figure = { type: 'figure' as const, id: 'p01m01f1', photos, caption: [], position: POSITION };
  const manuscript = {
    type: 'manuscript' as const,
    id: 'p01m01',
    file: '01-卷首/01-彩页.md',
    genre: '彩页' as const,
    category: { value: '卷首', position: POSITION },
    opensSubcategory: false,
    children: [figure],
    position: POSITION,
  };
  return {
    type: 'volume',
    folder,
    settings: {
      title: '测试县年鉴',
      number: '2022',
      trim: '大16开',
      layout: houseLayout('大16开'),
      start: '另页',
      index: INDEX_DEFAULTS,
      press: PRESS_DEFAULTS,
    },
    readings: [],
    indexRules: [],
    children: [
      {
        type: 'part',
        id: 'p01',
        title: '卷首',
        role: 'front',
        folder: '01-卷首',
        start: '另页',
        indexed: false,
        children: [manuscript],
      },
    ],
  };
}

/** A picture of one colour. */
const plain = (width: number, height: number, background = '#c03020') =>
  sharp({ create: { width, height, channels: 3, background } });

/** Orders one photo at a printed width and gives the file that is printed. */
async function printed(
  file: string,
  width: number,
): Promise<{ path: string; size: { width: number; height: number } }> {
  const desk = await openPictureDesk(volume(file), join(folder, 'cache'));
  const { width: w, height: h } = desk.size(file);
  const url = desk.order(file, width);
  await desk.prepare();
  return { path: fileURLToPath(url), size: { width: w, height: h } };
}

/** The middle pixel of a file, as red, green and blue. */
async function colour(path: string): Promise<number[]> {
  const { data, info } = await sharp(path).raw().toBuffer({ resolveWithObject: true });
  const middle = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * info.channels;
  return [...data.subarray(middle, middle + info.channels)];
}

function expectNear(found: number[], wanted: number[]): void {
  expect(found).toHaveLength(wanted.length);
  for (const [i, value] of wanted.entries()) expect(Math.abs((found[i] ?? -99) - value)).toBeLessThan(6);
}

/** Printed widths in CSS px: 96 of them are an inch, which holds 300 pixels at most. */
const INCH = 96;

describe('the picture desk', () => {
  it('uses a plain sRGB JPEG byte by byte', async () => {
    await plain(300, 200).jpeg().toFile(join(folder, 'plain.jpg'));
    const { path, size } = await printed('plain.jpg', INCH);
    expect(path).toBe(join(folder, 'plain.jpg'));
    expect(size).toEqual({ width: 300, height: 200 });
  });

  it('knows of which photo a picture was made', async () => {
    await plain(600, 400).png().toFile(join(folder, 'made.png'));
    await plain(300, 200).jpeg().toFile(join(folder, 'unmade.jpg'));
    const desk = await openPictureDesk(volume('made.png', 'unmade.jpg'), join(folder, 'cache'));
    const [made, unmade] = ['made.png', 'unmade.jpg'].map((file) => fileURLToPath(desk.order(file, INCH)));
    await desk.prepare();
    const digest = (path = ''): string => createHash('sha256').update(readFileSync(path)).digest('hex');
    expect(await desk.original(digest(made))).toEqual({ file: 'made.png', path: join(folder, 'made.png') });
    expect(await desk.original(digest(unmade))).toBeUndefined();
  });

  it('uses it as it is up to 350 ppi, and brings it down to 300 beyond', async () => {
    await plain(350, 200).jpeg().toFile(join(folder, '350.jpg'));
    await plain(360, 240).jpeg().toFile(join(folder, '360.jpg'));
    expect((await printed('350.jpg', INCH)).path).toBe(join(folder, '350.jpg'));
    const { path } = await printed('360.jpg', INCH);
    expect(path.startsWith(join(folder, 'cache'))).toBe(true);
    expect(await sharp(path).metadata()).toMatchObject({ format: 'jpeg', width: 300, height: 200 });
  });

  it('uses a JPEG whose profile says sRGB as it is', async () => {
    await plain(300, 200).withIccProfile('srgb').jpeg().toFile(join(folder, 'tagged.jpg'));
    expect((await printed('tagged.jpg', INCH)).path).toBe(join(folder, 'tagged.jpg'));
  });

  it('never enlarges a photo', async () => {
    await plain(90, 60).png().toFile(join(folder, 'small.png'));
    const { path } = await printed('small.png', INCH);
    expect(await sharp(path).metadata()).toMatchObject({ format: 'jpeg', width: 90, height: 60 });
  });

  it('sets a photo upright that lies on its side by its EXIF orientation', async () => {
    // Red on the left of the file is the top of the photo when orientation 6 turns it clockwise.
    const left = await plain(150, 200, '#ff0000').png().toBuffer();
    await plain(300, 200, '#0000ff')
      .composite([{ input: left, left: 0, top: 0 }])
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toFile(join(folder, 'lying.jpg'));
    const { path, size } = await printed('lying.jpg', INCH);
    expect(size).toEqual({ width: 200, height: 300 });
    const head = await sharp(path).metadata();
    expect(head).toMatchObject({ width: 200, height: 300 });
    expect(head.orientation ?? 1).toBe(1);
    const { data, info } = await sharp(path).raw().toBuffer({ resolveWithObject: true });
    const at = (y: number): number[] => [...data.subarray((y * info.width + 100) * info.channels).subarray(0, 3)];
    expectNear(at(20), [254, 0, 0]);
    expectNear(at(280), [0, 0, 254]);
  });

  it('tells the upright size of every orientation', async () => {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const file = `orientation-${orientation}.jpg`;
      await plain(90, 60).withMetadata({ orientation }).jpeg().toFile(join(folder, file));
      const { path, size } = await printed(file, INCH);
      expect([size.width, size.height]).toEqual(orientation >= 5 ? [60, 90] : [90, 60]);
      expect(await sharp(path).metadata()).toMatchObject(size);
    }
  });

  it('makes sRGB of CMYK', async () => {
    await plain(90, 60, '#c03020').toColourspace('cmyk').withIccProfile('cmyk').jpeg().toFile(join(folder, 'cmyk.jpg'));
    expect((await sharp(join(folder, 'cmyk.jpg')).metadata()).space).toBe('cmyk');
    const { path } = await printed('cmyk.jpg', INCH);
    expect(await sharp(path).metadata()).toMatchObject({ format: 'jpeg', space: 'srgb', channels: 3 });
    const [red = 0, green = 0, blue = 0] = await colour(path);
    expect(red).toBeGreaterThan(150);
    expect(Math.max(green, blue)).toBeLessThan(90);
  });

  it('makes sRGB of a wide gamut: the numbers change so that the colour stays', async () => {
    await plain(90, 60, '#c03020').withIccProfile('p3').jpeg({ quality: 100 }).toFile(join(folder, 'p3.jpg'));
    const raw = await sharp(join(folder, 'p3.jpg'), { ignoreIcc: true }).raw().toBuffer();
    // Display P3 reaches further out: the same red takes a smaller number in it.
    expect(raw[0]).toBeLessThan(0xbb);
    const { path } = await printed('p3.jpg', INCH);
    expect(path).not.toBe(join(folder, 'p3.jpg'));
    expectNear(await colour(path), [0xc0, 0x30, 0x20]);
  });

  it('leaves a grey photo grey', async () => {
    await plain(90, 60, '#808080').toColourspace('b-w').jpeg().toFile(join(folder, 'grey.jpg'));
    const { path } = await printed('grey.jpg', INCH);
    const found = await colour(path);
    for (const value of found) expect(Math.abs(value - 128)).toBeLessThan(4);
    expect((await sharp(path).metadata()).space).toMatch(/^(srgb|b-w)$/u);
  });

  it('puts what is transparent on white', async () => {
    const background = { r: 255, g: 0, b: 0, alpha: 0 };
    await sharp({ create: { width: 90, height: 60, channels: 4, background } })
      .png()
      .toFile(join(folder, 'clear.png'));
    expectNear(await colour((await printed('clear.png', INCH)).path), [255, 255, 255]);
  });

  it('prepares each size of each photo once, and not again in the next run', async () => {
    const cache = join(folder, 'again');
    await plain(900, 600).png().toFile(join(folder, 'big.png'));
    const first = await openPictureDesk(volume('big.png', 'big.png'), cache);
    const [small, same, large] = [INCH, INCH, 2 * INCH].map((width) => first.order('big.png', width));
    expect(small).toBe(same);
    expect(small).not.toBe(large);
    await first.prepare();
    expect((await pictures(cache)).sort()).toEqual([small, large].map((url) => (url ?? '').split('/').at(-1)).sort());
    const before = await stat(fileURLToPath(small ?? ''));
    const second = await openPictureDesk(volume('big.png'), cache);
    expect(second.order('big.png', INCH)).toBe(small);
    await second.prepare();
    expect((await stat(fileURLToPath(small ?? ''))).mtimeMs).toBe(before.mtimeMs);
  });

  it('prepares nothing that was not ordered', async () => {
    const cache = join(folder, 'none');
    const desk = await openPictureDesk(volume('big.png'), cache);
    await desk.prepare();
    expect(await pictures(cache)).toEqual([]);
  });

  it('takes a photo that was changed for another one', async () => {
    const file = join(folder, 'changing.png');
    await plain(90, 60).png().toFile(file);
    const before = await openPictureDesk(volume('changing.png'), join(folder, 'cache'));
    const [url, stamp] = [before.order('changing.png', INCH), before.stamp()];
    await utimes(file, new Date(), new Date(Date.now() + 5000));
    const after = await openPictureDesk(volume('changing.png'), join(folder, 'cache'));
    expect(after.order('changing.png', INCH)).not.toBe(url);
    expect(after.stamp()).not.toBe(stamp);
  });

  it('gives addresses that are sound for names with spaces and Chinese characters', async () => {
    await plain(90, 60).jpeg().toFile(join(folder, '麦 田#1.jpg'));
    const desk = await openPictureDesk(volume('麦 田#1.jpg'), join(folder, 'cache'));
    const url = desk.order('麦 田#1.jpg', INCH);
    expect(url).toBe(pathToFileURL(join(folder, '麦 田#1.jpg')).href);
    expect(url).not.toMatch(/[ #]/u);
  });
});

/** The photos in the cache, without the list of heads that lies beside them. */
async function pictures(cache: string): Promise<string[]> {
  return (await readdir(cache)).filter((name) => name.endsWith('.jpg'));
}
