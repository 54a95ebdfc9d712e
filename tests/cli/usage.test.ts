import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { afterAll, describe, expect, it } from 'vitest';
import { commanderErrorInChinese, speakChinese } from '../../src/cli/commander-in-chinese.js';
import { resolveVolume } from '../../src/cli/volume-argument.js';
import { nianjian } from './nianjian.js';

describe('wrong usage', () => {
  it.each([
    [['build', '--outt', 'x'], '没有“--outt”这个选项'],
    [['--versoin'], '没有“--versoin”这个选项，是不是“--version”？'],
    [['biuld'], '没有“biuld”这个命令，是不是“build”？'],
    [['init'], '缺少参数“文件夹”'],
    [['init', 'a', 'b'], '参数多了：最多1个，给了2个'],
    [['build', 'no-such-folder'], '找不到“no-such-folder”'],
  ])('%j is answered in one Chinese line with exit code 2', (args, words) => {
    const { code, stdout, stderr } = nianjian(args);
    expect(stderr).toContain(words);
    expect(stderr).toMatch(/^nianjian：[^\n]+\n$/);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});

describe('the other errors of commander', () => {
  const complaint = (define: (command: Command) => void, args: string[]) => {
    const program = speakChinese(new Command('nianjian'));
    const command = program.command('try').action(() => {});
    define(command);
    try {
      program.parse(['try', ...args], { from: 'user' });
    } catch (error) {
      return commanderErrorInChinese(error as Parameters<typeof commanderErrorInChinese>[0]);
    }
    return undefined;
  };

  it.each<[string, (command: Command) => void, string[], string]>([
    ['a missing value', (c) => c.option('--out <文件夹>'), ['--out'], '选项“--out <文件夹>”后面缺少内容。'],
    ['a missing option', (c) => c.requiredOption('--out <文件夹>'), [], '缺少选项“--out <文件夹>”。'],
    [
      'a value that is no choice',
      (c) => c.addOption(new Option('--round <校次>').choices(['1', '2', '3'])),
      ['--round', '4'],
      '“--round <校次>”不能是“4”：可用的有 1、2、3。',
    ],
    [
      'options that exclude each other',
      (c) => c.addOption(new Option('--json').conflicts('csv')).option('--csv'),
      ['--json', '--csv'],
      '选项“--json”和“--csv”不能同时使用。',
    ],
    [
      'several likenesses',
      (c) => c.option('--one').option('--ons'),
      ['--ont'],
      '没有“--ont”这个选项，是不是“--one”或“--ons”？',
    ],
  ])('%s is told in Chinese', (_, define, args, words) => {
    expect(complaint(define, args)).toBe(words);
  });
});

describe('the volume argument', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianjian-test-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  for (const name of ['9', '2021', '2022', '2023']) mkdirSync(join(folder, 'manuscripts', name), { recursive: true });
  for (const name of ['9', '2021', '2022']) writeFileSync(join(folder, 'manuscripts', name, 'book.yaml'), '');

  it('is the newest folder with a book.yaml when nothing is given', () => {
    expect(resolveVolume(undefined, folder)).toBe(join(folder, 'manuscripts', '2022'));
  });

  it('takes a path or a name under manuscripts/', () => {
    expect(resolveVolume('manuscripts/2021', folder)).toBe(join(folder, 'manuscripts', '2021'));
    expect(resolveVolume('2021', folder)).toBe(join(folder, 'manuscripts', '2021'));
    expect(resolveVolume('manuscripts/2021/book.yaml', folder)).toBe(join(folder, 'manuscripts', '2021'));
  });

  it.each([
    ['manuscripts/2023', '里面没有 book.yaml'],
    ['2030', '找不到“2030”'],
  ])('%s: %s', (given, words) => {
    expect(() => resolveVolume(given, folder)).toThrow(words);
  });

  it('says so when there is no volume at all', () => {
    expect(() => resolveVolume(undefined, join(folder, 'manuscripts'))).toThrow('manuscripts 下没有');
  });
});
