import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPictureDesk } from '../../src/plates/photos/pictures.js';
import type { PhotoTreatment } from '../../src/plates/photos/treatment.js';
import type { Volume } from '../../src/tree/nodes.js';
import { photoVolume } from './photo-volume.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianjian-pictures-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A volume with nothing but these photos. */
const volume = (...files: string[]): Volume =>
  photoVolume(
    folder,
    files.map((file) => ({ file })),
  );

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

/** CSS px. */
const INCH = 96;
/**
 * A printed width that comes out as an inch at most, since Chromium may make it a px wider: it wants 150 pixels on the
 * page and 300 on the press.
 */
const SLOT = INCH - 1;

describe('the picture desk', () => {
  it('uses a plain sRGB JPEG byte by byte', async () => {
    await plain(150, 100).jpeg().toFile(join(folder, 'plain.jpg'));
    const { path, size } = await printed('plain.jpg', SLOT);
    expect(path).toBe(join(folder, 'plain.jpg'));
    expect(size).toEqual({ width: 150, height: 100 });
  });

  it('knows of which photo a picture was made, and how many pixels the press wants of it', async () => {
    await plain(1200, 800).jpeg().toFile(join(folder, 'made.jpg'));
    await plain(340, 200).jpeg().toFile(join(folder, 'fine.jpg'));
    await plain(150, 100).jpeg().toFile(join(folder, 'unmade.jpg'));
    const files = ['made.jpg', 'fine.jpg', 'unmade.jpg'];
    const desk = await openPictureDesk(volume(...files), join(folder, 'cache'));
    const crop = { x: 0, y: 0, width: 0.5, height: 1 };
    const paths = [desk.order('made.jpg', SLOT, { crop }), ...files.slice(1).map((file) => desk.order(file, SLOT))];
    await desk.prepare();
    const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
    const [made, fine, unmade] = await Promise.all(paths.map((url) => desk.original(digest(fileURLToPath(url)))));
    const path = join(folder, 'made.jpg');
    expect(made).toEqual({
      file: 'made.jpg',
      path,
      digest: digest(path),
      treatment: { crop },
      width: 300,
      drawn: false,
    });
    // Up to 350 ppi a photo keeps its pixels.
    expect(fine).toMatchObject({ file: 'fine.jpg', width: 340 });
    expect(unmade).toBeUndefined();
  });

  it('puts 150 ppi on the page, and leaves a photo that has little more', async () => {
    await plain(195, 100).jpeg().toFile(join(folder, '195.jpg'));
    await plain(200, 100).jpeg().toFile(join(folder, '200.jpg'));
    expect((await printed('195.jpg', SLOT)).path).toBe(join(folder, '195.jpg'));
    const { path } = await printed('200.jpg', SLOT);
    expect(path.startsWith(join(folder, 'cache'))).toBe(true);
    expect(await sharp(path).metadata()).toMatchObject({ format: 'jpeg', width: 150, height: 75 });
  });

  it('puts as many pixels on the page as book.yaml says', async () => {
    await plain(1200, 800).jpeg().toFile(join(folder, 'sharp.jpg'));
    const own = volume('sharp.jpg');
    const desk = await openPictureDesk(
      { ...own, settings: { ...own.settings, screenPpi: 240 } },
      join(folder, 'cache'),
    );
    const path = fileURLToPath(desk.order('sharp.jpg', SLOT));
    await desk.prepare();
    expect(await sharp(path).metadata()).toMatchObject({ width: 240, height: 160 });
  });

  it('leaves a chart the pixels of the press: its lines would blur', async () => {
    await plain(900, 600).png().toFile(join(folder, 'chart.png'));
    expect(await sharp((await printed('chart.png', SLOT)).path).metadata()).toMatchObject({ width: 300 });
  });

  it('uses a JPEG whose profile says sRGB as it is', async () => {
    await plain(150, 100).withIccProfile('srgb').jpeg().toFile(join(folder, 'tagged.jpg'));
    expect((await printed('tagged.jpg', SLOT)).path).toBe(join(folder, 'tagged.jpg'));
  });

  it('tells every place where a photo is printed: its size, its resolution, what is done with it', async () => {
    await plain(600, 400).jpeg().toFile(join(folder, 'used.jpg'));
    const desk = await openPictureDesk(volume('used.jpg'), join(folder, 'cache'));
    desk.order('used.jpg', 2 * INCH);
    desk.order('used.jpg', INCH, { turn: 90 });
    expect(desk.photoUses()).toEqual([
      { file: 'used.jpg', widthMm: 50.8, heightMm: expect.closeTo(33.867, 3), ppi: 300, treatment: {} },
      { file: 'used.jpg', widthMm: 25.4, heightMm: expect.closeTo(38.1), ppi: 400, treatment: { turn: 90 } },
    ]);
  });

  it('names the photos that it cannot decode, and prepares the others', async () => {
    const noise = Buffer.from(Array.from({ length: 900 * 600 * 3 }, (_, i) => (i * 7919) % 256));
    const bytes = await sharp(noise, { raw: { width: 900, height: 600, channels: 3 } })
      .png()
      .toBuffer();
    await writeFile(join(folder, 'half.png'), bytes.subarray(0, bytes.length / 2));
    await plain(900, 600).jpeg().toFile(join(folder, 'sound.jpg'));
    const desk = await openPictureDesk(volume('half.png', 'sound.jpg'), join(folder, 'cache'));
    desk.order('half.png', SLOT);
    const sound = desk.order('sound.jpg', SLOT);
    expect(await desk.prepare()).toEqual([{ file: 'half.png', cause: expect.any(String) }]);
    expect((await sharp(fileURLToPath(sound)).metadata()).width).toBe(150);
  });

  it('never enlarges a photo', async () => {
    await plain(90, 60).png().toFile(join(folder, 'small.png'));
    const { path } = await printed('small.png', SLOT);
    expect(await sharp(path).metadata()).toMatchObject({ format: 'jpeg', width: 90, height: 60 });
  });

  it('sets a photo upright that lies on its side by its EXIF orientation', async () => {
    // Red on the left of the file is the top of the photo when orientation 6 turns it clockwise.
    const left = await plain(75, 100, '#ff0000').png().toBuffer();
    await plain(150, 100, '#0000ff')
      .composite([{ input: left, left: 0, top: 0 }])
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toFile(join(folder, 'lying.jpg'));
    const { path, size } = await printed('lying.jpg', SLOT);
    expect(size).toEqual({ width: 100, height: 150 });
    const head = await sharp(path).metadata();
    expect(head).toMatchObject({ width: 100, height: 150 });
    expect(head.orientation ?? 1).toBe(1);
    const { data, info } = await sharp(path).raw().toBuffer({ resolveWithObject: true });
    const at = (y: number): number[] => [...data.subarray((y * info.width + 50) * info.channels).subarray(0, 3)];
    expectNear(at(10), [254, 0, 0]);
    expectNear(at(140), [0, 0, 254]);
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

  describe('with a treatment', () => {
    const QUARTERS = ['#ff0000', '#00ff00', '#0000ff', '#ffff00'];
    /** 400 × 200, its quarters red, green / blue, yellow as one sees it upright. */
    const quarters = async (file: string, orientation = 1): Promise<void> => {
      const pieces = await Promise.all(QUARTERS.map((colour) => plain(200, 100, colour).png().toBuffer()));
      const upright = await plain(400, 200)
        .composite(pieces.map((input, i) => ({ input, left: (i % 2) * 200, top: i < 2 ? 0 : 100 })))
        .png()
        .toBuffer();
      // Orientation 6 is turned clockwise by whoever shows it, so the file lies the other way.
      const lying = sharp(upright).rotate(orientation === 6 ? 270 : 0);
      await lying.withMetadata({ orientation }).png().toFile(join(folder, file));
    };
    /** The colours in the middle of the four quarters of what is printed, and its size. */
    const look = async (file: string, width: number, treatment: PhotoTreatment) => {
      const desk = await openPictureDesk(volume(file), join(folder, 'cache'));
      const path = fileURLToPath(desk.order(file, width, treatment));
      await desk.prepare();
      const { data, info } = await sharp(path).raw().toBuffer({ resolveWithObject: true });
      const at = (x: number, y: number): string => {
        const start = (Math.floor(info.height * y) * info.width + Math.floor(info.width * x)) * info.channels;
        const [red = 0, green = 0, blue = 0] = data.subarray(start, start + 3);
        return `#${[red, green, blue].map((value) => (value > 127 ? 'ff' : '00')).join('')}`;
      };
      const colours = [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)];
      return { colours, size: [info.width, info.height] };
    };
    const [red = '', green = '', blue = '', yellow = ''] = QUARTERS;

    it.each([1, 6])('cuts a part out of the upright photo, EXIF orientation %i', async (orientation) => {
      await quarters(`cut-${orientation}.png`, orientation);
      const crop = { x: 0.25, y: 0, width: 0.5, height: 0.5 };
      const { colours, size } = await look(`cut-${orientation}.png`, SLOT, { crop });
      expect(size).toEqual([200, 100]);
      expect(colours).toEqual([red, green, red, green]);
    });

    it.each([1, 6])('turns it clockwise, EXIF orientation %i', async (orientation) => {
      await quarters(`turn-${orientation}.png`, orientation);
      const file = `turn-${orientation}.png`;
      expect(await look(file, SLOT, { turn: 90 })).toEqual({ colours: [blue, red, yellow, green], size: [200, 400] });
      expect((await look(file, SLOT, { turn: 180 })).colours).toEqual([yellow, blue, green, red]);
      expect((await look(file, SLOT, { turn: 270 })).colours).toEqual([green, yellow, red, blue]);
    });

    it.each([1, 6])('cuts, then turns, then makes it smaller, EXIF orientation %i', async (orientation) => {
      const file = `both-${orientation}.png`;
      await quarters(file, orientation);
      const crop = { x: 0.75, y: 0, width: 0.25, height: 1 };
      const { colours, size } = await look(file, INCH / 6 - 1, { crop, turn: 90 });
      expect(size).toEqual([50, 25]);
      expect(colours).toEqual([yellow, green, yellow, green]);
    });

    it('tells how wide it may be printed', async () => {
      await quarters('widest.png');
      const desk = await openPictureDesk(volume('widest.png'), join(folder, 'cache'));
      expect(desk.widest('widest.png', 300)).toBeCloseTo((400 / 300) * INCH);
      expect(desk.widest('widest.png', 200, { turn: 90 })).toBeCloseTo(INCH);
      expect(desk.widest('widest.png', 100, { crop: { x: 0, y: 0, width: 0.25, height: 1 } })).toBeCloseTo(INCH);
    });
  });

  it('makes sRGB of CMYK', async () => {
    await plain(90, 60, '#c03020').toColourspace('cmyk').withIccProfile('cmyk').jpeg().toFile(join(folder, 'cmyk.jpg'));
    expect((await sharp(join(folder, 'cmyk.jpg')).metadata()).space).toBe('cmyk');
    const { path } = await printed('cmyk.jpg', SLOT);
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
    const { path } = await printed('p3.jpg', SLOT);
    expect(path).not.toBe(join(folder, 'p3.jpg'));
    expectNear(await colour(path), [0xc0, 0x30, 0x20]);
  });

  it('leaves a grey photo grey', async () => {
    await plain(90, 60, '#808080').toColourspace('b-w').jpeg().toFile(join(folder, 'grey.jpg'));
    const { path } = await printed('grey.jpg', SLOT);
    const found = await colour(path);
    for (const value of found) expect(Math.abs(value - 128)).toBeLessThan(4);
    expect((await sharp(path).metadata()).space).toMatch(/^(srgb|b-w)$/u);
  });

  it('puts what is transparent on white', async () => {
    const background = { r: 255, g: 0, b: 0, alpha: 0 };
    await sharp({ create: { width: 90, height: 60, channels: 4, background } })
      .png()
      .toFile(join(folder, 'clear.png'));
    expectNear(await colour((await printed('clear.png', SLOT)).path), [255, 255, 255]);
  });

  it('prepares each size of each photo once, and not again in the next run', async () => {
    const cache = join(folder, 'again');
    await plain(900, 600).png().toFile(join(folder, 'big.png'));
    const first = await openPictureDesk(volume('big.png', 'big.png'), cache);
    const [small, same, large] = [SLOT, SLOT, 2 * SLOT].map((width) => first.order('big.png', width));
    expect(small).toBe(same);
    expect(small).not.toBe(large);
    await first.prepare();
    expect((await pictures(cache)).sort()).toEqual([small, large].map((url) => (url ?? '').split('/').at(-1)).sort());
    const before = await stat(fileURLToPath(small ?? ''));
    const second = await openPictureDesk(volume('big.png'), cache);
    expect(second.order('big.png', SLOT)).toBe(small);
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
    await plain(90, 60, '#336699').png().toFile(file);
    const before = await openPictureDesk(volume('changing.png'), join(folder, 'cache'));
    const [url, stamp] = [before.order('changing.png', SLOT), before.stamp()];
    await plain(90, 60, '#663399').png().toFile(file);
    await utimes(file, new Date(), new Date(Date.now() + 5000));
    const after = await openPictureDesk(volume('changing.png'), join(folder, 'cache'));
    expect(after.order('changing.png', SLOT)).not.toBe(url);
    expect(after.stamp()).not.toBe(stamp);
  });

  it('makes nothing anew for a photo that was renamed, copied or touched', async () => {
    const cache = join(folder, 'renamed');
    await plain(900, 600).jpeg().toFile(join(folder, 'old name.jpg'));
    const first = await openPictureDesk(volume('old name.jpg'), cache);
    const url = first.order('old name.jpg', SLOT);
    await first.prepare();
    await copyFile(join(folder, 'old name.jpg'), join(folder, 'new name.jpg'));
    await utimes(join(folder, 'old name.jpg'), new Date(), new Date(Date.now() + 9000));
    const second = await openPictureDesk(volume('old name.jpg', 'new name.jpg'), cache);
    expect([second.order('new name.jpg', SLOT), second.order('old name.jpg', SLOT)]).toEqual([url, url]);
    await second.prepare();
    expect(await pictures(cache)).toHaveLength(1);
  });

  it('forgets pictures that nobody has asked for in a month', async () => {
    const cache = join(folder, 'forgotten');
    await plain(900, 600).jpeg().toFile(join(folder, 'seen.jpg'));
    const open = () => openPictureDesk(volume('seen.jpg'), cache);
    const first = await open();
    const [small = '', large = ''] = [SLOT, 2 * SLOT].map((width) => fileURLToPath(first.order('seen.jpg', width)));
    await first.prepare();
    const long = new Date(Date.now() - 40 * 24 * 3600 * 1000);
    for (const file of [small, large]) await utimes(file, long, long);
    const second = await open();
    second.order('seen.jpg', SLOT);
    await second.prepare();
    await second.prune();
    expect(await pictures(cache)).toEqual([basename(small)]);
    expect(await readdir(cache)).toContain('photo-heads.json');
  });

  it('gives addresses that are sound for names with spaces and Chinese characters', async () => {
    await plain(90, 60).jpeg().toFile(join(folder, '麦 田#1.jpg'));
    const desk = await openPictureDesk(volume('麦 田#1.jpg'), join(folder, 'cache'));
    const url = desk.order('麦 田#1.jpg', SLOT);
    expect(url).toBe(pathToFileURL(join(folder, '麦 田#1.jpg')).href);
    expect(url).not.toMatch(/[ #]/u);
  });
});

/** The photos in the cache, without the list of heads that lies beside them. */
async function pictures(cache: string): Promise<string[]> {
  return (await readdir(cache)).filter((name) => name.endsWith('.jpg'));
}
