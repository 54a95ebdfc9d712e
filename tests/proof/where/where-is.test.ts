/** Look-ups in proofs and in a book that were never printed: which answers, what it says, and what has drifted since. */
import { describe, expect, it } from 'vitest';
import type { PageLines } from '../../../src/inspect/layout.js';
import { manuscriptDigest } from '../../../src/proof/record/digest.js';
import {
  type AddressBook,
  bookOfLayout,
  bookOfRecord,
  type ClosedBook,
} from '../../../src/proof/where/address-book.js';
import type { ManuscriptsNow } from '../../../src/proof/where/manuscripts.js';
import { parseQuestion } from '../../../src/proof/where/question.js';
import { type WhereAnswer, whereIs } from '../../../src/proof/where/where-is.js';
import { FILE, samplePage, sampleRecord } from '../record/sample.js';

const PARAGRAPH = '全县粮食播种面积稳定在1.2万公顷以上，比上年增长5.3%。各乡镇组织农户抢抓农时。';
const MANUSCRIPT = `---\n类目: 农业\n---\n\n## 种植业\n\n### 粮食\n${PARAGRAPH}\n\n【农时】春播早。\n`;
const DIGEST = { [FILE]: manuscriptDigest(MANUSCRIPT) };

function closed(
  book: AddressBook | undefined,
  folios: string[] = book?.pages.map(({ folio }) => folio) ?? [],
): ClosedBook {
  const { kind = 'proof', title = '坏的一校', made = '2022-09-09 10:00:00', provisional } = book ?? {};
  return { kind, title, made, folios, ...(provisional && { provisional }), open: () => book };
}

const proof = (changes: Parameters<typeof sampleRecord>[0] = {}): ClosedBook =>
  closed(bookOfRecord(sampleRecord({ manuscripts: DIGEST, ...changes })));

/** A page of a layout.json: what spans, two columns, and a row of a table. */
const PAGE: PageLines = {
  sheet: 61,
  folio: '57',
  flow: '农业',
  columns: [
    { column: 0, lines: [{ line: 1, x: 0, y: 0, end: 0, text: '农　业' }] },
    {
      column: 1,
      lines: [
        { line: 1, x: 0, y: 0, end: 0, text: '全县粮食播种面积稳定在1.2', source: { file: FILE, line: 8, column: 1 } },
        {
          line: 2,
          x: 0,
          y: 0,
          end: 0,
          text: '万公顷以上，比上年增长5.3%。',
          source: { file: FILE, line: 8, column: 15 },
        },
        { line: 3, x: 0, y: 0, end: 0, text: '【农时】春播早。', source: { file: FILE, line: 10, column: 2 } },
      ],
    },
    {
      column: 2,
      lines: [
        { line: 1, x: 0, y: 0, end: 0, text: '小麦', source: { file: FILE, line: 14, column: 3 } },
        { line: 1, x: 0, y: 0, end: 0, text: '600', source: { file: FILE, line: 14, column: 8 } },
      ],
    },
  ],
};
const book = (made = '2022-09-02 10:00:00', pages = [PAGE]): ClosedBook => closed(bookOfLayout({ pages }, made));

function today(
  files: Record<string, string> = { [FILE]: MANUSCRIPT },
  modified = '2022-08-01 08:00:00',
): ManuscriptsNow {
  return {
    files: Object.keys(files),
    read: (file) => {
      const text = files[file];
      return text === undefined ? undefined : { text, digest: manuscriptDigest(text), modified };
    },
  };
}

function ask(text: string, books: ClosedBook[] = [proof()], now = today()): WhereAnswer {
  const question = parseQuestion(text);
  if (!question) throw new Error(`no question: ${text}`);
  return whereIs(books, question, now);
}

const first = (answer: WhereAnswer) => {
  if (answer.kind !== 'line' && answer.kind !== 'spans') throw new Error(answer.problem);
  return answer.answers[0];
};
const problem = (answer: WhereAnswer): string => ('problem' in answer ? `${answer.kind}: ${answer.problem}` : 'found');
const spans = (answer: WhereAnswer): string | undefined =>
  answer.kind === 'spans' ? answer.answers[0]?.spans.map(({ from, to }) => `${from}-${to}`).join(' ') : problem(answer);

