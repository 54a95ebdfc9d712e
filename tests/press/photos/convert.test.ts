import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type ConverterOptions,
  type ImageConverter,
  type OriginalPhoto,
  openImageConverter,
  type PagePicture,
} from '../../../src/press/photos/convert.js';
import { decodeInks } from '../../../src/press/photos/encode.js';
import { levelsOf, mostInk } from '../../../src/press/photos/ink-limit.js';
import { openColourEngine } from '../../../src/press/profile/colour-engine.js';
import { convertColours, type Rgb } from '../../../src/press/profile/convert-colours.js';
import { HOUSE_ICC, houseProfile, profileOfSharp } from '../profile/house.js';

const folder = mkdtempSync(join(tmpdir(), 'photos-'));
afterAll(() => rmSync(folder, { recursive: true }));
let cacheFolder = '';
let run = 0;
beforeEach(() => {
  run += 1;
  cacheFolder = join(folder, `cache-${run}`);
});

async function converter(more: Partial<ConverterOptions> = {}): Promise<ImageConverter> {
  return openImageConverter({ profile: await houseProfile(), quality: 95, inkLimit: 300, cacheFolder, ...more });
}

const [WIDTH, HEIGHT] = [64, 48];
const SIZE = { width: WIDTH, height: HEIGHT };

function plain([r, g, b]: Rgb): Sharp {
  return sharp({ create: { ...SIZE, channels: 3, background: { r, g, b } } });
}

async function pageOf(picture: Sharp, size = SIZE): Promise<PagePicture> {
  return { ...size, jpeg: await picture.clone().jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer() };
}

/** A CMYK file of a department: one colour, with a profile or none. */
async function cmykFile(name: string, inks: number[], icc?: Uint8Array): Promise<string> {
  const profile = join(folder, `${name}.icc`);
  if (icc) writeFileSync(profile, icc);
  const own = openImageConverter({
    profile: { ...(await houseProfile()) },
    quality: 100,
    inkLimit: 400,
    cacheFolder: join(folder, 'made'),
  });
  const data = Uint8Array.from({ length: WIDTH * HEIGHT * 4 }, (_, index) => inks[index % 4] ?? 0);
  const { bytes } = await own.convert({ ...SIZE, raw: { data, channels: 4 } });
  const path = join(folder, `${name}.jpg`);
  writeFileSync(path, icc ? embed(bytes, icc) : bytes);
  return path;
}

/** Puts a profile into a JPEG (ICC.1, B.4): sharp would convert the inks when it is asked to. */
function embed(jpeg: Uint8Array, icc: Uint8Array): Buffer {
  const most = 65_000;
  const count = Math.ceil(icc.length / most);
  const parts = Array.from({ length: count }, (_, index) => {
    const part = icc.subarray(index * most, (index + 1) * most);
    const head = Buffer.from([0xff, 0xe2, 0, 0, ...Buffer.from('ICC_PROFILE\0', 'latin1'), index + 1, count]);
    head.writeUInt16BE(part.length + 16, 2);
    return Buffer.concat([head, part]);
  });
  return Buffer.concat([jpeg.subarray(0, 2), ...parts, jpeg.subarray(2)]);
}

/** Finds `path` for one picture of a page. */
function originalOf(page: PagePicture, path: string): Required<Pick<ConverterOptions, 'originals'>> {
  const digest = createHash('sha256')
    .update(page.jpeg ?? '')
    .digest('hex');
  return { originals: async (asked) => (asked === digest ? { file: 'photos/01.jpg', path } : undefined) };
}

async function inksOf(page: PagePicture, more: Partial<ConverterOptions> = {}): Promise<Uint8Array> {
  return decodeInks((await (await converter(more)).convert(page)).bytes);
}

const near = (inks: Uint8Array, expected: number[], levels: number): boolean =>
  inks.every((ink, index) => Math.abs(ink - (expected[index % 4] as number)) <= levels);

