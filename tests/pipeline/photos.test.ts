/** The photos of a book, through the command as a user types it: on the page, on the press, in the contact sheet. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { nianjian } from '../cli/nianjian.js';
import { projectFolder } from './six-genres.js';
import { type Files, scratchFolder } from './volume.js';

const home = join(scratchFolder(), 'photos');
const out = (name: string): string => join(home, 'dist', '2022', name);
const source = (name: string): string => join(home, 'manuscripts', '2022', name);

/** Grain without a period, so that it takes as many bytes as a photo. */
function grain(width: number, height: number) {
  let state = 7;
  const data = Buffer.from(
    Array.from({ length: width * height * 3 }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 25;
    }),
  );
  return sharp(data, { raw: { width, height, channels: 3 } });
}

function build(...args: string[]) {
  const run = nianjian(['build', ...args], { cwd: home });
  expect(run.code, run.stderr).toBe(0);
  return run;
}

/** Width, pixels an inch and colours of the pictures of a PDF, as poppler lists them. */
function imagesOf(pdf: string): { width: number; ppi: number; colour: string }[] {
  const lines = execFileSync('pdfimages', ['-list', pdf], { encoding: 'utf8' }).trim().split('\n').slice(2);
  return lines.map((line) => {
    const fields = line.trim().split(/\s+/u);
    return { width: Number(fields[3]), ppi: Number(fields[12]), colour: fields[5] as string };
  });
}

const PLATES = `---
类目: 卷首
体裁: 彩页
---

## 丰收

![麦田](photos/fine.jpg)

![水库](photos/coarse.jpg)

![老街](photos/grey.jpg)

## 远望

![群山](photos/full.jpg){满版}
`;

beforeAll(async () => {
  const files: Files = {
    '01-卷首/01-彩页.md': PLATES,
    '01-卷首/photos/fine.jpg': await grain(3000, 2000).jpeg().toBuffer(),
    '01-卷首/photos/coarse.jpg': await grain(300, 200).jpeg().toBuffer(),
    '01-卷首/photos/grey.jpg': await grain(3000, 2000).toColourspace('b-w').jpeg().toBuffer(),
    '01-卷首/photos/full.jpg': await grain(3000, 4200).jpeg().toBuffer(),
    '01-卷首/photos/spare.jpg': await grain(600, 400).jpeg().toBuffer(),
    '02-农业/01-种植.md': '---\n类目: 农业\n---\n\n## 种植\n\n### 小麦\n\n播种面积稳定。\n',
  };
  projectFolder(home, files);
}, 60_000);

describe('the photos of a book', () => {
  let said = '';

  it('that have too few pixels are named with their line and the width that they bear', () => {
    const first = build('--press');
    expect(first.stdout).toContain('照片　　4 处，1 处分辨率太低；1 张没有用到。逐张列在 photos.html');
    said = first.stderr;
    const place = '01-卷首/01-彩页.md:10:1';
    expect(said).toMatch(
      new RegExp(`${place}  警告  照片“photos/coarse.jpg”.*只有 \\d+ ppi，低于付印的底线 225 ppi`, 'u'),
    );
    expect(said).toContain('最宽只能排 25 毫米');
    expect(said).not.toContain('photos/fine.jpg');
  });

  it('have 150 ppi on the page, 300 on the press, and what they have where that is less', () => {
    const [fine, coarse, grey, full] = imagesOf(out('book.pdf'));
    expect(fine?.ppi).toBeGreaterThanOrEqual(149);
    expect(fine?.ppi).toBeLessThanOrEqual(152);
    expect(coarse?.width).toBe(300);
    expect(full?.ppi).toBeGreaterThanOrEqual(149);
    expect(full?.ppi).toBeLessThanOrEqual(152);
    expect(grey).toMatchObject({ colour: 'gray' });
    expect(grey?.ppi).toBeLessThanOrEqual(152);
    const [pressFine, pressCoarse, pressGrey, pressFull] = imagesOf(out('book-press.pdf'));
    for (const photo of [pressFine, pressGrey, pressFull]) {
      expect(photo?.ppi).toBeGreaterThanOrEqual(299);
      expect(photo?.ppi).toBeLessThanOrEqual(351);
      expect(photo?.colour).toBe('cmyk');
    }
    expect(pressCoarse).toMatchObject({ width: 300, colour: 'cmyk' });
  });

  it('stand in the contact sheet with their pages, and so do those that nobody uses', () => {
    const sheet = readFileSync(out('photos.html'), 'utf8');
    const wanted = ['麦田', '3000 × 2000', '01-卷首/01-彩页.md:8', '灰度', '>iii<', '群山', '，裁切', '>iv<'];
    expect(wanted.filter((words) => !sheet.includes(words))).toEqual([]);
    expect(sheet.indexOf('未用的照片（1 张）')).toBeGreaterThan(0);
    expect(sheet.indexOf('01-卷首/photos/spare.jpg')).toBeGreaterThan(sheet.indexOf('未用的照片'));
  });

  it('are not printed anew where a file was only touched', () => {
    const before = statSync(out('book.pdf')).mtimeMs;
    const later = new Date(Date.now() + 5000);
    utimesSync(source('01-卷首/photos/fine.jpg'), later, later);
    build();
    expect(statSync(out('book.pdf')).mtimeMs).toBe(before);
  });

  it('give the same book from nothing, byte by byte', () => {
    const [book, press] = ['book.pdf', 'book-press.pdf'].map((name) => readFileSync(out(name)));
    build('--press', '--no-cache', '--out', join(home, 'again'));
    expect(readFileSync(join(home, 'again', 'book.pdf')).equals(book as Buffer)).toBe(true);
    expect(readFileSync(join(home, 'again', 'book-press.pdf')).equals(press as Buffer)).toBe(true);
  });

  it('are finer where book.yaml says so', () => {
    const settings = readFileSync(source('book.yaml'), 'utf8');
    writeFileSync(source('book.yaml'), `${settings}屏幕分辨率: 250\n`);
    build();
    const [fine] = imagesOf(out('book.pdf'));
    expect(fine?.ppi).toBeGreaterThanOrEqual(249);
    expect(fine?.ppi).toBeLessThanOrEqual(253);
    writeFileSync(source('book.yaml'), settings);
  });

  it('leave the old book where one cannot be decoded, and the place is named', async () => {
    const before = readFileSync(out('book.pdf'));
    const path = source('01-卷首/photos/coarse.jpg');
    const png = await grain(900, 600).png().toBuffer();
    // Its end is there, and in the middle it is not what it was.
    png.fill(0, 20_000, 60_000);
    writeFileSync(source('01-卷首/photos/coarse.png'), png);
    renameSync(path, `${path}.old`);
    writeFileSync(source('01-卷首/01-彩页.md'), PLATES.replace('coarse.jpg', 'coarse.png'));
    const { code, stderr } = nianjian(['build'], { cwd: home });
    expect(code).toBe(1);
    expect(stderr).toMatch(/01-卷首\/01-彩页\.md:10:1 {2}错误 {2}照片“photos\/coarse\.png”的内容已经损坏/u);
    expect(readFileSync(out('book.pdf')).equals(before)).toBe(true);
    expect(existsSync(out('photos.html'))).toBe(true);
  });
});
