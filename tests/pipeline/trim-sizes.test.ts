/** Books of every 开本 and other choices of 版式, measured in their PDF: paper, edges of the type area, first and last line. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measuresOf } from '../../src/design/measures.js';
import type { VolumeSettings } from '../../src/tree/nodes.js';
import { readSettings } from '../../src/volume/settings.js';
import { nianjian } from '../cli/nianjian.js';
import { type BookLine, readBook } from './printed-book.js';
import { projectFolder } from './six-genres.js';
import { scratchFolder } from './volume.js';

const scratch = scratchFolder();
const POINTS_PER_MM = 72 / 25.4;
const POINTS_PER_PX = 0.75;

const WORDS = '各乡镇组织农户抢抓农时适时播种田间管理水平继续提高粮食总产量比上年有所增长';
const TEXT = Array.from({ length: 60 }, (_, i) => `${WORDS.slice(i % 9).repeat(4 + (i % 3))}。`).join('\n\n');
const BOOK = '书名: 测试县年鉴\n卷号: 2022\n';

function print(name: string, lines: string): { book: ReturnType<typeof readBook>; settings: VolumeSettings } {
  const home = projectFolder(join(scratch, name), {
    'book.yaml': BOOK + lines,
    '01-农业/01-种植业.md': `---\n类目: 农业\n---\n\n${TEXT}\n`,
  });
  const { code, stderr } = nianjian(['build'], { cwd: home });
  expect(code, stderr).toBe(0);
  const { settings } = readSettings(BOOK + lines);
  return { book: readBook(join(home, 'dist', '2022', 'book.pdf')), settings: settings as VolumeSettings };
}

/** Lines of running text, by their size and by where they stand. */
function bodyLines(lines: BookLine[], size: number, top: number, bottom: number): BookLine[] {
  return lines.filter((line) => Math.abs(line.size - size) < 0.05 && line.y > top && line.y <= bottom);
}

describe('a printed book', () => {
  it.each([
    ['大16开', '开本: 大16开\n'],
    ['16开', '开本: 16开\n'],
    ['A4', '开本: A4\n'],
    ['32开', '开本: 32开\n'],
    ['大16开 in three columns', '开本: 大16开\n版式:\n  栏数: 3\n'],
    ['A4 in one column of 小四', '开本: A4\n版式:\n  栏数: 1\n  字号: 小四\n'],
    ['16开 in 10磅 and the other theme', '开本: 16开\n版式:\n  字号: 10磅\n  主题: 素雅\n  配色: 墨绿\n'],
  ])(
    'of %s has the measures of its 版式',
    (name, lines) => {
      const { book, settings } = print(name, lines);
      const { trim, area, margins, body, line } = measuresOf(settings);
      const paper = [0, 0, trim.widthMm * POINTS_PER_MM, trim.heightMm * POINTS_PER_MM];
      for (const { mediaBox } of book.pages) {
        const [left = 0, bottom = 0, right = 0, top = 0] = mediaBox;
        expect(right - left).toBeCloseTo(paper[2] as number, 2);
        expect(top - bottom).toBeCloseTo(paper[3] as number, 2);
      }

      const top = margins.top * POINTS_PER_PX;
      const bottom = top + area.height * POINTS_PER_PX;
      const pages = book.pages.flatMap(({ label, lines: all }) =>
        /^\d+$/u.test(label) && Number(label) > 1
          ? [{ recto: Number(label) % 2 === 1, lines: bodyLines(all, body * POINTS_PER_PX, top, bottom) }]
          : [],
      );
      // The last page of the 类目 is not full; behind it stands the 目录 or nothing.
      const full = pages.filter((page) => page.lines.length >= area.columns * (area.lines - 2));
      expect(full.length).toBeGreaterThan(0);
      for (const page of full) {
        const left = (page.recto ? margins.inner : margins.outer) * POINTS_PER_PX;
        const right = left + area.width * POINTS_PER_PX;
        expect(Math.abs(Math.min(...page.lines.map(({ x }) => x)) - left)).toBeLessThan(0.2);
        const edge = Math.max(...page.lines.map(({ end }) => end));
        expect(edge).toBeGreaterThan(right - 0.6 * body * POINTS_PER_PX);
        expect(edge).toBeLessThan(right + 0.6);
        // Every line begins in one of the columns, and no column is empty.
        const pitch = (area.columnWidth + area.gap) * POINTS_PER_PX;
        const columns = new Set(page.lines.map(({ x }) => Math.floor((x - left + 1) / pitch)));
        expect([...columns].sort()).toEqual(Array.from({ length: area.columns }, (_, i) => i));
      }

      // All lines of all pages stand on one grid, as many as the measures say from the first to the last.
      const first = Math.min(...full.flatMap((page) => page.lines.map(({ y }) => y)));
      const last = Math.max(...full.flatMap((page) => page.lines.map(({ y }) => y)));
      expect(first - top).toBeGreaterThan(0.5 * line * POINTS_PER_PX);
      expect(first - top).toBeLessThan(line * POINTS_PER_PX);
      expect(last - first).toBeCloseTo((area.lines - 1) * line * POINTS_PER_PX, 0);
      for (const { y } of full.flatMap((page) => page.lines)) {
        const steps = (y - first) / (line * POINTS_PER_PX);
        expect(Math.abs(steps - Math.round(steps)) * line * POINTS_PER_PX).toBeLessThan(0.3);
      }
    },
    120_000,
  );
});
