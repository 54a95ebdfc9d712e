import { describe, expect, it } from 'vitest';
import { compile, lines, told } from './index-of.js';

/** Three 分目 with a 概况 each, one of them twice; ids e1 to e5 and s1, s2 in the order of the lines. */
const FARMING = {
  '01-农业/01-农业.md':
    '## 种植业\n\n### 概况\n\n甲。\n\n### 设施农业\n\n乙:索引[]{词="蔬菜" 下级="大棚"}。\n\n## 畜牧业\n\n### 概况\n\n丙。\n',
  '02-工业/01-工业.md': '## 能源\n\n### 概况\n\n甲。\n\n### 民族宗教\n\n乙。\n',
};

async function ruled(rules: string, files: Record<string, string> = FARMING): Promise<string[]> {
  const { subjects, messages } = await compile(files, rules);
  expect(told(messages)).toEqual([]);
  return lines(subjects);
}

async function messagesOf(rules: string, files: Record<string, string> = FARMING): Promise<string[]> {
  return told((await compile(files, rules)).messages);
}

const PLAIN = ['概况 p01m01e1 p01m01e3 p02m01e1', '民族宗教 p02m01e2', '设施农业 p01m01e2', '蔬菜', '  大棚 p01m01k1'];
const but = (...changed: [from: string, ...to: string[]][]): string[] =>
  PLAIN.flatMap((line) => changed.find(([from]) => from === line)?.slice(1) ?? [line]);

