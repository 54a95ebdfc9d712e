/** Proofs, through the command as a proofreader types it, held against the book of the same manuscripts. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PageText } from '../../src/press/text/extract.js';
import { nianjian } from '../cli/nianjian.js';
import { expectSameBreaks, readPages } from './same-breaks.js';
import { projectFolder, sixGenres } from './six-genres.js';
import { scratchFolder } from './volume.js';

const home = join(scratchFolder(), 'home');
const proofs = join(home, 'dist', '2022', 'proofs');
const manuscript = (name: string): string => join(home, 'manuscripts', '2022', name);
const WATER = '04-农业/02-水利.md';
const ORDER = '05-法治/01-公安.md';

const run = (...args: string[]) => nianjian(args, { cwd: home });

/** A proof that must succeed. */
function proof(...args: string[]): string {
  const { code, stdout, stderr } = run('proof', ...args);
  expect(code, stderr).toBe(0);
  return stdout;
}

function edit(name: string, change: (text: string) => string): void {
  const before = readFileSync(manuscript(name), 'utf8');
  const after = change(before);
  expect(after, `the edit of ${name} changes nothing`).not.toBe(before);
  writeFileSync(manuscript(name), after);
}

const textOf = (page: PageText | undefined): string => page?.runs.map(({ text }) => text).join('') ?? '';
const proofFile = (name: string): string => join(proofs, `${name}.pdf`);
const proofText = (name: string): string => readPages(proofFile(name)).map(textOf).join('\n');
const expectSame = (part: string, name: string): void =>
  expectSameBreaks(join(home, 'dist', '2022'), part, proofFile(name));

beforeAll(async () => {
  projectFolder(home, await sixGenres());
  const { code, stderr } = run('build');
  expect(code, stderr).toBe(0);
}, 120_000);

describe('a proof of a 类目', () => {
  it('breaks glyph by glyph as the book, stands on larger paper and has the folios of the book', () => {
    const said = proof('农业');
    expect(said).toMatch(/已出校样：.*农业-一校\.pdf/u);
    expect(said).not.toContain('临时');
    expectSame('农业', '农业-一校');
    expect(proofText('农业-一校')).toMatch(/供稿.*县农业农村局|04-农业\/01-种植业\.md/u);
  });

  it('of which nothing has changed says so, and gives the same pages', () => {
    const said = proof('农业');
    expect(said).toContain('没有改动');
    expectSame('农业', '农业-一校');
  });

  it('that was edited breaks as the next book does, with the changes told and their places', () => {
    edit(WATER, (text) => text.replace('汛期平稳', '汛期总体平稳'));
    const said = proof('农业', '--round', '2');
    expect(said).toContain('改动 1 处');
    const text = proofText('农业-二校');
    expect(text).toContain('04-农业/02-水利.md');
    expect(text).toContain('总体');
    run('build');
    expectSame('农业', '农业-二校');
  });

  it('tells that its folios may change when a part before it has grown, and no longer after the next book', () => {
    edit('02-特载/01-报告.md', (text) =>
      text.replace('- 第一项', `${'工作继续推进，成效进一步显现。'.repeat(200)}\n\n- 第一项`),
    );
    expect(proof('农业')).toMatch(/页码　　临时：.*特载/u);
    run('build');
    expect(proof('农业')).not.toContain('临时');
    expectSame('农业', '农业-二校');
  });
});

describe('what is asked for', () => {
  it('may be a 分目, a manuscript or a contributor, and the proof has the pages on which it stands', () => {
    expect(proof('农业/水利')).toContain('农业');
    expect(proof(WATER)).toContain('共1面');
    expect(proof('县水务局')).toMatch(/范围　　县水务局 1篇/u);
  });

  it('that is unknown is a slip of the hand, with the nearest name, and makes no file', () => {
    const before = readdirSync(proofs).sort();
    const { code, stderr } = run('proof', '农也');
    expect(code).toBe(2);
    expect(stderr).toContain('农业');
    expect(stderr).toContain('proof-unknown');
    expect(readdirSync(proofs).sort()).toEqual(before);
  });

  it('may be all that has changed since it was proofed', () => {
    proof('法治');
    proof('农业');
    edit(ORDER, (text) => text.replace('道路通行条件改善', '道路通行条件明显改善'));
    const said = proof('农业', '法治', '--changed');
    expect(said).toContain('法治');
    expect(said).not.toContain('农业');
    expect(run('proof', '农业', '法治', '--changed').stdout).toContain('没有改动');
  });

  it('is compared with the proof that is named', () => {
    expect(proof('农业', '--since', '一校', '--round', '2')).toMatch(/与一校.*改动 1 处/u);
    const { code, stderr } = run('proof', '农业', '--since', '三校');
    expect(code).toBe(2);
    expect(stderr).toContain('三校');
  });
});

