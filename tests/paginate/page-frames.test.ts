import { describe, expect, it } from 'vitest';
import { planSheets } from '../../src/paginate/folios.js';
import { pageFrames } from '../../src/paginate/page-frames.js';
import { page, survey } from './surveys.js';

const PLAN = planSheets([
  { id: 'p01', numbering: 'decimal', start: '另页', pages: 2 },
  { id: 'p02', numbering: 'decimal', start: '单页', pages: 1 },
  { id: 'p03', numbering: 'decimal', start: '另页', pages: 1 },
]);

const FRAMES = pageFrames(
  PLAN,
  new Map([
    ['p01', survey([page('甲'), { ...page('乙'), side: 'left' }])],
    ['p02', survey([page('丙', '丁丁')])],
    ['p03', survey([page('戊')])],
  ]),
);

describe('the frames of the sheets', () => {
  it('are the pages in their order, with folio and flow', () => {
    expect(FRAMES.map(({ folio, flow, boxes }) => [folio, flow, boxes.map(({ length }) => length)])).toEqual([
      ['1', 'p01', [1]],
      ['2', 'p01', [1]],
      ['3', 'p02', [1, 2]],
      ['4', 'p03', [1]],
    ]);
  });

  it('are in points', () => {
    const { top, bottom, left, right, boxes } = FRAMES[2] as (typeof FRAMES)[0];
    expect([top, bottom, left, right]).toEqual([72, 720, 45, 510]);
    expect(boxes[1]).toMatchObject({ column: 1, left: 285, right: 510, top: 72, bottom: 720 });
    expect(boxes[1]?.blocks[0]).toMatchObject({ left: 285, right: 510, indent: 21 });
  });

  it('hold the photos', () => {
    const photo = { file: 'photos/01.jpg', left: 100, top: 200, width: 300, height: 120 };
    const frames = pageFrames(
      PLAN,
      new Map([
        ['p01', survey([{ ...page('甲'), photos: [photo] }, page('乙')])],
        ['p02', survey([page('丙')])],
        ['p03', survey([{ ...page('戊'), photos: [photo] }])],
      ]),
    );
    expect(frames.map(({ photos }) => photos)).toEqual([
      [{ file: 'photos/01.jpg', left: 75, top: 150, right: 300, bottom: 240 }],
      [],
      [],
      // On the other side of the leaf it stands 20 px further out.
      [{ file: 'photos/01.jpg', left: 90, top: 150, right: 315, bottom: 240 }],
    ]);
  });

  it('change inner and outer margin where a page comes to stand on the other side', () => {
    // Made for a recto with margins of 60 and 80 px; on a verso they are 80 and 60.
    expect(FRAMES[3]).toMatchObject({ left: 60, right: 525 });
    expect(FRAMES[3]?.boxes[0]?.blocks[0]).toMatchObject({ left: 60, right: 285 });
    // Made for the side on which it stands.
    expect(FRAMES[1]).toMatchObject({ left: 45, right: 510 });
  });
});