describe('索引.yaml', () => {
  it.each([
    ['that is not there', undefined],
    ['that is empty', ''],
    ['that holds only comments', '# 删除: [概况]\n'],
    ['whose verbs hold nothing', '删除:\n增加:\n人名:\n'],
  ])('%s changes nothing', async (_, rules) => {
    const { subjects, messages } = await compile(FARMING, rules);
    expect([lines(subjects), messages]).toEqual([PLAIN, []]);
  });

  it('adds a term that leads to an entry, a 分目 or a whole manuscript', async () => {
    const rules =
      '增加:\n  温室: 设施农业\n  牛羊: [农业/畜牧业/概况, 农业/畜牧业]\n  电力: 02-工业/01-工业.md\n  大棚: 01-农业/01-农业.md/设施农业\n';
    expect(await ruled(rules)).toEqual(
      but(
        [PLAIN[0] ?? '', '大棚 p01m01e2', '电力 p02m01s1', PLAIN[0] ?? ''],
        ['民族宗教 p02m01e2', '民族宗教 p02m01e2', '牛羊 p01m01s2 p01m01e3'],
        ['  大棚 p01m01k1', '  大棚 p01m01k1', '温室 p01m01e2'],
      ),
    );
  });

  it('adds a place to a term that is there, and counts a place once', async () => {
    expect(await ruled('增加:\n  设施农业: [农业/畜牧业/概况, 设施农业]\n')).toContain('设施农业 p01m01e2 p01m01e3');
  });

  it('adds a sub-heading, written behind a stroke', async () => {
    const found = await ruled('增加:\n  蔬菜/温室: 设施农业\n  TCP/IP协议: 工业/概况\n');
    expect(found).toEqual(['TCP/IP协议 p02m01e1', ...PLAIN, '  温室 p01m01e2']);
  });

  it('renames a term with all its places and sub-headings', async () => {
    expect(await ruled('改名:\n  概况: 基本情况\n  蔬菜: 蔬菜种植\n')).toEqual([
      '基本情况 p01m01e1 p01m01e3 p02m01e1',
      '民族宗教 p02m01e2',
      '设施农业 p01m01e2',
      '蔬菜种植',
      '  大棚 p01m01k1',
    ]);
  });

  it('names one entry of several with one title by 类目, 分目 or file', async () => {
    const rules =
      '改名:\n  工业/概况: 能源工业\n  农业/种植业/概况: 种植业\n  01-农业/01-农业.md/畜牧业/概况: 畜牧业\n';
    expect(await ruled(rules)).toEqual([
      '民族宗教 p02m01e2',
      '能源工业 p02m01e1',
      '设施农业 p01m01e2',
      '蔬菜',
      '  大棚 p01m01k1',
      '畜牧业 p01m01e3',
      '种植业 p01m01e1',
    ]);
  });

  it('takes the line with a path before the line without', async () => {
    expect(await ruled('删除: 概况\n改名: {工业/概况: 工业}\n')).toEqual(but([PLAIN[0] ?? '', '工业 p02m01e1']));
  });

  it('names the second of several in one 分目', async () => {
    const twice = { '01-农业/01-农业.md': '## 种植业\n\n### 概况\n\n甲。\n\n### 概况\n\n乙。\n' };
    expect(await ruled('改名:\n  农业/种植业/概况/第2个: 又一概况\n', twice)).toEqual([
      '概况 p01m01e1',
      '又一概况 p01m01e2',
    ]);
  });

  it('splits a term', async () => {
    const both = but(['民族宗教 p02m01e2', '民族 p02m01e2'], ['  大棚 p01m01k1', '  大棚 p01m01k1', '宗教 p02m01e2']);
    expect(await ruled('拆分:\n  民族宗教: [民族, 宗教]\n')).toEqual(both);
    expect(await ruled('拆分:\n  民族宗教: 民族、宗教\n')).toEqual(both);
  });

  it('merges terms under a new one or one of them', async () => {
    expect(await ruled('合并:\n  农业设施: [设施农业, 蔬菜/大棚]\n')).toEqual([
      PLAIN[0],
      '民族宗教 p02m01e2',
      '农业设施 p01m01e2 p01m01k1',
    ]);
    expect(await ruled('合并:\n  民族宗教: 设施农业\n')).toContain('民族宗教 p01m01e2 p02m01e2');
  });

  it.each([
    ['a term', '删除: 概况'],
    ['a list', '删除: [概况]'],
    ['items', '删除:\n  - 概况\n'],
    ['keys', '删除:\n  概况:\n'],
    ['each place', '删除: [农业/种植业/概况, 农业/畜牧业/概况, 工业/能源/概况]'],
  ])('drops %s', async (_, rules) => {
    expect(await ruled(rules)).toEqual(PLAIN.slice(1));
  });

  it('drops a sub-heading, and its heading with the last of them', async () => {
    expect(await ruled('删除: 蔬菜/大棚')).toEqual(PLAIN.slice(0, 3));
  });

  it('puts terms under a heading, in other words where it says so', async () => {
    expect(await ruled('下级:\n  农业: [设施农业, 农业/种植业/概况: 种植, {蔬菜: 菜}]\n')).toEqual([
      '概况 p01m01e3 p02m01e1',
      '民族宗教 p02m01e2',
      '农业',
      '  菜',
      '    大棚 p01m01k1',
      '  设施农业 p01m01e2',
      '  种植 p01m01e1',
    ]);
  });

  it('puts a term under two headings, and a heading under another', async () => {
    expect(
      await ruled('删除: [概况, 民族宗教, 蔬菜]\n下级:\n  农业: 设施农业\n  设施: 设施农业\n  三农: 农业\n'),
    ).toEqual(['三农', '  农业', '    设施农业 p01m01e2', '设施', '  设施农业 p01m01e2']);
  });

  it('turns the term of an entry into heading and sub-heading', async () => {
    expect(await ruled('改名:\n  设施农业: 农业/设施\n')).toEqual(
      but(['设施农业 p01m01e2'], ['民族宗教 p02m01e2', '民族宗教 p02m01e2', '农业', '  设施 p01m01e2']),
    );
  });

  it.each([
    ['分列: 概况\n', ['种植业 p01m01e1', '畜牧业 p01m01e3', '能源 p02m01e1']],
    ['分列: {概况: 类目}\n', ['农业 p01m01e1 p01m01e3', '工业 p02m01e1']],
  ])('gives each place of a term a sub-heading: %s', async (rules, expected) => {
    const found = await ruled(rules);
    expect(found[0]).toBe('概况');
    expect(
      found
        .slice(1, 1 + expected.length)
        .map((line) => line.trim())
        .sort(),
    ).toEqual(expected.toSorted());
    expect(found.slice(1 + expected.length)).toEqual(PLAIN.slice(1));
  });

  it('lets 下级 name what the other lines make', async () => {
    const rules = '下级:\n  综合: [农业概况]\n改名:\n  农业/种植业/概况: 农业概况\n';
    expect((await ruled(rules)).slice(-2)).toEqual(['综合', '  农业概况 p01m01e1']);
  });

  it('prints the wording of a rule before any spelling of the manuscripts', async () => {
    const files = { '01-农业/01-农业.md': '【“双减”工作】甲。\n' };
    expect(await ruled('改名:\n  「双减」工作: 双减 工作\n', files)).toEqual(['双减 工作 p01m01e1']);
    expect(await ruled('改名:\n  “双减”工作: "“双减”　工作"\n', files)).toEqual(['“双减”　工作 p01m01e1']);
  });
});

