/** `nianjian index` as a user types it: what it writes, what it says has changed, and what it leaves alone. */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FiledHeading, IndexFile } from '../../src/subject-index/record/index-file.js';
import { entries, projectFolder, sixGenres } from '../pipeline/six-genres.js';
import { scratchFolder } from '../pipeline/volume.js';
import { nianjian } from './nianjian.js';

const scratch = scratchFolder();
const home = join(scratch, 'home');
const volume = join(home, 'manuscripts', '2022');
const dist = join(home, 'dist', '2022');
const lockFile = join(volume, '读音锁定.yaml');

beforeAll(async () => {
  projectFolder(home, await sixGenres());
});

const run = (...args: string[]) => nianjian(['index', ...args], { cwd: home });
const filed = (folder = dist): IndexFile => JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
const headings = (file: IndexFile): FiledHeading[] => file.subjects.flatMap((group) => group.headings);
const heading = (term: string): FiledHeading | undefined => headings(filed()).find((each) => each.term === term);
const filesIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort() : [];

/** Changes a manuscript for good. */
function edit(name: string, change: (text: string) => string): void {
  const path = join(volume, name);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

describe('nianjian index', () => {
  it('with --dry-run says what it would, and writes nothing', () => {
    const before = filesIn(volume);
    const { code, stdout, stderr } = run('--dry-run', '--csv');
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('第一次编索引');
    expect(stdout).toContain('试运行　没有写文件');
    expect(existsSync(join(home, 'dist'))).toBe(false);
    expect(filesIn(volume)).toEqual(before);
  });

  it('writes index.json, the lock of the readings, and no book', () => {
    const { code, stdout, stderr } = run();
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/^索引　　标引词 \d+ 个，出处 \d+ 处，分 \d+ 组\n/u);
    expect(stdout).toContain('第一次编索引');
    expect(filesIn(dist)).toEqual(['index.json']);
    const file = filed();
    expect(file).toMatchObject({
      format: 1,
      volume: { title: '测试县年鉴', number: '2022' },
      changes: { first: true },
    });
    expect(heading('防汛')).toMatchObject({
      reading: 'fáng xùn',
      locators: [{ text: expect.stringMatching(/^\d+$/u), from: { folio: expect.any(String) } }],
      sources: [{ file: '04-农业/02-水利.md', line: 9, kind: 'entry' }],
    });
    // The mark stands in two entries, on two lines of the source.
    expect(heading('放管服改革')?.sources).toHaveLength(2);
    expect(readFileSync(lockFile, 'utf8')).toContain('  防汛: fáng xùn\n');
    // A line a heading.
    expect(readFileSync(join(dist, 'index.json'), 'utf8')).toMatch(/^\{"term":"防汛",.*\},?$/mu);
  });

  it('says that nothing has changed, leaves the lock alone, and needs no browser for it', () => {
    const before = statSync(lockFile).mtimeMs;
    const { code, stdout, stderr } = nianjian(['index'], { cwd: home });
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('变化　　与上次相同');
    expect(filed().changes).toMatchObject({ first: false, new: [], gone: [], moved: [], pages: [] });
    expect(statSync(lockFile).mtimeMs).toBe(before);
    const again = readFileSync(join(dist, 'index.json'), 'utf8');
    expect(run().stdout).toBe(stdout);
    expect(readFileSync(join(dist, 'index.json'), 'utf8')).toBe(again);
  });

  it('tells the pages that an edit has moved, old and new', () => {
    const before = headings(filed());
    edit('04-农业/01-种植业.md', (text) => text.replace('## 种植业\n', `## 种植业\n\n${entries('棉花', 1, 9)}\n`));
    const { code, stdout, stderr } = run();
    expect(code, stderr).toBe(0);
    const { changes } = filed();
    expect(changes.new.map(({ term }) => term)).toEqual(expect.arrayContaining(['棉花1', '棉花9']));
    expect(changes.new).toHaveLength(9);
    expect(stdout).toContain('新增 9');
    const moved = before.filter(({ term, locators }) => heading(term)?.locators[0]?.text !== locators[0]?.text);
    expect(moved.length).toBeGreaterThan(5);
    expect(changes.pages.map(({ term }) => term)).toEqual(expect.arrayContaining(moved.map(({ term }) => term)));
    for (const { term, from, to } of changes.pages) {
      expect(
        before
          .find((each) => each.term === term)
          ?.locators.map(({ text }) => text)
          .join('，'),
      ).toBe(from);
      expect(
        heading(term)
          ?.locators.map(({ text }) => text)
          .join('，'),
      ).toBe(to);
    }
    // New lines push the others down; none of them has changed its place among the others.
    expect(changes.moved).toEqual([]);
    const [first] = changes.pages;
    expect(stdout).toContain(`页码　${first?.term}：${first?.from} → ${first?.to}`);
  });

  it('takes a term that is gone and a new one of the same place for renamed', () => {
    edit('04-农业/02-水利.md', (text) => text.replace('【防汛】', '【防汛抗旱】'));
    const { stdout } = run();
    expect(filed().changes).toMatchObject({ new: [], gone: [], renamed: [{ from: '防汛', to: '防汛抗旱' }] });
    expect(stdout).toContain('改名　防汛 → 防汛抗旱');
  });

  it('tells a term that is gone', () => {
    edit('05-法治/01-公安.md', (text) => text.replace(':索引[]{词="道路安全"}', ''));
    expect(run().stdout).toContain('删去　道路安全');
  });

  it('tells a line that has moved, where a reading is given anew, and only that line', () => {
    writeFileSync(
      lockFile,
      readFileSync(lockFile, 'utf8').replace('  防汛抗旱: fáng xùn kàng hàn\n', '  防汛抗旱: zhǐ xùn kàng hàn\n'),
    );
    const { code, stdout, stderr } = run();
    expect(code, stderr).toBe(0);
    const { changes } = filed();
    expect(changes.moved.map(({ term }) => term)).toEqual(['防汛抗旱']);
    expect(changes.readings).toEqual([
      { index: 'subjects', term: '防汛抗旱', from: 'fáng xùn kàng hàn', to: 'zhǐ xùn kàng hàn' },
    ]);
    expect(stdout).toMatch(/移位　防汛抗旱：原在(最前|“.+”后)，现在“.+”后/u);
    expect(stdout).toContain('读音　防汛抗旱：fáng xùn kàng hàn → zhǐ xùn kàng hàn');
    const told = '　　　　防汛抗旱　锁定 zhǐ xùn kàng hàn　字典 fáng xùn kàng hàn';
    expect(stdout).toContain(told);
    // The lock holds until it is asked to go, and every run says what the dictionary would have.
    const again = run().stdout;
    expect(again).toContain('与上次相同');
    expect(again).toContain(told);
    const relocked = run('--relock');
    expect(relocked.stdout).not.toContain('锁定　　');
    expect(relocked.stdout).toContain('读音　防汛抗旱：zhǐ xùn kàng hàn → fáng xùn kàng hàn');
    expect(readFileSync(lockFile, 'utf8')).toContain('  防汛抗旱: fáng xùn kàng hàn\n');
  });

  it('writes a table for Excel and WPS', () => {
    edit('04-农业/02-水利.md', (text) => `${text}\n:索引[]{词="=1+1"}:索引[]{词="甲，“乙”丙" 下级="丁"}完。\n`);
    const { code, stderr } = run('--csv');
    expect(code, stderr).toBe(0);
    const bytes = readFileSync(join(dist, 'index.csv'));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').slice(1).split('\r\n');
    expect(lines[0]).toBe('索引,字母,标引词,下级,读音,页码,见,参见,来源');
    expect(lines.at(-1)).toBe('');
    expect(lines.slice(0, -1).every((line) => !line.includes('\n'))).toBe(true);
    expect(lines).toContainEqual(
      expect.stringMatching(/^索引,F,防汛抗旱,,fáng xùn kàng hàn,\d+,,,04-农业\/02-水利\.md:9:\d+$/u),
    );
    expect(lines.some((line) => /,=/u.test(line))).toBe(false);
    expect(lines.some((line) => line.includes(",'=1+1,"))).toBe(true);
    edit('04-农业/02-水利.md', (text) => text.replace(/\n:索引\[\].*\n$/u, ''));
  });

  it('with --json prints the whole index, and nothing else', () => {
    const { stdout } = run('--json', '--dry-run');
    const file = JSON.parse(stdout) as IndexFile;
    expect(headings(file).map(({ term }) => term)).toContain('防汛抗旱');
    expect(file.changes.gone.map(({ term }) => term)).toContain('=1+1');
    run();
  });

  it('compares with what the last build has written, and a build with what it has', () => {
    const build = nianjian(['build'], { cwd: home });
    expect(build.code, build.stderr).toBe(0);
    const built = readFileSync(join(dist, 'index.json'), 'utf8');
    expect(run().stdout).toContain('与上次相同');
    expect(readFileSync(join(dist, 'index.json'), 'utf8')).toBe(built);
    edit('04-农业/02-水利.md', (text) => text.replace('【农村供水】', '【城乡供水】'));
    expect(run().stdout).toContain('改名　农村供水 → 城乡供水');
    // Pages that the index has set are there for the book: nothing but the title page is missing.
    const again = nianjian(['build'], { cwd: home });
    expect(again.code, again.stderr).toBe(0);
    const report = JSON.parse(readFileSync(join(dist, 'report.json'), 'utf8'));
    expect(report.freshFlows).toBe(0);
    expect(filed().changes).toMatchObject({ first: false, renamed: [] });
  });

  it('takes a damaged index.json of an earlier run for none', () => {
    writeFileSync(join(dist, 'index.json'), '{"format": 1, "subjects": [{}]}');
    expect(run().stdout).toContain('第一次编索引');
  });
});

