import { describe, expect, it } from 'vitest';
import { addDismissal } from '../../src/volume/dismissals-edit.js';
import { readDismissals } from '../../src/volume/dismissals-file.js';

const ONE = {
  number: 'K3F9',
  rule: 'marks-unpaired',
  text: '“公顷: #以上',
  reason: '- 原文\n如此',
  by: '张三',
  date: '2022-09-01',
};
const read = (source: string) => {
  const { dismissals, messages } = readDismissals(source);
  expect(messages).toEqual([]);
  return dismissals.map(({ position: _, ...rest }) => rest);
};

describe('a dismissal that is added', () => {
  it('is read again as it was written, whatever signs are in it', () => {
    const file = addDismissal('', ONE);
    expect(read(file)).toEqual([ONE]);
    expect(file).toMatch(/^# 校样上看过[\s\S]*\n\n- 编号: K3F9\n {2}规则: marks-unpaired\n/u);
    const numbers = { ...ONE, number: '3E47', text: '2022', reason: 'true', by: '007' };
    const { by: _, ...nameless } = numbers;
    expect(read(addDismissal(file, numbers))).toEqual([ONE, numbers]);
    expect(read(addDismissal(file, nameless))).toEqual([ONE, nameless]);
  });

  it('leaves comments, order and the other dismissals alone', () => {
    const before =
      '# 总说明\n\n# 张三核\n- 理由: 甲 # 见传真\n  编号: ABCD\n\n# 李四核\n- 规则: widow\n  文字: 乙\n  理由: 丙\n# 完\n';
    const after = addDismissal(before, ONE);
    for (const comment of ['# 总说明', '# 张三核', '# 见传真', '# 李四核', '# 完']) expect(after).toContain(comment);
    expect(after.indexOf('# 张三核')).toBeLessThan(after.indexOf('ABCD'));
    expect(read(after)).toMatchObject([{ number: 'ABCD', reason: '甲' }, { rule: 'widow' }, { number: 'K3F9' }]);
  });

  it('takes the place of the one with its number', () => {
    const before = '- 编号: 3e47 # 注\n  理由: 旧\n  校对: 李四\n- 编号: ABCD\n  理由: 别的\n';
    const after = addDismissal(before, { ...ONE, number: '3E47' });
    expect(read(after)).toMatchObject([
      { number: '3E47', reason: ONE.reason, by: '张三' },
      { number: 'ABCD', reason: '别的' },
    ]);
    expect(after).toContain('# 注');
  });

  it('keeps the ends of lines and the mark of the file', () => {
    const after = addDismissal('\uFEFF- 编号: ABCD\r\n  理由: 甲\r\n', ONE);
    expect(after.startsWith('\uFEFF- ')).toBe(true);
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    expect(read(after)).toHaveLength(2);
  });

  it.each(['# 只有说明\n', '[]\n', '\n\n'])('opens a file without any: %j', (before) => {
    const after = addDismissal(before, ONE);
    expect(read(after)).toEqual([ONE]);
    if (before.startsWith('#')) expect(after.startsWith('# 只有说明')).toBe(true);
  });
});
