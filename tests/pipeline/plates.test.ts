/** Plates of a whole book, measured from its PDF: where the pictures stand, what is printed over the trimmed edges. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { nianjian } from '../cli/nianjian.js';
import { type BookLine, contentsEntries, type PrintedBook, readBook } from './printed-book.js';
import { type MeasuredPage, measurePictures } from './printed-pictures.js';
import { projectFolder } from './six-genres.js';
import { type Files, scratchFolder } from './volume.js';

const MM = 72 / 25.4;
const LONG =
  '全县各乡镇、街道和县直部门干部群众参加庆祝大会，县领导为获奖单位颁奖，演出现场气氛热烈、掌声不断，'.repeat(2);
const SIZES = [
  [1500, 1000],
  [1000, 1500],
  [1200, 1200],
  [2400, 600],
  [1600, 900],
  [900, 1600],
] as const;

/** Hue of a photo: each has its own. */
const photo = (width: number, height: number, i: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: `hsl(${(i * 47) % 360}, 60%, 45%)` } })
    .jpeg()
    .toBuffer();

/** A section of photos; `hints` by their number. */
function section(title: string, from: number, count: number, hints: Record<number, string> = {}): string {
  const images = Array.from({ length: count }, (_, i) => {
    const number = from + i;
    const caption = number % 5 === 0 ? `第${number}幅：${LONG}` : `第${number}幅照片的说明`;
    return `![${caption}](photos/${number}.jpg)${hints[number] ? `{${hints[number]}}` : ''}`;
  });
  return `## ${title}\n\n${images.join('\n\n')}\n\n`;
}

async function volume(settings: string): Promise<Files> {
  const photos = await Promise.all(
    Array.from({ length: 26 }, async (_, i): Promise<[string, Buffer]> => {
      const [width, height] = SIZES[i % SIZES.length] as (typeof SIZES)[number];
      return [`01-卷首/photos/${i + 1}.jpg`, await photo(width, height, i + 1)];
    }),
  );
  const plates = [
    '---\n类目: 卷首\n体裁: 彩页\n标题: 彩页\n摄影: 张三、李四\n---\n\n',
    section('城市风光', 1, 12, { 3: '通栏', 8: '摄影=王芳' }),
    section('绿水青山', 13, 4, { 13: '满版 裁切=上', 15: '旋转=左' }),
    section('乡村振兴 {底色=浅 每页=4}', 17, 9),
    section('文化', 26, 1, { 26: '裁切=1:1' }),
  ].join('');
  return {
    'book.yaml': `书名: 测试县年鉴\n卷号: 2022\n记述年份: 2021\n主办: 测试县\n编纂: 测试县办公室\n${settings}`,
    '01-卷首/01-彩页.md': plates,
    ...Object.fromEntries(photos),
    '02-农业/01-农业.md': '---\n类目: 农业\n---\n\n## 种植业\n\n【小麦】全县种植小麦十万亩。\n',
  };
}

/** The words on one baseline that follow each other: a word that is kept whole is written by itself. */
function wordsOnLines(runs: readonly BookLine[]): Pick<BookLine, 'text' | 'x' | 'end' | 'y' | 'size'>[] {
  const lines: Pick<BookLine, 'text' | 'x' | 'end' | 'y' | 'size'>[] = [];
  for (const { text, x, end, y, size } of runs.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const last = lines.at(-1);
    // Credits are smaller than their captions; gutters are wider than any space in a caption.
    if (last && Math.abs(last.y - y) < 1 && x - last.end < 8) Object.assign(last, { text: last.text + text, end });
    else lines.push({ text, x, end, y, size });
  }
  return lines;
}