describe('a photo for the press', () => {
  it.each<[string, Rgb]>([
    ['a green', [80, 160, 70]],
    ['a skin', [224, 172, 140]],
    ['a dark blue', [10, 20, 90]],
  ])('has the inks of its colour: %s', async (_, colour) => {
    const [expected = []] = await convertColours([colour], await houseProfile());
    expect(
      near(
        await inksOf(await pageOf(plain(colour))),
        expected.map((ink) => ink * 255),
        3,
      ),
    ).toBe(true);
  });

  it('is a CMYK JPEG of the same size', async () => {
    const made = await (await converter()).convert(await pageOf(plain([80, 160, 70])));
    expect(made).toMatchObject({ ...SIZE, inverted: true });
    expect(await sharp(made.bytes).metadata()).toMatchObject({ space: 'cmyk', channels: 4, ...SIZE });
  });

  it('leaves paper for white', async () => {
    expect((await inksOf(await pageOf(plain([255, 255, 255])))).every((ink) => ink === 0)).toBe(true);
  });

  it.each([220, 260, 300])('never has more ink than a limit of %d', async (inkLimit) => {
    const noise = Uint8Array.from({ length: WIDTH * HEIGHT * 3 }, (_, index) => (index * 7919) % 61);
    const page: PagePicture = { ...SIZE, raw: { data: noise, channels: 3 } };
    const inks = await inksOf(page, { inkLimit, quality: 60 });
    expect(mostInk(inks)).toBeLessThanOrEqual(levelsOf(inkLimit));
    expect(mostInk(inks)).toBeGreaterThan(levelsOf(inkLimit) - 90);
  });

  it('is printed in black alone where it is grey, in one channel or in three', async () => {
    const ramp = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, pixel) => (pixel % WIDTH) * 4);
    const grey = sharp(ramp, { raw: { ...SIZE, channels: 1 } });
    const colour = grey.clone().toColourspace('srgb');
    const slight = Uint8Array.from({ length: WIDTH * HEIGHT * 3 }, (_, index) => {
      const level = ramp[Math.floor(index / 3)] as number;
      return index % 3 === 0 ? Math.min(255, level + 2) : level;
    });
    for (const page of [
      await pageOf(grey),
      await pageOf(colour),
      { ...SIZE, raw: { data: slight, channels: 3 } },
      { ...SIZE, raw: { data: ramp, channels: 1 } },
    ]) {
      const inks = await inksOf(page);
      expect(inks.every((ink, index) => index % 4 === 3 || ink === 0)).toBe(true);
      expect(Math.max(...inks)).toBeGreaterThan(250);
    }
  });

  it('keeps its colour where it was toned', async () => {
    const inks = await inksOf(await pageOf(plain([120, 110, 98])));
    expect(inks[0]).toBeGreaterThan(30);
    expect(inks[1]).toBeGreaterThan(30);
  });
});

