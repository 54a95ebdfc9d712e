import { describe, expect, it } from 'vitest';
import { formatLayout, summaryOf } from '../../src/inspect/summary.js';
import { han, inspect, paragraph, type TestBox } from './sheet.js';

const column = (...paragraphs: Parameters<typeof paragraph>[0][]): TestBox[] => [
  { column: 0, blocks: paragraphs.map((lines) => paragraph(lines)) },
];

describe('the summary of a layout', () => {
  it('counts lines, names each rule with what it looked at, and leads to the manuscript', () => {
    const off = { text: han(9), down: 0.5 };
    const layout = inspect([column([han(20), han(22), '了。'], [han(20), '张 三丰'], [han(20), off])]);
    expect(formatLayout(summaryOf(layout), 'layout.json')).toEqual([
      '版面　　检查 7 行，3 处待看，逐处列在 layout.json',
      '　　　　汉字间空格 1 处（7 行）；单字成行 1 处（3 段）',
      '　　　　基线　85.7%（7 行中 6 行在行线上）',
      '　　　　1页左栏5行　汉字间空格：“张”与“三”之间有空格　01-农业/01-甲.md:7:65',
      '　　　　1页左栏3行　单字成行：段末一行只有一个字　01-农业/01-甲.md:7:43',
      '　　　　1页左栏7行　基线不在行线上：基线偏下 0.50 点　01-农业/01-甲.md:7:89',
    ]);
  });

  it('says so where nothing was found', () => {
    const lines = formatLayout(summaryOf(inspect([column([han(20), han(9)])])), 'layout.json');
    expect(lines).toEqual(['版面　　检查 2 行，没有发现问题', '　　　　基线　100%（2 行中 2 行在行线上）']);
  });

  it('tells what nothing could have avoided, and does not count it', () => {
    const address = 'abcdefghijklmnopqrstuvwxyzabcdefghijklmn';
    const lines = formatLayout(summaryOf(inspect([column([address, `${address}甲`])])), 'layout-农业.json');
    expect(lines.slice(0, 2)).toEqual([
      '版面　　检查 2 行，没有发现问题',
      '　　　　西文单词断行 0 处（1 行尾，另有 1 处无法避免）',
    ]);
  });

  it('shows the first places of every rule in turn, eight in all', () => {
    const bad = [han(20), han(22), '张 三丰'];
    const single = [han(20), han(22), '了。'];
    const layout = inspect([column(...Array.from({ length: 10 }, () => bad), single)]);
    const { first } = summaryOf(layout);
    expect(first.map(({ rule }) => rule)).toEqual([
      'stray-space',
      'last-line-single',
      ...Array.from({ length: 6 }, () => 'stray-space'),
    ]);
    expect(formatLayout(summaryOf(layout), 'layout.json').at(-1)).toBe('　　　　……');
  });
});
