import { describe, expect, it } from 'vitest';
import { compile, type Files, lines, occurrencesOf, told } from './index-of.js';

const WANTED = '索引:\n  人名: 是\n';

async function persons(files: Files, rules?: string, settings = WANTED): Promise<string[]> {
  const { persons: groups, messages } = await compile(files, rules, settings);
  expect(told(messages)).toEqual([]);
  return lines(groups);
}

const ROSTER =
  '---\n类目: 附录\n体裁: 名录\n分目: 名录\n---\n\n## 县政府\n\n### 财政局\n\n- 局长：蒲松龄（任至6月）；空缺\n- 副局长：李清照（女）；关汉卿\n- 联系电话：郑和\n';
const AWARDS = (head: string, ...cells: string[]) =>
  `### 表彰\n\n**表1　先进个人**\n\n| 序号 | ${head} | 单位 |\n| --- | --- | --- |\n${cells.map((cell) => `| 1 | ${cell} | 县剧团 |\n`).join('')}`;

describe('the index of persons', () => {
  it('is not made where it is not wanted', async () => {
    const { persons: groups, messages } = await compile({ '01-附录/01-名录.md': ROSTER });
    expect([groups, messages]).toEqual([[], []]);
  });

  it('holds the holders of posts, in parts that 不收 names too', async () => {
    expect(await persons({ '01-附录/01-名录.md': ROSTER }, undefined, `${WANTED}  不收: [附录]\n`)).toEqual([
      '关汉卿 p01m01h2',
      '李清照 p01m01h2',
      '蒲松龄 p01m01h2',
    ]);
  });

  it('gives each name its own place', async () => {
    const { persons: groups } = await compile({ '01-附录/01-名录.md': ROSTER }, undefined, WANTED);
    expect(occurrencesOf(groups, '关汉卿')).toEqual([
      {
        kind: 'roster',
        id: 'p01m01h2',
        words: '关汉卿',
        file: '01-附录/01-名录.md',
        start: { line: 12, column: 14 },
        end: { line: 12, column: 14 },
        category: '附录',
        subcategory: '县政府',
        entry: '财政局',
      },
    ]);
  });

  it('leaves out who has made the book', async () => {
    const committee = '---\n类目: 卷首\n体裁: 名录\n标题: 编委会\n---\n\n- 主任：蒲松龄\n';
    expect(await persons({ '01-卷首/01-编委会.md': committee })).toEqual([]);
  });

  it.each(['姓名', '姓　名', '负责人姓名', '获奖者姓名（单位）'])(
    'holds the names of a table under %s',
    async (head) => {
      const found = await persons({ '01-先进/01-个人.md': AWARDS(head, '李　白', '杜甫、王维<br>岑参', '—') });
      expect(found).toEqual(['岑参 p01m01t1', '杜甫 p01m01t1', '李白 p01m01t1', '王维 p01m01t1']);
    },
  );

  it.each(['名称', '姓名或名称', '姓名、性别', '村名', '单位'])('holds no column under %s', async (head) => {
    expect(await persons({ '01-先进/01-个人.md': AWARDS(head, '李白') })).toEqual([]);
  });

  it('counts a merged cell once, and finds the column past merged cells', async () => {
    const table =
      '### 表彰\n\n| 类别 | 姓名 | 奖项 |\n| --- | --- | --- |\n| 省级 | 李白 | 一 |\n| ^ | ^ | 二 |\n| ^ | 杜甫 | 三 |\n| > | > | 合计 |\n';
    expect(await persons({ '01-先进/01-个人.md': table })).toEqual(['杜甫 p01m01t1', '李白 p01m01t1']);
  });

  it('holds the names that marks name', async () => {
    const body =
      '### 戏曲\n\n:索引[关汉卿]{人名}、:索引[李　白]{人名}和:索引[易安居士]{人名="李清照"}，:索引[]{词="柳泉" 人名 见="李清照"}。\n';
    const { persons: groups, subjects } = await compile({ '01-文化/01-甲.md': body }, undefined, WANTED);
    expect(lines(groups)).toEqual(['关汉卿 p01m01k1', '李白 p01m01k2', '李清照 p01m01k3', '柳泉 见 李清照']);
    expect(lines(subjects)).toEqual(['戏曲 p01m01e1']);
  });

  it('makes one heading of one name, and two where 索引.yaml tells them apart', async () => {
    const files = { '01-附录/01-名录.md': ROSTER, '02-先进/01-个人.md': AWARDS('姓名', '关汉卿', '关　汉卿') };
    expect(await persons(files)).toContain('关汉卿 p01m01h2 p02m01t1 p02m01t1');
    const rules = '人名:\n  改名:\n    先进/关汉卿: 关汉卿（演员）\n  合并: {蒲松龄: 李清照}\n  见: {柳泉: 蒲松龄}\n';
    expect(await persons(files, rules)).toEqual([
      '关汉卿 p01m01h2',
      '关汉卿（演员） p02m01t1 p02m01t1',
      '柳泉 见 蒲松龄',
      '蒲松龄 p01m01h2 p01m01h2',
    ]);
  });

  it('is missed where marks or rules speak of persons', async () => {
    const { messages } = await compile({ '01-文化/01-甲.md': '文字:索引[关汉卿]{人名}。\n' }, '人名:\n  删除: 李白\n');
    expect(told(messages)).toEqual([
      'index-person-unwanted 01-文化/01-甲.md:5:7',
      'index-person-unwanted 索引.yaml:2:7',
    ]);
  });
});
