/** Photos in the text of a printed book, measured from the PDF alone: where they stand, their captions, and the text. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { nianjian } from '../cli/nianjian.js';
import { type PrintedBook, readBook } from './printed-book.js';
import { glyphsOf, imagesOf, type PrintedGlyph, type PrintedImage, wordsIn } from './printed-images.js';
import { projectFolder } from './six-genres.js';
import { type Files, scratchFolder } from './volume.js';

const LINE = 16.5;
const SENTENCE = '全县粮食播种面积保持稳定，机耕机播机收水平提高，农民收入增长较快，乡村面貌发生变化。';
/** Eighty characters. */
const LONG =
  '县委书记和县长等领导同志一行到双湾镇古城村高标准农田建设项目现场调研，实地察看渠系配套、土地平整和新品种示范种植情况，并与种植大户座谈交流，听取意见建议和下步打算。';

interface Photo {
  /** Pixels across: no two photos of the volume are equally wide. */
  pixels: number;
  part: string;
  /** The last words before it, and its caption; empty for all but the last photo of a caption. */
  mention: string;
  caption: string;
}

const photos: Photo[] = [];
const files: Files = {};
let sentences = 0;

function prose(length: number): string {
  let text = '';
  while (text.length < length) {
    sentences += 1;
    text += `第${sentences}项，${SENTENCE}`;
  }
  return `${text.slice(0, length - 1)}。`;
}

interface Shape {
  /** Pixels across, to which the number of the photo is added, and width ÷ height. */
  width: number;
  ratio: number;
}

/** Of so many pixels that they are printed as they are, between 225 and 350 ppi. */
const LYING: Shape = { width: 1000, ratio: 1.5 };
const UPRIGHT: Shape = { width: 800, ratio: 0.7 };
const SMALL_UPRIGHT: Shape = { width: 420, ratio: 0.7 };
const PANORAMA: Shape = { width: 900, ratio: 3 };
const WIDE_PANORAMA: Shape = { width: 1700, ratio: 3 };

/** A paragraph that mentions some photos, and the photos, of which the last has the caption. */
async function figure(part: string, shapes: Shape[], caption = '', hint = ''): Promise<string> {
  const number = photos.length + 1;
  const mention = `此处提到第${number}号照片。`;
  const words = caption === '' ? '' : `${caption}之${number}`;
  const images: string[] = [];
  for (const [i, { width, ratio }] of shapes.entries()) {
    const pixels = width + photos.length;
    const file = `photos/${pixels}.jpg`;
    const create = { width: pixels, height: Math.round(pixels / ratio), channels: 3 as const, background: '#7a3' };
    files[`${part}/${file}`] = await sharp({ create }).jpeg().toBuffer();
    const last = i === shapes.length - 1;
    photos.push({ pixels, part, mention, caption: last ? words : '' });
    images.push(`![${last ? words : ''}](${file})${hint}`);
  }
  return `${prose(60)}${mention}\n\n${images.join('\n\n')}`;
}

async function part(folder: string, entries: number, each: (number: number) => Promise<string>): Promise<void> {
  const body: string[] = [`---\n类目: ${folder.slice(3)}\n供稿: 李强\n---\n\n## 综述`];
  for (let number = 1; number <= entries; number += 1) {
    body.push(
      `### 工作${number}`,
      prose(70 + ((number * 37) % 260)),
      await each(number),
      prose(90 + ((number * 53) % 160)),
    );
  }
  files[`${folder}/01-稿件.md`] = `${body.join('\n\n')}\n`;
}

const TABLE = [
  '| 指标 | 一月 | 二月 | 三月 | 四月 | 五月 | 六月 | 七月 | 八月 | 九月 | 十月 |',
  `|${' --- |'.repeat(11)}`,
  ...Array.from({ length: 9 }, (_, i) => `| 农作物播种面积之${i} |${' 123456.7 |'.repeat(10)}`),
].join('\n');

