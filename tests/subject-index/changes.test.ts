import { describe, expect, it } from 'vitest';
import { compareIndexes, isUnchanged } from '../../src/subject-index/record/changes.js';
import { formatCsv } from '../../src/subject-index/record/csv.js';
import type { FiledHeading } from '../../src/subject-index/record/index-file.js';
import { movedMembers } from '../../src/subject-index/record/order-moves.js';

const heading = (term: string, page: string, more: Partial<FiledHeading> = {}): FiledHeading => ({
  term,
  reading: `r${term}`,
  locators: [{ text: page, from: { sheet: 1, folio: page } }],
  sources: [{ file: `${term}.md`, line: 3, column: 4, kind: 'entry' }],
  ...more,
});
const index = (...headings: FiledHeading[]) => ({ subjects: [{ letter: 'A', headings }], persons: [] });
const compare = (before: FiledHeading[], after: FiledHeading[]) => compareIndexes(index(...before), index(...after));

describe('what has moved in a list', () => {
  it.each([
    ['甲乙丙丁', '甲乙丙丁', ''],
    ['甲乙丙丁', '甲丁乙丙', '丁'],
    ['甲乙丙丁', '乙丙丁甲', '甲'],
    ['甲乙丙丁戊', '戊甲乙丙丁', '戊'],
  ])('from %s to %s is %j', (before, after, moved) => {
    expect(movedMembers([...before], [...after]).join('')).toBe(moved);
  });

  it('is the fewest, and leaves the others in order, in any shuffle', () => {
    const before = Array.from({ length: 7 }, (_, i) => String(i));
    const shuffles = [
      [6, 5, 4, 3, 2, 1, 0],
      [0, 2, 1, 4, 3, 6, 5],
      [3, 4, 5, 6, 0, 1, 2],
    ];
    const least = [6, 3, 3];
    shuffles.forEach((order, at) => {
      const after = order.map(String);
      const moved = movedMembers(before, after);
      expect(moved).toHaveLength(least[at] as number);
      const rest = after.filter((each) => !moved.includes(each)).map(Number);
      expect(rest).toEqual([...rest].sort((a, b) => a - b));
    });
  });
});

describe('the changes of an index', () => {
  it('are none where nothing has changed', () => {
    expect(isUnchanged(compare([heading('甲', '1')], [heading('甲', '1')]))).toBe(true);
  });

  it('tell new, gone, pages, readings and references, each once', () => {
    const changes = compare(
      [heading('甲', '1'), heading('乙', '2'), heading('丙', '3')],
      [heading('甲', '5', { reading: 'x' }), heading('丙', '3', { see: ['甲'] }), heading('丁', '9')],
    );
    expect(changes).toMatchObject({
      first: false,
      new: [{ term: '丁', locators: '9' }],
      gone: [{ term: '乙', locators: '2' }],
      renamed: [],
      moved: [],
      pages: [{ term: '甲', from: '1', to: '5' }],
      readings: [{ term: '甲', from: 'r甲', to: 'x' }],
      references: [{ term: '丙', from: '', to: '见甲' }],
    });
  });

  it('take a heading of the same place for renamed, also where lines came above it', () => {
    const at = (term: string, line: number) =>
      heading(term, '1', { sources: [{ file: 'a.md', line, column: 4, kind: 'entry' }] });
    expect(compare([at('甲', 3), at('乙', 9)], [at('丙', 3), at('乙', 9)]).renamed).toMatchObject([
      { from: '甲', to: '丙' },
    ]);
    expect(compare([at('甲', 3), at('乙', 9)], [at('乙', 11), at('丙', 5)]).renamed).toMatchObject([
      { from: '甲', to: '丙' },
    ]);
    // Two came and two went, none at its old place: nobody can say which is which.
    expect(compare([at('甲', 3), at('乙', 9)], [at('丙', 4), at('丁', 10)])).toMatchObject({
      renamed: [],
      new: [{}, {}],
      gone: [{}, {}],
    });
  });

  it('look under a heading, and name it', () => {
    const changes = compare(
      [heading('甲', '1', { subheadings: [heading('乙', '2')] })],
      [heading('甲', '1', { subheadings: [heading('乙', '3')] })],
    );
    expect(changes.pages).toEqual([{ index: 'subjects', term: '甲', subheading: '乙', from: '2', to: '3' }]);
  });
});

describe('the table', () => {
  it('quotes what would break it, and makes no formula of a term', () => {
    const csv = formatCsv(
      index(heading('甲,"乙"', '1'), heading('=1+1', '2'), heading('-丙', '3'), heading('@丁', '4')),
    );
    const lines = csv.split('\r\n');
    expect(csv.startsWith('\uFEFF索引,字母,')).toBe(true);
    expect(lines[1]).toContain(',"甲,""乙""",');
    expect(lines.slice(2, 5).map((line) => line.split(',')[2])).toEqual(["'=1+1", "'-丙", "'@丁"]);
  });
});