describe('errors in the manuscripts', () => {
  it('hinder a proof of their part, and leave the old proof as it was; a proof of another part goes on', () => {
    const old = readFileSync(join(proofs, '法治-一校.pdf'));
    const sound = readFileSync(manuscript(ORDER), 'utf8');
    edit(ORDER, (text) => `${text}\n![没有的照片](photos/没有.jpg)\n`);
    const { code, stderr } = run('proof', '法治');
    expect(code).toBe(1);
    expect(stderr).toContain('05-法治/01-公安.md');
    expect(readFileSync(join(proofs, '法治-一校.pdf')).equals(old)).toBe(true);
    expect(proof('农业')).toContain('已出校样');
    writeFileSync(manuscript(ORDER), sound);
  });
});

describe('a character that no font has', () => {
  it('hinders its own part, and another part is set in its right fonts', () => {
    const sound = readFileSync(manuscript(ORDER), 'utf8');
    edit(ORDER, (text) => text.replace('道路通行', '道路\u{2F800}\u{1F600}通行'));
    const { code, stderr } = run('proof', '法治');
    expect(code).toBe(1);
    expect(stderr).toContain(ORDER);
    expect(proof('农业')).toContain('已出校样');
    expectSame('农业', '农业-二校');
    writeFileSync(manuscript(ORDER), sound);
  });
});

describe('findings', () => {
  it('stand in the list with a number, and are only counted when they are dismissed by it', () => {
    edit(ORDER, (text) => text.replace('道路通行条件', '道路通行“条件'));
    expect(proof('法治')).toMatch(/查出　　待看 \d+ 处/u);
    const list = proofText('法治-一校').split('查出的问题').at(-1) ?? '';
    const number = /([2-9A-HJ-NPR-Z]{4})警告/u.exec(list)?.[1];
    expect(number, list).toBeDefined();
    const dismissed = run('dismiss', number as string, '--reason', '原文如此');
    expect(dismissed.code, dismissed.stderr).toBe(0);
    expect(readFileSync(manuscript('已核.yaml'), 'utf8')).toContain('原文如此');
    expect(proof('法治')).toMatch(/已核 1 处/u);
    expect(proofText('法治-一校')).toContain('原文如此');
  });

  it('are looked up by their address, which is where the words stand', () => {
    const { code, stdout, stderr } = run('where', `${WATER}:7`);
    expect(code, stderr).toBe(0);
    const address = /\d+[abt]\d+/u.exec(stdout)?.[0];
    expect(address, stdout).toBeDefined();
    expect(run('where', address as string).stdout).toContain(WATER);
  });
});

describe('forms of a proof', () => {
  it('clean, it is the pages of the book at their size, and leaves no record', () => {
    const records = readdirSync(join(proofs, '记录')).length;
    proof('农业', '--clean');
    const file = readdirSync(proofs).find((name) => name.includes('净样'));
    expect(file).toBeDefined();
    expectSame('农业', (file as string).replace(/\.pdf$/u, ''));
    expect(readdirSync(join(proofs, '记录'))).toHaveLength(records);
  });

  it('facing pages take half the sheets, on the paper that is named', () => {
    proof('农业', '--round', '2');
    const single = readPages(proofFile('农业-二校')).length;
    const said = proof('农业', '--round', '2', '--spreads', '--paper', 'A3');
    expect(said).toMatch(/A3 横/u);
    expect(readPages(proofFile('农业-二校')).length).toBeLessThan(single);
  });

  it('for the screen it is one file that asks for nothing else', () => {
    proof('农业', '--round', '2', '--format', 'html');
    const html = readFileSync(join(proofs, '农业-二校.html'), 'utf8');
    expect(html).toContain('高标准农田');
    expect(html).not.toMatch(/(?:src|href)="(?:https?|file):/u);
  });

  it('takes only a round, a paper and a format that there are', () => {
    for (const [flag, value] of [
      ['--round', '四'],
      ['--paper', 'B5'],
      ['--format', 'docx'],
    ] as const) {
      expect(run('proof', '农业', flag, value).code).toBe(2);
    }
    expect(existsSync(join(proofs, '农业-四校.pdf'))).toBe(false);
  });
});