const scratch = scratchFolder();
let book: PrintedBook;
let images: PrintedImage[];
let glyphs: PrintedGlyph[];
let layout: { rules: Record<string, unknown>; breaches: { rule: string; what: string; folio: string }[] };
beforeAll(async () => {
  await part('02-横幅', 12, () => figure('02-横幅', [LYING], '丰收节'));
  await part('03-竖幅', 9, (i) => figure('03-竖幅', [UPRIGHT], i % 2 ? LONG : '老区新貌'));
  await part('04-全景', 8, (i) =>
    figure('04-全景', [i % 2 ? WIDE_PANORAMA : PANORAMA], i % 2 ? LONG : '城区全景', i % 2 ? '{通栏}' : ''),
  );
  await part('05-组照', 8, (i) => {
    const shape = i % 2 ? SMALL_UPRIGHT : LYING;
    return figure(
      '05-组照',
      i % 4 ? [shape, shape] : [WIDE_PANORAMA, WIDE_PANORAMA],
      '一组照片',
      i % 4 ? '' : '{通栏}',
    );
  });
  await part(
    '06-表格',
    5,
    async (i) => `${await figure('06-表格', [LYING], '春耕')}\n\n${prose(80)}\n\n${i % 2 ? TABLE : ''}`,
  );
  const many: string[] = [];
  for (let i = 0; i < 9; i += 1) many.push(await figure('07-多图', [i % 3 ? LYING : UPRIGHT], '现场'));
  files['07-多图/01-稿件.md'] = `---\n类目: 多图\n---\n\n## 综述\n\n### 活动\n\n${many.join('\n\n')}\n`;
  const home = join(scratch, 'home');
  projectFolder(home, { ...files, 'book.yaml': BOOK });
  const run = nianjian(['build'], { cwd: home });
  expect(run.code, run.stderr).toBe(0);
  book = readBook(join(home, 'dist', '2022', 'book.pdf'));
  images = imagesOf(book.bytes);
  glyphs = glyphsOf(book);
  layout = JSON.parse(readFileSync(join(home, 'dist', '2022', 'layout.json'), 'utf8'));
}, 180_000);

const BOOK =
  '书名: 测试县年鉴\n卷号: 2022\n记述年份: 2021\n主办: 测试县\n编纂: 测试县办公室\n屏幕分辨率: 300\n版式:\n  图号: 按类目\n';

const imageOf = ({ pixels }: Photo): PrintedImage => images.find((each) => each.pixels === pixels) as PrintedImage;
const numbered = (part: string): Photo[] => photos.filter((photo) => photo.part === part && photo.caption !== '');
/** The middle of the page parts two columns; what reaches over it spans them. */
const MIDDLE = (210 / 25.4) * 36;
const spans = ({ left, right }: PrintedImage): boolean =>
  left < MIDDLE - 60 && right > MIDDLE + 60 && right - left > 300;
/** Where something stands in the order of reading, within two columns. */
const orderOf = ({ page, left, right, top }: PrintedImage): number =>
  page * 1e6 + ((left + right) / 2 > MIDDLE + 20 && right - left < 300 ? 1e5 : 0) + top;

