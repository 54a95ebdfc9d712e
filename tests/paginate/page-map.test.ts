import { describe, expect, it } from 'vitest';
import { planSheets } from '../../src/paginate/folios.js';
import { pageMap } from '../../src/paginate/page-map.js';
import { page, survey } from './surveys.js';

const PLAN = planSheets([
  { id: 'title', numbering: 'roman', start: '单页', pages: 3 },
  { id: 'p02', numbering: 'decimal', start: '另页', pages: 2 },
  { id: 'p03', numbering: 'decimal', start: '单页', pages: 1 },
]);

describe('the page map', () => {
  it('knows sheet, folio and place of every id, blanks counted', () => {
    const places = pageMap(
      PLAN,
      new Map([
        ['title', survey([page(), page(), page()], [{ id: 'title', page: 2, column: -1, y: 96 }])],
        [
          'p02',
          survey(
            [page(), page()],
            [
              { id: 'p02', page: 0, column: -1, y: 100 },
              { id: 'p02m01e1', page: 1, column: 1, y: 480 },
            ],
          ),
        ],
        ['p03', survey([page()], [{ id: 'p03', page: 0, column: 0, y: 96 }])],
      ]),
    );
    expect(Object.fromEntries(places)).toEqual({
      title: { sheet: 2, folio: 'iii', column: -1, y: 72 },
      p02: { sheet: 4, folio: '1', column: -1, y: 75 },
      p02m01e1: { sheet: 5, folio: '2', column: 1, y: 360 },
      p03: { sheet: 6, folio: '3', column: 0, y: 72 },
    });
  });

  it('leaves out a flow that is not in the book', () => {
    const other = survey([page()], [{ id: 'p09', page: 0, column: 0, y: 96 }]);
    expect(pageMap(PLAN, new Map([['p09', other]])).size).toBe(0);
  });

  it('says the same of a flow wherever it stands in the list of surveys', () => {
    const second = survey([page(), page()], [{ id: 'p02', page: 1, column: 0, y: 96 }]);
    const third = survey([page()], [{ id: 'p03', page: 0, column: 0, y: 96 }]);
    const there = pageMap(
      PLAN,
      new Map([
        ['p02', second],
        ['p03', third],
      ]),
    );
    const back = pageMap(
      PLAN,
      new Map([
        ['p03', third],
        ['p02', second],
      ]),
    );
    expect(Object.fromEntries(there)).toEqual(Object.fromEntries(back));
  });
});