describe('what nianjian index refuses', () => {
  it('is a manuscript with an error: it is told, and nothing is written', () => {
    const before = readFileSync(join(dist, 'index.json'), 'utf8');
    writeFileSync(join(volume, '04-农业/03-畜牧.md'), '---\n类目: 农业\n---\n\n【甲】文字<script>。\n');
    const { code, stdout, stderr } = run('--csv', '--out', join(scratch, 'none'));
    rmSync(join(volume, '04-农业/03-畜牧.md'));
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/04-农业\/03-畜牧\.md:5:\d+ .*\[html-forbidden\]/u);
    expect(stderr).toContain('没有写索引');
    expect(existsSync(join(scratch, 'none'))).toBe(false);
    expect(readFileSync(join(dist, 'index.json'), 'utf8')).toBe(before);
  });

  it('is a volume that is not there, with exit code 2', () => {
    const { code, stderr } = run('manuscripts/1999');
    expect(code).toBe(2);
    expect(stderr).toContain('找不到“manuscripts/1999”');
  });

  it('is a machine without a browser, with exit code 3, where something must be set', () => {
    // A setting that is part of every key: no kept page serves.
    const settings = readFileSync(join(volume, 'book.yaml'), 'utf8');
    writeFileSync(join(volume, 'book.yaml'), settings.replace('测试县年鉴', '考验县年鉴'));
    const { code, stderr } = nianjian(['index'], { cwd: home, env: { NIANJIAN_BROWSER: '/nonexistent' } });
    writeFileSync(join(volume, 'book.yaml'), settings);
    expect(code).toBe(3);
    expect(stderr).toContain('NIANJIAN_BROWSER');
  });

  it.skipIf(process.getuid?.() === 0)(
    'is no folder that cannot be written: the lock is missed, the index is made',
    () => {
      rmSync(lockFile);
      chmodSync(volume, 0o555);
      const { code, stderr } = run();
      chmodSync(volume, 0o755);
      expect(code).toBe(0);
      expect(stderr).toContain('lock-unwritable');
    },
  );

  it('is not a lock that is a folder: the readings are taken anew, and a warning says so', () => {
    rmSync(lockFile, { force: true });
    mkdirSync(lockFile);
    const { code, stderr } = run();
    rmSync(lockFile, { recursive: true });
    expect(code, stderr).toBe(0);
    expect(stderr).toContain('lock-');
    expect(filesIn(volume).filter((name) => name.endsWith('.half'))).toEqual([]);
  });
});
