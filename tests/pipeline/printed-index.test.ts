/** The printed index of a volume with long terms, many places and deep letters, measured in its PDF. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { nianjian } from '../cli/nianjian.js';
import { indexVolume } from './index-volume.js';
import { type PrintedBook, readBook } from './printed-book.js';
import { projectFolder } from './six-genres.js';
import { scratchFolder } from './volume.js';

interface IndexLine {
  text: string;
  x: number;
  end: number;
  y: number;
}

interface IndexColumn {
  sheet: number;
  column: number;
  lines: IndexLine[];
}

/** 九磅字 on lines of 13.5 points. */
const SMALL = 9;
const PITCH = 13.5;
const LOCATORS = /(?:\d+(?:—\d+)?，)*\d+(?:—\d+)?，?$/u;

const home = join(scratchFolder(), 'home');
let book: PrintedBook;
let columns: IndexColumn[];
let breaches: { rule: string; sheet: number }[];

beforeAll(() => {
  projectFolder(home, indexVolume());
  const run = nianjian(['build'], { cwd: home });
  expect(run.code, run.stderr).toBe(0);
  book = readBook(join(home, 'dist', '2022', 'book.pdf'));
  const layout = JSON.parse(readFileSync(join(home, 'dist', '2022', 'layout.json'), 'utf8'));
  breaches = layout.breaches;
  const pages = layout.pages as { sheet: number; flow: string; columns: { column: number; lines: IndexLine[] }[] }[];
  columns = pages
    .filter(({ flow }) => flow === '索引')
    .flatMap(({ sheet, columns: all }) => all.filter(({ column }) => column > 0).map((each) => ({ sheet, ...each })));
}, 120_000);

/** Letters stand alone on their line and are larger. */
const isLetter = ({ text }: IndexLine): boolean => /^(?:[A-Z]|数字)$/u.test(text);
const left = ({ lines }: IndexColumn): number => Math.min(...lines.map(({ x }) => x));
const last = <T>(list: readonly T[]): T => list.at(-1) as T;

describe('a printed index', () => {
  it('fills more than two pages, in three columns', () => {
    expect(new Set(columns.map(({ sheet }) => sheet)).size).toBeGreaterThan(2);
    expect(new Set(columns.map(({ column }) => column))).toEqual(new Set([1, 2, 3]));
  });

  it('passes the inspector', () => {
    const sheets = new Set(columns.map(({ sheet }) => sheet));
    expect(breaches.filter(({ sheet }) => sheets.has(sheet))).toEqual([]);
  });

  it('has its locators at the right edge of the column', () => {
    let led = 0;
    for (const column of columns) {
      const edge = Math.max(...column.lines.map(({ end }) => end));
      for (const line of column.lines) {
        if (isLetter(line) || !LOCATORS.test(line.text)) continue;
        led += 1;
        expect(Math.abs(line.end - edge), line.text).toBeLessThan(0.3);
      }
    }
    expect(led).toBeGreaterThan(150);
  });

  it('begins every line at the edge or whole steps within it', () => {
    const steps = new Map<number, number>();
    for (const column of columns) {
      for (const line of column.lines) {
        // Locators that turn over stand at the right edge.
        if (/^[\d—，]+$/u.test(line.text)) continue;
        const step = (line.x - left(column)) / SMALL;
        expect(Math.abs(step - Math.round(step)), line.text).toBeLessThan(0.06);
        steps.set(Math.round(step), (steps.get(Math.round(step)) ?? 0) + 1);
      }
    }
    expect([...steps.keys()].sort()).toEqual([0, 1, 2]);
  });

  it('never divides a number or a range, and never begins a line with a comma', () => {
    const lines = columns.flatMap((column) => column.lines.map(({ text }) => text));
    expect(lines.filter((text) => /^[，；。—）》”]/u.test(text))).toEqual([]);
    expect(lines.filter((text) => /—$/u.test(text))).toEqual([]);
    // A line of locators alone goes on after a comma.
    for (const [i, text] of lines.entries()) {
      if (/^[\d—，]+$/u.test(text)) expect(lines[i - 1]).toMatch(/，$/u);
    }
    expect(lines.filter((text) => /^[\d—，]+$/u.test(text)).length).toBeGreaterThan(3);
  });

  it('leaves no letter and no heading without what belongs below it at the foot of a column', () => {
    const parents = new Set(['水利', '农业', '教育']);
    for (const { lines } of columns) {
      const foot = last(lines);
      expect(isLetter(foot), foot.text).toBe(false);
      expect(parents.has(foot.text), foot.text).toBe(false);
    }
  });

  it('says a heading again where its sub-headings go on in the next column', () => {
    const resumed = columns.filter(({ lines }) => lines[0]?.text.endsWith('（续）'));
    for (const column of columns) {
      const [first] = column.lines;
      // Nothing but a heading, a letter, or one said again opens a column.
      expect(first && (first.x - left(column)) / SMALL, first?.text).toBeLessThan(0.5);
    }
    expect(resumed.length).toBeGreaterThan(0);
  });

  it('ends its columns level: full ones to the line, those of the last page within one', () => {
    const sheets = [...new Set(columns.map(({ sheet }) => sheet))];
    for (const sheet of sheets) {
      const feet = columns.filter((each) => each.sheet === sheet).map(({ lines }) => last(lines).y);
      const ragged = (Math.max(...feet) - Math.min(...feet)) / PITCH;
      expect(ragged, `sheet ${sheet}`).toBeLessThan(sheet === last(sheets) ? 1.1 : 0.1);
    }
  });

  it('keeps all lines on one grid', () => {
    for (const { lines } of columns) {
      for (const [i, line] of lines.entries()) {
        const above = lines[i - 1];
        if (!above || isLetter(line) || isLetter(above)) continue;
        const pitches = (line.y - above.y) / PITCH;
        expect(Math.abs(pitches - Math.round(pitches)), line.text).toBeLessThan(0.02);
      }
    }
  });

  it('has its letters in the running head, on both sides, but for the page it opens on', () => {
    const sheets = [...new Set(columns.map(({ sheet }) => sheet))];
    let open = '';
    for (const [i, sheet] of sheets.entries()) {
      const here = columns.filter((each) => each.sheet === sheet).flatMap(({ lines }) => lines);
      const letters = here.filter(isLetter).map(({ text }) => text);
      const begins = here[0] && isLetter(here[0]) ? letters[0] : open;
      open = letters.at(-1) ?? open;
      const head = (book.pages[sheet - 1]?.lines ?? [])
        .filter((line) => line.y < 60)
        .map((line) => line.text)
        .join('')
        .replace(/\s+/gu, '');
      expect(head, `sheet ${sheet}`).toBe(i === 0 ? '' : begins === open ? `索引${open}` : `索引${begins}—${open}`);
    }
  });

  it('leads each locator to the page that it names', () => {
    const links = book.links.filter(({ page }) => columns.some(({ sheet }) => sheet === page + 1));
    expect(links.length).toBeGreaterThan(200);
    for (const { page, target, left: from, right, top, bottom } of links) {
      const text = (book.pages[page]?.lines ?? [])
        .filter((line) => line.y > top && line.y < bottom + 1)
        .flatMap((line) => [...line.text].filter((_, i) => inside(line.xs[i] as number, from, right)))
        .join('');
      expect(/^\d+/u.exec(text)?.[0]).toBe(book.pages[target]?.label);
    }
  });
});

function inside(x: number, left: number, right: number): boolean {
  return x > left - 0.5 && x < right - 0.5;
}
