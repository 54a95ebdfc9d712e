import { describe, expect, it } from 'vitest';
import { compile, lines, told } from './index-of.js';

/** 河湖长制 e1, 林长制 e2, 水利 e3 with the sub-heading 灌区 k1; 报告 is an article. */
const WATER = {
  '01-农业/01-水利.md': '【河湖长制】甲。\n\n【林长制】乙。\n\n【水利】丙:索引[]{词="水利" 下级="灌区"}。\n',
  '02-特载/01-报告.md': '---\n类目: 特载\n体裁: 文章\n标题: 报告\n---\n\n文字。\n',
};

async function referred(rules: string, more = ''): Promise<string[]> {
  const { subjects, messages } = await compile({ ...WATER, '03-附录/01-甲.md': more || '文字。\n' }, rules);
  expect(told(messages)).toEqual([]);
  return lines(subjects).filter((line) => /见/u.test(line));
}

async function faults(rules: string, more = '文字。\n', severity = 'error'): Promise<string[]> {
  const { messages } = await compile({ ...WATER, '03-附录/01-甲.md': more }, rules);
  for (const message of messages) expect(message).toMatchObject({ severity });
  return told(messages);
}

describe('见 and 参见', () => {
  it('of marks and of 索引.yaml lead to headings', async () => {
    const marks = ':索引[]{词="河长" 见="河湖长制"}:索引[甲]{参见="林长制"}\n';
    expect(await referred('见:\n  湖长: 河湖长制\n参见:\n  水利: [河湖长制, 林长制]\n', marks)).toEqual([
      '河长 见 河湖长制',
      '湖长 见 河湖长制',
      '甲 p03m01k2 参见 林长制',
      '水利 p01m01e3 参见 河湖长制；林长制',
    ]);
  });

  it.each(['水利/灌区', '水利—灌区', '水利 ／ 灌区'])('lead to a sub-heading: %s', async (target) => {
    expect(await referred(`见:\n  灌溉: ${target}\n`)).toEqual(['灌溉 见 水利—灌区']);
  });

  it('begin at a sub-heading', async () => {
    const mark = ':索引[]{词="水利" 下级="渠系" 见="河湖长制"}\n';
    expect(await referred('参见: {水利/灌区: 林长制}\n', mark)).toEqual([
      '  灌区 p01m01k1 参见 林长制',
      '  渠系 见 河湖长制',
    ]);
  });

  it('of one mark lead to several, behind a semicolon', async () => {
    expect(await referred('', ':索引[]{词="两长制" 见="河湖长制；林长制"}\n')).toEqual(['两长制 见 河湖长制；林长制']);
  });

  it('of marks follow a term that is renamed, merged, split or put under another', async () => {
    const mark = ':索引[]{词="河长" 见="河湖长制"}\n';
    expect(await referred('改名: {河湖长制: 河长制}\n', mark)).toEqual(['河长 见 河长制']);
    expect(await referred('合并: {林长制: 河湖长制}\n', mark)).toEqual(['河长 见 林长制']);
    expect(await referred('拆分: {河湖长制: [河制, 湖制]}\n', mark)).toEqual(['河长 见 河制；湖制']);
    expect(await referred('下级: {水利: 河湖长制}\n', mark)).toEqual(['河长 见 水利—河湖长制']);
  });

  it('are dropped with their term, and where both ends are merged', async () => {
    expect(await referred('删除: 河长\n', ':索引[]{词="河长" 见="河湖长制"}\n')).toEqual([]);
    expect(await referred('合并: {河湖长制: 河长}\n', ':索引[河长]{参见="河湖长制"}\n')).toEqual([]);
  });

  it('are printed once, however often marks say them', async () => {
    const marks = ':索引[甲]{参见="水利"}:索引[甲]{参见="水 利"}\n';
    expect(await referred('', marks)).toEqual(['甲 p03m01k1 p03m01k2 参见 水利']);
  });
});

