import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/tree/nodes.js';
import { manuscript, nodes, short } from './sample.js';

async function table(body: string) {
  const [found] = await nodes(manuscript(body, '体裁: 文章'), 'table');
  if (!found) throw new Error('no table');
  return found;
}

/** Cells as `text`, with `×columns` and `↓rows` where they span. */
function grid(rows: Row[]): string[][] {
  return rows.map((row) =>
    row.cells.map(({ children, colspan, rowspan }) =>
      [short(children), colspan > 1 ? `×${colspan}` : '', rowspan > 1 ? `↓${rowspan}` : ''].join(''),
    ),
  );
}

describe('a table', () => {
  it('has a head and rows, and alignment', async () => {
    const found = await table('| 甲 | 乙 | 丙 | 丁 |\n| --- | :-- | :-: | --: |\n| 1 | 2 | 3 | 4 |\n');
    expect(found).toMatchObject({ id: 'p01m01t1', align: [null, 'left', 'center', 'right'] });
    expect(grid(found.head)).toEqual([['甲', '乙', '丙', '丁']]);
    expect(grid(found.body)).toEqual([['1', '2', '3', '4']]);
  });

  it('merges to the right and upwards; rows merged with the head belong to it', async () => {
    const found = await table(
      '| 指标 | > | 2021年 |\n| --- | --- | --- |\n| ^ | 数量 | 增长% |\n| 甲 | 1 | 2 |\n| 乙 | ^ | 3 |\n',
    );
    expect(grid(found.head)).toEqual([
      ['指标↓2', '2021年×2'],
      ['数量', '增长%'],
    ]);
    expect(grid(found.body)).toEqual([
      ['甲', '1↓2', '2'],
      ['乙', '3'],
    ]);
  });

  it('merges a block in both directions, however it is marked', async () => {
    for (const second of ['| ^ | ^ | 1 |', '| > | ^ | 1 |']) {
      const found = await table(`| > | 甲 | 乙 |\n| --- | --- | --- |\n${second}\n| 2 | 3 | 4 |\n`);
      expect(grid(found.head)).toEqual([['甲×2↓2', '乙'], ['1']]);
    }
  });

  it('merges all of a row', async () => {
    expect(grid((await table('| 甲 | 乙 |\n| --- | --- |\n| > | 合计 |\n')).body)).toEqual([['合计×2']]);
  });

  it('prints merge marks that are escaped or stand in a text', async () => {
    expect(grid((await table('| 甲 | 乙 |\n| --- | --- |\n| \\^ | a^2 |\n| \\> | 5>3 |\n')).body)).toEqual([
      ['^', 'a^2'],
      ['>', '5>3'],
    ]);
  });

  it('has bars and line breaks in cells', async () => {
    expect(grid((await table('| 甲 | 乙 |\n| --- | --- |\n| a\\|b | 上<br>下<br/> |\n')).body)).toEqual([
      ['a|b', '上/下/'],
    ]);
  });

  it('has empty cells and indents', async () => {
    const [row] = (await table('| 甲 | 乙 |\n| --- | --- |\n| 　　农业 |  |\n')).body;
    expect(row?.cells.map(({ indent, children }) => [indent, short(children)])).toEqual([
      [2, '农业'],
      [0, ''],
    ]);
  });

  it('takes the bold paragraph before it as its caption, the unit line as its unit', async () => {
    const found = await table('**表1　产值**\n\n单位：亿元\n\n| 甲 |\n| --- |\n| 1 |\n');
    expect(short(found.caption?.children ?? [])).toBe('表1　产值');
    expect(short(found.unit?.children ?? [])).toBe('单位：亿元');
    expect(found.caption?.position.start.line).toBe(6);
  });

  it('may have either alone', async () => {
    expect(await table('**产值**\n\n| 甲 |\n| --- |\n| 1 |\n')).toHaveProperty('caption');
    expect(await table('（单位：万元、%）\n\n| 甲 |\n| --- |\n| 1 |\n')).toHaveProperty('unit');
  });

  it('leaves a bold paragraph before a text alone', async () => {
    const paragraphs = await nodes(
      manuscript('**重要**\n\n正文。\n\n| 甲 |\n| --- |\n| 1 |\n', '体裁: 文章'),
      'paragraph',
    );
    expect(paragraphs.map((paragraph) => short(paragraph.children))).toEqual(['*重要*', '正文。']);
  });

  it('may be typed without outer bars', async () => {
    expect(grid((await table('甲 | 乙\n--- | ---\n1 | 2\n')).body)).toEqual([['1', '2']]);
  });
});
