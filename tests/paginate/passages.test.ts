import { describe, expect, it } from 'vitest';
import { planSheets } from '../../src/paginate/folios.js';
import { openPassages, type PageSpot, type Passages } from '../../src/paginate/passages.js';
import { page, survey } from './surveys.js';

const FILE = '01-农业/01-甲.md';
const PLAN = planSheets([
  { id: 'front', numbering: 'roman', start: '另页', pages: 1 },
  { id: 'p01', numbering: 'decimal', start: '另页', pages: 3 },
]);
const run = (text: string, line: number, column: number, file = FILE) => ({ text, file, line, column });
const where = (spot: PageSpot | undefined): string | undefined => spot && `${spot.folio}:${spot.column}`;
const at = (line: number, column: number) => ({ file: FILE, line, column });

/** Runs 农业 | 春 耕 | 甲乙丙丁戊己 | 庚 on two columns of two pages. */
function passages(): Passages {
  return openPassages(
    PLAN,
    [
      { id: 'front', runs: [run('说明', 1, 1, '00-卷首/01-说明.md')] },
      { id: 'p01', runs: [run('农业', 2, 5), run('春 耕', 7, 2), run('甲乙丙\n丁戊己', 7, 6), run('庚', 9, 1)] },
    ],
    new Map([
      ['front', survey([page('说明')])],
      [
        'p01',
        survey(
          [page('农业春', '耕甲乙'), page('丙丁', '戊'), page('己庚')],
          [{ id: 'k1', page: 1, column: 1, y: 100 }],
        ),
      ],
    ]),
  );
}

describe('the place of a text on the pages', () => {
  it('is that of its first and of its last character, wherever it is divided', () => {
    const { first, last } = passages();
    expect([where(first(at(7, 2))), where(last(at(7, 2)))]).toEqual(['1:0', '1:1']);
    expect([where(first(at(7, 6))), where(last(at(7, 6)))]).toEqual(['1:1', '3:0']);
    expect([where(first(at(9, 1))), where(last(at(9, 1)))]).toEqual(['3:0', '3:0']);
  });

  it('is told by the sheet in the book and the folio of its numbering', () => {
    expect(passages().first({ file: '00-卷首/01-说明.md', line: 1, column: 1 })).toEqual({
      sheet: 0,
      folio: 'i',
      column: 0,
    });
    expect(passages().first(at(2, 5))?.sheet).toBe(2);
  });

  it('is that of the run that holds a place in its midst, and none before all runs or in another file', () => {
    const { first } = passages();
    expect(where(first(at(7, 8)))).toBe('1:1');
    expect(where(first(at(8, 1)))).toBe('1:1');
    expect(first(at(1, 1))).toBeUndefined();
    expect(first({ file: '02.md', line: 7, column: 2 })).toBeUndefined();
  });

  it('is that of the words, where a mark before them carries the same place', () => {
    const { first, last } = openPassages(
      PLAN,
      [
        {
          id: 'p01',
          runs: [run('主任', 3, 3), run('：', 3, 3), run('李白', 3, 6), run('；', 3, 9), run('杜甫', 3, 9)],
        },
      ],
      new Map([['p01', survey([page('主任：李白；', '杜甫')])]]),
    );
    expect([where(first(at(3, 9))), where(last(at(3, 9)))]).toEqual(['1:1', '1:1']);
    expect([where(first(at(3, 3))), where(last(at(3, 3)))]).toEqual(['1:0', '1:0']);
    expect(where(first(at(3, 10)))).toBe('1:1');
  });

  it('has no column where the text is as wide as the page', () => {
    const wide = page('农业');
    Object.assign(wide.boxes[0] ?? {}, { width: 620 });
    const { first, anchor } = openPassages(
      PLAN,
      [{ id: 'p01', runs: [run('农业', 2, 5)] }],
      new Map([['p01', survey([wide], [{ id: 'p01', page: 0, column: 0, y: 96 }])]]),
    );
    expect([where(first(at(2, 5))), where(anchor('p01'))]).toEqual(['1:-1', '1:-1']);
  });

  it('of an anchor is where the page map has it', () => {
    expect(where(passages().anchor('k1'))).toBe('2:1');
    expect(passages().anchor('k9')).toBeUndefined();
  });

  it('of a page is its first column', () => {
    expect([2, 3, 4, 1, 9].map((sheet) => where(passages().page(sheet)))).toEqual([
      '1:0',
      '2:0',
      '3:0',
      undefined,
      undefined,
    ]);
  });

  it('is found a hundred thousand times in a second', () => {
    const words = Array.from({ length: 20_000 }, (_, i) => run('甲乙丙丁戊', i + 1, 1));
    const { first, last } = openPassages(
      PLAN,
      [{ id: 'p01', runs: words }],
      new Map([['p01', survey([page('甲乙丙丁戊'.repeat(12_000), '甲乙丙丁戊'.repeat(8_000))])]]),
    );
    const begin = performance.now();
    for (let line = 1; line <= 20_000; line += 1) {
      if (first(at(line, 1))?.column !== (line <= 12_000 ? 0 : 1)) throw new Error(`line ${line}`);
      last(at(line, 1));
    }
    expect(performance.now() - begin).toBeLessThan(400);
  });
});
