import { describe, expect, it } from 'vitest';
import { readDismissals } from '../../src/volume/dismissals-file.js';
import { openDismissals, openVolume } from '../../src/volume/open.js';
import { scratchFolder, writeVolume } from '../pipeline/volume.js';

const told = (source: string): string[] =>
  readDismissals(source).messages.map(({ rule, line, column }) => `${rule} ${line}:${column}`);

describe('已核.yaml', () => {
  it('gives dismissals, whatever the order of their lines', () => {
    const source = `# 一校
- 编号: K3F9
  规则: marks-unpaired
  文字: 公顷以上，比上年
  理由: 原文如此
  校对: 张三
  日期: 2022-09-01
- 理由: |
    与原表核对，
    无误
  文字: "合计: 2022"
  规则: photo-resolution

-   日期: 9月1日
    编号: ｋ３ｆ7
    理由: "1.0"
`;
    const { dismissals, messages } = readDismissals(source);
    expect(messages).toEqual([]);
    expect(dismissals).toMatchObject([
      {
        number: 'K3F9',
        rule: 'marks-unpaired',
        text: '公顷以上，比上年',
        reason: '原文如此',
        by: '张三',
        date: '2022-09-01',
      },
      { rule: 'photo-resolution', text: '合计: 2022', reason: '与原表核对，\n无误' },
      { number: 'K3F7', reason: '1.0', date: '9月1日', position: { start: { line: 14, column: 5 } } },
    ]);
    expect(dismissals[1]).not.toHaveProperty('number');
  });

  it.each([
    ['an unknown key', '- 编号: K3F9\n  理由: 甲\n  备註: 乙\n', 'dismissals-unknown-key 3:3'],
    ['no reason', '- 编号: K3F9\n  校对: 张三\n', 'dismissals-reason 1:3'],
    ['an empty reason', '- 编号: K3F9\n  理由:\n', 'dismissals-reason 2:3'],
    ['nothing that says which is meant', '- 理由: 甲\n  规则: widow\n', 'dismissals-which 1:3'],
    ['what is no number', '- 编号: K0F9\n  理由: 甲\n', 'dismissals-number 1:3'],
    ['a number twice', '- 编号: K3F9\n  理由: 甲\n- 编号: k3f9\n  理由: 乙\n', 'dismissals-repeated 3:3'],
    ['a key twice', '- 编号: K3F9\n  理由: 甲\n  理由: 乙\n', 'dismissals-duplicate-key 3:3'],
    ['a list for a text', '- 编号: K3F9\n  理由: [甲, 乙]\n', 'dismissals-form 2:7'],
    ['an item that is a word', '- K3F9\n', 'dismissals-form 1:3'],
    ['no list', '编号: K3F9\n理由: 甲\n', 'dismissals-not-list 1:1'],
    ['what is no YAML', '- 编号: "K3F9\n', 'dismissals-yaml 2:1'],
  ])('is an error for %s', (_, source, expected) => {
    expect(told(source)).toEqual([expected]);
  });

  it('says in Chinese what to write instead', () => {
    expect(readDismissals('- 编号: K3F9\n  理山: 甲\n').messages).toMatchObject([
      {
        severity: 'error',
        file: '已核.yaml',
        reason: '不认识“理山”',
        remedy: expect.stringMatching(/^是不是“理由”？/u),
      },
    ]);
    expect(readDismissals('- 编号: K3F9\n').messages).toMatchObject([
      { reason: '没有写理由', remedy: expect.stringContaining('理由: 与原表核对无误') },
    ]);
  });

  it('may be empty, or have comments only', () => {
    for (const source of ['', '\uFEFF', '# 还没有\n', '[]\n', '-\n'])
      expect(readDismissals(source)).toEqual({ dismissals: [], messages: [] });
  });
});

describe('已核.yaml of a volume', () => {
  const scratch = scratchFolder();
  const files = { '01-农业/01-甲.md': '---\n类目: 农业\n---\n\n甲。\n' };

  it('is read from beside book.yaml; one that is not there says nothing', async () => {
    const folder = writeVolume(`${scratch}/a`, { ...files, '已核.yaml': '- 编号: K3F9\n  理由: 甲\n' });
    expect(await openDismissals(folder)).toMatchObject({ dismissals: [{ number: 'K3F9' }], messages: [] });
    expect(await openDismissals(writeVolume(`${scratch}/b`, files))).toEqual({ dismissals: [], messages: [] });
    const damaged = writeVolume(`${scratch}/c`, { ...files, '已核.yaml': new Uint8Array([0xc9, 0xbe, 0xb3, 0xfd]) });
    expect((await openDismissals(damaged)).messages).toMatchObject([
      { rule: 'dismissals-encoding', file: '已核.yaml' },
    ]);
  });

  it('is no stray file, and no book is refused for it; elsewhere it is told that it does nothing', async () => {
    const folder = writeVolume(`${scratch}/d`, { ...files, '已核.yaml': '坏的', '01-农业/已核.yaml': '' });
    expect((await openVolume(folder)).messages).toMatchObject([
      { severity: 'warning', rule: 'dismissals-misplaced', file: '01-农业/已核.yaml' },
    ]);
  });
});
