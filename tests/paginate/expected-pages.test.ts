import { describe, expect, it } from 'vitest';
import { expectedPages } from '../../src/paginate/expected-pages.js';
import { planSheets } from '../../src/paginate/folios.js';
import { page, survey } from './surveys.js';

const PLAN = planSheets([
  { id: 'title', numbering: 'roman', start: '单页', pages: 1 },
  { id: 'p02', numbering: 'decimal', start: '另页', pages: 3 },
  { id: 'p03', numbering: 'decimal', start: '单页', pages: 1 },
]);

describe('what the pages of the PDF must say', () => {
  it('is the printed text of every sheet, box after box, and nothing on a blank one', () => {
    const pages = expectedPages(
      PLAN,
      new Map([
        ['title', survey([page('测试县年鉴')])],
        ['p02', survey([page('农业【春耕】', '甲'), page('乙'), page('续表', '丙', '丁')])],
        ['p03', survey([page('工业')])],
      ]),
    );
    expect(pages.map(({ printed }) => printed)).toEqual([
      '测试县年鉴',
      '',
      '农业【春耕】甲',
      '乙',
      '续表丙丁',
      '',
      '工业',
    ]);
  });

  it('knows the type area in points', () => {
    const [title, blank] = expectedPages(PLAN, new Map([['title', survey([page('甲')])]]));
    expect(title).toMatchObject({ top: 72, bottom: 720, left: 45, right: 510 });
    expect(blank).toMatchObject({ top: 0, bottom: 0, left: 0, right: 0 });
  });

  it('moves the type area with a page that comes to stand on the other side of the leaf', () => {
    const sheets = expectedPages(PLAN, new Map([['p02', survey([page('甲'), page('乙'), page('丙')])]]));
    // Made for right pages 60 and 80 px from the edges; the second of the three stands on the left.
    expect(sheets.slice(2, 5).map(({ left, right }) => [left, right])).toEqual([
      [45, 510],
      [60, 525],
      [45, 510],
    ]);
  });

  it('has as many pages as the book has sheets, whatever the surveys hold', () => {
    expect(expectedPages(PLAN, new Map())).toHaveLength(PLAN.sheets.length);
  });
});
