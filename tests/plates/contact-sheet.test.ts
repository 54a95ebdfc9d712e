import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deliverContactSheet } from '../../src/book/contact-sheet.js';
import type { PageFrame } from '../../src/paginate/page-frames.js';
import { openPictureDesk } from '../../src/plates/photos/pictures.js';
import { all, parse, text } from '../html/elements.js';
import { photoVolume, type VolumePhoto } from './photo-volume.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianjian-sheet-'));
  await mkdir(join(folder, 'photos'));
  const noise = Buffer.from(Array.from({ length: 900 * 600 * 3 }, (_, i) => (i * 7919) % 251));
  const photo = sharp(noise, { raw: { width: 900, height: 600, channels: 3 } });
  await photo.clone().jpeg().toFile(join(folder, 'photos/fine.jpg'));
  await photo.clone().resize(300).toColourspace('cmyk').jpeg().toFile(join(folder, 'photos/coarse.jpg'));
  await photo.clone().resize(600).png().toFile(join(folder, 'photos/spare.png'));
  await writeFile(join(folder, 'photos/IMG_1.HEIC'), 'no picture that can be read');
});
afterAll(() => rm(folder, { recursive: true }));

const PHOTOS: VolumePhoto[] = [
  { file: 'photos/fine.jpg', caption: '麦田 <丰收>', credit: '张三' },
  { file: 'photos/coarse.jpg', caption: '水库' },
];

const frame = (folio: string, ...files: string[]): PageFrame => ({
  folio,
  top: 0,
  bottom: 0,
  left: 0,
  right: 0,
  boxes: [],
  photos: files.map((file) => ({ file, left: 0, top: 0, right: 9, bottom: 6 })),
});

/** The cells of each row of the sheet, as texts. */
async function sheetOf(photos: VolumePhoto[], out: string): Promise<{ rows: string[][]; source: string }> {
  const volume = photoVolume(folder, photos, '县志办');
  const cache = join(folder, '.cache');
  const pictures = await openPictureDesk(volume, cache);
  for (const { file } of photos) pictures.order(file, 3 * 96);
  await pictures.prepare();
  const frames = [frame('iii', 'photos/fine.jpg'), frame('iv', 'photos/coarse.jpg')];
  await deliverContactSheet(join(folder, out), { volume, pictures, frames, cache });
  const source = readFileSync(join(folder, out, 'photos.html'), 'utf8');
  const tables = parse(source.slice(source.indexOf('<table>'), source.lastIndexOf('</table>') + '</table>'.length));
  const rows = all(tables, 'tbody').flatMap((body) => all(body, 'tr'));
  return { rows: rows.map((row) => all(row, 'td').map(text)), source };
}

it('has every photo with its size, resolution, page and place, then those that nobody uses', async () => {
  const { rows, source } = await sheetOf(PHOTOS, '.out');
  expect(rows).toEqual([
    [
      '1',
      '',
      'photos/fine.jpg',
      '麦田 <丰收>',
      '张三',
      '900 × 600',
      'sRGB',
      '76 × 51 毫米',
      '300 ppi',
      'iii',
      '01-卷首/01-彩页.md:10',
    ],
    [
      '2',
      '',
      'photos/coarse.jpg',
      '水库',
      '县志办',
      '300 × 200',
      'CMYK（没有特性文件，付印时照印刷机的油墨数值用）',
      '76 × 51 毫米',
      '100 ppi最宽排 25 毫米',
      'iv',
      '01-卷首/01-彩页.md:12',
    ],
    ['1', '', 'photos/IMG_1.HEIC', '', '不是可以付印的照片', ''],
    ['2', '', 'photos/spare.png', '600 × 400', 'sRGB', '50 毫米'],
  ]);
  expect(source).toContain('共 2 处照片；1 处不到 225 ppi（红），不能付印；另有 2 张没有用到');
  expect(source.match(/class="very-low"/gu)).toHaveLength(1);
});

it('needs no other file, and its thumbnails are small', async () => {
  const { source } = await sheetOf(PHOTOS, '.out');
  const sources = [...source.matchAll(/(?:src|href)="([^"]*)"/gu)].map(([, address = '']) => address);
  expect(sources).toHaveLength(3);
  for (const address of sources) {
    expect(address).toMatch(/^data:image\/jpeg;base64,/u);
    const jpeg = Buffer.from(address.split(',')[1] ?? '', 'base64');
    expect(jpeg.length).toBeLessThanOrEqual(10_000);
    expect((await sharp(jpeg).metadata()).width).toBe(240);
  }
});

it('makes thumbnails once', async () => {
  await sheetOf(PHOTOS, '.out');
  const small = join(folder, '.cache/thumbnails');
  const young = new Date(Date.now() - 3600_000);
  for (const name of readdirSync(small)) await utimes(join(small, name), young, young);
  await sheetOf(PHOTOS, '.out');
  for (const name of readdirSync(small))
    expect((await stat(join(small, name))).mtimeMs).toBeCloseTo(young.getTime(), 1);
});

it('is written for a volume that uses none of its photos', async () => {
  const { rows } = await sheetOf([], '.none');
  expect(rows.map((row) => row[2])).toEqual([
    'photos/IMG_1.HEIC',
    'photos/coarse.jpg',
    'photos/fine.jpg',
    'photos/spare.png',
  ]);
});
