import { describe, expect, it } from 'vitest';
import { manuscript } from '../manuscript/sample.js';
import { all, childNames, classes, one, type Tag, text } from './elements.js';
import { set } from './set.js';

async function table(source: string): Promise<Tag> {
  return one(await set(manuscript(source, '体裁: 文章')), '.table');
}

const OUTPUT =
  '**表1　产值**\n\n单位：亿元\n\n| 指标 | > | 2021年 |\n| --- | :-: | ---: |\n| ^ | 数量 | 增长% |\n| 农业 | 1 | 2.5 |\n| 　小麦 | ^ | -3.1% |\n';

/** Rows of cells as `name:text`, with `×columns` and `↓rows` where they span. */
function grid(section: Tag): string[][] {
  return all(section, 'tr').map((row) =>
    row.children.flatMap((cell) => {
      if (typeof cell === 'string') return [];
      const { colspan, rowspan } = cell.attributes;
      return `${cell.name}:${text(cell)}${colspan ? `×${colspan}` : ''}${rowspan ? `↓${rowspan}` : ''}`;
    }),
  );
}

describe('a table', () => {
  it('has head and body, and its merged cells span columns and rows', async () => {
    const found = await table(OUTPUT);
    expect(childNames(one(found, 'table'))).toEqual(['colgroup', 'thead', 'tbody']);
    expect(grid(one(found, 'thead')).slice(1)).toEqual([
      ['th:指标↓2', 'th:2021年×2'],
      ['th:数量', 'th:增长%'],
    ]);
    expect(grid(one(found, 'tbody'))).toEqual([
      ['th:农业', 'td:1↓2', 'td:2.5'],
      ['th:小麦', 'td:-3.1%'],
    ]);
  });

  it('says which cells each head belongs to', async () => {
    const found = await table(OUTPUT);
    expect(all(found, 'th').map((cell) => [text(cell), cell.attributes.scope])).toEqual([
      ['指标', 'col'],
      ['2021年', 'colgroup'],
      ['数量', 'col'],
      ['增长%', 'col'],
      ['农业', 'row'],
      ['小麦', 'row'],
    ]);
    const grouped = await table('| 甲 | 乙 |\n| --- | --- |\n| 全市 | 1 |\n| ^ | 2 |\n');
    expect(all(one(grouped, 'tbody'), 'th').map(({ attributes }) => [attributes.scope, attributes.rowspan])).toEqual([
      ['rowgroup', '2'],
    ]);
  });

  it('has caption and unit above it, either alone too, or neither', async () => {
    const both = one(await table(OUTPUT), 'figcaption');
    expect(all(both, 'span').map((span) => [...classes(span), text(span)])).toEqual([
      ['caption', '表1　产值'],
      ['unit', '单位：亿元'],
    ]);
    const bare = '| 甲 |\n| --- |\n| 1 |\n';
    expect(text(one(await table(`**产值**\n\n${bare}`), 'figcaption'))).toBe('产值');
    expect(text(one(await table(`单位：亿元\n\n${bare}`), 'figcaption'))).toBe('单位：亿元');
    expect(all(await table(bare), 'figcaption')).toEqual([]);
  });

  it('has an empty row over its head as wide as the table, where 续表 is printed when it goes on', async () => {
    const [first] = all(one(await table(OUTPUT), 'thead'), 'tr');
    if (!first) throw new Error('no row');
    expect(classes(first)).toEqual(['continuation']);
    expect(first.children).toEqual([{ name: 'td', attributes: { colspan: '3' }, children: [] }]);
  });

  it('indents a first cell as far as it was typed', async () => {
    const [field, wheat, winter] = all(
      one(await table('| 甲 | 乙 |\n| --- | --- |\n| 农业 | 1 |\n| 　小麦 | 2 |\n| 　　冬小麦 | 3 |\n'), 'tbody'),
      'th',
    );
    const styles = [field, wheat, winter].map((cell) => cell?.attributes.style);
    expect(styles).toEqual([undefined, 'padding-left:1.4em', 'padding-left:2.4em']);
  });

  it('has line breaks in cells', async () => {
    const [cell] = all(one(await table('| 甲 |\n| --- |\n| 上<br>下 |\n'), 'tbody'), 'th');
    expect(cell?.children.map((child) => (typeof child === 'string' ? child : child.name))).toEqual(['上', 'br', '下']);
  });
});

describe('the columns of a table', () => {
  const numbers = async (source: string): Promise<boolean[][]> =>
    all(one(await table(source), 'tbody'), 'tr').map((row) =>
      row.children.map((cell) => typeof cell !== 'string' && classes(cell).includes('number')),
    );

  it('are numeric where most of their filled cells are numbers', async () => {
    expect(
      await numbers(
        '| 甲 | 乙 | 丙 |\n| --- | --- | --- |\n| 1 | 1,234.5 | 有 |\n| 2 | -0.3% | 3 |\n| 3 | — | 无 |\n| 4 | 12‰ |  |\n| 5 |  | 未定 |\n',
      ),
    ).toEqual([
      [false, true, false],
      [false, true, false],
      [false, true, false],
      [false, true, false],
      [false, true, false],
    ]);
  });

  it('keep their place where a cell above spans rows', async () => {
    expect(
      await numbers('| 甲 | 乙 | 丙 |\n| --- | --- | --- |\n| 全市 | 棉花 | 1 |\n| ^ | 小麦 | 2 |\n| ^ | ^ | 3 |\n'),
    ).toEqual([[false, false, true], [false, true], [true]]);
  });

  it('take the alignment of the manuscript', async () => {
    const found = await table('| 甲 | 乙 | 丙 | 丁 |\n| --- | :-- | :-: | --: |\n| 一 | 二 | 三 | 四 |\n');
    expect(all(one(found, 'tbody'), 'td').map(classes)).toEqual([['align-left'], ['align-center'], ['align-right']]);
  });

  it('share the width by what they hold', async () => {
    const found = await table('| 名称 | 数 |\n| --- | --- |\n| 农业产业化龙头企业 | 1 |\n');
    const widths = all(found, 'col').map(({ attributes }) =>
      Number(/width:([\d.]+)%/u.exec(attributes.style ?? '')?.[1]),
    );
    expect(widths).toHaveLength(2);
    expect((widths[0] ?? 0) + (widths[1] ?? 0)).toBeCloseTo(100, 1);
    expect(widths[0]).toBeGreaterThan(2 * (widths[1] ?? 0));
  });
});

describe('the width of a table', () => {
  it('is that of a column where it fits one, and spans both where it does not', async () => {
    const row = (cell: string, times: number): string => `| ${Array.from({ length: times }, () => cell).join(' | ')} |`;
    const wide = (cell: string, times: number): string =>
      `${row(cell, times)}\n${row('---', times)}\n${row(cell, times)}\n`;
    expect(classes(await table(wide('数', 4)))).toEqual(['table', 'in-column']);
    expect(classes(await table(wide('数', 7)))).toEqual(['table', 'spanning']);
    expect(classes(await table(wide('农业产业化龙头企业', 2)))).toEqual(['table', 'in-column']);
    expect(classes(await table(wide('农业产业化龙头企业', 3)))).toEqual(['table', 'spanning']);
  });

  it('does not grow without end for a cell that may turn over', async () => {
    const prose = '这一格写了很长的一段话，排版时应当折行而不是把整张表撑开到两栏去。';
    expect(classes(await table(`| 甲 | 乙 |\n| --- | --- |\n| 1 | ${prose} |\n`))).toEqual(['table', 'in-column']);
  });
});
