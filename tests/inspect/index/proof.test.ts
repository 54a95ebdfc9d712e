/** The proof of the index, on pages that say the truth and on pages, locators and prints that do not. */
import { describe, expect, it } from 'vitest';
import { headingFaults } from '../../../src/inspect/index/locators.js';
import { printedFaults } from '../../../src/inspect/index/printed-index.js';
import { openPrintedWords } from '../../../src/inspect/index/printed-words.js';
import { proveInPdf, proveOnPages } from '../../../src/inspect/index/proof.js';
import { openStanding } from '../../../src/inspect/index/standing.js';
import { planSheets } from '../../../src/paginate/folios.js';
import { pageFrames } from '../../../src/paginate/page-frames.js';
import { pageMap } from '../../../src/paginate/page-map.js';
import type { LocatedHeading, Locator, Occurrence } from '../../../src/subject-index/model.js';
import { INDEX_DEFAULTS } from '../../../src/tree/index-settings.js';
import { page, survey } from '../../paginate/surveys.js';

const FILE = '05-农业/01-甲.md';
/** Two pages of two columns; 水利 stands in the second column of page 1 and goes on to page 2. */
const RUNS = [
  { text: '种植', file: FILE, line: 5, column: 5 },
  { text: '春耕播种。', file: FILE, line: 7, column: 1 },
  { text: '水利', file: FILE, line: 9, column: 5 },
  { text: '修渠十里，', file: FILE, line: 11, column: 1 },
  { text: '灌溉千亩。', file: FILE, line: 13, column: 1 },
];
const BODY = survey(
  [page('种植春耕播种。', '水利修渠十里，'), page('灌溉千亩。')],
  [
    { id: 'a', page: 0, column: 0, y: 96 },
    { id: 'b', page: 0, column: 1, y: 96 },
  ],
);
const PRINTED = '索引说明S水利1—2Z种植1';
const INDEX = survey([page(PRINTED)]);

const plan = planSheets([
  { id: 'p05', numbering: 'decimal', start: '另页', pages: 2 },
  { id: 'index', numbering: 'decimal', start: '另页', pages: 1 },
]);
const occurrence = (words: string, id: string, start: [number, number], end = start): Occurrence => ({
  kind: 'entry',
  id,
  words,
  file: FILE,
  start: { line: start[0], column: start[1] },
  end: { line: end[0], column: end[1] },
  category: '农业',
});
const at = (sheet: number, column = 0) => ({ sheet, folio: String(sheet + 1), column });
const heading = (term: string, occurrences: Occurrence[], locators: Locator[]): LocatedHeading => ({
  term,
  occurrences,
  locators,
  reading: { syllables: [], basis: 'word', risk: 0 },
  see: [],
  seeAlso: [],
  subheadings: [],
});
const WATER = heading('水利', [occurrence('水利', 'b', [9, 5], [13, 1])], [{ text: '1—2', from: at(0, 1), to: at(1) }]);
const CROPS = heading('种植', [occurrence('种植', 'a', [5, 5])], [{ text: '1', from: at(0) }]);
const groups = (water = WATER, crops = CROPS) => [
  { letter: 'S', headings: [water] },
  { letter: 'Z', headings: [crops] },
];

/** What the proof says where one thing is changed. */
function prove(
  changed: { body?: typeof BODY; index?: typeof INDEX; water?: LocatedHeading; crops?: LocatedHeading } = {},
) {
  const surveys = new Map([
    ['p05', changed.body ?? BODY],
    ['index', changed.index ?? INDEX],
  ]);
  const book = { plan, surveys, places: pageMap(plan, surveys), flows: [{ id: 'p05', runs: RUNS }] };
  const located = { subjects: groups(changed.water, changed.crops), persons: [] };
  return proveOnPages({ printed: located, located }, book, INDEX_DEFAULTS).map(({ what }) => what);
}

