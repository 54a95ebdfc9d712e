/** Whole books, from manuscripts to PDF, through the command as a user types it; asked is the PDF alone. */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readVolume } from '../../src/manuscript/read-volume.js';
import { treeRuns } from '../../src/tree/tree-text.js';
import { nianjian } from '../cli/nianjian.js';
import {
  type Bookmark,
  contentsEntries,
  differenceOf,
  indexEntries,
  type PrintedBook,
  readBook,
} from './printed-book.js';
import { entries, projectFolder, sixGenres } from './six-genres.js';
import { scratchFolder } from './volume.js';

const scratch = scratchFolder();
const MM = 72 / 25.4;

/** Runs a build that must succeed, and reads what came of it. */
function build(home: string, args: string[] = [], env: Record<string, string> = {}) {
  const run = nianjian(['build', ...args], { cwd: home, env });
  expect(run.stderr).not.toContain('没有出书');
  expect(run.code, run.stderr).toBe(0);
  const file = join(home, 'dist', '2022', 'book.pdf');
  return { ...run, file, report: JSON.parse(readFileSync(join(home, 'dist', '2022', 'report.json'), 'utf8')) };
}

/** Pages on which a flow of the tool's own stands, by their heads. */
function extent(book: PrintedBook, title: string): { from: number; to: number } {
  const at = book.bookmarks.findIndex((mark) => mark.level === 1 && mark.title === title);
  const next = book.bookmarks.slice(at + 1).find((mark) => mark.level === 1);
  return { from: book.bookmarks[at]?.page ?? -1, to: next?.page ?? book.pages.length };
}

const squeeze = (text: string): string => text.replace(/\s+/gu, '');

/** Whether a title really stands where its bookmark points: the first ink at or below that height is the title. */
function standsThere(book: PrintedBook, { title, page, y }: Bookmark): boolean {
  const sheet = book.pages[page];
  const top = (sheet?.mediaBox[3] as number) - y;
  const lines = (sheet?.lines ?? []).filter((line) => line.y > top && line.y < top + 90);
  return squeeze(lines.map((line) => line.text).join('')).includes(squeeze(title).slice(0, 6));
}

const home = join(scratch, 'home');
let file: string;
let book: PrintedBook;

beforeAll(async () => {
  projectFolder(home, await sixGenres());
  ({ file } = build(home));
  book = readBook(file);
});

