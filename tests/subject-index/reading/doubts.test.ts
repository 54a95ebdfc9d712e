import { describe, expect, it } from 'vitest';
import { listDoubts, type ReadingDoubt } from '../../../src/subject-index/reading/doubts.js';
import { openReader } from '../../../src/subject-index/reading/reader.js';

const reader = openReader([], { subjects: {}, persons: {} });

function doubts(as: ReadingDoubt['as'], ...terms: string[]): ReadingDoubt[] {
  return listDoubts(terms.map((term) => ({ term, as, reading: reader.consult(term, as) })));
}

describe('the list of doubts', () => {
  it('begins with what may stand under another letter', () => {
    // 长 alone is cháng or zhǎng: the doubt of 丁长乙 lies further on.
    expect(doubts('subject', '丁长乙', '农业', '长乙').map(({ term }) => term)).toEqual(['长乙', '丁长乙']);
    expect(doubts('subject', '长乙')[0]).toMatchObject({
      character: '长',
      others: ['zhǎng'],
      elsewhere: ['Z'],
      reason: expect.stringContaining('会排到Z部'),
    });
  });

  it('has no term that its words decide', () => {
    expect(doubts('subject', '银行', '行政审批', '重建', '林长制', '六安茶')).toEqual([]);
  });

  it('has surnames that families read in different ways', () => {
    expect(doubts('person', '覃文', '王文')).toMatchObject([
      { term: '覃文', character: '覃', others: ['tán'], elsewhere: ['T'], reason: expect.stringContaining('姓氏') },
    ]);
  });
});