describe('the file of the department', () => {
  const page = () => pageOf(plain([90, 60, 40]));

  it('keeps its inks where its profile is that of the press', async () => {
    const inks = [30, 140, 200, 61];
    const path = await cmykFile('own', inks, HOUSE_ICC);
    const picture = await page();
    const made = await converter(originalOf(picture, path));
    const result = await made.convert(picture);
    expect(near(await decodeInks(result.bytes), inks, 1)).toBe(true);
    expect(made.treated()).toEqual([{ file: 'photos/01.jpg', treatment: 'own' }]);
  });

  it('keeps them when a program has set the flags of the profile anew', async () => {
    const flagged = Uint8Array.from(HOUSE_ICC);
    flagged[47] = 1;
    const inks = [30, 140, 200, 62];
    const picture = await page();
    expect(near(await inksOf(picture, originalOf(picture, await cmykFile('flags', inks, flagged))), inks, 1)).toBe(
      true,
    );
  });

  it('keeps them without a profile, and that is said', async () => {
    const inks = [200, 20, 10, 5];
    const picture = await page();
    const made = await converter(originalOf(picture, await cmykFile('untagged', inks)));
    expect(near(await decodeInks((await made.convert(picture)).bytes), inks, 1)).toBe(true);
    expect(made.treated()).toEqual([{ file: 'photos/01.jpg', treatment: 'untagged' }]);
  });

  it('keeps its hue where it has more ink than the limit', async () => {
    const picture = await page();
    const inks = await inksOf(picture, originalOf(picture, await cmykFile('wet', [250, 240, 230, 200], HOUSE_ICC)));
    expect(mostInk(inks)).toBeLessThanOrEqual(765);
    expect(inks[3]).toBeGreaterThan(200);
  });

  it('is converted from profile to profile where it was made for another press', async () => {
    const other = await profileOfSharp('cmyk');
    const inks = [30, 140, 200, 63];
    const picture = await page();
    const made = await converter(originalOf(picture, await cmykFile('other', inks, other)));
    const engine = await openColourEngine();
    const from = { space: 'CMYK', icc: other } as const;
    const numbers = Uint16Array.from(inks, (ink) => ink * 257);
    const expected = engine.convert(numbers, from, { space: 'CMYK', icc: HOUSE_ICC }, '相对色度');
    const result = await decodeInks((await made.convert(picture)).bytes);
    expect(
      near(
        result,
        Array.from(expected ?? [], (ink) => ink / 257),
        5,
      ),
    ).toBe(true);
    expect(near(result, inks, 5)).toBe(false);
    expect(made.treated()).toEqual([{ file: 'photos/01.jpg', treatment: 'converted' }]);
  });

  it('stays in black alone where it is CMYK in black alone, for whatever press it was made', async () => {
    const picture = await page();
    const made = await converter(
      originalOf(picture, await cmykFile('black', [0, 0, 0, 140], await profileOfSharp('cmyk'))),
    );
    expect(near(await decodeInks((await made.convert(picture)).bytes), [0, 0, 0, 140], 1)).toBe(true);
    expect(made.treated()).toEqual([{ file: 'photos/01.jpg', treatment: 'black' }]);
  });

  it('leaves paper where it had none of the inks of another press', async () => {
    const picture = await page();
    const path = join(folder, 'spot.jpg');
    const spot = Uint8Array.from({ length: WIDTH * HEIGHT * 4 }, (_, index) =>
      index < WIDTH * 16 * 4 ? (index % 4 === 1 ? 200 : 0) : 0,
    );
    const own = await converter({ quality: 100, cacheFolder: join(folder, 'made') });
    const { bytes } = await own.convert({ ...SIZE, raw: { data: spot, channels: 4 } });
    writeFileSync(path, embed(bytes, await profileOfSharp('cmyk')));
    const inks = await inksOf(picture, originalOf(picture, path));
    expect(inks[1]).toBeGreaterThan(100);
    expect(inks.subarray(WIDTH * 32 * 4).every((ink) => ink === 0)).toBe(true);
  });

  it('keeps the colours that sRGB has not', async () => {
    // A green of Display P3, which the press can print and sRGB cannot show.
    const wide = join(folder, 'wide.jpg');
    const jpeg = await plain([0, 190, 90]).jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer();
    writeFileSync(wide, embed(jpeg, await profileOfSharp('p3')));
    const picture = await pageOf(sharp(wide).toColourspace('srgb'));
    const [narrow, kept] = [await inksOf(picture), await inksOf(picture, originalOf(picture, wide))];
    const numbers = Uint16Array.of(0, 190 * 257, 90 * 257);
    const engine = await openColourEngine();
    const from = { space: 'RGB', icc: await profileOfSharp('p3') } as const;
    const exact = engine.convert(numbers, from, { space: 'CMYK', icc: HOUSE_ICC }, '相对色度');
    const expected = Array.from(exact ?? [], (ink) => ink / 257);
    expect(near(kept, expected, 4)).toBe(true);
    expect(near(narrow, expected, 4)).toBe(false);
  });

  it('is turned upright and made as small as the picture of the page', async () => {
    const lying = join(folder, 'lying.jpg');
    const left = await sharp({ create: { width: 200, height: 150, channels: 3, background: '#ff0000' } })
      .composite([
        { input: { create: { width: 200, height: 75, channels: 3, background: '#00ff00' } }, gravity: 'north' },
      ])
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    writeFileSync(lying, left);
    const small = { width: 60, height: 80 };
    const picture = await pageOf(sharp(lying).rotate().resize(small), small);
    const result = await (await converter(originalOf(picture, lying))).convert(picture);
    expect(result).toMatchObject(small);
    const inks = await decodeInks(result.bytes);
    // Turned to the right, what was on top is on the right: green has cyan and no magenta.
    const [first, last] = [inks.subarray(40 * 60 * 4 + 8), inks.subarray((40 * 60 + 57) * 4)];
    expect([(first[1] ?? 0) > 200, (first[0] ?? 255) < 20]).toEqual([true, true]);
    expect([(last[1] ?? 255) < 20, (last[0] ?? 0) > 120]).toEqual([true, true]);
  });

  it('is left alone where only a part of it stands on the page', async () => {
    const path = await cmykFile('whole', [200, 20, 10, 5]);
    const part = { width: 40, height: 40 };
    const picture = await pageOf(plain([80, 160, 70]).resize(part), part);
    const inks = await inksOf(picture, originalOf(picture, path));
    const [expected = []] = await convertColours([[80, 160, 70]], await houseProfile());
    expect(
      near(
        inks,
        expected.map((ink) => ink * 255),
        4,
      ),
    ).toBe(true);
  });
});

