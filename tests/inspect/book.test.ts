/** The inspector through the front door: a volume is built, and its `layout.json` held against the book and the manuscripts. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Layout, LinePlace, PageLines } from '../../src/inspect/layout.js';
import { nianjian } from '../cli/nianjian.js';
import { type PrintedBook, readBook } from '../pipeline/printed-book.js';
import { projectFolder, sixGenres } from '../pipeline/six-genres.js';
import { scratchFolder } from '../pipeline/volume.js';

const scratch = scratchFolder();
const volume = join(scratch, 'manuscripts', '2022');
const dist = join(scratch, 'dist', '2022');
/** Longer than any column: whatever sets it must part it somewhere. */
const ADDRESS = 'https://www.example.org/yearbooks/ceshixian/2022/download/fulltext-and-tables';
const ENTRY = `---\n类目: 渔业\n---\n\n## 渔业生产\n\n【资料】全文见${ADDRESS}。\n`;
const squeeze = (text: string): string => text.replace(/\s+/gu, '');

let layout: Layout;
let book: PrintedBook;
let said: string;

beforeAll(async () => {
  projectFolder(scratch, await sixGenres([], { '07-渔业/01-渔业.md': ENTRY }));
  const { code, stdout, stderr } = nianjian(['build'], { cwd: scratch });
  expect(code, stderr).toBe(0);
  said = stdout;
  layout = JSON.parse(readFileSync(join(dist, 'layout.json'), 'utf8')) as Layout;
  book = readBook(join(dist, 'book.pdf'));
});

/** Without white space and the marks that the tool adds. */
const bare = (text: string): string => squeeze(text).replace(/【|】|（|供稿：|•/gu, '');
const linesOf = (page: PageLines): LinePlace[] => page.columns.flatMap((column) => column.lines);

describe('layout.json', () => {
  it('has every line of every page, with folio, column, line and height', () => {
    expect(layout.lines).toBe(layout.pages.flatMap(linesOf).length);
    for (const page of layout.pages) {
      const printed = book.pages[page.sheet - 1];
      expect(printed?.label, `sheet ${page.sheet}`).toBe(page.folio);
      for (const { text, y } of linesOf(page)) {
        const near = printed?.lines.filter((line) => Math.abs(line.y - y) < 0.01).map((line) => line.text);
        expect(squeeze(near?.join('') ?? '')).toContain(squeeze(text));
      }
      const numbers = page.columns.map(({ lines }) =>
        [...new Set(lines.map(({ line }) => line))].sort((a, b) => a - b),
      );
      for (const each of numbers) expect(each).toEqual(each.map((_, i) => i + 1));
    }
  });

  it('leads from every line to the character of the manuscript with which it begins', () => {
    const wrong: string[] = [];
    let led = 0;
    for (const { text, source } of layout.pages.flatMap(linesOf)) {
      if (!source) continue;
      led += 1;
      const manuscript = readFileSync(join(volume, source.file), 'utf8').split('\n')[source.line - 1] ?? '';
      // A sign written as an escape (&lt;) puts what follows it off by its length.
      const near = bare(manuscript.slice(Math.max(0, source.column - 12), source.column + 12));
      if (!near.includes(bare(text).slice(0, 2))) wrong.push(text);
    }
    expect(led).toBeGreaterThan(150);
    expect(wrong.filter((text) => !/^续表|^作物|^面积|^产量|^本年|^上年/u.test(text))).toEqual([]);
  });

  it('says what every rule has looked at', () => {
    const checked = Object.fromEntries(layout.rules.map((each) => [each.rule, each.checked]));
    expect(checked['line-start-mark']).toBeGreaterThan(80);
    expect(checked['line-right']).toBeGreaterThan(80);
    expect(checked['baseline-grid']).toBeGreaterThan(120);
    expect(checked['columns-level']).toBeGreaterThan(2);
    expect(checked['last-line-single']).toBeGreaterThan(20);
    // The contributor of one manuscript, the department of another.
    expect(checked['byline-head']).toBe(2);
  });

  it('names what could not be set well: page, column, line, and the manuscript', () => {
    const parted = layout.breaches.filter(({ rule }) => rule === 'latin-split');
    expect(parted.length).toBeGreaterThan(0);
    for (const { kind, sheet, text, source } of parted) {
      expect(kind).toBe('forced');
      expect(book.pages[sheet - 1]?.text).toContain(squeeze(text));
      expect(source).toMatchObject({ file: '07-渔业/01-渔业.md', line: 7 });
    }
    expect(ADDRESS).toContain(parted.at(-1)?.text.replace(/^.*全文见/u, ''));
  });

  it('finds every line inside its page and its column, and both edges straight', () => {
    const rules = ['outside-area', 'overflow', 'line-left', 'line-right'];
    expect(layout.breaches.filter(({ rule, kind }) => kind === 'fault' && rules.includes(rule))).toEqual([]);
  });
});

describe('nianjian build', () => {
  it('says how the pages are, and the same of a book that has not changed', () => {
    expect(said).toContain(`版面　　检查 ${layout.lines.toLocaleString('zh-CN')} 行，`);
    expect(said).toMatch(/基线　[\d.]+%（/);
    const again = nianjian(['build', '--strict'], { cwd: scratch });
    expect(again.stdout).toContain('没有变化');
    const sayings = (text: string): string[] => text.split('\n').filter((line) => /^版面|^　/u.test(line));
    expect(sayings(again.stdout)).toEqual(sayings(said));
  });

  it('makes a layout.json that was deleted anew', () => {
    const before = readFileSync(join(dist, 'layout.json'), 'utf8');
    rmSync(join(dist, 'layout.json'));
    expect(nianjian(['build'], { cwd: scratch }).code).toBe(0);
    expect(readFileSync(join(dist, 'layout.json'), 'utf8')).toBe(before);
  });

  it('keeps what it found in a part of the book by itself', () => {
    const { stdout } = nianjian(['build', '--only', '渔业'], { cwd: scratch });
    expect(existsSync(join(dist, 'layout-渔业.json'))).toBe(true);
    expect(stdout).toContain('西文单词断行 0 处');
    const whole = JSON.parse(readFileSync(join(dist, 'layout.json'), 'utf8')) as Layout;
    expect(whole.lines).toBe(layout.lines);
  });
});