describe('photos in the text', () => {
  it('are all printed, each once', () => {
    expect(images.map(({ pixels }) => pixels).toSorted((a, b) => a - b)).toEqual(
      photos.map(({ pixels }) => pixels).toSorted((a, b) => a - b),
    );
  });

  it('never cover text nor each other', () => {
    const covered = images.flatMap((image) => [
      ...glyphs.filter(
        ({ page, x, y, size }) =>
          page === image.page &&
          x + size > image.left + 1 &&
          x < image.right - 1 &&
          y > image.top + 1 &&
          y - 0.8 * size < image.bottom - 1,
      ),
      ...images.filter(
        (other) =>
          other !== image &&
          other.page === image.page &&
          other.left < image.right - 1 &&
          other.right > image.left + 1 &&
          other.top < image.bottom - 1 &&
          other.bottom > image.top + 1,
      ),
    ]);
    expect(covered).toEqual([]);
  });

  it('have their caption right below them, in the middle', () => {
    for (const photo of photos.filter(({ caption }) => caption !== '')) {
      const group = photos.filter(({ mention }) => mention === photo.mention).map(imageOf);
      const caption = wordsIn(glyphs, photo.caption);
      const bottom = Math.max(...group.map((image) => image.bottom));
      const [first] = caption as [PrintedGlyph];
      expect(group.every(({ page }) => page === first.page)).toBe(true);
      expect(first.y - bottom).toBeGreaterThan(5);
      expect(first.y - bottom).toBeLessThan(2 * LINE);
      // All lines of a caption are one below the other, the last in the middle of the photos.
      const last = caption.filter(({ y }) => y === caption.at(-1)?.y);
      const number = first.y === last[0]?.y ? 40 : 0;
      const left = Math.min(...last.map(({ x }) => x)) - number;
      const right = Math.max(...last.map(({ x, size }) => x + size));
      const middle = (Math.min(...group.map((each) => each.left)) + Math.max(...group.map((each) => each.right))) / 2;
      expect(Math.abs((left + right) / 2 - middle), photo.caption).toBeLessThan(14);
      expect(new Set(caption.map(({ page }) => page)).size).toBe(1);
    }
  });

  it('stand behind the words that mention them, on the same page or the next', () => {
    for (const photo of photos) {
      const image = imageOf(photo);
      const mention = wordsIn(glyphs, photo.mention).at(-1) as PrintedGlyph;
      expect(image.page - mention.page, photo.mention).toBeGreaterThanOrEqual(0);
      if (photo.part !== '07-多图') expect(image.page - mention.page, photo.mention).toBeLessThanOrEqual(1);
      if (image.page > mention.page || spans(image)) continue;
      const column = (x: number): number => (x > MIDDLE ? 1 : 0);
      const apart = column((image.left + image.right) / 2) - column(mention.x);
      // In a later column, or lower: below a photo across the page the columns begin anew.
      expect(apart > 0 || image.top > mention.y, photo.mention).toBe(true);
    }
  });

  it('keep their order', () => {
    for (const folder of new Set(photos.map(({ part }) => part))) {
      const own = numbered(folder).map(imageOf);
      expect(own.map(orderOf)).toEqual(own.map(orderOf).toSorted((a, b) => a - b));
    }
  });

  it('leave no column empty where text could fill it', () => {
    const bottom = Math.max(...glyphs.filter(({ size }) => size > 10).map(({ y }) => y));
    for (const folder of ['02-横幅', '03-竖幅', '04-全景', '05-组照']) {
      const pages = [...new Set(numbered(folder).map((photo) => imageOf(photo).page))];
      const last = Math.max(...pages);
      for (const page of pages.filter((each) => each < last - 1)) {
        for (const column of [0, 1]) {
          const inColumn = (left: number, right: number): boolean => (column === 0 ? left < MIDDLE : right > MIDDLE);
          const reach = Math.max(
            ...glyphs.filter((g) => g.page === page && g.size > 8.5 && inColumn(g.x, g.x)).map(({ y }) => y),
            ...images
              .filter((each) => each.page === page && inColumn(each.left, each.right))
              .map((each) => each.bottom),
          );
          expect(bottom - reach, `${folder}, page ${page}, column ${column}`).toBeLessThan(4.5 * LINE);
        }
      }
    }
  });

  it('are as wide as the column, upright ones no higher than half of it, and across the page where that is asked', () => {
    for (const photo of numbered('02-横幅')) {
      const { left, right } = imageOf(photo);
      expect(right - left).toBeGreaterThan(220);
      expect(right - left).toBeLessThan(232);
    }
    for (const photo of numbered('03-竖幅')) {
      const { top, bottom } = imageOf(photo);
      expect(bottom - top).toBeLessThan(0.5 * 924 * 0.75);
    }
    expect(numbered('04-全景').map((photo) => spans(imageOf(photo)))).toEqual(
      numbered('04-全景').map((_, i) => i % 2 === 0),
    );
  });

  it('stand in rows of one height where they have one caption', () => {
    for (const { mention } of numbered('05-组照')) {
      const [one, two] = photos.filter((photo) => photo.mention === mention).map(imageOf) as [
        PrintedImage,
        PrintedImage,
      ];
      const upright = one.bottom - one.top > one.right - one.left;
      if (upright) {
        expect(Math.abs(one.top - two.top)).toBeLessThan(0.5);
        expect(Math.abs(one.bottom - two.bottom)).toBeLessThan(0.5);
        expect(two.left - one.right).toBeCloseTo(4.5, 0);
      } else {
        expect(Math.abs(one.right - one.left - (two.right - two.left))).toBeLessThan(0.5);
        expect(two.top - one.bottom).toBeCloseTo(4.5, 0);
      }
    }
  });

  it('are numbered within their 类目', () => {
    expect(glyphs.map(({ char }) => char).join('')).toContain('图1-1丰收节之1');
    for (const [i, photo] of numbered('04-全景').entries()) {
      const at = glyphs.indexOf(wordsIn(glyphs, photo.caption)[0] as PrintedGlyph);
      const before = glyphs
        .slice(at - 4, at)
        .map(({ char }) => char)
        .join('');
      expect(before).toBe(`图3-${i + 1}`);
    }
  });

  it('leave all text on the grid, and nothing else to look at but what pictures make of last columns', () => {
    expect(layout.breaches.filter(({ rule }) => rule !== 'columns-level')).toEqual([]);
  });
});
