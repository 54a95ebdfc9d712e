/** `nianjian dismiss` as a user types it: numbers come from proof records and from the last book. */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { numbersOf } from '../../src/proof/findings/number.js';
import { writeRecord } from '../../src/proof/record/files.js';
import { readDismissals } from '../../src/volume/dismissals-file.js';
import { scratchFolder, writeVolume } from '../pipeline/volume.js';
import { FINDING, sampleRecord } from '../proof/record/sample.js';
import { nianjian } from './nianjian.js';

const scratch = scratchFolder();
let home: string;
let file: string;
let count = 0;

beforeEach(() => {
  count += 1;
  home = join(scratch, String(count));
  const volume = writeVolume(join(home, 'manuscripts', '2022'), {
    '04-农业/01-种植业.md': '---\n类目: 农业\n---\n\n甲。\n',
  });
  file = join(volume, '已核.yaml');
  const { dismissed: _, ...finding } = FINDING;
  writeRecord(join(home, 'dist', '2022'), sampleRecord(), [finding], (path, text) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  });
});

const run = (...args: string[]) => nianjian(['dismiss', ...args], { cwd: home });
const written = () => readDismissals(readFileSync(file, 'utf8')).dismissals;

describe('nianjian dismiss', () => {
  it('writes number, rule, words, reason, name and day, and says what was meant', () => {
    const { code, stdout, stderr } = run('k3f9', '--reason', '与原表核对无误', '--by', '张三');
    expect(code, stderr).toBe(0);
    expect(stdout).toBe(
      [
        '已核　　K3F9　字距过大：字距 0.39 个字',
        '　　　　文字　全县粮食播种面积稳定（农业一校 57a1）',
        '　　　　理由　与原表核对无误',
        '　　　　记在　manuscripts/2022/已核.yaml',
        '',
      ].join('\n'),
    );
    expect(written()).toMatchObject([
      {
        number: 'K3F9',
        rule: 'han-gap',
        text: '全县粮食播种面积稳定',
        reason: '与原表核对无误',
        by: '张三',
        date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/u),
      },
    ]);
  });

  it('keeps what people have written, and lists it', () => {
    writeFileSync(file, '# 自己写的\n- 规则: widow\n  文字: 乙\n  理由: 丙\n');
    expect(run('K3F9', '--reason', '甲', 'manuscripts/2022').code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('# 自己写的');
    const { code, stdout } = run('--list');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^————　丙　widow “乙”\nK3F9　甲（\d{4}-\d\d-\d\d）　han-gap “全县粮食播种面积稳定”\n已核 2 处\n$/u,
    );
    expect(run('--list', '2022').stdout).toBe(stdout);
  });

  it('knows what the inspector has found in the last book', () => {
    const text = '织农户抢抓农时。';
    const [number = ''] = numbersOf([`widow\n${text}`]);
    const breach = {
      rule: 'widow',
      kind: 'fault',
      sheet: 61,
      folio: '57',
      column: 2,
      line: 1,
      address: '',
      what: '单独在栏首',
      text,
    };
    const columns = [{ column: 2, lines: [{ line: 1, x: 0, y: 0, end: 0, text }] }];
    const layout = {
      lines: 1,
      rules: [{ rule: 'widow', name: '段末一行落在栏首', clause: '', unit: '', checked: 1, breaches: 1, forced: 0 }],
      breaches: [breach],
      pages: [{ sheet: 61, folio: '57', flow: '农业', columns }],
    };
    writeFileSync(join(home, 'dist', '2022', 'layout.json'), JSON.stringify(layout));
    const { code, stdout, stderr } = run(number, '--reason', '不宜动');
    expect(code, stderr).toBe(0);
    expect(stdout).toContain(`${number}　段末一行落在栏首：单独在栏首\n　　　　文字　${text}（全书 57b1）`);
  });

  it.each<[string, string[], string]>([
    ['no number', [], '请写编号'],
    ['no reason', ['K3F9'], '请写理由'],
    ['an empty reason', ['K3F9', '--reason', ' '], '请写理由'],
    ['what is no number', ['10', '--reason', '甲'], '“10”不是编号'],
    ['too much behind --list', ['--list', '2022', '2023'], '只写卷的文件夹'],
  ])('is wrong usage with %s', (_, args, words) => {
    const { code, stdout, stderr } = run(...args);
    expect(stderr).toContain(words);
    expect(stdout).toBe('');
    expect(code).toBe(2);
    expect(existsSync(file)).toBe(false);
  });

  it('of a number that nobody knows writes nothing, and guesses which was meant', () => {
    expect(run('K3F7', '--reason', '甲')).toMatchObject({
      code: 1,
      stderr: 'nianjian：校样和书里没有编号“K3F7”。是不是“K3F9”？\n',
    });
    rmSync(join(home, 'dist'), { recursive: true });
    expect(run('K3F9', '--reason', '甲')).toMatchObject({ code: 1, stderr: expect.stringContaining('编号在校样上') });
    expect(existsSync(file)).toBe(false);
  });

  it('leaves a file with errors alone, and names them', () => {
    const wrong = '- 编号: ABCD\n  校对: 张三\n';
    writeFileSync(file, wrong);
    for (const args of [['K3F9', '--reason', '甲'], ['--list']]) {
      const { code, stderr } = run(...args);
      expect(code).toBe(1);
      expect(stderr).toContain('已核.yaml:1:3  错误  没有写理由');
    }
    expect(readFileSync(file, 'utf8')).toBe(wrong);
  });

  it.skipIf(process.getuid?.() === 0)('says so where it may not write', () => {
    chmodSync(dirname(file), 0o555);
    try {
      expect(run('K3F9', '--reason', '甲')).toMatchObject({ code: 3, stderr: expect.stringContaining('写不进') });
    } finally {
      chmodSync(dirname(file), 0o755);
    }
  });
});
