/** Tables of every kind in a printed book, measured from the PDF alone. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { nianjian } from '../cli/nianjian.js';
import { type BookLine, type PrintedBook, readBook } from './printed-book.js';
import { projectFolder } from './six-genres.js';
import { scratchFolder } from './volume.js';

const MIXED = ['1,117,111.8', '-10.8', '0.001', '999', '+12.345', '71.7%', '-1111'];
const MONTHS = Array.from({ length: 12 }, (_, i) => `${i + 1}月`);
const monthly = (seed: number): string[] => MONTHS.map((_, i) => ((seed * (i + 3)) / 7).toFixed(1));

const line = (...cells: string[]): string => `| ${cells.join(' | ')} |`;
const table = (...rows: string[][]): string =>
  [
    line(...(rows[0] ?? [])),
    line(...(rows[0] ?? []).map(() => '---')),
    ...rows.slice(1).map((row) => line(...row)),
  ].join('\n');

const VILLAGES = Array.from({ length: 70 }, (_, i) => [`${i + 1}`, `第${i + 1}村民委员会`, `${3000 - 37 * i}`]);
const AWARDS = Array.from({ length: 40 }, (_, i) => [
  i % 8 === 0 ? `系统${i / 8 + 1}` : '^',
  `全市创建文明城市工作先进集体和精神文明建设先进单位荣誉称号${i + 1}号`,
  `202${i % 10}年${(i % 12) + 1}月`,
  '中共某市委<br>某市人民政府',
]);

const MANUSCRIPT = [
  '---\n类目: 表格\n---\n\n## 小数\n',
  '**表1　小数和负数**\n',
  table(['指标', '数值'], ...MIXED.map((number, i) => [`指标${i + 1}`, number]), ['空白', ''], ['没有', '—']),
  '\n## 长表\n',
  '**表2　各村人口**\n\n单位：人\n',
  table(['序号', '村名', '人口'], ...VILLAGES),
  '\n## 多列\n',
  '**表3　逐月情况**\n',
  table(['项目', ...MONTHS, '全年'], ['产值', ...monthly(41234), '965432.1'], ['气温', ...monthly(37), '10.2']),
  '\n## 表彰\n',
  '**先进集体名单**\n',
  table(['系统', '荣誉称号', '授奖时间', '授奖单位'], ...AWARDS),
].join('\n');

const scratch = scratchFolder();
let book: PrintedBook;
beforeAll(() => {
  const home = join(scratch, 'home');
  projectFolder(home, { '01-表格/01-表格.md': MANUSCRIPT });
  const run = nianjian(['build', '--only', '表格'], { cwd: home });
  expect(run.code, run.stderr).toBe(0);
  book = readBook(join(home, 'dist', '2022', 'book-表格.pdf'));
});

const runs = (): { page: number; run: BookLine }[] =>
  book.pages.flatMap(({ lines }, page) => lines.map((run) => ({ page, run })));

/** The runs that say exactly this, white space aside. */
function saying(text: string): { page: number; run: BookLine }[] {
  return runs().filter(({ run }) => run.text.replace(/\s+/gu, '') === text);
}

describe('the numbers of printed tables', () => {
  it('have their points over each other, to a tenth of a point', () => {
    const points = MIXED.map((number) => {
      const [found] = saying(number);
      if (!found) throw new Error(`${number} is not in one piece`);
      const at = /^[^.%]*/u.exec(number)?.[0].length ?? 0;
      return found.run.xs[at] ?? found.run.end;
    });
    expect(Math.max(...points) - Math.min(...points)).toBeLessThan(0.1);
  });

  it('are never divided, not even in fourteen columns', () => {
    const [first, last] = [saying('965432.1'), saying('10.2')];
    expect([first, last].map((found) => found.length)).toEqual([1, 1]);
    for (const number of [...monthly(41234), ...monthly(37)]) expect(saying(number).length, number).toBeGreaterThan(0);
    const row = [...monthly(41234), '965432.1'].map((number) => saying(number)[0]?.run as BookLine);
    for (const [i, number] of row.slice(1).entries()) {
      expect(number.y).toBeCloseTo(row[i]?.y ?? 0, 1);
      expect(number.xs[0]).toBeGreaterThan(row[i]?.end ?? 0);
    }
  });

  it('keep year and month in one line', () => {
    const dates = [...new Set(AWARDS.map(([, , date]) => date as string))];
    expect(dates.flatMap(saying)).toHaveLength(AWARDS.length);
  });
});

describe('a printed table that goes on', () => {
  it('says 续表 with number, title and unit, and repeats its head, in every column it reaches', () => {
    const continued = saying('续表2　各村人口'.replace('　', ''));
    expect(continued.length).toBeGreaterThan(0);
    expect(saying('单位：人')).toHaveLength(continued.length + 1);
    expect(saying('村名')).toHaveLength(continued.length + 1);
  });

  it('has every row once, none of them in two columns', () => {
    for (const [number, name, count] of VILLAGES) {
      const [village, ...more] = saying(name as string);
      expect(more).toEqual([]);
      const beside = runs().filter(
        ({ page, run }) => page === village?.page && Math.abs(run.y - (village?.run.y ?? 0)) < 1,
      );
      const words = beside.map(({ run }) => run.text);
      expect(words).toEqual(expect.arrayContaining([number, count]));
    }
  });
});