describe('a line that no longer fits', () => {
  it.each([
    ['改名', '改名:\n  概貌: 基本情况\n', '2:3'],
    ['拆分', '拆分:\n  民族: [甲, 乙]\n', '2:3'],
    ['合并, for each of its terms', '合并:\n  概况: [综述, 民族宗教]\n', '2:8'],
    ['删除', '删除: [法治/概况]\n', '1:6'],
    ['下级', '下级:\n  农业: [设施]\n', '2:8'],
    ['下级, for what an other line has renamed', '改名: {设施农业: 设施}\n下级:\n  农业: [设施农业]\n', '3:8'],
    ['分列', '分列: [概貌]\n', '1:6'],
    ['参见', '参见:\n  概貌: 民族宗教\n', '2:3'],
  ])('is a warning: %s', async (_, rules, place) => {
    const { messages } = await compile(FARMING, rules);
    expect(told(messages)).toEqual([`index-rule-unmatched 索引.yaml:${place}`]);
    expect(messages[0]?.severity).toBe('warning');
  });

  it('is told what it may mean', async () => {
    const remedies = async (rules: string) => (await compile(FARMING, rules)).messages.map(({ remedy }) => remedy);
    expect(await remedies('删除: 设施农')).toEqual([expect.stringContaining('“设施农业”')]);
    expect(await remedies('删除: 工业/设施农业')).toEqual([expect.stringContaining('“农业/种植业/设施农业”')]);
    expect(await remedies('删除: 能源')).toEqual([expect.stringContaining('能源: 工业/能源')]);
    expect(await remedies('增加: {温室: 设施农}')).toEqual([expect.stringContaining('农业/种植业/设施农业')]);
  });

  it('is an error where a term would lead nowhere', async () => {
    expect(await messagesOf('增加:\n  温室: [设施农业, 温室大棚]\n')).toEqual(['index-rule-place 索引.yaml:2:14']);
  });

  it('is an error where it is not clear which place is meant', async () => {
    const { messages } = await compile(FARMING, '增加:\n  温室: 农业/概况\n');
    expect(told(messages)).toEqual(['index-rule-ambiguous 索引.yaml:2:7']);
    expect(messages[0]?.remedy).toContain('农业/种植业/概况');
  });
});

describe('lines that contradict each other', () => {
  it.each([
    ['dropped and renamed', '删除: 概况\n改名:\n  概况: 综述\n', '3:3'],
    ['renamed twice', '改名:\n  概况: 综述\n  “概况”: 总况\n  概 况: 总况\n', '4:3'],
    ['split and merged', '拆分:\n  民族宗教: [民族, 宗教]\n合并:\n  统战: [民族宗教]\n', '4:8'],
    ['dropped and renamed at one place', '删除: 工业/概况\n改名:\n  工业/能源/概况: 能源\n', '3:3'],
    ['renamed into what is dropped', '改名:\n  概况: 民族宗教\n删除: 民族宗教\n', '2:3'],
  ])('are an error: %s', async (name, rules, place) => {
    const found = (await messagesOf(rules)).filter((line) => !line.startsWith('index-rule-unmatched'));
    expect(found, name).toEqual([`index-rule-conflict 索引.yaml:${place}`]);
  });

  it('are none where they say the same', async () => {
    expect(await messagesOf('改名:\n  概况: 综述\n  概 况: 综述\n')).toEqual([]);
  });

  it('are an error where terms stand under each other', async () => {
    expect(await messagesOf('下级:\n  概况: 民族宗教\n  民族宗教: 设施农业\n  设施农业: 概况\n')).toEqual([
      'index-rule-circular 索引.yaml:4:9',
    ]);
    expect(await messagesOf('下级:\n  概况: 概况\n')).toEqual(['index-rule-circular 索引.yaml:2:7']);
  });
});