describe('a book of six genres', () => {
  it('has every character of the manuscripts in the PDF', async () => {
    const { volume } = await readVolume(join(home, 'manuscripts', '2022'));
    const text = squeeze(execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8' }));
    const count = (all: string): Map<string, number> => {
      const counts = new Map<string, number>();
      for (const character of all) counts.set(character, (counts.get(character) ?? 0) + 1);
      return counts;
    };
    const printed = count(text);
    const lost: string[] = [];
    for (const part of volume?.children ?? []) {
      for (const run of treeRuns(part))
        for (const character of squeeze(run.text)) {
          const left = printed.get(character) ?? 0;
          if (left === 0) lost.push(character);
          printed.set(character, left - 1);
        }
    }
    expect(lost).toEqual([]);
    expect(text).toContain('<符号>、A&B照样印出');
  });

  it('has in its 目录 the folio of the page on which each title stands, and a link to that page', () => {
    const { from, to } = extent(book, '目录');
    const lines = contentsEntries(book, from, to);
    expect(lines.map((line) => line.words)).toEqual(
      expect.arrayContaining([
        '特载',
        '政府工作报告',
        '大事记',
        '农业',
        '种植业',
        '粮食14',
        '水利',
        '防汛',
        '法治',
        '索引',
      ]),
    );
    const first = book.bookmarks.findIndex(({ title }) => title === '特载');
    const body = book.bookmarks.slice(first).map(({ title }) => squeeze(title));
    expect(lines.map((line) => line.words)).toEqual(['图说测试县', '农业', ...body]);
    for (const { words, folio, target } of lines) {
      expect(book.pages[target]?.label, words).toBe(folio);
      expect(book.pages[target]?.text, words).toContain(words);
      // No earlier page of the body has the title as a head: the bookmark stands there too.
      expect(
        book.bookmarks.some((mark) => squeeze(mark.title) === words && mark.page === target),
        words,
      ).toBe(true);
    }
    expect(new Set(lines.map((line) => line.folio)).size).toBeGreaterThan(4);
  });

  it('has in its outline 类目, 分目 and 条目, each at the height where it stands', () => {
    expect(book.bookmarks.filter((mark) => mark.level === 1).map((mark) => mark.title)).toEqual([
      '编辑说明',
      '图说测试县',
      '目录',
      '特载',
      '大事记',
      '农业',
      '法治',
      '附录',
      '索引',
    ]);
    expect(book.bookmarks).toContainEqual(expect.objectContaining({ level: 2, title: '种植业' }));
    expect(book.bookmarks).toContainEqual(expect.objectContaining({ level: 3, title: '粮食14' }));
    for (const mark of book.bookmarks.filter(({ title }) => title !== '图说测试县')) {
      expect(standsThere(book, mark), `${mark.title} on page ${mark.page}`).toBe(true);
    }
  });

  it('has in its 索引 the folios of the pages on which the words stand, each once', () => {
    const { from, to } = extent(book, '索引');
    const lines = indexEntries(book, from, to);
    const words = new Set(lines.map((line) => line.words));
    for (const each of ['粮食1', '农村供水', '放管服改革', '道路安全', '治安9']) expect(words).toContain(each);
    for (const each of ['政府工作报告', '第一条']) expect(words).not.toContain(each);
    for (const { words, folio, target } of lines) {
      expect(book.pages[target]?.label, words).toBe(/^\d+/u.exec(folio)?.[0]);
      if (words !== '道路安全') expect(book.pages[target]?.text, words).toContain(words);
    }
    expect(lines.find((line) => line.words === '道路安全')?.target).toBe(
      book.bookmarks.find((mark) => mark.title === '交通管理')?.page,
    );
    const reform = lines.filter((line) => line.words === '放管服改革').map((line) => line.folio);
    expect(new Set(reform).size).toBe(reform.length);
  });

  it('numbers its front matter i, ii, … and its body 1, 2, …, as printed', () => {
    const labels = book.pages.map((page) => page.label);
    const body = labels.indexOf('1');
    expect(labels.slice(0, 4)).toEqual(['i', 'ii', 'iii', 'iv']);
    expect(labels.slice(body)).toEqual(book.pages.slice(body).map((_, i) => String(i + 1)));
    expect(body % 2).toBe(0);
    for (const [i, page] of book.pages.entries()) {
      if (i < 2 || page.text === '') continue;
      const foot = page.lines.filter((line) => line.y > (page.mediaBox[3] as number) - 50);
      expect(foot.map((line) => line.text.trim()).join(''), `page ${i}`).toBe(page.label);
    }
  });

  it('says of itself what it is, in a tagged Chinese document', () => {
    expect(book.info).toMatch(/^Title:\s+测试县年鉴（2022）$/m);
    expect(book.info).toMatch(/^Author:\s+测试县史志办公室$/m);
    expect(book.info).toMatch(/^Tagged:\s+yes$/m);
    expect(book.info).toMatch(/^CreationDate:\s+2022-01-01T00:00:00Z$/m);
    expect(Buffer.from(book.bytes).toString('latin1')).toMatch(/\/Lang ?\(zh-CN\)/);
    expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    );
  });

  it('holds embedded TrueType subsets alone', () => {
    expect(book.fonts.length).toBeGreaterThan(3);
    for (const font of book.fonts) expect(font).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/);
  });

  it('has pages of 210 × 285 mm, and none but those that were planned', () => {
    for (const { mediaBox } of book.pages) {
      expect((mediaBox[2] as number) - (mediaBox[0] as number)).toBeCloseTo(595.276, 2);
      expect((mediaBox[3] as number) - (mediaBox[1] as number)).toBeCloseTo(807.874, 2);
    }
    const report = JSON.parse(readFileSync(join(home, 'dist', '2022', 'report.json'), 'utf8'));
    expect(report.figures).toMatchObject({ pages: book.pages.length, parts: 5, tables: 1, photos: 3 });
  });
});

