/** Tables over columns and pages: heads, 续表, carried cells, measured on the pages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Flow } from '../../src/html/flow.js';
import { squeeze } from '../../src/paginate/conservation.js';
import type { FlowSurvey } from '../../src/paginate/paginator.js';
import { textOfPages } from '../../src/paginate/streams.js';
import { scratchFolder } from '../pipeline/volume.js';
import { areaOf, linesOf, type TablePart, tablesOf } from './measure.js';
import { paragraphs, prose, rows } from './prose.js';
import { type Book, flowOf, openBook } from './set-book.js';

const scratch = scratchFolder();
let book: Book;
beforeAll(async () => {
  book = await openBook(scratch);
});
afterAll(() => book?.close());

/** Sets a flow that must be in order, and measures its tables. */
async function setTables(flow: Flow): Promise<{ parts: TablePart[]; survey: FlowSurvey }> {
  const surveys = await book.set(flow);
  expect(surveys.messages).toEqual([]);
  const survey = surveys.get(flow.id) as FlowSurvey;
  const said = textOfPages(survey);
  expect(said).toBe(squeeze(flow.runs.map((run) => run.text).join('')));
  const parts = await tablesOf(book.page, flow.id);
  const { height } = await areaOf(book.page, flow.id);
  for (const part of parts) expect(part.bottom).toBeLessThanOrEqual(height + 1);
  return { parts, survey };
}

function expectEqualWidths(parts: TablePart[]): void {
  const [first, ...others] = parts.map((part) => part.widths);
  for (const widths of others) {
    expect(widths).toHaveLength(first?.length as number);
    for (const [i, width] of widths.entries()) expect(Math.abs(width - (first?.[i] as number))).toBeLessThan(0.1);
  }
}

/** A table wide enough to span both columns. */
function wideRows(count: number): string {
  const head = '| 项目名称 | 本年合计数量说明 | 上年合计数量说明 | 主要情况备注说明 | 其中作物名称备注 |';
  const body = Array.from(
    { length: count },
    (_, i) =>
      `| 项目${i + 1} | 本年合计${i + 1}万吨 | 上年合计${i + 1}万吨 | 水肥一体化技术${i + 1} | 高标准农田${i + 1} |`,
  );
  return [head, '| --- | --- | --- | --- | --- |', ...body].join('\n');
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, i) => [`指标${i + 1}`, `${(i + 1) * 10}`, '本年']);

describe('a table longer than its column', () => {
  let parts: TablePart[];
  let flow: Flow;
  beforeAll(async () => {
    flow = await flowOf(
      scratch,
      `## 种植\n\n${prose(1, 300)}\n\n**表1　主要作物**\n\n单位：吨\n\n${rows(170)}\n\n${prose(2, 300)}`,
    );
    ({ parts } = await setTables(flow));
  });

  it('goes on in the next column and on the next page, in reading order', () => {
    const places = parts.map(({ page, column }) => `${page}.${column}`);
    expect(places.length).toBeGreaterThan(3);
    expect(places).toEqual([0, 1, 2].flatMap((page) => [`${page}.0`, `${page}.1`]));
  });

  it('has each row exactly once, in order', () => {
    expect(parts.flatMap((part) => part.rows)).toEqual(numbered(170));
  });

  it('repeats its head, marked as made by the tool, under the line 续表 with caption and unit', () => {
    for (const [i, part] of parts.entries()) {
      expect(part.head).toEqual(['指标', '数量', '备注']);
      expect(part.headGenerated).toBe(i > 0);
      expect(part.continuation).toBe(i > 0 ? '续表1主要作物单位：吨' : '');
    }
  });

  it('keeps the widths of its columns', () => {
    expect(parts[0]?.widths).toHaveLength(3);
    expectEqualWidths(parts);
  });

  it('shows the line 续表 inside the column, above the head, with the unit beside it', async () => {
    const lines = await linesOf(book.page, flow.id);
    const continued = lines.filter((line) => line.text.startsWith('续表'));
    expect(continued).toHaveLength(parts.length - 1);
    for (const line of continued) {
      expect(line.top).toBeGreaterThan(-1);
      const [unit, head] = lines.slice(lines.indexOf(line) + 1);
      expect(unit?.text).toBe('单位：吨');
      expect(Math.abs((unit?.top ?? 0) - line.top)).toBeLessThan(2);
      expect(unit?.left).toBeGreaterThan(line.right);
      expect(head?.text).toBe('指标');
      expect(head?.top).toBeGreaterThan((unit?.bottom ?? 0) - 1);
    }
  });
});

