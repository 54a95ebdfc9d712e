import { describe, expect, it } from 'vitest';
import { manuscript } from '../../manuscript/sample.js';
import { all, childNames, classes, one, type Tag, text } from '../elements.js';
import { set } from '../set.js';

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
    expect(first.children).toEqual([
      { name: 'td', attributes: { class: 'continued-center', colspan: '3' }, children: [] },
    ]);
  });

  it('indents a first cell as far as it was typed', async () => {
    const [field, wheat, winter] = all(
      one(await table('| 甲 | 乙 |\n| --- | --- |\n| 农业 | 1 |\n| 　小麦 | 2 |\n| 　　冬小麦 | 3 |\n'), 'tbody'),
      'th',
    );
    const styles = [field, wheat, winter].map((cell) => cell?.attributes.style);
    expect(styles).toEqual([undefined, '--indent:1em', '--indent:2em']);
  });

  it('sets what is among something under it, and hangs the first of it', async () => {
    const cells = all(
      one(
        await table(
          '| 甲 | 乙 |\n| --- | --- |\n| 消费 | 1 |\n| 　其中：食品 | 2 |\n| 　　衣着 | 3 |\n| 　居住 | 4 |\n',
        ),
        'tbody',
      ),
      'th',
    );
    expect(cells.map((cell) => cell.attributes.style)).toEqual([
      undefined,
      '--indent:4em;text-indent:-3em',
      '--indent:4em',
      '--indent:1em',
    ]);
  });

  it('pads the names of persons, and no other words', async () => {
    const found = await table(
      '| 姓名 | 性别 | 职务 |\n| --- | --- | --- |\n| 李强 | 男 | 局长 |\n| 王小明 | 女 | 主任 |\n',
    );
    expect(all(found, 'tbody')[0] && all(one(found, 'tbody'), 'tr').map((row) => text(row))).toEqual([
      '李　强男局长',
      '王小明女主任',
    ]);
  });

  it('gives the units of its heads a line of their own as soon as one of them needs it', async () => {
    const heads = (found: Tag): string[] =>
      all(one(found, 'thead'), 'th').map((cell) =>
        cell.children.map((child) => (typeof child === 'string' ? child : '/')).join(''),
      );
    const row = (...cells: string[]): string => `| ${cells.join(' | ')} |\n`;
    const short = row('年份', '人数（人）', '金额（元）') + row('---', '---', '---') + row('2021', '1', '2');
    expect(heads(await table(short))).toEqual(['年份', '人数（人）', '金额（元）']);
    const long =
      row('年份', '人数（人）', '城乡居民人均可支配收入（元）', '比上年增长（%）') +
      row('---', '---', '---', '---') +
      row('2021', '1', '2', '3');
    expect(heads(await table(long))).toEqual([
      '年份',
      '人数/（人）',
      '城乡居民人均可支配收入/（元）',
      '比上年增长/（%）',
    ]);
  });

  it('has line breaks in cells', async () => {
    const [cell] = all(one(await table('| 甲 |\n| --- |\n| 上<br>下 |\n'), 'tbody'), 'th');
    expect(cell?.children.map((child) => (typeof child === 'string' ? child : child.name))).toEqual(['上', 'br', '下']);
  });
});