describe('building again', () => {
  const elsewhere = join(scratch, 'elsewhere');

  it('says that nothing has changed, and leaves the file', () => {
    const before = statSync(file).mtimeMs;
    const { code, stdout } = nianjian(['build'], { cwd: home });
    expect(code).toBe(0);
    expect(stdout).toContain('没有变化');
    expect(statSync(file).mtimeMs).toBe(before);
  });

  it('without the cache and in another folder gives the same bytes', async () => {
    projectFolder(elsewhere, await sixGenres());
    const again = build(elsewhere, ['--no-cache']);
    expect(differenceOf(readFileSync(again.file), book.bytes)).toBeUndefined();
  });

  it('with SOURCE_DATE_EPOCH gives the file that date, though nothing else has changed', () => {
    const dated = build(home, [], { SOURCE_DATE_EPOCH: '1700000000' });
    expect(readBook(dated.file).info).toMatch(/^CreationDate:\s+2023-11-14T22:13:20Z$/m);
    // All pages of this one come from the cache.
    const back = build(home);
    expect(back.report.freshFlows).toBe(0);
    expect(differenceOf(readFileSync(back.file), book.bytes)).toBeUndefined();
  });

  it('after an edit of one character breaks one 类目 anew, and gives what a build without the cache gives', async () => {
    const text = `---\n类目: 法治\n---\n\n## 公安\n\n${entries('治安', 1, 9).replace('治安第5项', '治安第6项')}\n\n### 交通管理\n\n道路通行条件改善。:索引[]{词="道路安全"}\n`;
    for (const folder of [home, elsewhere])
      writeFileSync(join(folder, 'manuscripts', '2022', '05-法治/01-公安.md'), text);
    const cached = build(home);
    expect(cached.report.freshFlows).toBe(1);
    const whole = build(elsewhere, ['--no-cache']);
    expect(differenceOf(readFileSync(cached.file), readFileSync(whole.file))).toBeUndefined();
    const after = readBook(cached.file);
    const changed = after.pages.flatMap((page, i) => (page.text === book.pages[i]?.text ? [] : [i]));
    expect(changed).toHaveLength(1);
    expect(after.pages[changed[0] as number]?.text).toContain('治安第6项');
  });

  it('after an edit that moves all later pages to the other side turns the kept ones over', async () => {
    const text = `---\n类目: 特载\n体裁: 文章\n标题: 政府工作报告\n---\n\n${'各位代表，现在报告工作。'.repeat(180)}\n`;
    for (const folder of [home, elsewhere]) {
      writeFileSync(join(folder, 'manuscripts', '2022', '02-特载/01-报告.md'), text);
    }
    const before = readBook(file);
    const cached = build(home);
    const after = readBook(cached.file);
    const place = (from: PrintedBook) => from.bookmarks.find((mark) => mark.title === '附录')?.page as number;
    expect(place(after) - place(before)).toBe(1);
    // 特载 itself, the 目录 and 索引 with their new folios, and the 版权页 with its new 字数.
    expect(cached.report.freshFlows).toBe(4);
    const whole = build(elsewhere, ['--no-cache']);
    expect(differenceOf(readFileSync(cached.file), readFileSync(whole.file))).toBeUndefined();
  });
});

describe('a book whose 类目 open on rectos, in 16开', () => {
  let large: PrintedBook;
  const folder = join(scratch, 'large');
  beforeAll(async () => {
    const many = `---\n类目: 法治\n---\n\n## 公安\n\n${entries('治安', 1, 150)}\n`;
    projectFolder(folder, await sixGenres(['起始: 单页', '开本: 16开'], { '05-法治/01-公安.md': many }));
    large = readBook(build(folder).file);
  });

  it('has pages of 185 × 260 mm', () => {
    for (const { mediaBox } of large.pages) {
      expect((mediaBox[2] as number) - (mediaBox[0] as number)).toBeCloseTo(185 * MM, 2);
      expect((mediaBox[3] as number) - (mediaBox[1] as number)).toBeCloseTo(260 * MM, 2);
    }
  });

  it('opens each 类目 on a recto, after a blank page where it must', () => {
    const parts = ['特载', '大事记', '农业', '法治', '附录'];
    const opened = large.bookmarks.filter((mark) => mark.level === 1 && parts.includes(mark.title));
    expect(opened).toHaveLength(5);
    for (const { page } of opened) expect(page % 2).toBe(0);
    const blanks = large.pages.flatMap((page, i) => (page.lines.length === 0 ? [i] : []));
    expect(blanks.length).toBeGreaterThan(0);
    for (const blank of blanks) expect(blank % 2).toBe(1);
  });

  it('keeps its 目录 right though it takes pages more', () => {
    const { from, to } = extent(large, '目录');
    expect(to - from).toBeGreaterThan(1);
    const lines = contentsEntries(large, from, to);
    expect(lines.length).toBeGreaterThan(170);
    for (const { words, folio, target } of lines) {
      expect(large.pages[target]?.label, words).toBe(folio);
      expect(
        large.bookmarks.some((mark) => squeeze(mark.title) === words && mark.page === target),
        words,
      ).toBe(true);
    }
    for (const mark of large.bookmarks.filter(({ title }) => title !== '图说测试县')) {
      expect(standsThere(large, mark), `${mark.title} on page ${mark.page}`).toBe(true);
    }
  });
});