describe.each([
  ['大16开, the theme of the house', '开本: 大16开\n', 3],
  ['16开, 素雅', '开本: 16开\n版式:\n  主题: 素雅\n印刷:\n  出血: 4毫米\n', 4],
])('plates of a book: %s', (_, settings, bleedMm) => {
  const home = join(scratchFolder(), 'plates');
  const file = (name: string): string => join(home, 'dist', '2022', name);
  let book: PrintedBook;
  let pages: MeasuredPage[];
  let press: MeasuredPage[];
  /** Index of the page that says something, white space left out. */
  const pageOf = (words: string): number => book.pages.findIndex(({ text }) => text.includes(words));

  beforeAll(async () => {
    projectFolder(home, await volume(settings));
    const run = nianjian(['build', '--press'], { cwd: home });
    expect(run.code, run.stderr).toBe(0);
    book = readBook(file('book.pdf'));
    pages = measurePictures(file('book.pdf'));
    press = measurePictures(file('book-press.pdf'));
  }, 180_000);

  /** Pages of plates that no photo covers. */
  const plain = (): [MeasuredPage, number][] =>
    pages
      .map((page, i): [MeasuredPage, number] => [page, i])
      .filter(
        ([{ pictures, trim }]) =>
          pictures.length > 0 && pictures.every((each) => each.left > 0 && each.right < trim.width),
      );

  it('print every photo once', () => {
    expect(pages.flatMap(({ pictures }) => pictures)).toHaveLength(26);
    expect(press.flatMap(({ pictures }) => pictures)).toHaveLength(26);
  });

  it('have photos beside each other with equal gutters, and none over another', () => {
    const gutters: number[] = [];
    for (const [{ pictures }] of plain()) {
      for (const [i, one] of pictures.entries()) {
        for (const other of pictures.slice(i + 1)) {
          const across = Math.max(other.left - one.right, one.left - other.right);
          const down = Math.max(other.top - one.foot, one.top - other.foot);
          expect(Math.max(across, down)).toBeGreaterThan(11);
          if (down < 0 && across < 14) gutters.push(across);
        }
      }
    }
    expect(gutters.length).toBeGreaterThan(5);
    for (const gutter of gutters) expect(gutter).toBeCloseTo(12, 0);
  });

  it('have each caption under its own photo and nowhere else', () => {
    let captions = 0;
    for (const [{ pictures }, i] of plain()) {
      const lines = wordsOnLines(book.pages[i]?.lines ?? []).filter(({ text }) => /第\d+幅/u.test(text));
      expect(lines.length).toBe(pictures.length);
      for (const { x, end, y } of lines) {
        const above = pictures.filter((each) => each.left < x + 2 && each.right > end - 2 && each.foot < y);
        const nearest = Math.max(...above.map((each) => each.foot));
        expect(y - nearest).toBeLessThan(18);
        captions += 1;
      }
      const middle = (each: { x: number; end: number }): number => (each.x + each.end) / 2;
      for (const line of book.pages[i]?.lines ?? []) {
        const inside = pictures.filter(
          (each) =>
            each.left < middle(line) &&
            each.right > middle(line) &&
            each.top < line.y - 1 &&
            each.foot > line.y - line.size / 2,
        );
        expect(inside, line.text).toEqual([]);
      }
    }
    expect(captions).toBe(25);
  });

  it('cover page and bleed with a photo in 满版, to all four edges', () => {
    const at = pageOf('第13幅照片的说明');
    const { pictures, trim } = press[at] as MeasuredPage;
    const [only] = pictures;
    expect(pictures).toHaveLength(1);
    const bleed = bleedMm * MM - 0.01;
    expect(only?.left).toBeLessThanOrEqual(-bleed);
    expect(only?.top).toBeLessThanOrEqual(-bleed);
    expect(only?.right).toBeGreaterThanOrEqual(trim.width + bleed);
    expect(only?.foot).toBeGreaterThanOrEqual(trim.height + bleed);
  });

  it('leave no white at the edges of the bleed, where it is drawn', async () => {
    const DPI = 127;
    for (const words of ['第13幅照片的说明', '第17幅']) {
      const number = String(pageOf(words) + 1);
      const args = ['-r', String(DPI), '-f', number, '-l', number, '-png', file('book-press.pdf')];
      const png = execFileSync('pdftoppm', args, { maxBuffer: 1 << 28 });
      const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
      const colour = (x: number, y: number): string =>
        data
          .subarray((y * info.width + x) * info.channels)
          .subarray(0, 3)
          .join();
      // The last row and column of pixels are whole only where the page is of whole pixels.
      const [right, foot] = [info.width - 2, info.height - 2];
      const edge: string[] = [];
      for (let x = 0; x <= right; x += 1) edge.push(colour(x, 0), colour(x, foot));
      for (let y = 0; y <= foot; y += 1) edge.push(colour(0, y), colour(right, y));
      expect(new Set(edge), words).toHaveLength(1);
      expect(edge[0]).not.toBe('255,255,255');
      expect(info.width / DPI).toBeCloseTo((press[0] as MeasuredPage).trim.width / 72 + (2 * bleedMm) / 25.4, 1);
    }
  });

  it('have a folio on every page but under a photo in 满版', () => {
    const at = pageOf('第13幅照片的说明');
    const folio = (page: number): boolean => book.pages[page]?.text.includes(book.pages[page]?.label ?? '') ?? false;
    expect(folio(at)).toBe(false);
    for (const [, page] of plain()) expect(folio(page)).toBe(true);
  });

  it('name who took the photos: of one in its caption, of all at the end', () => {
    expect(book.pages[pageOf('第8幅照片的说明')]?.text).toContain('第8幅照片的说明（摄影：王芳）');
    expect(book.pages[pageOf('第26幅')]?.text).toMatch(/摄影：张三、李四/u);
    expect(book.pages.filter(({ text }) => text.includes('张三'))).toHaveLength(1);
  });

  it('stand at the head of the 目录 with their roman folios, and in the bookmarks', () => {
    const at = pageOf('目录');
    const entries = contentsEntries(book, at, at + 1);
    const titles = ['城市风光', '绿水青山', '乡村振兴', '文化'];
    const first = ['第1幅照片的说明', '第13幅', '第17幅', '第26幅'].map(pageOf);
    expect(entries.slice(0, 6).map(({ words }) => words)).toEqual(['彩页', ...titles, '农业']);
    expect(entries.slice(1, 5).map(({ target }) => target)).toEqual(first);
    expect(entries.slice(1, 5).map(({ folio }) => folio)).toEqual(first.map((page) => book.pages[page]?.label));
    const marks = book.bookmarks.filter(({ title }) => titles.includes(title));
    expect(marks.map(({ title, page }) => [title, page])).toEqual(titles.map((title, i) => [title, first[i]]));
  });

  it('hold as many photos as their section wants', () => {
    const [from, to] = [pageOf('第17幅'), pageOf('第25幅')];
    const counts = pages.slice(from, to + 1).map(({ pictures }) => pictures.length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(9);
    expect(Math.max(...counts)).toBeLessThanOrEqual(4);
  });
});