describe('a table that spans both columns', () => {
  it('has the text before it above it in both columns, and the text after it below', async () => {
    const flow = await flowOf(
      scratch,
      `## 种植\n\n${paragraphs(1, 4, 80)}\n\n**表1　主要作物**\n\n${wideRows(5)}\n\n${paragraphs(7, 9, 80)}`,
    );
    const { parts } = await setTables(flow);
    expect(parts.map(({ page, column }) => [page, column])).toEqual([[0, -1]]);
    const lines = await linesOf(book.page, flow.id);
    const table = lines.filter((line) => /^t[dh]/.test(line.block) || line.text.startsWith('表1'));
    const [top, bottom] = [Math.min(...table.map((l) => l.top)), Math.max(...table.map((l) => l.bottom))];
    const at = lines.indexOf(table[0] as (typeof lines)[0]);
    const before = lines.slice(1, at).filter((line) => line.column >= 0);
    const after = lines.slice(at + table.length);
    for (const part of [before, after]) expect(new Set(part.map((line) => line.column))).toEqual(new Set([0, 1]));
    for (const line of before) expect(line.bottom, line.text).toBeLessThanOrEqual(top + 1);
    for (const line of after) expect(line.top, line.text).toBeGreaterThanOrEqual(bottom - 1);
  });

  it('goes on over pages when it is longer than one', async () => {
    const flow = await flowOf(
      scratch,
      `## 种植\n\n${prose(1, 200)}\n\n**表1　主要作物**\n\n${wideRows(90)}\n\n${paragraphs(2, 9, 120)}`,
    );
    const { parts } = await setTables(flow);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.every((part) => part.column === -1)).toBe(true);
    expect(parts.map((part) => part.page)).toEqual(parts.map((_, i) => i));
    expect(parts.flatMap((part) => part.rows.map(([name]) => name))).toEqual(
      Array.from({ length: 90 }, (_, i) => `项目${i + 1}`),
    );
    expectEqualWidths(parts);
    expect(parts.slice(1).every((part) => part.headGenerated && part.continuation === '续表1主要作物')).toBe(true);
  });
});

describe('a cell that spans rows', () => {
  /** Groups of `size` rows whose first column is one cell. */
  const grouped = (groups: number, size: number): string => {
    const body = Array.from({ length: groups * size }, (_, i) =>
      i % size === 0 ? `| 作物${i / size + 1} | 项目${i + 1} | ${i + 1} |` : `| ^ | 项目${i + 1} | ${i + 1} |`,
    );
    return ['| 名称 | 项目 | 数量 |', '| --- | --- | ---: |', ...body].join('\n');
  };

  it('keeps its rows together where a column can hold them', async () => {
    const flow = await flowOf(scratch, `## 种植\n\n${prose(1, 100)}\n\n${grouped(14, 7)}\n\n${prose(2, 100)}`);
    const { parts } = await setTables(flow);
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) expect(part.rows[0]?.[0]).toMatch(/^作物\d+$/);
  });

  it('goes on behind a cut, as a cell made by the tool, and the rows of both parts are full', async () => {
    const flow = await flowOf(scratch, `## 种植\n\n${prose(1, 100)}\n\n${grouped(3, 60)}\n\n${prose(2, 100)}`);
    const { parts } = await setTables(flow);
    expect(parts.length).toBeGreaterThan(4);
    for (const part of parts) expect(part.filled).toEqual(part.rows.map(() => 3));
    expectEqualWidths(parts);
    const cells = parts.flatMap((part) => part.rows);
    expect(cells.map((row) => row.at(-2))).toEqual(Array.from({ length: 180 }, (_, i) => `项目${i + 1}`));
    const own = cells.filter((row) => row.length === 3 && !row[0]?.startsWith('^')).map(([name]) => name);
    expect(own).toEqual(['作物1', '作物2', '作物3']);
    // Only a part that begins within a group begins with a carried cell, and it says the name of the group.
    let group = '';
    let carried = 0;
    for (const part of parts) {
      const [first] = part.rows as [string[]];
      if (first.length === 3 && first[0]?.startsWith('^')) {
        expect(first[0]).toBe(`^${group}`);
        carried += 1;
      } else expect(first[0]).toMatch(/^作物\d$/);
      group = part.rows.findLast((row) => row.length === 3 && !row[0]?.startsWith('^'))?.[0] ?? group;
      const others = part.rows.slice(1).flat();
      expect(others.filter((text) => text.startsWith('^'))).toEqual([]);
    }
    expect(carried).toBeGreaterThan(2);
  });

  it('may hold more words than stand beside one of the cuts', async () => {
    const body = Array.from({ length: 70 }, (_, i) => `| ${i === 0 ? prose(5, 500) : '^'} | 项目${i + 1} | ${i + 1} |`);
    const table = ['| 名称 | 项目 | 数量 |', '| --- | --- | ---: |', ...body].join('\n');
    const { parts } = await setTables(await flowOf(scratch, `## 种植\n\n${paragraphs(1, 4, 180)}\n\n${table}`));
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(part.filled).toEqual(part.rows.map(() => 3));
    expect(parts.flatMap((part) => part.rows.map((row) => row.at(-1)))).toEqual(
      Array.from({ length: 70 }, (_, i) => `${i + 1}`),
    );
  });
});

