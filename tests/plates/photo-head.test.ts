import { copyFile, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPhotoHeads, type PhotoHead } from '../../src/plates/photos/photo-head.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianjian-heads-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Without any period, as the grain of a photo. */
let state = 1;
const noise = Buffer.from(
  Array.from({ length: 90 * 60 * 3 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  }),
);
const photo = sharp(noise, { raw: { width: 90, height: 60, channels: 3 } });

async function headOf(name: string, picture: Sharp): Promise<PhotoHead> {
  const path = join(folder, name);
  await picture.toFile(path);
  return (await openPhotoHeads(join(folder, 'cache'))).read(path);
}

describe('the head of a photo', () => {
  it('tells its size, format and colours', async () => {
    expect(await headOf('plain.jpg', photo.clone().jpeg())).toMatchObject({
      width: 90,
      height: 60,
      format: 'jpeg',
      colour: 'srgb',
      bits: 8,
      hasAlpha: false,
      turned: false,
      direct: true,
      plain: true,
      drawn: false,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/u),
    });
  });

  it.each<[string, Sharp, Partial<PhotoHead>]>([
    ['grey.jpg', photo.clone().toColourspace('b-w').jpeg(), { colour: 'grey', direct: true, plain: true }],
    ['cmyk.jpg', photo.clone().toColourspace('cmyk').jpeg(), { colour: 'cmyk', direct: false, plain: false }],
    ['tagged.jpg', photo.clone().withIccProfile('srgb').jpeg(), { colour: 'srgb', direct: true, plain: true }],
    ['p3.jpg', photo.clone().withIccProfile('p3').jpeg(), { colour: 'wide', direct: false, plain: false }],
    ['deep.png', photo.clone().toColourspace('rgb16').png(), { colour: 'srgb', bits: 16, plain: false }],
    ['clear.png', photo.clone().ensureAlpha(0.5).png(), { hasAlpha: true, plain: false }],
    ['lying.jpg', photo.clone().withMetadata({ orientation: 6 }).jpeg(), { width: 60, height: 90, turned: true }],
    ['noise.png', photo.clone().png(), { drawn: false }],
    ['palette.png', photo.clone().png({ palette: true, colours: 8 }), { drawn: true }],
  ])('%s', async (name, picture, expected) => {
    const head = await headOf(name, picture);
    expect(head).toMatchObject(expected);
    // Only what names itself has a name.
    expect(head.profile === undefined).toBe(!/tagged|p3|lying/u.test(name));
  });

  it('of a chart with even surfaces says that it is drawn', async () => {
    const chart = sharp({ create: { width: 400, height: 300, channels: 3, background: '#fff' } });
    const bars = { create: { width: 40, height: 200, channels: 3 as const, background: '#8c1c13' } };
    expect((await headOf('chart.png', chart.composite([{ input: bars, left: 60, top: 80 }]).png())).drawn).toBe(true);
  });

  it('is kept: an unchanged file is not read again, a changed one is', async () => {
    const [path, cache] = [join(folder, 'kept.jpg'), join(folder, 'kept')];
    await photo.clone().jpeg().toFile(path);
    const first = await openPhotoHeads(cache);
    const head = await first.read(path);
    await first.save();
    // As long as before and as old, but other bytes: whoever reads it again sees them.
    const time = new Date(Date.now() - 60_000);
    await utimes(path, time, time);
    const stamped = await openPhotoHeads(cache);
    await stamped.read(path);
    await stamped.save();
    await writeFile(path, Buffer.alloc(head.bytes));
    await utimes(path, time, time);
    expect((await (await openPhotoHeads(cache)).read(path)).digest).toBe(head.digest);
    await copyFile(join(folder, 'grey.jpg'), path);
    expect((await (await openPhotoHeads(cache)).read(path)).digest).not.toBe(head.digest);
  });

  it('is read again where what was kept is damaged', async () => {
    const cache = join(folder, 'damaged');
    const heads = await openPhotoHeads(cache);
    await heads.read(join(folder, 'plain.jpg'));
    await heads.save();
    await writeFile(join(cache, 'photo-heads.json'), '{"version":1,"heads":');
    expect(await (await openPhotoHeads(cache)).read(join(folder, 'plain.jpg'))).toMatchObject({ width: 90 });
  });
});
