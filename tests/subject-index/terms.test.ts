import { describe, expect, it } from 'vitest';
import { compile, lines, occurrencesOf } from './index-of.js';

const FILE = '01-农业/01-甲.md';

async function terms(body: string, settings = ''): Promise<string[]> {
  return lines((await compile({ [FILE]: body }, undefined, settings)).subjects);
}

describe('one term', () => {
  it('is one heading, as it is written first, whatever its spaces, width and 【】', async () => {
    expect(await terms('【5G　基站】甲:索引[５Ｇ基站]、:索引[]{词="【5Ｇ基站】"}。\n')).toEqual([
      '5G　基站 p01m01e1 p01m01k1 p01m01k2',
    ]);
    expect(await terms(':索引[“双减”]{}、:索引[「双减」]。\n')).toEqual(['“双减” p01m01k1 p01m01k2']);
  });

  it('is another where a letter or a character differs', async () => {
    expect(await terms('【A股】甲。\n\n【B股】甲。\n\n【股】甲。\n')).toHaveLength(3);
  });
});

describe('captions', () => {
  const BODY =
    '### 产量\n\n**表1-2　主要农产品产量**\n\n| 品种 | 吨 |\n| --- | --- |\n| 小麦 | 6 |\n\n![图3　灌区一角（示例甲　摄）](photos/01.jpg)\n';

  it('are no terms', async () => {
    expect(await terms(BODY)).toEqual(['产量 p01m01e1']);
  });

  it('are terms where book.yaml says so, without their numbers', async () => {
    expect(await terms(BODY, '索引:\n  表题: 是\n  图题: 是\n')).toEqual([
      '产量 p01m01e1',
      '灌区一角 p01m01f1',
      '主要农产品产量 p01m01t1',
    ]);
  });

  it('are none in a part that is left out', async () => {
    expect(await terms(BODY, '索引:\n  表题: 是\n  图题: 是\n  不收: [农业]\n')).toEqual([]);
  });

  it.each([
    ['表3 小麦', '小麦'],
    ['表十二：小麦', '小麦'],
    ['附表1　小麦', '小麦'],
    ['表1小麦', '小麦'],
    ['表2.1　小麦', '小麦'],
    ['表彰名单', '表彰名单'],
    ['小麦', '小麦'],
  ])('%s is %s', async (caption, expected) => {
    const [found] = await terms(`文字。\n\n**${caption}**\n\n| 甲 |\n| --- |\n| 一 |\n`, '索引:\n  表题: 是\n');
    expect(found).toBe(`${expected} p01m01t1`);
  });
});

describe('a place', () => {
  it('of an entry reaches from its title to its last printed text', async () => {
    const body = '## 种植业\n\n### **春**耕\n\n甲，**乙**。\n\n| 丙 |\n| --- |\n| 丁 |\n\n【秋收】\n\n';
    const { subjects } = await compile({ [FILE]: body });
    expect(occurrencesOf(subjects, '春耕')).toEqual([
      {
        kind: 'entry',
        id: 'p01m01e1',
        words: '春耕',
        file: FILE,
        start: { line: 7, column: 7 },
        end: { line: 13, column: 3 },
        category: '农业',
        subcategory: '种植业',
        entry: '春耕',
      },
    ]);
    expect(occurrencesOf(subjects, '秋收')).toMatchObject([{ start: { line: 15 }, end: { line: 15 } }]);
  });

  it('of a mark is its printed words, or the mark itself', async () => {
    const { subjects } = await compile({ [FILE]: '### 甲\n\n乙:索引[丙**丁**]、:索引[]{词="戊"}。\n' });
    expect(occurrencesOf(subjects, '丙丁')).toMatchObject([
      {
        kind: 'mark',
        id: 'p01m01k1',
        words: '丙丁',
        start: { line: 7, column: 6 },
        end: { line: 7, column: 9 },
        entry: '甲',
      },
    ]);
    expect(occurrencesOf(subjects, '戊')).toMatchObject([
      { id: 'p01m01k2', words: '', start: { line: 7, column: 14 }, end: { line: 7, column: 14 } },
    ]);
  });

  it('of a table reaches from its caption to its last cell', async () => {
    const body = '文字。\n\n**表1　小麦**\n\n| 甲 |\n| --- |\n| 一 |\n| 二 |\n';
    const { subjects } = await compile({ [FILE]: body }, undefined, '索引:\n  表题: 是\n');
    expect(occurrencesOf(subjects, '小麦')).toMatchObject([
      { kind: 'table', words: '表1　小麦', start: { line: 7, column: 3 }, end: { line: 12, column: 3 } },
    ]);
  });

  it('that 索引.yaml adds is the place it names', async () => {
    const files = {
      [FILE]: '---\n类目: 农业\n分目: 水利\n供稿: 某局\n---\n\n### 灌区\n\n甲。\n',
      '02-特载/01-报告.md': '---\n类目: 特载\n体裁: 文章\n标题: 报告\n---\n\n文字。\n\n## 前路\n\n又。\n',
    };
    const rules =
      '增加:\n  甲: 水利/灌区\n  乙: 农业/水利\n  丙: 01-农业/01-甲.md\n  丁: 报告\n  戊: 特载/报告/前路\n  己: 农业\n';
    const { subjects, messages } = await compile(files, rules);
    expect(messages).toEqual([]);
    const spans = [...'甲乙丙丁戊己'].map((term) =>
      occurrencesOf(subjects, term).map(({ kind, id, start, end }) => `${kind} ${id} ${start.line}-${end.line}`),
    );
    expect(spans).toEqual([
      ['rule p01m01e1 7-9'],
      ['rule p01m01-subcategory 3-3'],
      ['rule p01m01-subcategory 3-4'],
      ['rule p02m01 4-11'],
      ['rule p02m01h1 9-11'],
      ['rule p01 2-2'],
    ]);
  });
});
