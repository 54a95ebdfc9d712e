import { describe, expect, it } from 'vitest';
import { compileIndex } from '../../src/subject-index/compile.js';
import type { Heading, LetterGroup, Occurrence } from '../../src/subject-index/model.js';
import { BOOK, manuscript, readFiles } from '../manuscript/sample.js';

async function indexOf(files: Record<string, string>): Promise<LetterGroup[]> {
  const { volume, messages } = await readFiles(files);
  if (!volume || messages.length > 0) throw new Error(`not in order: ${messages.map(({ rule }) => rule).join(', ')}`);
  return (await compileIndex(volume)).subjects;
}

/** The headings of one manuscript of 农业. */
async function headings(body: string, ...fields: string[]): Promise<Heading[]> {
  return (await indexOf({ '01-农业/01-甲.md': manuscript(body, ...fields) })).flatMap((group) => group.headings);
}

const idsOf = (list: Occurrence[]): string[] => list.map(({ id }) => id);
const terms = (list: Heading[]): string[] => list.map(({ term }) => term);

describe('the headings', () => {
  it('are the titles of the entries, without 【】 and without marks inside', async () => {
    const found = await headings('【**春**耕】甲。\n\n### 秋:索引[收]{词="收成"}\n\n乙。\n');
    expect(found.map(({ term, occurrences }) => [term, idsOf(occurrences)])).toEqual([
      ['春耕', ['p01m01e1']],
      ['秋收', ['p01m01e2']],
      ['收成', ['p01m01k1']],
    ]);
  });

  it('are no titles of 分目, articles or sections', async () => {
    expect(await headings('## 种植业\n\n甲。\n')).toEqual([]);
    expect(await headings('## 种植业\n\n甲。\n', '体裁: 文章', '标题: 报告')).toEqual([]);
  });

  it('are one for a term with all its places, in the order of the book', async () => {
    const groups = await indexOf({
      '01-农业/01-甲.md': manuscript('【春耕】甲:索引[乙]{词="丙"}。\n'),
      '02-工业/01-乙.md': manuscript('【丙】丁。\n\n【春耕】戊。\n').replace('农业', '工业'),
    });
    expect(
      groups.flatMap((group) => group.headings).map(({ term, occurrences }) => [term, idsOf(occurrences)]),
    ).toEqual([
      ['丙', ['p01m01k1', 'p02m01e1']],
      ['春耕', ['p01m01e1', 'p02m01e2']],
    ]);
  });

  it('are grouped by letter, # first, the letters in their order', async () => {
    const groups = await indexOf({
      '01-农业/01-甲.md': manuscript(
        '【质量】甲。\n\n【安全】甲。\n\n【PPP】甲。\n\n【爱国】甲。\n\n【Ａ级】甲。\n\n【\u{32000}】甲。\n',
      ),
    });
    expect(groups.map(({ letter, headings: members }) => [letter, terms(members)])).toEqual([
      ['#', ['Ａ级', 'PPP', '\u{32000}']],
      ['A', ['爱国', '安全']],
      ['Z', ['质量']],
    ]);
  });

  it('leave out the titles of parts that book.yaml excludes, but no mark', async () => {
    const groups = await indexOf({
      'book.yaml': `${BOOK}索引:\n  不收: [附录]\n`,
      '01-农业/01-甲.md': manuscript('【春耕】甲。\n'),
      '02-附录/01-乙.md': manuscript('【秋收】:索引[乙]。\n').replace('农业', '附录'),
    });
    expect(groups.flatMap((group) => terms(group.headings))).toEqual(['春耕', '乙']);
  });

  it('are the same whatever the order in which they were met', async () => {
    const one = await headings('【甲】一。\n\n【乙】二。\n\n【丙】三。\n');
    const other = await headings('【丙】三。\n\n【乙】二。\n\n【甲】一。\n');
    expect(terms(one)).toEqual(terms(other));
  });
});

describe('index marks', () => {
  it('give the words that they mark, or the term that they name', async () => {
    expect(terms(await headings('甲:索引[春耕]、:索引[乙]{词="秋收"}:索引[]{词="冬灌"}。\n'))).toEqual([
      '春耕',
      '冬灌',
      '秋收',
    ]);
  });

  it('point from a sub-heading (下级) and not from its heading', async () => {
    const [vegetables] = await headings(
      ':索引[]{词="蔬菜" 下级="大棚"}:索引[]{词="蔬菜" 下级="冷库"}:索引[甲]{词="蔬菜" 下级="大棚"}。\n',
    );
    expect(vegetables?.occurrences).toEqual([]);
    expect(vegetables?.subheadings.map(({ term, occurrences }) => [term, idsOf(occurrences)])).toEqual([
      ['大棚', ['p01m01k1', 'p01m01k3']],
      ['冷库', ['p01m01k2']],
    ]);
  });

  it('with 见 only refer to another heading', async () => {
    const found = await headings('【河长制】:索引[]{词="河湖长制" 见="河长制"}甲。\n');
    expect(found.find(({ term }) => term === '河湖长制')).toMatchObject({
      occurrences: [],
      see: ['河长制'],
      seeAlso: [],
    });
  });

  it('with 参见 point to their place and refer to another heading', async () => {
    const found = await headings('【河长制】:索引[林长制]{参见="河长制"}甲。\n');
    expect(found.find(({ term }) => term === '林长制')).toMatchObject({
      occurrences: [{ id: 'p01m01k1' }],
      see: [],
      seeAlso: ['河长制'],
    });
  });

  it.each([
    ['a paragraph', '文字:索引[甲]。\n'],
    ['bold text', '文字**粗:索引[甲]**。\n'],
    ['a list', '- 一\n  - 二:索引[甲]\n'],
    ['a cell', '| 表 |\n| --- |\n| 一:索引[甲] |\n'],
    ['the head of a table', '| 表:索引[甲] |\n| --- |\n| 一 |\n'],
    ['the caption of a table', '**表1:索引[甲]**\n\n| 表 |\n| --- |\n| 一 |\n'],
    ['the caption of a photo', '![图:索引[甲]](photos/01.jpg)\n'],
  ])('are found in %s', async (_, body) => {
    expect(terms(await headings(body, '体裁: 文章'))).toEqual(['甲']);
  });

  it.each([
    ['a heading', '体裁: 文章', '## 会议:索引[甲]\n\n文字。\n'],
    ['an event', '体裁: 大事记', '## 1月\n\n6日　文字:索引[甲]。\n'],
    ['a clause', '体裁: 文件', '第一条　文字:索引[甲]。\n'],
    ['a plate', '体裁: 彩页', '## 农业\n\n![图:索引[甲]](photos/01.jpg)\n'],
  ])('are found in %s', async (_, genre, body) => {
    expect(terms(await headings(body, genre))).toEqual(['甲']);
  });
});
