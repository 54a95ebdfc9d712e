import { describe, expect, it } from 'vitest';
import { type FlowExtent, planSheets, roman } from '../../src/paginate/folios.js';

const flow = (id: string, pages: number, more: Partial<FlowExtent> = {}): FlowExtent => ({
  id,
  pages,
  numbering: 'decimal',
  start: '另页',
  ...more,
});
const front = (id: string, pages: number, more: Partial<FlowExtent> = {}): FlowExtent =>
  flow(id, pages, { numbering: 'roman', ...more });

/** `flow folio`, with `·` for a blank, and `R` or `L`. */
const short = (flows: FlowExtent[]): string[] =>
  planSheets(flows).sheets.map(({ flow: id, folio, side }) => `${id ?? '·'} ${folio} ${side === 'right' ? 'R' : 'L'}`);

describe('the sheets of a book', () => {
  it('count the front matter in roman, the body in decimal folios from 1, and 1 is a recto', () => {
    expect(short([front('title', 2), front('note', 1), flow('p02', 2), flow('p03', 1)])).toEqual([
      'title i R',
      'title ii L',
      'note iii R',
      '· iv L',
      'p02 1 R',
      'p02 2 L',
      'p03 3 R',
    ]);
  });

  it('have a tab where their flow has one, numbered from flow to flow, and none on a blank', () => {
    const tabs = planSheets([
      front('title', 2),
      flow('p02', 2, { tab: '农业' }),
      flow('p03', 1, { tab: '林业', start: '单页' }),
      flow('p04', 1, { tab: '水利', start: '单页' }),
      flow('index', 1),
    ]).sheets.map(({ tab }) => (tab ? `${tab.words} ${tab.order}` : '·'));
    expect(tabs).toEqual(['·', '·', '农业 0', '农业 0', '林业 1', '·', '水利 2', '·']);
  });

  it('have no blank before the body where the front matter ends on a verso', () => {
    expect(short([front('title', 2), flow('p02', 1)])).toEqual(['title i R', 'title ii L', 'p02 1 R']);
  });

  it('have a blank, with its folio, where a flow must open on a recto (单页) and would open on a verso', () => {
    expect(short([flow('p02', 1), flow('p03', 1, { start: '单页' }), flow('p04', 1, { start: '单页' })])).toEqual([
      'p02 1 R',
      '· 2 L',
      'p03 3 R',
      '· 4 L',
      'p04 5 R',
    ]);
    expect(short([flow('p02', 2), flow('p03', 1, { start: '单页' })])).toEqual(['p02 1 R', 'p02 2 L', 'p03 3 R']);
  });

  it('leave out a flow without pages', () => {
    const plan = planSheets([front('title', 2), front('note', 0, { start: '单页' }), flow('p02', 1)]);
    expect(plan.sheets).toHaveLength(3);
    expect(plan.firstSheet.has('note')).toBe(false);
  });

  it('are none for a book without flows', () => {
    expect(planSheets([])).toEqual({ sheets: [], firstSheet: new Map(), labels: [] });
  });

  it('may be a body alone', () => {
    expect(short([flow('p05', 2)])).toEqual(['p05 1 R', 'p05 2 L']);
  });

  it('know where each flow begins', () => {
    const plan = planSheets([front('title', 2), front('note', 1), flow('p02', 3), flow('p03', 1)]);
    expect([...plan.firstSheet]).toEqual([
      ['title', 0],
      ['note', 2],
      ['p02', 4],
      ['p03', 7],
    ]);
    for (const [id, first] of plan.firstSheet) expect(plan.sheets[first]?.flow).toBe(id);
  });

  it('have a page label for each run of one numbering', () => {
    expect(planSheets([front('title', 2), front('note', 1), flow('p02', 3)]).labels).toEqual([
      { startPage: 0, style: 'roman', start: 1 },
      { startPage: 4, style: 'decimal', start: 1 },
    ]);
    expect(planSheets([flow('p02', 3)]).labels).toEqual([{ startPage: 0, style: 'decimal', start: 1 }]);
  });

  it('lie right and left in turn, whatever the flows', () => {
    for (let seed = 1; seed < 40; seed += 1) {
      const flows = Array.from({ length: 6 }, (_, i) =>
        (i < 2 ? front : flow)(`f${i}`, (seed * (i + 3)) % 5, { start: (seed >> i) % 2 ? '单页' : '另页' }),
      );
      const { sheets, firstSheet } = planSheets(flows);
      expect(sheets.map(({ side }) => side)).toEqual(sheets.map((_, i) => (i % 2 === 0 ? 'right' : 'left')));
      for (const { id, start } of flows) {
        const first = firstSheet.get(id);
        if (start === '单页' && first !== undefined) expect(sheets[first]?.side).toBe('right');
      }
      // Odd folios are rectos throughout the body.
      const body = sheets.filter(({ folio }) => /^\d+$/u.test(folio));
      expect(body.map(({ folio }) => Number(folio))).toEqual(body.map((_, i) => i + 1));
      for (const { folio, side } of body) expect(side).toBe(Number(folio) % 2 === 1 ? 'right' : 'left');
    }
  });
});

describe('small roman numerals', () => {
  it.each([
    [1, 'i'],
    [4, 'iv'],
    [9, 'ix'],
    [14, 'xiv'],
    [40, 'xl'],
    [48, 'xlviii'],
    [90, 'xc'],
    [99, 'xcix'],
    [400, 'cd'],
    [944, 'cmxliv'],
    [2022, 'mmxxii'],
  ])('write %i as %s', (number, expected) => {
    expect(roman(number)).toBe(expected);
  });

  it('are different for every number', () => {
    expect(new Set(Array.from({ length: 500 }, (_, i) => roman(i + 1))).size).toBe(500);
  });
});
