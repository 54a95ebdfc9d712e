import { describe, expect, it } from 'vitest';
import { type ColumnPlan, levelColumns } from '../../src/paginate/in-page/level-columns.js';
import type { IndexBlock } from '../../src/paginate/in-page/stack.js';

const LINE = 18;

/** A word of a picture: `A` a letter, `2` a heading of two lines, `2+` one that leads sub-headings, `s` a sub-heading. */
function block(word: string): IndexBlock {
  if (word === 'A') return { height: 2 * LINE, space: LINE, keep: true, opens: true, resumed: 0 };
  const lines = Number(/\d+/u.exec(word)?.[0] ?? 1);
  return {
    height: lines * LINE,
    space: 0,
    keep: word.endsWith('+'),
    opens: false,
    resumed: word.startsWith('s') ? LINE : 0,
  };
}

const blocks = (picture: string): IndexBlock[] => picture.split(' ').map(block);
const times = (count: number, word: string): string => Array.from({ length: count }, () => word).join(' ');

/** Lines of each column, as the plan sets it. */
function heights(picture: string, { breaks, added }: ColumnPlan): number[] {
  const all = blocks(picture);
  return [0, ...breaks].map((from, i, starts) => {
    const to = starts[i + 1] ?? all.length;
    let height = all[from]?.resumed ?? 0;
    for (let at = from; at < to; at += 1) {
      const { height: own, space } = all[at] as IndexBlock;
      height += own + (at > from ? space + (added.get(at) ?? 0) : 0);
    }
    return height / LINE;
  });
}

const plan = (picture: string, lines: number, columns = 3, first = lines): ColumnPlan =>
  levelColumns(blocks(picture), { columns, first: first * LINE, page: lines * LINE, line: LINE });
const levels = (picture: string, lines: number, columns = 3, first = lines): number[] =>
  heights(picture, plan(picture, lines, columns, first));

describe('the columns of an index', () => {
  it('are filled page by page, the first page less high', () => {
    expect(levels(times(40, '1'), 10, 3, 4)).toEqual([4, 4, 4, 10, 9, 9]);
  });

  it('end level on the last page, and are shorter on the right', () => {
    expect(levels(times(9, '1'), 10)).toEqual([3, 3, 3]);
    expect(levels(times(10, '1'), 10)).toEqual([4, 3, 3]);
    expect(levels(times(11, '1'), 10)).toEqual([4, 4, 3]);
    expect(levels(times(31, '1'), 10, 4)).toEqual([8, 8, 8, 7]);
  });

  it('never end with a letter, nor with a heading that leads others', () => {
    const picture = `${times(8, '1')} A 1 ${times(9, '1')} 1+ s1 s1 ${times(30, '1')}`;
    const { breaks } = plan(picture, 10);
    const words = picture.split(' ');
    for (const at of breaks) expect(words[at - 1]).toMatch(/^s?\d$/u);
  });

  it('get more space above their letters where a column is short', () => {
    // Below the second letter there would be room for a head of three lines only: it goes to the next column.
    const picture = `A 1 1 A 1 A ${times(30, '1')}`;
    const { breaks, added } = plan(picture, 9);
    expect(breaks[0]).toBe(5);
    expect(added.get(3)).toBe(LINE);
    expect(heights(picture, { breaks, added })[0]).toBe(9);
  });

  it('keep the space above a letter as it is where no column is short', () => {
    expect(plan(`A 1 A 1 1 ${times(30, '1')}`, 8).added.size).toBe(0);
  });

  it('give a line back above a letter where the last page would be uneven by two', () => {
    const picture = `${times(14, '1')} A 1 ${times(32, '1')}`;
    const columns = levels(picture, 40);
    expect(Math.max(...columns) - Math.min(...columns)).toBeLessThanOrEqual(1);
  });

  it('count the heading that is said again above its sub-headings', () => {
    const picture = `1+ ${times(12, 's1')}`;
    expect(levels(picture, 5)).toEqual([5, 5, 5]);
    expect(plan(picture, 5).breaks).toEqual([5, 9]);
  });

  it('put a heading that is higher than a column into one all the same', () => {
    expect(plan('1 12 1', 5).breaks).toEqual([1, 2]);
  });
});
