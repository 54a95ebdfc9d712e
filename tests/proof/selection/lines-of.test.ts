import { beforeAll, describe, expect, it } from 'vitest';
import type { Change, ProofLine, ProofPage } from '../../../src/proof/model.js';
import { changedSheets, linesOf } from '../../../src/proof/selection/lines-of.js';
import { selectForProof } from '../../../src/proof/selection/selection.js';
import type { Volume } from '../../../src/tree/nodes.js';
import { scratchFolder } from '../../pipeline/volume.js';
import { countyOf } from './county.js';

const scratch = scratchFolder();
let volume: Volume;

beforeAll(async () => {
  volume = await countyOf(scratch);
});

/** A page whose columns hold lines of manuscripts: `[letter, [file, line], …]`; nothing for what the tool writes. */
function page(sheet: number, flow: string, ...columns: [string, ...([string, number] | undefined)[]][]): ProofPage {
  return {
    sheet,
    folio: String(sheet),
    side: sheet % 2 ? 'right' : 'left',
    flow,
    title: '',
    area: { left: 0, top: 0, right: 300, bottom: 400 },
    photos: [],
    columns: columns.map(([letter, ...places]) => ({
      letter,
      left: 0,
      right: 100,
      lines: places.map(
        (place, at): ProofLine => ({
          address: `${sheet}${letter}${at + 1}`,
          line: at + 1,
          x: 0,
          y: (at + 1) * 20,
          end: 100,
          text: '',
          ...(place && { source: { file: place[0], line: place[1], column: 1 } }),
        }),
      ),
    })),
  };
}

const ESSAY = '03-农业/01-综述.md';
const WATER = '03-农业/02-水利.md';

const read = (asked: string[], ...pages: ProofPage[]) => {
  const { lines, sheets } = linesOf(selectForProof(volume, asked, '/').selection, pages);
  return { lines: [...lines], sheets };
};

describe('the lines of a selection', () => {
  it('are those that begin in it, and their sheets are shown', () => {
    const pages = [
      page(5, 'p03', ['a', [ESSAY, 6], [ESSAY, 10]], ['b', [ESSAY, 12]]),
      page(6, 'p03', ['a', [ESSAY, 20], [WATER, 6]]),
    ];
    expect(read(['种植业'], ...pages)).toEqual({ lines: ['5a1', '5a2'], sheets: [5] });
    expect(read(['畜牧业'], ...pages)).toEqual({ lines: ['5b1', '6a1'], sheets: [5, 6] });
    expect(read(['水利'], ...pages)).toEqual({ lines: ['6a2'], sheets: [6] });
  });

  it('take those of the tool with the line before them, across pages', () => {
    const pages = [page(5, 'p03', ['a', [ESSAY, 10], [WATER, 6]]), page(6, 'p03', ['a', undefined, [WATER, 10]])];
    expect(read(['水利'], ...pages).lines).toEqual(['5a2', '6a1', '6a2']);
    expect(read(['种植业'], ...pages).lines).toEqual(['5a1']);
  });

  it('take those of the tool at the head of a flow with the line after them', () => {
    const pages = [page(5, 'p03', ['a', undefined, [ESSAY, 6]], ['b', [WATER, 6]])];
    expect(read(['种植业'], ...pages).lines).toEqual(['5a1', '5a2']);
    expect(read(['水利'], ...pages).lines).toEqual(['5b1']);
  });

  it('are read round what spans the columns', () => {
    const spanned = page(5, 'p03', ['a', [ESSAY, 10], [WATER, 8]], ['b', [ESSAY, 10], undefined], ['t', [WATER, 6]]);
    const title = spanned.columns[2]?.lines[0] as ProofLine;
    // Between the first and the second line of the columns: what the tool writes under it goes with it.
    expect(
      read(['水利'], {
        ...spanned,
        columns: [...spanned.columns.slice(0, 2), { letter: 't', left: 0, right: 300, lines: [{ ...title, y: 30 }] }],
      }).lines.sort(),
    ).toEqual(['5a2', '5b2', '5t1']);
  });

  it('are all of a flow that is selected from end to end, with pages that hold no line', () => {
    const pages = [page(5, 'p03', ['a', undefined]), page(6, 'p03'), page(7, 'p04', ['a', undefined])];
    expect(read(['农业'], ...pages)).toEqual({ lines: ['5a1'], sheets: [5, 6] });
  });

  it('bring the pages of their photos, which may hold no line', () => {
    const photo = { file: 'photos/1.jpg', left: 0, top: 0, right: 10, bottom: 10, ppi: 300 };
    const pages = [page(5, 'p03', ['a', [WATER, 6]]), { ...page(6, 'p03'), photos: [photo] }];
    const { selection } = selectForProof(volume, ['水利'], '/');
    expect(linesOf({ ...selection, photos: ['photos/1.jpg'] }, pages).sheets).toEqual([5, 6]);
    expect(linesOf(selection, pages).sheets).toEqual([5]);
  });
});

describe('the sheets of changes', () => {
  it('are those with their bars and with the line that they are told at', () => {
    const pages = [
      page(5, 'p03', ['a', [ESSAY, 6]]),
      page(6, 'p03', ['a', [ESSAY, 10]]),
      page(7, 'p03', ['a', [ESSAY, 12]]),
    ];
    const change = { kind: 'changed', what: '段落', before: [], after: [], pieces: [] } as const;
    const place = { file: ESSAY, line: 6, column: 1 };
    const changes: Change[] = [
      { ...change, before: [], after: [], pieces: [], address: '5a1', bars: [], place },
      { ...change, before: [], after: [], pieces: [], bars: ['7a1'], place },
    ];
    expect(changedSheets(changes, pages)).toEqual([5, 7]);
  });
});
