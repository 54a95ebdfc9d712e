/** Text and captions of a flow, counted apart: addresses and places stay right where a caption stands among the text. */
import { describe, expect, it } from 'vitest';
import { findFigureFaults } from '../../src/paginate/figure-gate.js';
import { planSheets } from '../../src/paginate/folios.js';
import type { FlowSurvey } from '../../src/paginate/paginator.js';
import { openPassages } from '../../src/paginate/passages.js';
import { textOfPages } from '../../src/paginate/streams.js';
import { page, survey as surveyOf } from './surveys.js';

const FILE = '01-农业/01-稿件.md';
const run = (text: string, line: number, figure?: string) => ({
  text,
  file: FILE,
  line,
  column: 1,
  ...(figure !== undefined && { figure }),
});

/** 甲乙丙 | 图丁 above 戊己: the caption of a figure of line 3 stands at the head of the second page. */
function survey(): FlowSurvey {
  const flow = surveyOf([page('甲乙丙'), page('戊己')]);
  const box = flow.pages[1]?.boxes[0] as FlowSurvey['pages'][number]['boxes'][number];
  box.printed = '图丁戊己';
  box.figures = [{ id: 'f1', at: 0, text: '图丁', start: 0, end: 2, photos: 1 }];
  return flow;
}
const RUNS = [run('甲乙', 1), run('丙戊', 5), run('己', 7), run('图丁', 3, 'f1')];

describe('the two streams', () => {
  it('say the text of all boxes, then the captions', () => {
    expect(textOfPages(survey())).toBe('甲乙丙戊己图丁');
  });

  it('give every word its page', () => {
    const plan = planSheets([{ id: 'p01', numbering: 'decimal', start: '另页', pages: 2 }]);
    const passages = openPassages(plan, [{ id: 'p01', runs: RUNS }], new Map([['p01', survey()]]));
    const folios = [1, 3, 5, 7].map((line) => [
      passages.first({ file: FILE, line, column: 1 })?.folio,
      passages.last({ file: FILE, line, column: 1 })?.folio,
    ]);
    expect(folios).toEqual([
      ['1', '1'],
      ['2', '2'],
      ['1', '2'],
      ['2', '2'],
    ]);
  });

  it('tell where a figure may not stand', () => {
    const figure = { id: 'f1', file: FILE, line: 3, column: 1, photos: 1, after: 2 };
    const kinds = (change: Partial<typeof figure>) =>
      findFigureFaults([{ ...figure, ...change }], survey()).map(({ kind }) => kind);
    expect(kinds({})).toEqual([]);
    expect(kinds({ after: 4 })).toEqual(['early']);
    expect(kinds({ photos: 2 })).toEqual(['photos']);
    expect(kinds({ id: 'f2' })).toEqual(['added', 'lost']);
  });
});
