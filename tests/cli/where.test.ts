/** `nianjian where` as a user types it, on a book that was really set: what it says is held against the printed pages. */

import { mkdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Layout } from '../../src/inspect/layout.js';
import type { ProofPage, ProofRecord } from '../../src/proof/model.js';
import { manuscriptDigest } from '../../src/proof/record/digest.js';
import { writeRecord } from '../../src/proof/record/files.js';
import { pagesOfLayout } from '../../src/proof/where/address-book.js';
import { fold } from '../../src/proof/where/folded.js';
import { type PrintedBook, readBook } from '../pipeline/printed-book.js';
import { projectFolder, sixGenres } from '../pipeline/six-genres.js';
import { scratchFolder } from '../pipeline/volume.js';
import { sampleRecord } from '../proof/record/sample.js';
import { nianjian } from './nianjian.js';

const home = join(scratchFolder(), 'home');
const volume = join(home, 'manuscripts', '2022');
const dist = join(home, 'dist', '2022');
const FARMING = '04-农业/01-种植业.md';
let layout: Layout;
let book: PrintedBook;

beforeAll(async () => {
  projectFolder(home, await sixGenres());
  const { code, stderr } = nianjian(['build'], { cwd: home });
  expect(code, stderr).toBe(0);
  layout = JSON.parse(readFileSync(join(dist, 'layout.json'), 'utf8'));
  book = readBook(join(dist, 'book.pdf'));
});

const run = (...args: string[]) => nianjian(['where', ...args], { cwd: home });
const json = (...args: string[]) => {
  const { code, stdout, stderr } = run(...args, '--json');
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout);
};
const linesOf = (file: string): string[] => readFileSync(join(volume, file), 'utf8').split('\n');
/** What is printed at the height of a line of a sheet, between its ends. */
function printedAt(sheet: number, { x, y, end }: { x: number; y: number; end: number }): string {
  return (book.pages[sheet - 1]?.lines ?? [])
    .filter((line) => Math.abs(line.y - y) < 0.5)
    .flatMap((line) => [...line.text].filter((_, i) => (line.xs[i] ?? 0) > x - 1 && (line.xs[i] ?? 0) < end))
    .join('');
}

describe('nianjian where with an address', () => {
  it('leads to the words of the manuscript that the PDF has at that place', () => {
    const pages = pagesOfLayout(layout.pages);
    const wanted = pages.filter(({ title }) => ['农业', '法治', '大事记', '编辑说明'].includes(title));
    let looked = 0;
    for (const [i, page] of wanted.entries()) {
      const column = page.columns[i % page.columns.length];
      const line = column?.lines.filter(({ source }) => source)[3 + i];
      if (!line) continue;
      const { answers } = json(line.address);
      const [place] = answers[0].places;
      const raw = layout.pages.find(({ sheet }) => sheet === answers[0].sheet);
      const at = raw?.columns
        .flatMap(({ lines }) => lines)
        .find(({ text, source }) => text === place.text && source?.line === place.source.line);
      if (!at) throw new Error(line.address);
      const printed = fold(printedAt(answers[0].sheet, at)).text;
      expect(book.pages[answers[0].sheet - 1]?.label).toBe(answers[0].folio);
      expect(printed).toBe(fold(place.text).text);
      const manuscript = fold(
        linesOf(place.source.file)[place.source.line - 1]?.slice(place.source.column - 1) ?? '',
      ).text;
      expect(manuscript.startsWith(printed.slice(0, 3)), `${line.address} ${printed} | ${manuscript}`).toBe(true);
      looked += 1;
    }
    expect(looked).toBeGreaterThan(3);
  });

  it('says it in Chinese, the place first', () => {
    const page = pagesOfLayout(layout.pages).find(({ title }) => title === '农业');
    const line = page?.columns.find(({ letter }) => letter === 'a')?.lines.find(({ source }) => source?.line === 11);
    const { code, stdout, stderr } = run(line?.address ?? '');
    expect(code, stderr).toBe(0);
    const rows = stdout.split('\n');
    expect(rows[0]).toMatch(/^04-农业\/01-种植业\.md:11:\d+$/u);
    expect(rows[1]).toBe(`　　文字　${line?.text}`);
    expect(rows[2]).toBe('　　位置　农业 / 种植业 / 粮食1');
    expect(rows[3]).toBe(`　　行址　${line?.address}，PDF 第${page?.sheet}页`);
    expect(rows[4]).toMatch(/^　　出自　上次排的书，\d{4}-\d\d-\d\d \d\d:\d\d$/u);
    const spoken = run(`第${page?.folio}页左栏第${line?.line}行`);
    expect(spoken.stdout).toBe(stdout);
  });

  it('that is on no page ends with 1 and says what there is; what is no address with 2', () => {
    const missing = run('99a1');
    expect(missing).toMatchObject({ code: 1, stdout: '' });
    expect(missing.stderr).toMatch(/^nianjian：没有99页：全书 .* 有i—[ivx]+、1—\d+页。\n$/u);
    expect(run('1a99').stderr).toMatch(/1页a栏只有\d+行|1页没有这一栏/u);
    expect(JSON.parse(run('99a1', '--json').stdout)).toMatchObject({ kind: 'nowhere', question: '99a1' });
    expect(run('农业')).toMatchObject({ code: 2, stderr: expect.stringContaining('“农业”不是位置。请写行址') });
    expect(run('57a12', '--out', join(home, 'nowhere'))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('还没有出过校样'),
    });
  });
});