describe('a photo of which the page has fewer pixels than the press wants', () => {
  /** Dark on the left, light on the right; 240 × 120. */
  const original = async (name: string): Promise<string> => {
    const data = Uint8Array.from({ length: 240 * 120 }, (_, pixel) => (pixel % 240 < 120 ? 40 : 220));
    const path = join(folder, `${name}.png`);
    await sharp(data, { raw: { width: 240, height: 120, channels: 1 } })
      .toColourspace('srgb')
      .png()
      .toFile(path);
    return path;
  };
  const convert = async (page: PagePicture, found: Omit<OriginalPhoto, 'file'>) => {
    const { bytes, width, height } = await (
      await converter({ originals: async () => ({ file: 'photos/01.png', ...found }) })
    ).convert(page);
    const inks = await decodeInks(bytes);
    const black = (x: number, y: number): number => inks[(y * width + x) * 4 + 3] as number;
    return { size: [width, height], black };
  };

  it('gets them from the file of the department', async () => {
    const path = await original('wide');
    const page = await pageOf(plain([99, 99, 99]), { width: 60, height: 30 });
    const { size, black } = await convert(page, { path, width: 200 });
    expect(size).toEqual([200, 100]);
    expect(black(20, 50)).toBeGreaterThan(black(180, 50) + 90);
  });

  it('is cut and turned as it is on the page', async () => {
    const path = await original('turned');
    // The left two thirds, turned clockwise: dark above, light below.
    const treatment = { crop: { x: 0, y: 0, width: 2 / 3, height: 1 }, turn: 90 } as const;
    const page = await pageOf(plain([99, 99, 99]), { width: 30, height: 40 });
    const { size, black } = await convert(page, { path, width: 90, treatment });
    expect(size).toEqual([90, 120]);
    expect(black(45, 45)).toBeGreaterThan(black(45, 105) + 90);
  });

  it('is made anew for another width', async () => {
    const path = await original('again');
    const page = await pageOf(plain([99, 99, 99]), { width: 60, height: 30 });
    expect((await convert(page, { path, width: 120 })).size).toEqual([120, 60]);
    expect((await convert(page, { path, width: 180 })).size).toEqual([180, 90]);
  });

  it('is known by its picture', async () => {
    const page = await pageOf(plain([99, 99, 99]));
    const known = await converter(originalOf(page, await original('known')));
    expect(await known.isKnown(page.jpeg ?? new Uint8Array())).toBe(true);
    expect(await known.isKnown(Uint8Array.of(1, 2, 3))).toBe(false);
  });
});