describe('the cells of a column', () => {
  const rows = async (source: string): Promise<string[][]> =>
    all(one(await table(source), 'tbody'), 'tr').map((row) =>
      row.children.map((cell) =>
        typeof cell === 'string' ? '' : [...classes(cell), cell.attributes['data-point'] ?? ''].join(' ').trim(),
      ),
    );

  it('are numbers with a place to meet at where most of the filled ones are; the others stand in the middle', async () => {
    const found = await rows(
      '| 甲 | 乙 | 丙 |\n| --- | --- | --- |\n| 一 | 1,234.5 | 有 |\n| 二 | -0.3% | 3 |\n| 三 | — | 无 |\n| 四 | 12‰ |  |\n| 五 |  | 未定 |\n',
    );
    expect(found.map((row) => row[1])).toEqual(['number 5', 'number 2', 'align-center', 'number 2', 'align-center']);
    expect(found.map((row) => row[2])).toEqual(new Array(5).fill('align-center'));
  });

  it('are numbers in the first column too: 序号, 年份', async () => {
    const found = await rows('| 序号 | 单位 |\n| --- | --- |\n| 9 | 甲局 |\n| 10 | 乙局 |\n');
    expect(found.map((row) => row[0])).toEqual(['number 1', 'number 2']);
  });

  it('keep their place where a cell above spans rows', async () => {
    const found = await rows(
      '| 甲 | 乙 | 丙 |\n| --- | --- | --- |\n| 全市 | 棉花 | 1 |\n| ^ | 小麦 | 2 |\n| ^ | ^ | 3 |\n',
    );
    expect(found.map((row) => row.at(-1))).toEqual(['number 1', 'number 1', 'number 1']);
  });

  it('take the alignment of the manuscript where they hold words', async () => {
    const found = await rows('| 甲 | 乙 | 丙 | 丁 |\n| --- | :-- | :-: | --: |\n| 一 | 二 | 三 | 四 |\n');
    expect(found).toEqual([['align-center', 'align-left', 'align-center', 'align-right']]);
  });

  it('stand in the middle where all are short or dates, and at the left where they are long or indented', async () => {
    const found = await rows(
      '| 单位 | 类别 | 时间 |\n| --- | --- | --- |\n| 区农业农村局种子管理站 | 先进 | 2021年12月 |\n| 区水务局 | 优秀 | 2021年1月5日 |\n',
    );
    expect(found[1]).toEqual(['align-left', 'align-center', 'align-center']);
    const indented = await rows('| 指标 | 数 |\n| --- | --- |\n| 合计 | 1 |\n| 　小麦 | 1 |\n');
    expect(indented.map((row) => row[0])).toEqual(['align-left', 'indented align-left']);
  });
});

describe('the width of a table', () => {
  it('is that of a column where it fits one, and spans both where it does not', async () => {
    const row = (cell: string, times: number): string => `| ${Array.from({ length: times }, () => cell).join(' | ')} |`;
    const wide = (cell: string, times: number): string =>
      `${row(cell, times)}\n${row('---', times)}\n${row(cell, times)}\n`;
    expect(classes(await table(wide('数', 4)))).toEqual(['table', 'in-column']);
    expect(classes(await table(wide('数量合计', 7)))).toEqual(['table', 'spanning']);
    expect(classes(await table(wide('农业产业化龙头企业', 2)))).toEqual(['table', 'in-column']);
    expect(classes(await table(wide('农业产业化龙头企业', 4)))).toEqual(['table', 'spanning']);
  });

  it('does not grow without end for a cell that may turn over', async () => {
    const prose = '这一格写了很长的一段话，排版时应当折行而不是把整张表撑开到两栏去。';
    expect(classes(await table(`| 甲 | 乙 |\n| --- | --- |\n| 1 | ${prose} |\n`))).toEqual(['table', 'in-column']);
  });

  it('is filled by its columns, the widest of which takes what is left', async () => {
    const found = await table('| 名称 | 数 |\n| --- | --- |\n| 农业产业化龙头企业 | 1 |\n');
    const widths = all(found, 'col').map(({ attributes }) => attributes.style);
    expect(widths).toEqual([undefined, expect.stringMatching(/^width:\d+(\.5)?em$/u)]);
  });

  it('is that of the one wide column in the 卷首', async () => {
    const flow = await set(
      manuscript(
        '| 甲 | 乙 | 丙 | 丁 | 戊 |\n| --- | --- | --- | --- | --- |\n| 农业产业化龙头企业 | 农业产业化龙头企业 | 农业产业化龙头企业 | 农业产业化龙头企业 | 1 |\n',
        '体裁: 文章',
      ).replace(/类目: .*/u, '类目: 卷首'),
    );
    expect(classes(one(flow, '.table'))).toEqual(['table', 'in-column']);
  });
});
