import { describe, expect, it } from 'vitest';
import type { KeptExtent } from '../../src/book/kept-plan.js';
import { numberProof, type ProofFolios } from '../../src/book/proof-folios.js';
import type { Flow } from '../../src/html/flow.js';
import { page, survey } from '../paginate/surveys.js';

const FRONT = { id: 'title', numbering: 'roman', start: '单页', pages: 2 } as const;
const flow = (id: string, title: string, numbering: Flow['numbering'] = 'decimal'): Flow => ({
  id,
  title,
  pageStyle: 'body',
  numbering,
  start: '另页',
  html: id,
  runs: [],
});
const FLOWS = [flow('m1', '编辑说明', 'roman'), flow('p02', '特载'), flow('p03', '农业'), flow('p04', '法治')];
const kept = (id: string, pages: number, key = id, numbering: Flow['numbering'] = 'decimal'): KeptExtent => ({
  id,
  title: id,
  key,
  numbering,
  start: '另页',
  pages,
});
const BOOK = [
  kept('title', 2, 't', 'roman'),
  kept('m1', 1, 'm1', 'roman'),
  kept('p02', 5),
  kept('p03', 2),
  kept('p04', 3),
];
const CONTENTS = kept('contents', 4, 'c', 'roman');

/** 农业 takes three pages now; the key of a flow is its HTML. */
function proof(known: KeptExtent[]): ProofFolios {
  const set = {
    extents: [{ id: 'p03', numbering: 'decimal', start: '另页', pages: 3 } as const],
    surveys: new Map([['p03', survey([page('一'), page('二'), page('三')])]]),
  };
  return numberProof(FLOWS, set, known, FRONT, ({ html }) => html);
}

describe('the folios of a proof', () => {
  it('are those of the book where nothing before it has changed', () => {
    const { numbering, provisional } = proof([...BOOK, CONTENTS]);
    const first = numbering.plan.firstSheet.get('p03') ?? -1;
    expect(numbering.plan.sheets.slice(first, first + 3).map(({ folio }) => folio)).toEqual(['6', '7', '8']);
    expect(provisional).toBeUndefined();
  });

  it('stand on the sheets of the book, behind 扉页, 卷首, 目录 and the blank that makes page 1 a recto', () => {
    // Two, one, four, and a blank; then five of 特载.
    expect(proof([...BOOK, CONTENTS]).numbering.plan.firstSheet.get('p03')).toBe(13);
  });

  it('are provisional where a part before it has changed, which is named, and not where one behind it has', () => {
    const changed = (id: string): KeptExtent[] =>
      [...BOOK, CONTENTS].map((each) => (each.id === id ? { ...each, key: 'other' } : each));
    expect(proof(changed('p02')).provisional).toContain('特载');
    expect(proof(changed('p04')).provisional).toBeUndefined();
    // 卷首 counts in roman folios.
    expect(proof(changed('m1')).provisional).toBeUndefined();
  });

  it('are provisional before there is a book', () => {
    const { numbering, provisional } = proof([]);
    expect(provisional).toContain('还没有排过全书');
    const first = numbering.plan.firstSheet.get('p03') ?? -1;
    expect(numbering.plan.sheets[first]?.folio).toBe('1');
  });
});
