/** The rules on columns and pages, and the places that breaches are given. */
import { describe, expect, it } from 'vitest';
import { faults, han, inspect, paragraph, type TestBlock, type TestBox } from './sheet.js';

const HEADING: TestBlock = { kind: 'heading', lines: ['粮食生产'], keep: true, align: 'center' };
const BYLINE: TestBlock = { kind: 'byline', lines: ['（供稿：李四）'], align: 'right' };

const text = (lines: number): TestBlock =>
  paragraph([han(20), ...Array.from({ length: lines - 2 }, () => han(22)), han(9)]);

/** A paragraph over two boxes: so many lines here, and so many there. */
function divided(first: number, second: number): [TestBlock, TestBlock] {
  const front = [han(20), ...Array.from({ length: first - 1 }, () => han(22))];
  const back = [...Array.from({ length: second - 1 }, () => han(22)), han(9)];
  return [paragraph(front, { after: true }), paragraph(back, { before: true })];
}

const columns = (left: TestBlock[], right: TestBlock[]): TestBox[] => [
  { column: 0, blocks: left },
  { column: 1, blocks: right },
];

describe('paragraphs at the ends of columns', () => {
  it('widow: its last line alone at a column head', () => {
    const [front, back] = divided(3, 1);
    expect(faults(inspect([columns([front], [back, text(4)])]))).toEqual(['widow 1/2/1']);
  });

  it('orphan: its first line alone at a column foot, also where it goes on over the leaf', () => {
    const [front, back] = divided(1, 3);
    expect(faults(inspect([columns([text(4), front], [back])]))).toEqual(['orphan 1/1/5']);
    expect(faults(inspect([columns([], [text(4), front]), columns([back], [])]))).toEqual(['orphan 1/2/5']);
  });

  it('two lines on both sides are sound, and are counted', () => {
    const [front, back] = divided(2, 2);
    const layout = inspect([columns([front], [back])]);
    expect(faults(layout)).toEqual([]);
    expect(layout.rules.filter(({ checked }) => checked === 1).map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['widow', 'orphan']),
    );
  });

  it('turns over marks and numbers between columns as between lines', () => {
    const front = paragraph([han(20), `${han(21)}1`], { after: true });
    const back = paragraph([`5${han(21)}`, han(9)], { before: true });
    expect(faults(inspect([columns([front], [back])]))).toEqual(['number-split 1/1/2']);
  });
});

describe('heading-foot', () => {
  it('is a head as the last line of a column, also of the last on a page', () => {
    expect(faults(inspect([columns([text(4), HEADING], [text(5)])]))).toEqual(['heading-foot 1/1/5']);
    expect(faults(inspect([columns([text(5)], [text(4), HEADING])]))).toEqual(['heading-foot 1/2/5']);
  });

  it('is not a head over what spans the page below it, nor an opener over its columns', () => {
    const opener: TestBox = { column: -1, blocks: [HEADING] };
    const [left, right] = columns([text(5)], [text(4), HEADING]) as [TestBox, TestBox];
    const table: TestBox = { column: -1, from: 6, blocks: [{ kind: 'cell', lines: ['甲'] }] };
    expect(faults(inspect([[opener, { ...left, from: 1 }, { ...right, from: 1 }, table]]))).toEqual([]);
  });
});

describe('byline-head', () => {
  it('is a byline that opens a column', () => {
    expect(faults(inspect([columns([text(4)], [BYLINE, text(3)])]))).toEqual(['byline-head 1/2/1']);
    expect(faults(inspect([columns([text(4), BYLINE], [text(5)])]))).toEqual([]);
  });
});

describe('columns-level', () => {
  it('is asked at the end of a 类目: one line shorter on the right is sound', () => {
    expect(faults(inspect([columns([text(6)], [text(5)])], { complete: true }))).toEqual([]);
    expect(faults(inspect([columns([text(7)], [text(5)])], { complete: true }))).toEqual(['columns-level 1/2/5']);
    expect(faults(inspect([columns([text(5)], [text(6)])], { complete: true }))).toEqual(['columns-level 1/2/6']);
    expect(faults(inspect([columns([text(5)], [])], { complete: true }))).toEqual(['columns-level 1/1/5']);
  });

  it('is asked above what spans the page, and not at the foot of a full page', () => {
    const table: TestBox = { column: -1, from: 9, blocks: [{ kind: 'cell', lines: ['甲'] }] };
    expect(faults(inspect([[...columns([text(8)], [text(5)]), table]]))).toEqual(['columns-level 1/2/5']);
    expect(faults(inspect([columns([text(8)], [text(5)])]))).toEqual([]);
  });
});

describe('baseline-grid', () => {
  it('is one grid for both columns and all pages, to a third of a point', () => {
    const off = paragraph([han(20), { text: han(22), down: 0.5 }, { text: han(9), down: 0.25 }]);
    const layout = inspect([columns([text(3)], [text(3)]), columns([off], [text(3)])]);
    expect(faults(layout)).toEqual(['baseline-grid 2/1/2']);
    expect(layout.rules.find(({ rule }) => rule === 'baseline-grid')).toMatchObject({ checked: 12, breaches: 1 });
  });
});

describe('the place of a breach', () => {
  it('is page, column, line, and the character of the manuscript with which the line begins', () => {
    const second = paragraph([han(20), { text: han(9), nudge: { 4: 0.1 } }]);
    const { breaches } = inspect([columns([text(3)], [text(4)]), columns([text(3)], [text(2), second])]);
    const before = 20 + 22 + 9 + (20 + 44 + 9) + (20 + 22 + 9) + (20 + 9) + 20;
    expect(breaches).toEqual([
      {
        rule: 'uneven-line',
        kind: 'fault',
        sheet: 2,
        folio: '2',
        column: 2,
        line: 4,
        address: '2页右栏4行',
        what: '字距相差 0.10 个字',
        text: han(9),
        source: { file: '01-农业/01-甲.md', line: 7, column: 1 + before },
      },
    ]);
  });

  it('is known for every line of the book', () => {
    const { pages } = inspect([columns([text(3)], [text(2)])]);
    expect(pages.map(({ folio, flow, columns: all }) => [folio, flow, all.map((each) => each.lines.length)])).toEqual([
      ['1', '农业', [3, 2]],
    ]);
    expect(pages[0]?.columns[1]?.lines[1]).toMatchObject({
      line: 2,
      text: han(9),
      source: { line: 7, column: 1 + 51 + 20 },
    });
  });
});
