import { describe, expect, it } from 'vitest';
import { openStanding } from '../../src/inspect/index/standing.js';
import { planSheets } from '../../src/paginate/folios.js';
import { page, survey } from '../paginate/surveys.js';

const FILE = '01-名录/01-甲.md';
const run = (text: string, line: number, column: number) => ({ text, file: FILE, line, column });
const standing = openStanding(
  planSheets([{ id: 'p01', numbering: 'decimal', start: '另页', pages: 1 }]),
  [{ id: 'p01', runs: [run('主任', 3, 3), run('：', 3, 3), run('李白', 3, 6), run('；', 3, 9), run('杜甫', 3, 9)] }],
  new Map([['p01', survey([page('主任：李白；', '杜甫')])]]),
);

describe('what the pages say of a place', () => {
  it('is the name there, not the ； before it that carries the same place', () => {
    expect(standing.words(FILE, { line: 3, column: 9 }, '杜甫')).toEqual({ sheet: 0, column: 1 });
    expect(standing.words(FILE, { line: 3, column: 6 }, '李白')).toEqual({ sheet: 0, column: 0 });
  });

  it('of a mark behind the last word of a manuscript is that word', () => {
    expect(standing.around(FILE, { line: 5, column: 1 })).toContainEqual({ sheet: 0, column: 1 });
    expect(standing.around('02.md', { line: 5, column: 1 })).toEqual([]);
  });
});
