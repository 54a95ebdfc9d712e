import { beforeAll, describe, expect, it } from 'vitest';
import type { Passage } from '../../../src/proof/model.js';
import { entryNotes } from '../../../src/proof/selection/entry-notes.js';
import { selectForProof } from '../../../src/proof/selection/selection.js';
import type { Volume } from '../../../src/tree/nodes.js';
import { scratchFolder } from '../../pipeline/volume.js';
import { countyOf } from './county.js';

const scratch = scratchFolder();
let volume: Volume;

beforeAll(async () => {
  volume = await countyOf(scratch);
});

const passage = (kind: Passage['kind'], file: string, line: number, ...lines: Passage['lines']): Passage => ({
  kind,
  file,
  line,
  column: 5,
  text: '',
  path: [],
  lines,
});

const notes = (asked: string[], ...passages: Passage[]) =>
  entryNotes(volume, selectForProof(volume, asked, '/').selection, passages);

describe('the notes of entries', () => {
  it('tell where each is written, who sent it, and where it begins on the pages', () => {
    const file = '03-农业/02-水利.md';
    const title = passage('title', file, 8, [0, '57a12'], [4, '57a13']);
    expect(notes(['水利'], passage('heading', file, 6, [0, '57a10']), title, passage('paragraph', file, 10))).toEqual([
      {
        kind: 'entry',
        title: '灌溉',
        place: { file, line: 8, column: 5 },
        contributor: '区水务局',
        address: '57a12',
      },
    ]);
  });

  it('are those of what is selected, in the order of the book, also where they stand on none of the pages', () => {
    expect(notes(['畜牧业']).map(({ title, place, address }) => [title, place.line, address])).toEqual([
      ['概况', 14, undefined],
      ['防疫', 18, undefined],
    ]);
  });

  it('take the contributor of another manuscript of the same 分目 where their own names none', async () => {
    const unsigned = await countyOf(scratchFolderOfOwn, {
      '01-法治/01-公安.md': '---\n类目: 法治\n分目: 公安\n---\n\n### 概况\n\n巡逻。\n',
      '01-法治/02-消防.md': '---\n类目: 法治\n分目: 公安\n供稿: 李强\n---\n\n### 救火\n\n灭火。\n',
      '01-法治/03-法院.md': '---\n类目: 法治\n分目: 法院\n---\n\n### 审案\n\n审。\n',
    });
    const all = entryNotes(unsigned, selectForProof(unsigned, [], '/').selection, []);
    expect(all.map(({ title, contributor }) => [title, contributor])).toEqual([
      ['概况', '李强'],
      ['救火', '李强'],
      ['审案', undefined],
    ]);
  });

  it('are one for a manuscript without entries, at its title, or where the selected part of it begins', () => {
    const minutes = '04-法治/03-纪要.md';
    expect(notes(['会议纪要'], passage('title', minutes, 4, [0, '60t1']))).toEqual([
      { kind: 'manuscript', title: '会议纪要', place: { file: minutes, line: 4, column: 5 }, address: '60t1' },
    ]);
    const chronicle = '02-大事记/01-大事记.md';
    const months = [passage('heading', chronicle, 6, [0, '1a1']), passage('heading', chronicle, 10, [0, '1b1'])];
    expect(notes(['大事记'], ...months)).toMatchObject([{ kind: 'manuscript', title: '大事记', address: '1a1' }]);
    expect(notes(['大事记/2月'], ...months)).toMatchObject([{ place: { line: 10 }, address: '1b1' }]);
  });
});

const scratchFolderOfOwn = scratchFolder();