describe('a reference that is in error', () => {
  const mark = (attributes: string) => `文字:索引[甲]{${attributes}}。\n`;

  it.each([
    ['leads to nothing', '见="河长制"', 'index-reference-blind'],
    ['leads to an article that is no term', '参见="报告"', 'index-reference-blind'],
    ['leads to a sub-heading that is none', '参见="水利/水库"', 'index-reference-blind'],
    ['leads back to itself', '参见="甲"', 'index-reference-self'],
    ['leads back to itself by 见', '见="甲"', 'index-reference-self'],
  ])('%s: named by its mark', async (_, attributes, rule) => {
    expect(await faults('', mark(attributes))).toEqual([`${rule} 03-附录/01-甲.md:5:3`]);
  });

  it('is named by its line of 索引.yaml', async () => {
    expect(await faults('见:\n  河长: 河长制\n参见:\n  水利: [林长制, 水库]\n')).toEqual([
      'index-reference-blind 索引.yaml:4:13',
      'index-reference-blind 索引.yaml:2:7',
    ]);
  });

  it('says how to add the heading that is missing', async () => {
    const { messages } = await compile(WATER, '见:\n  工作报告: 报告\n');
    expect(messages[0]?.remedy).toContain('报告: 特载/报告');
    expect(await referred('增加: {报告: 特载/报告}\n见: {工作报告: 报告}\n')).toEqual(['工作报告 见 报告']);
  });

  it('leads to what is dropped', async () => {
    expect(await faults('删除: 林长制\n见: {林长: 林长制}\n')).toEqual(['index-reference-blind 索引.yaml:2:9']);
  });

  it.each([
    ['two', '见:\n  甲: 乙\n  乙: 甲\n', ['2:6', '3:6']],
    ['three', '见:\n  甲: 乙\n  乙: 丙\n  丙: 甲\n', ['2:6', '3:6', '4:6']],
  ])('goes round through %s', async (_, rules, places) => {
    const found = await faults(rules);
    expect(found.sort()).toEqual(places.map((place) => `index-reference-circular 索引.yaml:${place}`));
  });

  it('leads to a term that only refers on', async () => {
    const { messages } = await compile(WATER, '见:\n  甲: 乙\n  乙: 水利\n');
    expect(told(messages)).toEqual(['index-reference-chain 索引.yaml:2:6']);
    expect(messages[0]?.remedy).toContain('水利');
  });
});

describe('a reference that is a slip', () => {
  it('is printed as 参见 where its heading has pages', async () => {
    const { subjects, messages } = await compile(WATER, '见:\n  林长制: 河湖长制\n');
    expect(lines(subjects)).toContain('林长制 p01m01e2 参见 河湖长制');
    expect(messages).toEqual([
      expect.objectContaining({ severity: 'warning', rule: 'index-reference-located', line: 2 }),
    ]);
  });

  it('is printed once where 索引.yaml says again what a mark says', async () => {
    const files = { ...WATER, '03-附录/01-甲.md': ':索引[甲]{参见="水利"}\n' };
    const { subjects, messages } = await compile(files, '参见:\n  甲: 水利\n');
    expect(lines(subjects)).toContain('甲 p03m01k1 参见 水利');
    expect(messages).toEqual([
      expect.objectContaining({ severity: 'warning', rule: 'index-reference-double', line: 2 }),
    ]);
  });
});

it('two terms that differ in their marks alone are a warning', async () => {
  const files = { '01-农业/01-甲.md': '【“放管服”改革】:索引[放管服改革]、:索引[]{词="放管服" 见="放管服改革"}。\n' };
  const { messages } = await compile(files);
  expect(told(messages)).toEqual(['index-term-near 01-农业/01-甲.md:5:14']);
  expect(messages[0]?.remedy).toContain('“放管服”改革: 放管服改革');
  expect((await compile(files, '合并:\n  “放管服”改革: 放管服改革\n')).messages).toEqual([]);
});
