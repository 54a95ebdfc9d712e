/** `nianjian build` as a user types it: options, exit codes, and what stays when it does not come to a book. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { differenceOf, readBook } from '../pipeline/printed-book.js';
import { projectFolder, sixGenres } from '../pipeline/six-genres.js';
import { scratchFolder } from '../pipeline/volume.js';
import { nianjian, project } from './nianjian.js';

const scratch = scratchFolder();
const home = join(scratch, 'home');
const volume = join(home, 'manuscripts', '2022');
const dist = join(home, 'dist', '2022');
let pdf: Buffer;

beforeAll(async () => {
  projectFolder(home, await sixGenres());
  const { code, stderr } = nianjian(['build'], { cwd: home });
  expect(code, stderr).toBe(0);
  pdf = readFileSync(join(dist, 'book.pdf'));
});

/** Writes one manuscript over for as long as `body` runs. */
function withManuscript<T>(name: string, text: string, body: () => T): T {
  const before = existsSync(join(volume, name)) ? readFileSync(join(volume, name)) : undefined;
  writeFileSync(join(volume, name), text);
  try {
    return body();
  } finally {
    if (before) writeFileSync(join(volume, name), before);
    else rmSync(join(volume, name));
  }
}

/** Everything in a folder, also what is below it. */
const namesIn = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' });

function expectOldBook(): void {
  expect(differenceOf(readFileSync(join(dist, 'book.pdf')), pdf)).toBeUndefined();
  expect(namesIn(home).filter((name) => name.endsWith('.half'))).toEqual([]);
}

const farming = (body: string): string => `---\n类目: 农业\n分目: 畜牧\n---\n\n${body}\n`;

describe('a manuscript with an error', () => {
  it.each<[string, string, string[]]>([
    [
      'what the readers refuse, all at once',
      '【甲】文字<script>alert(1)</script>。\n\n<img src=x onerror=alert(1)>\n\n| 一 | 二 |\n| --- | --- |\n| 1 | 2 | 3 |',
      [':6:6 ', ':8:1 ', 'html-forbidden', ':12:'],
    ],
    ['a photo that is not there', '【甲】见图。\n\n![图](photos/没有.jpg)', [':8:1 ', '没有.jpg']],
    ['a character that no font has', '【甲】文字\u{2A6D6}。', [':6:6 ', 'U+2A6D6', 'glyph-missing']],
    [
      'a row taller than a page',
      `【甲】见表。\n\n| 一 | 二 |\n| --- | --- |\n| 1 | ${'很长的文字'.repeat(900)} |`,
      [':10:', 'table-row-too-tall'],
    ],
  ])('is named with file, line, column and rule; no book, exit code 1: %s', (_, body, words) => {
    withManuscript('04-农业/03-畜牧.md', farming(body), () => {
      const { code, stdout, stderr } = nianjian(['build'], { cwd: home });
      expect(code, stderr).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toMatch(/04-农业\/03-畜牧\.md:\d+:\d+ .*\[[a-z-]+\]/);
      for (const each of words) expect(stderr).toContain(each);
      expect(stderr).toContain('没有出书');
    });
    expectOldBook();
  });
});

describe('--strict', () => {
  it('takes warnings for errors; without it they are only told', () => {
    // The same title twice in one 分目.
    withManuscript('04-农业/03-畜牧.md', farming('【甲】一项。\n\n【甲】两项。'), () => {
      const temporary = join(scratch, 'tmp');
      mkdirSync(temporary);
      const mild = nianjian(['build', '--out', join(scratch, 'mild')], { cwd: home, env: { TMPDIR: temporary } });
      expect(mild.code, mild.stderr).toBe(0);
      expect(mild.stderr).toContain('警告');
      expect(existsSync(join(scratch, 'mild', 'book.pdf'))).toBe(true);
      // A build that comes to its end leaves nothing in the folder for temporary files.
      expect(readdirSync(temporary).filter((each) => each.startsWith('nianjian-'))).toEqual([]);
      const strict = nianjian(['build', '--strict', '--out', join(scratch, 'strict')], { cwd: home });
      expect(strict.code).toBe(1);
      expect(existsSync(join(scratch, 'strict'))).toBe(false);
    });
    expectOldBook();
  });
});