describe('a small table', () => {
  it('is not broken, wherever it stands', async () => {
    for (const before of [700, 760, 820]) {
      const flow = await flowOf(scratch, `## 种植\n\n${prose(1, before)}\n\n${rows(5)}\n\n${prose(2, 900)}`);
      const { parts } = await setTables(flow);
      expect(parts).toHaveLength(1);
    }
  });
});

describe('a large group of rows under one cell', () => {
  let parts: TablePart[];
  beforeAll(async () => {
    const body = Array.from(
      { length: 120 },
      (_, i) => `| ${i % 20 === 0 ? `第${i / 20 + 1}段` : '^'} | ${i % 2 === 0 ? `项目${i + 1}` : '^'} | ${i + 1} |`,
    );
    const table = ['| 名称 | 项目 | 数量 |', '| --- | --- | ---: |', ...body].join('\n');
    ({ parts } = await setTables(await flowOf(scratch, `## 种植\n\n${paragraphs(1, 5, 120)}\n\n${table}`)));
  });

  it('is broken between its rows rather than leave half a column empty', async () => {
    const full = parts.filter(({ page }) => page < (parts.at(-1)?.page ?? 0));
    expect(full.length).toBeGreaterThan(1);
    // No small group inside it, of two rows, would have found room at the foot.
    for (const part of full) expect(part.bottom).toBeGreaterThan(924 - 2 * 22);
    expect(parts.some((part) => part.rows[0]?.[0]?.startsWith('^第'))).toBe(true);
  });

  it('says the words of the cell again, and keeps smaller groups inside it together', () => {
    for (const [first] of parts.map((part) => part.rows)) {
      expect(first).toHaveLength(3);
      expect(first?.[0]).toMatch(/^\^?第\d段$/u);
      expect(first?.[1]).toMatch(/^项目\d+$/u);
    }
    expect(parts.flatMap((part) => part.rows.map((row) => row.at(-1)))).toEqual(
      Array.from({ length: 120 }, (_, i) => `${i + 1}`),
    );
  });
});

describe('the rows of a table', () => {
  it('take whole lines, so that the text after it stands on the lines of the page', async () => {
    const flow = await flowOf(
      scratch,
      `## 种植\n\n${prose(1, 100)}\n\n**表1　主要作物**\n\n| 指标 | 说明 |\n| --- | --- |\n| 小麦 | ${prose(2, 40)} |\n| 玉米 | 备注 |\n\n${prose(3, 100)}`,
    );
    const { parts } = await setTables(flow);
    const lines = await linesOf(book.page, flow.id);
    const body = lines.filter((line) => line.block === 'p' || line.block === 'div.run-in');
    const [first] = body;
    for (const line of body) {
      const away = (((line.top - (first?.top ?? 0)) % 22) + 22) % 22;
      expect(Math.min(away, 22 - away), line.text).toBeLessThan(0.1);
    }
    expect(
      parts.every((part) => Math.abs(Math.round((part.bottom - part.top) / 22) * 22 - (part.bottom - part.top)) < 0.1),
    ).toBe(true);
  });

  it('are ruled by one line each, as thin as a printer wants it', async () => {
    const flow = await flowOf(scratch, `## 种植\n\n${prose(1, 100)}\n\n${rows(4)}\n\n${prose(3, 100)}`);
    await setTables(flow);
    const rules = await book.page.evaluate((id) => {
      const found = document.querySelectorAll(`[data-flow="${id}"] .rule`);
      return [...found].map((rule) => {
        const { width, height } = rule.getBoundingClientRect();
        return {
          strong: rule.classList.contains('strong'),
          thickness: Math.min(width, height),
          length: Math.max(width, height),
        };
      });
    }, flow.id);
    const strong = rules.filter((rule) => rule.strong);
    expect(strong.map(({ length }) => length)).toEqual([308, 308]);
    // Under the head and between four rows across the table, and between three columns from top to foot.
    expect(rules.filter((rule) => !rule.strong && rule.length === 308)).toHaveLength(4);
    expect(rules.filter((rule) => !rule.strong && rule.length === 5 * 22)).toHaveLength(2);
    expect(rules).toHaveLength(8);
    for (const { strong: is, thickness } of rules) expect(thickness * 0.75).toBeCloseTo(is ? 1.25 : 0.5, 2);
  });
});