describe('the proof on the pages', () => {
  it('finds nothing wrong where all is right', () => {
    expect(prove()).toEqual([]);
  });

  it('finds words that stand elsewhere than the pages say, with the place of the source', () => {
    const surveys = new Map([
      ['p05', survey([page('种植春耕播种。', '木利修渠十里，'), page('灌溉千亩。')], BODY.anchors)],
    ]);
    const pages = {
      standing: openStanding(plan, [{ id: 'p05', runs: RUNS }], surveys),
      places: pageMap(plan, surveys),
      folios: ['1', '2', '3'],
    };
    expect(headingFaults(WATER, pages, INDEX_DEFAULTS)).toEqual([
      { term: '水利', file: FILE, line: 9, column: 5, what: '版面上的这个地方不是“水利”' },
    ]);
  });

  it.each<[string, { page: number; column: number } | undefined]>([
    ['on another page', { page: 1, column: 0 }],
    ['in another column', { page: 0, column: 0 }],
    ['nowhere', undefined],
  ])('finds an anchor that stands %s', (_, place) => {
    const anchors = [BODY.anchors[0] as (typeof BODY.anchors)[0], ...(place ? [{ id: 'b', y: 96, ...place }] : [])];
    expect(prove({ body: { ...BODY, anchors } })).toHaveLength(1);
  });

  it.each<[string, Locator[]]>([
    ['names another folio', [{ text: '2—3', from: at(0, 1), to: at(1) }]],
    ['names the end of another range', [{ text: '1—3', from: at(0, 1), to: at(1) }]],
    ['leads to a page without the words', [{ text: '1—3', from: at(0, 1), to: at(2) }]],
    ['leads to another column', [{ text: '1a—2', from: at(0, 0), to: at(1) }]],
    ['misses where the passage goes on', [{ text: '1', from: at(0, 1) }]],
    ['is missing', []],
    ['stands upside down', [{ text: '2—1', from: at(1), to: at(0, 1) }]],
  ])('finds a locator that %s', (_, locators) => {
    const said = locators.map(({ text }) => text).join('');
    const index = survey([page(PRINTED.replace('1—2', said))]);
    expect(prove({ water: { ...WATER, locators }, index }).length).toBeGreaterThan(0);
  });

  it('finds numbers that have changed since the index was set', () => {
    const surveys = new Map([
      ['p05', BODY],
      ['index', INDEX],
    ]);
    const book = { plan, surveys, places: pageMap(plan, surveys), flows: [{ id: 'p05', runs: RUNS }] };
    const stale = { ...CROPS, locators: [{ text: '7', from: at(0) }] };
    const faults = proveOnPages(
      { printed: { subjects: groups(WATER, stale), persons: [] }, located: { subjects: groups(), persons: [] } },
      book,
      INDEX_DEFAULTS,
    );
    expect(faults.map(({ what }) => what)).toEqual(['“种植”的出处按索引编号是“7”，成书后是“1”']);
  });
});

describe('the printed index, read back', () => {
  it('is right as it is, with references, sub-headings and terms that begin with digits', () => {
    const sub = heading('2021年', [], [{ text: '57a', from: at(56) }]);
    const water = { ...WATER, seeAlso: ['种植'], subheadings: [sub] };
    expect(printedFaults('索引S水利1—2参见种植2021年57aZ种植1', groups(water))).toEqual([]);
  });

  it.each([
    ['another page', '索引S水利1—3Z种植1', '水利'],
    ['a page more', '索引S水利1—2，3Z种植1', '水利'],
    ['a digit more', '索引S水利1—2Z种植11', '种植'],
    ['no page', '索引S水利Z种植1', '水利'],
    ['another word', '索引S木利1—2Z种植1', '水利'],
    ['a line too few', '索引S水利1—2', '种植'],
    ['the wrong order', '索引Z种植1S水利1—2', '种植'],
  ])('is wrong with %s', (_, printed, term) => {
    expect(printedFaults(printed, groups()).map((fault) => fault.term)).toContain(term);
  });

  it('is wrong where a reference is not printed', () => {
    expect(printedFaults(PRINTED, groups({ ...WATER, see: ['河长制'] }))).toHaveLength(1);
  });
});

describe('the proof in the PDF', () => {
  const surveys = new Map([
    ['p05', BODY],
    ['index', INDEX],
  ]);
  const frames = pageFrames(plan, surveys);
  const POINTS = 0.75;
  const run = (text: string, column: number) => ({
    text,
    y: 100,
    size: 10,
    xs: Array.from(text, (_, i) => (80 + 320 * column) * POINTS + i * 10),
  });
  const book = { plan, surveys, places: pageMap(plan, surveys), flows: [{ id: 'p05', runs: RUNS }] };
  const located = { subjects: groups(), persons: [] };
  const sheets = (first = '种植春耕播种。', second = '水利修渠十里，', index = PRINTED) => [
    { runs: [run(first, 0), run(second, 1)] },
    { runs: [run('灌溉千亩。', 0)] },
    { runs: [run(index, 0)] },
  ];
  const faults = (...texts: Parameters<typeof sheets>) =>
    proveInPdf({ printed: located, located }, book, sheets(...texts), frames).map(({ what }) => what);

  it('finds nothing wrong where all is right', () => {
    expect(faults()).toEqual([]);
  });

  it('finds words that are not on their sheet', () => {
    expect(faults('种植春耕播种。', '木利修渠十里，')).toEqual(['PDF 的第 1 页上没有“水利”']);
  });

  it('finds words in the wrong column', () => {
    expect(faults('水利修渠十里，', '种植春耕播种。').length).toBe(2);
  });

  it('finds an index that is printed otherwise than it was computed', () => {
    expect(faults(undefined, undefined, PRINTED.replace('种植1', '种植4'))).toHaveLength(1);
  });

  it('follows words over the end of a page', () => {
    const words = openPrintedWords(sheets(), frames);
    expect(words.stand('十里，灌溉', { sheet: 0, column: 1 })).toBe(true);
    expect(words.stand('十里，灌溉', { sheet: 0, column: 0 })).toBe(false);
  });
});
