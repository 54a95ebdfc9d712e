import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../src/html/advance.js';
import { linesAt, runsOf, widestRun } from '../../../src/html/table/text.js';

const texts = (line: string): string[] => runsOf(line).map(({ text }) => text);

describe('the runs of a cell', () => {
  it.each([
    ['截至2021年12月31日止的数', ['截', '至', '2021年12月31日', '止', '的', '数']],
    ['完成投资15.6亿元，增长-3.5%', ['完', '成', '投', '资', '15.6亿元，', '增', '长', '-3.5%']],
    ['第20届全国“四个100”典型', ['第20届', '全', '国', '“四', '个', '100”', '典', '型']],
    ['20%～30%的农户参加', ['20%～', '30%', '的', '农', '户', '参', '加']],
    ['GDP总量和CPI涨幅', ['GDP', '总', '量', '和', 'CPI', '涨', '幅']],
    ['《条例》（试行）公布', ['《条', '例》', '（试行）', '公', '布']],
    ['欧阳自远', ['欧阳自远']],
  ])('%s', (line, runs) => {
    expect(texts(line)).toEqual(runs);
  });

  it('has a little space between Han and digits', () => {
    expect(textWidth('增长5')).toBeCloseTo(2 + 0.125 + 0.57, 3);
    expect(textWidth('，5')).toBeCloseTo(1 + 0.57, 3);
  });

  it('asks a column for its widest run, but not for a whole address', () => {
    expect(widestRun(runsOf('自2021年12月起执行'))).toBeCloseTo(textWidth('2021年12月'), 3);
    expect(widestRun(runsOf('www.example.gov.cn/a/very/long/path/index.html'))).toBe(12);
  });
});

describe('the lines of a cell', () => {
  it('are as many as its runs fill', () => {
    expect(linesAt(runsOf('金昌市人民政府'), 7)).toEqual({ count: 1, orphan: false });
    expect(linesAt(runsOf('金昌市人民政府'), 6)).toEqual({ count: 2, orphan: true });
    expect(linesAt(runsOf('金昌市人民政府'), 4)).toEqual({ count: 2, orphan: false });
    expect(linesAt([], 4)).toEqual({ count: 0, orphan: false });
  });

  it('are more where a run has to be divided', () => {
    expect(linesAt(runsOf('https://example.gov.cn'), 5).count).toBeGreaterThan(1);
  });
});