describe('numbers in a column', () => {
  /** Where each number has its point, or its end where it has none; from the left of the type area, CSS px. */
  async function points(flow: Flow): Promise<Map<number, number[]>> {
    const found = await book.page.evaluate((id) => {
      const cells = document.querySelectorAll<HTMLTableCellElement>(`[data-flow="${id}"] td.number`);
      return [...cells].map((cell) => {
        const text = cell.textContent ?? '';
        const end = text.includes('.') ? text.indexOf('.') : /%$/u.test(text) ? text.length - 1 : text.length;
        const node = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode() as Text;
        const range = document.createRange();
        range.setStart(node, 0);
        range.setEnd(node, end);
        return { column: cell.cellIndex, x: range.getBoundingClientRect().right };
      });
    }, flow.id);
    const columns = new Map<number, number[]>();
    for (const { column, x } of found) columns.set(column, [...(columns.get(column) ?? []), x]);
    return columns;
  }

  it('meet at their points, whatever stands before and behind them', async () => {
    const flow = await flowOf(
      scratch,
      [
        '## 种植\n',
        '| 指标 | 本年 | 上年 | 行 |',
        '| --- | ---: | --- | --- |',
        '| 小麦 | 1,117,111.8 | -10.8 | 100% |',
        '| 玉米 | -3.25 | 5 | 12.5% |',
        '| 其中制种 | 0.001 | 12.34 | — |',
        '| **合计** | **999** |  | 4 |',
        '| 备注 | … | 0.03 | 71.7% |',
      ].join('\n'),
    );
    await setTables(flow);
    const columns = await points(flow);
    expect([...columns.keys()]).toEqual([1, 2, 3]);
    expect([...columns.values()].map((column) => column.length)).toEqual([4, 4, 4]);
    for (const column of columns.values()) {
      // A tenth of a point.
      expect(Math.max(...column) - Math.min(...column)).toBeLessThan(0.133);
    }
  });
});

describe('a row', () => {
  const head = '| 指标 | 数量 | 备注 |\n| --- | --- | --- |\n';

  it('is never broken when a column can hold it', async () => {
    const tall = Array.from({ length: 9 }, (_, i) => `| 指标${i + 1} | ${prose(i + 1, 90)} | ${i + 1} |`).join('\n');
    const flow = await flowOf(scratch, `## 种植\n\n${paragraphs(1, 3, 90)}\n\n${head}${tall}`);
    const { parts } = await setTables(flow);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.flatMap((part) => part.rows)).toEqual(
      Array.from({ length: 9 }, (_, i) => [`指标${i + 1}`, prose(i + 1, 90), `${i + 1}`]),
    );
  });

  it.each([
    ['in the middle', (text: string) => `| 指标1 | ${text} | 10 |`],
    ['in the last cell', (text: string) => `| 指标1 | 10 | ${text} |`],
    ['in the first cell', (text: string) => `| ${text} | 10 | 备注 |`],
  ])('taller than a page is refused with its file and line: %s', async (_, row) => {
    const flow = await flowOf(
      scratch,
      `## 种植\n\n${prose(1, 60)}\n\n${head}| 指标 | 1 | 2 |\n${row(prose(7, 3000))}\n`,
    );
    const { messages } = await book.set(flow);
    expect(messages).toEqual([
      expect.objectContaining({
        severity: 'error',
        rule: 'table-row-too-tall',
        file: '01-农业/01-稿件.md',
        line: 12,
      }),
    ]);
  });
});