describe('--only', () => {
  it('sets the 类目 that are named into a file of their own, from page 1', () => {
    const { code, stdout, stderr } = nianjian(['build', '--only', '法治'], { cwd: home });
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('只排了部分类目');
    const book = readBook(join(dist, 'book-法治.pdf'));
    expect(book.bookmarks.filter((mark) => mark.level === 1).map((mark) => mark.title)).toEqual(['法治']);
    expect(book.pages[0]?.text).toContain('法治');
    expect(book.pages.map((page) => page.label)).toEqual(book.pages.map((_, i) => String(i + 1)));
    expect(book.pages.map((page) => page.text).join('')).not.toContain('粮食1第1项');
    expectOldBook();
  });

  it('says which 类目 does not exist', () => {
    const { code, stderr } = nianjian(['build', '--only', '渔业'], { cwd: home });
    expect([1, 2]).toContain(code);
    expect(stderr).toContain('渔业');
    expect(existsSync(join(dist, 'book-渔业.pdf'))).toBe(false);
  });
});

describe('--out', () => {
  it('puts the book into another folder, the same to the byte', () => {
    const out = join(scratch, 'out', 'deep');
    const { code, stderr } = nianjian(['build', '--out', out], { cwd: home });
    expect(code, stderr).toBe(0);
    expect(differenceOf(readFileSync(join(out, 'book.pdf')), pdf)).toBeUndefined();
    expect(readdirSync(out).sort()).toEqual(['book.pdf', 'index.json', 'layout.json', 'photos.html', 'report.json']);
    expectOldBook();
  });

  it('that cannot be written is an error of the environment', () => {
    writeFileSync(join(scratch, 'a-file'), '');
    const { code, stderr } = nianjian(['build', '--out', join(scratch, 'a-file', 'out')], { cwd: home });
    expect(code).toBe(3);
    expect(stderr).toContain('无法写入');
    expect(stderr).not.toContain('程序出错');
  });
});

describe('wrong usage and a wrong machine', () => {
  it.each([
    [['build', 'manuscripts/1999'], '找不到“manuscripts/1999”'],
    [['build', '--onnly', '农业'], '没有“--onnly”这个选项'],
  ])('%j is exit code 2', (args, words) => {
    const { code, stderr } = nianjian(args, { cwd: home });
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });

  it('without a browser is exit code 3, and the message says what to do', () => {
    const { code, stderr } = nianjian(['build'], { cwd: home, env: { NIANJIAN_BROWSER: '/nonexistent' } });
    expect(code, stderr).toBe(3);
    expect(stderr).toContain('NIANJIAN_BROWSER');
    expectOldBook();
  });

  it('with a browser that does not start is exit code 3', () => {
    const { code, stderr } = nianjian(['build'], { cwd: home, env: { NIANJIAN_BROWSER: '/bin/false' } });
    expect(code, stderr).toBe(3);
    expect(stderr).toContain('浏览器启动失败');
    expectOldBook();
  });
});

/** Process ids of all descendants. */
function descendants(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // The name of a program may hold anything: its end is the last bracket.
        const rest = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /su, '')
          .split(' ');
        return [{ pid: Number(name), parent: Number(rest[1]) }];
      } catch {
        return [];
      }
    });
  const found = [pid];
  for (let i = 0; i < found.length; i += 1) {
    found.push(...parents.filter(({ parent }) => parent === found[i]).map((each) => each.pid));
  }
  return found.slice(1);
}

describe.skipIf(!existsSync('/proc/self/stat'))('an interruption', () => {
  it.each(['排版', '打印'])('during %s ends with 130 and leaves nothing behind', async (phase) => {
    const temporary = join(scratch, `tmp-${phase}`);
    mkdirSync(temporary);
    const child = spawn(
      process.execPath,
      [resolve(project, 'bin/nianjian.js'), 'build', '--out', join(scratch, phase)],
      {
        cwd: home,
        env: { ...process.env, TMPDIR: temporary },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    // An edit, so that there is something to set.
    const name = join(volume, '04-农业/02-水利.md');
    const before = readFileSync(name);
    writeFileSync(name, before.toString().replace('汛期平稳', phase));
    let browsers: number[] = [];
    let said = '';
    const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
    child.stderr.on('data', (data) => {
      said += data;
      if (browsers.length > 0 || !said.includes(phase)) return;
      browsers = descendants(child.pid as number);
      child.kill('SIGINT');
    });
    const code = await ended;
    writeFileSync(name, before);
    expect(code, said).toBe(130);
    expect(said).toContain('已中断');
    expect(browsers.length).toBeGreaterThan(0);
    // Killed processes need a moment to be gone.
    const gone = (): boolean => browsers.every((pid) => !existsSync(`/proc/${pid}`) || isZombie(pid));
    for (let i = 0; i < 50 && !gone(); i += 1) await new Promise((resume) => setTimeout(resume, 100));
    expect(gone()).toBe(true);
    expect(readdirSync(temporary).filter((each) => each.startsWith('nianjian-'))).toEqual([]);
    expect(existsSync(join(scratch, phase, 'book.pdf'))).toBe(false);
    expectOldBook();
  });
});

/** Ended, but its parent has not asked after it. */
function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}