describe('an address', () => {
  it('leads to the place, the words, the titles, and says from which proof', () => {
    expect(first(ask('57a2'))).toMatchObject({
      book: { kind: 'proof', title: '农业一校', made: '2022-09-01 10:20:33' },
      address: '57a2',
      sheet: 61,
      places: [
        { text: '在1.2万公顷以上，比上', source: { file: FILE, line: 8, column: 11 }, drift: { state: 'same' } },
      ],
      path: ['农业', '种植业', '粮食'],
    });
  });

  it('of the last book has its titles from the manuscript', () => {
    expect(first(ask('57页左栏3行', [book()]))).toMatchObject({ address: '57a3', path: ['农业', '种植业', '农时'] });
    expect(first(ask('57通1行'.replace('通', '页通栏'), [book()]))).toMatchObject({ address: '57t1', path: ['农业'] });
  });

  it('on a row of a table leads to all its cells', () => {
    const answer = first(ask('57右栏1'.replace('右', '页右'), [book()]));
    expect(answer).toMatchObject({
      address: '57b1',
      places: [{ text: '小麦' }, { text: '600', source: { column: 8 } }],
    });
  });

  it('is answered from the newest that has it', () => {
    const old = proof();
    const other = samplePage('58', 62, [['别的一页']]);
    const newer = proof({ round: 2, made: '2022-09-05 09:00:00', pages: [other], passages: [] });
    expect(first(ask('57a1', [newer, old]))).toMatchObject({ book: { title: '农业一校' } });
    // A damaged one is passed over.
    expect(first(ask('57a1', [closed(undefined, ['57']), old]))).toMatchObject({ book: { title: '农业一校' } });
  });

  it('is answered by a proof and by the last book where they differ', () => {
    const both = ask('57a2', [book(), proof()]);
    expect(
      both.kind === 'line' && both.answers.map(({ book: { title }, places }) => [title, places[0]?.source?.column]),
    ).toEqual([
      ['全书', 15],
      ['农业一校', 11],
    ]);
    const same = book('2022-09-02 10:00:00', [
      {
        ...PAGE,
        columns: [
          {
            column: 1,
            lines: [
              {
                line: 2,
                x: 0,
                y: 0,
                end: 0,
                text: '在1.2万公顷以上，比上',
                source: { file: FILE, line: 8, column: 11 },
              },
            ],
          },
        ],
      },
    ]);
    const alike = ask('57a2', [same, proof()]);
    expect(alike.kind === 'line' && alike.answers).toHaveLength(1);
  });

  it('says of a page with columns which are meant, and takes any name where there is one', () => {
    expect(problem(ask('57页2行'))).toBe(
      'nowhere: 57页分栏，请写明是哪一栏：57a2、57b2（据农业一校 2022-09-01 10:20）',
    );
    const single = proof({ pages: [samplePage('v', 5, [['一', '二']])] });
    for (const name of ['v页2行', 'va2', 'v页通栏2行', 'v页左栏2行'])
      expect(first(ask(name, [single]))).toMatchObject({ address: 'va2' });
    expect(problem(ask('v页右栏2行', [single]))).toContain('v页没有这一栏，有：a栏2行');
  });

  it.each([
    ['99a1', 'nowhere: 没有99页：农业一校 2022-09-01 10:20 有57页'],
    ['57c1', 'nowhere: 57页没有这一栏，有：a栏2行、b栏2行（据农业一校 2022-09-01 10:20）'],
    ['57t1', 'nowhere: 57页没有这一栏，有：a栏2行、b栏2行（据农业一校 2022-09-01 10:20）'],
    ['57a3', 'nowhere: 57页a栏只有2行（据农业一校 2022-09-01 10:20）'],
    ['57页中栏1行', 'nowhere: 57页没有这一栏，有：a栏2行、b栏2行（据农业一校 2022-09-01 10:20）'],
  ])('that is none is answered with what there is: %s', (text, expected) => {
    expect(problem(ask(text))).toBe(expected);
  });

  it('names the pages there are', () => {
    const pages = ['iii', 'iv', '1', '2', '3', '7'].map((folio, i) => samplePage(folio, i + 1, [['一']]));
    expect(problem(ask('5a1', [proof({ pages })]))).toBe(
      'nowhere: 没有5页：农业一校 2022-09-01 10:20 有iii—iv、1—3、7页',
    );
    const twice = [proof({ pages, made: '2022-09-03 09:00:00' }), book(), proof()];
    expect(problem(ask('5a1', twice))).toBe(
      'nowhere: 没有5页：全书 2022-09-02 10:00 有57页；农业一校 2022-09-03 09:00 有iii—iv、1—3、7页',
    );
    expect(problem(ask('5a1', []))).toMatch(/^nowhere: 这一卷还没有出过校样/u);
  });
});