describe('nianjian where with a line of a manuscript', () => {
  it('gives all lines on which it is printed, and they say what it says', () => {
    const { answers } = json(`${FARMING}:11`);
    const pages = pagesOfLayout(layout.pages).flatMap(({ columns }) => columns.flatMap(({ lines }) => lines));
    const [{ spans }] = answers;
    const from = pages.findIndex(({ address }) => address === spans[0].from);
    const to = pages.findLastIndex(({ address }) => address === spans.at(-1).to);
    const printed = fold(
      pages
        .slice(from, to + 1)
        .map(({ text }) => text)
        .join(''),
    ).text;
    // Its first line begins with the title.
    expect(printed).toBe(fold(`粮食1${linesOf(FARMING)[10]}`).text);
    const { stdout } = run(`01-种植业.md：11`);
    expect(stdout).toMatch(new RegExp(`^${spans[0].from}—${spans[0].to}`, 'u'));
    expect(stdout).toContain(`　　稿件　${FARMING}:11\n`);
  });

  it('of a table gives its rows', () => {
    const row = linesOf(FARMING).findIndex((line) => line.startsWith('| 小麦')) + 1;
    const { answers } = json(`01-种植业:${row}`);
    expect(answers[0].spans).toHaveLength(1);
    expect(answers[0].spans[0].from).toBe(answers[0].spans[0].to);
    const cells = json(answers[0].spans[0].from).answers[0].places.map(({ text }: { text: string }) => text);
    expect(cells).toEqual(['小麦', '100', '600', '590']);
  });

  it('ends with 1 where it is not printed, and with 2 where there is no such file', () => {
    expect(run(`${FARMING}:10`)).toMatchObject({ code: 1, stderr: expect.stringContaining('是空行') });
    expect(run(`${FARMING}:999`)).toMatchObject({ code: 1, stderr: expect.stringMatching(/只有\d+行，没有第999行/u) });
    expect(run('09-没有.md:3')).toMatchObject({ code: 2, stderr: expect.stringContaining('卷里没有') });
    expect(run('种植业.md:3').stderr).toContain(`是不是：${FARMING}`);
  });
});

describe('nianjian where after the manuscripts have changed', () => {
  it('says so, and where the words stand now; a proof knows it by the digest', () => {
    const path = join(volume, FARMING);
    const before = readFileSync(path, 'utf8');
    const [span] = json(`${FARMING}:11`).answers[0].spans;
    const proofed = recordOf(layout, before);
    writeRecord(dist, proofed, [], (file, text) => {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    });
    const moved = before.replace('## 种植业\n', '## 种植业\n\n新加的一段。\n');
    writeFileSync(path, moved);
    try {
      // A second is the unit of times.
      utimesSync(path, new Date(Date.now() + 5000), new Date(Date.now() + 5000));
      const [answer] = json(`${FARMING}:13`).answers;
      expect(answer).toMatchObject({
        line: 13,
        lineThen: 11,
        spans: [{ to: span.to }],
        book: { title: '农业一校' },
      });
      const unique = pagesOfLayout(layout.pages)
        .flatMap(({ columns }) => columns.flatMap(({ lines }) => lines))
        .find(({ text, source }) => source?.file === FARMING && fold(text).text.includes('粮食第3项'));
      const { stdout } = run(unique?.address ?? '');
      const line = moved.split('\n').findIndex((text) => text.startsWith('粮食第3项')) + 1;
      expect(stdout).toContain('　　出自　农业一校，2099-01-01 08:00\n');
      // The title on the same printed line stands two lines before its text.
      expect(stdout).toContain(`　　注意　稿件在这以后改过，这些文字现在在 ${FARMING}:${line - 2}:5\n`);
      expect(stdout).toContain('　　注意　页码还会变：只排了一部分\n');
      expect(run(unique?.address ?? '', '--proof', '二校')).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('已有：农业一校（2099-01-01 08:00）'),
      });
      expect(json(unique?.address ?? '', '--proof', '一校').answers).toHaveLength(1);
      renameSync(path, join(volume, '04-农业/03-种植业.md'));
      expect(run(unique?.address ?? '').stdout).toContain(`现在在 04-农业/03-种植业.md:${line - 2}:5\n`);
    } finally {
      writeFileSync(path, before);
    }
  });
});

/** A proof of 农业, made of the pages of the book. */
function recordOf({ pages }: Layout, manuscript: string): ProofRecord {
  const own = pages.filter(({ flow }) => flow === '农业');
  const addressed = pagesOfLayout(own).map(
    (page): ProofPage => ({
      ...page,
      side: page.sheet % 2 === 0 ? 'left' : 'right',
      flow: 'part-04',
      area: { left: 0, top: 0, right: 0, bottom: 0 },
      photos: [],
      columns: page.columns.map((column) => ({ ...column, left: 0, right: 0 })),
    }),
  );
  return sampleRecord({
    made: '2099-01-01 08:00:00',
    provisional: '只排了一部分',
    manuscripts: { [FARMING]: manuscriptDigest(manuscript) },
    pages: addressed,
    passages: [],
  });
}