describe('converted photos', () => {
  it('are kept: a second run converts nothing and gives the same bytes', async () => {
    const pages = [await pageOf(plain([80, 160, 70])), await pageOf(plain([20, 60, 170]))];
    const counts: [number, number][] = [];
    const onProgress = (done: number, fresh: number): void => void counts.push([done, fresh]);
    const first = await converter({ onProgress });
    const made = await Promise.all(pages.map((page) => first.convert(page)));
    expect(counts).toEqual([
      [1, expect.any(Number)],
      [2, 2],
    ]);
    counts.length = 0;
    const second = await converter({ onProgress, originals: undefined });
    const again = await Promise.all(pages.map((page) => second.convert(page)));
    expect(counts).toEqual([
      [1, 0],
      [2, 0],
    ]);
    expect(again.map(({ bytes }) => Buffer.from(bytes))).toEqual(made.map(({ bytes }) => Buffer.from(bytes)));
    expect(readdirSync(cacheFolder).filter((name) => name.endsWith('.half'))).toEqual([]);
  });

  it('remember how they were treated', async () => {
    const picture = await pageOf(plain([90, 60, 40]));
    const original = originalOf(picture, await cmykFile('kept', [200, 20, 10, 5]));
    await (await converter(original)).convert(picture);
    const second = await converter(original);
    await second.convert(picture);
    expect(second.treated()).toEqual([{ file: 'photos/01.jpg', treatment: 'untagged' }]);
  });

  it.each<[string, Partial<ConverterOptions>]>([
    ['quality', { quality: 60 }],
    ['total ink', { inkLimit: 240 }],
    ['intent', { intent: '感知' }],
  ])('are made anew for another %s', async (_, more) => {
    const picture = await pageOf(plain([80, 160, 70]));
    await (await converter()).convert(picture);
    let made = 0;
    const other = await converter({
      ...more,
      onProgress: (_done, fresh) => {
        made = fresh;
      },
    });
    await other.convert(picture);
    expect(made).toBe(1);
  });

  it('are made anew where the kept file is damaged', async () => {
    const picture = await pageOf(plain([80, 160, 70]));
    const { bytes } = await (await converter()).convert(picture);
    for (const name of readdirSync(cacheFolder)) {
      const file = join(cacheFolder, name);
      if (name.endsWith('.jpg')) writeFileSync(file, readFileSync(file).subarray(0, 100));
    }
    const again = await (await converter()).convert(picture);
    expect(Buffer.from(again.bytes).equals(bytes)).toBe(true);
  });

  it('are made once where one picture stands on many pages', async () => {
    const picture = await pageOf(plain([80, 160, 70]));
    let made = 0;
    const one = await converter({
      onProgress: (_done, fresh) => {
        made = fresh;
      },
    });
    await Promise.all(Array.from({ length: 20 }, () => one.convert(picture)));
    expect(made).toBe(1);
  });

  it('fail one by one: a damaged picture leaves the others', async () => {
    const made = await converter();
    const sound = await Promise.all([1, 2, 3, 4, 5].map((red) => pageOf(plain([red * 40, 100, 100]))));
    const pages = [{ ...SIZE, jpeg: Buffer.from('no picture') }, ...sound];
    const results = await Promise.allSettled(pages.map((page) => made.convert(page)));
    expect(results.map(({ status }) => status)).toEqual(['rejected', ...sound.map(() => 'fulfilled')]);
  });
});