describe('a manuscript that has changed since', () => {
  const drift = (text: string, files: Record<string, string>, books = [proof()], modified?: string) => {
    const answer = first(ask(text, books, today(files, modified)));
    return answer && 'places' in answer ? answer.places[0]?.drift : undefined;
  };
  const later = MANUSCRIPT.replace('### 粮食\n', '### 粮食\n\n新的一段。\n\n');

  it('is told, and the words are found where they stand now', () => {
    expect(drift('57a2', { [FILE]: later })).toEqual({ state: 'moved', now: { file: FILE, line: 11, column: 11 } });
    expect(drift('57a2', { [FILE]: `${MANUSCRIPT}\n补一句。\n` })).toEqual({
      state: 'moved',
      now: { file: FILE, line: 8, column: 11 },
    });
  });

  it('may have lost the words, or have them twice', () => {
    expect(drift('57a2', { [FILE]: later.replace('1.2万', '1.3万') })).toEqual({ state: 'lost' });
    expect(drift('57a2', { [FILE]: `${later}\n\n${PARAGRAPH}\n` })).toEqual({ state: 'lost' });
  });

  it('may be called by another name, or be gone', () => {
    const renamed = '05-农业/01-种植业.md';
    expect(drift('57a2', { [renamed]: MANUSCRIPT })).toEqual({
      state: 'moved',
      now: { file: renamed, line: 8, column: 11 },
    });
    expect(drift('57a2', {})).toEqual({ state: 'gone' });
  });

  it('is known for a book by its time', () => {
    expect(drift('57a2', { [FILE]: MANUSCRIPT }, [book()], '2022-09-01 00:00:00')).toEqual({ state: 'same' });
    expect(drift('57a2', { [FILE]: MANUSCRIPT }, [book()], '2022-09-03 00:00:00')).toMatchObject({
      state: 'moved',
      now: { line: 8 },
    });
  });
});

describe('a line of a manuscript', () => {
  it('leads to all lines on which it is printed, column by column', () => {
    expect(spans(ask(`${FILE}:8`))).toBe('57a1-57a2 57b1-57b2');
    expect(spans(ask(`${FILE}:8`, [book()]))).toBe('57a1-57a2');
    expect(spans(ask(`${FILE}:14`, [book()], today({ [FILE]: MANUSCRIPT.replace('\n\n【', '\n\n\n\n\n\n【') })))).toBe(
      '57b1-57b1',
    );
  });

  it('with a column leads to the line on which that stands', () => {
    expect(spans(ask('01-种植业.md：8：15'))).toBe('57a2-57a2');
    expect(spans(ask('01-种植业:8:31'))).toBe('57b2-57b2');
    expect(spans(ask('01-种植业:8:1', [book()]))).toBe('57a1-57a1');
  });

  it('may begin in the middle of a printed line, behind its title', () => {
    const manuscript = '---\n类目: 农业\n---\n\n### 粮食\n\n面积稳定，产量增长。\n\n### 油料\n\n油菜多。\n';
    const line = (number: number, text: string, at: number, column: number) => ({
      line: number,
      x: 0,
      y: 0,
      end: 0,
      text,
      source: { file: FILE, line: at, column },
    });
    const lines = [line(1, '【粮食】面积稳定，', 5, 5), line(2, '产量增长。', 7, 6), line(3, '【油料】油菜多。', 9, 5)];
    const pages = [{ ...PAGE, columns: [{ column: 0, lines }] }];
    const answer = (row: number) =>
      spans(ask(`${FILE}:${row}`, [book('2022-09-02 10:00:00', pages)], today({ [FILE]: manuscript })));
    expect(answer(5)).toBe('57a1-57a1');
    expect(answer(7)).toBe('57a1-57a2');
    expect(answer(11)).toBe('57a3-57a3');
    expect(answer(6)).toMatch(/第6行是空行/u);
  });

  it('of a manuscript that has changed is found by its words', () => {
    const now = today({ [FILE]: MANUSCRIPT.replace('### 粮食\n', '### 粮食\n\n新的一段。\n\n') });
    expect(first(ask(`${FILE}:11`, [proof()], now))).toMatchObject({
      line: 11,
      lineThen: 8,
      spans: [{ from: '57a1' }, { from: '57b1' }],
    });
    expect(problem(ask(`${FILE}:9`, [proof()], now))).toMatch(/第9行没有印在哪一行上/u);
  });

  it('that is none is answered with why', () => {
    expect(problem(ask('01-种植业:99'))).toBe(`nowhere: “${FILE}”只有10行，没有第99行`);
    expect(problem(ask('03-没有.md:1'))).toMatch(/^unclear: 卷里没有“03-没有.md”这个稿件/u);
    expect(problem(ask('种植:1'))).toBe(`unclear: 卷里没有“种植”这个稿件。是不是：${FILE}`);
    const two = today({ [FILE]: MANUSCRIPT, '05-工业/01-种植业.md': '甲' });
    expect(problem(ask('01-种植业.md:8', [proof()], two))).toBe(
      `unclear: 叫“01-种植业.md”的稿件有2个，请写上文件夹：${FILE}、05-工业/01-种植业.md`,
    );
  });
});
