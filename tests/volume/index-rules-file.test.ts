import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INDEX_VERBS } from '../../src/tree/index-rules.js';
import { readIndexRules } from '../../src/volume/index-rules-file.js';
import { BOOK, manuscript, places, readFiles } from '../manuscript/sample.js';

/** Each rule as `verb subject → objects`, those of persons behind `人名`. */
function read(source: string): string[] {
  const { rules, messages } = readIndexRules(source);
  expect(places(messages)).toEqual([]);
  return rules.map(({ verb, subject, objects, person }) =>
    [
      person ? '人名 ' : '',
      `${verb} ${subject.text}`,
      objects.length > 0 ? ' → ' : '',
      objects.map(({ text, wording }) => (wording ? `${text}=${wording}` : text)).join('，'),
    ].join(''),
  );
}

const faults = (source: string): string[] => places(readIndexRules(source).messages);

describe('索引.yaml', () => {
  it('may hold every verb', () => {
    const source = [
      '增加:',
      '  扫黑除恶: 法治/公安/社会面防控',
      '改名:',
      '  土地流转: 农村土地流转',
      '拆分:',
      '  民族宗教: [民族, 宗教]',
      '合并:',
      '  河湖长制: [河长制, 湖长制]',
      '删除: [概况, 农业/综述]',
      '下级:',
      '  会议: [党代会, 人代会: 区人代会]',
      '分列: {项目建设: 类目}',
      '见:',
      '  放管服: “放管服”改革',
      '参见:',
      '  脱贫攻坚: [乡村振兴]',
      '人名:',
      '  删除: 李白',
    ];
    expect(read(source.join('\n'))).toEqual([
      '增加 扫黑除恶 → 法治/公安/社会面防控',
      '改名 土地流转 → 农村土地流转',
      '拆分 民族宗教 → 民族，宗教',
      '合并 河湖长制 → 河长制，湖长制',
      '删除 概况',
      '删除 农业/综述',
      '下级 会议 → 党代会，人代会=区人代会',
      '分列 项目建设 → 类目',
      '见 放管服 → “放管服”改革',
      '参见 脱贫攻坚 → 乡村振兴',
      '人名 删除 李白',
    ]);
  });

  it.each([
    ['a single value for a list', '合并: {甲: 乙}', ['合并 甲 → 乙']],
    ['a list of lines', '改名:\n  - 甲: 乙\n  - 丙: 丁\n', ['改名 甲 → 乙', '改名 丙 → 丁']],
    ['a list for a single value', '改名: {甲: [乙]}', ['改名 甲 → 乙']],
    ['a mapping below 下级', '下级:\n  甲:\n    乙: 小乙\n    丙:\n', ['下级 甲 → 乙=小乙，丙']],
    ['分列 without more', '分列: [甲, 乙]', ['分列 甲 → 分目', '分列 乙 → 分目']],
    ['分列 by a word', '分列: 甲', ['分列 甲 → 分目']],
    ['keys below 删除', '删除:\n  甲:\n  乙:\n', ['删除 甲', '删除 乙']],
    ['拆分 with a mark between', '拆分: {甲乙: 甲、乙}', ['拆分 甲乙 → 甲，乙']],
    ['numbers and years', '改名: {2021: 2022年}', ['改名 2021 → 2022年']],
    ['a byte order mark', '\uFEFF删除: 甲', ['删除 甲']],
    ['nothing', '', []],
    ['comments', '# 增加:\n', []],
    ['verbs without lines', '增加:\n人名:\n', []],
  ])('may be typed with %s', (_, source, expected) => {
    expect(read(source)).toEqual(expected);
  });

  it('keeps the place of every word', () => {
    const { rules } = readIndexRules('合并:\n  甲: [乙, 丙]\n');
    const at = ({ position: { start } }: { position: { start: { line: number; column: number } } }) =>
      `${start.line}:${start.column}`;
    expect(rules.flatMap(({ subject, objects }) => [subject, ...objects].map(at))).toEqual(['2:3', '2:7', '2:10']);
  });

  it.each([
    ['an unknown verb', '添加:\n  甲: 乙\n', ['index-rule-verb 1:1']],
    ['an unknown verb below 人名', '人名:\n  拆分: {甲: [乙, 丙]}\n', ['index-rule-verb 2:3']],
    ['no verbs below 人名', '人名: 是\n', ['index-rule-form 1:5']],
    ['a verb twice', '删除: 甲\n删除: 乙\n', ['index-rules-duplicate-key 2:1']],
    ['a word without a colon', '改名:\n  - 甲\n', ['index-rule-form 2:5']],
    ['nothing behind a term', '增加:\n  甲:\n', ['index-rule-form 2:3']],
    ['two new names', '改名: {甲: [乙, 丙]}', ['index-rule-form 1:13']],
    ['one part', '拆分: {甲: 乙}', ['index-rule-form 1:9']],
    ['something behind a term to drop', '删除: {甲: 乙}', ['index-rule-form 1:9']],
    ['分列 by what is none', '分列: {甲: 稿件}', ['index-rule-form 1:9']],
    ['a line that is too deep', '增加:\n  甲:\n    乙: 丙\n', ['index-rule-form 3:5', 'index-rule-form 2:3']],
    ['a list for the whole file', '- 甲\n', ['index-rules-not-mapping 1:1']],
  ])('is in error with %s', (_, source, expected) => {
    expect(faults(source)).toEqual(expected);
  });

  it('says once where it cannot be read', () => {
    expect(faults('删除: [甲\n改名: {乙\n增加: ]\n')).toHaveLength(1);
    expect(faults('增加:\n\t甲: 乙\n')).toEqual(['index-rules-yaml 2:1']);
  });

  it('says what an unknown verb may mean', () => {
    const remedy = (verb: string): string | undefined => readIndexRules(`${verb}:\n`).messages[0]?.remedy;
    expect(remedy('添加')).toContain('是不是“增加”');
    expect(remedy('另见')).toContain('是不是“参见”');
    expect(remedy('合拼')).toContain('是不是“合并”');
    expect(remedy('人民')).toContain('是不是“人名”');
  });
});

describe('索引.yaml of a volume', () => {
  const files = { 'book.yaml': BOOK, '01-农业/01-甲.md': manuscript('文字。\n') };

  it('is read from beside book.yaml', async () => {
    const { volume, messages } = await readFiles({ ...files, '索引.yaml': '删除: 甲\n' });
    expect(messages).toEqual([]);
    expect(volume?.indexRules.map(({ verb }) => verb)).toEqual(['删除']);
  });

  it('may be missing', async () => {
    const { volume, messages } = await readFiles(files);
    expect([volume?.indexRules, messages]).toEqual([[], []]);
  });

  it('has no use in the folder of a 类目', async () => {
    const { messages } = await readFiles({ ...files, '01-农业/索引.yaml': '删除: 甲\n' });
    expect(messages).toEqual([
      expect.objectContaining({ severity: 'warning', rule: 'index-rules-misplaced', file: '01-农业/索引.yaml' }),
    ]);
  });

  it('must be UTF-8', async () => {
    const { messages } = await readFiles({ ...files, '索引.yaml': new Uint8Array([0xc9, 0xbe, 0xb3, 0xfd]) });
    expect(messages).toEqual([expect.objectContaining({ rule: 'index-rules-encoding', file: '索引.yaml' })]);
  });
});

describe('what compilers copy from', () => {
  const root = join(import.meta.dirname, '..', '..');
  const verbsOf = (source: string): string[] => {
    const { rules, messages } = readIndexRules(source);
    expect(messages).toEqual([]);
    return [...new Set(rules.filter(({ person }) => !person).map(({ verb }) => verb))];
  };

  it('is in order, and shows every verb: the page of docs', () => {
    const page = readFileSync(join(root, 'docs', 'subject-index.md'), 'utf8');
    expect(verbsOf(/```yaml\n([^`]*)```/u.exec(page)?.[1] ?? '')).toEqual([...INDEX_VERBS]);
  });

  it('is in order, and shows every verb: the file of a new volume, once its lines count', () => {
    const file = readFileSync(join(root, 'templates', 'volume', '索引.yaml'), 'utf8');
    expect(readIndexRules(file)).toEqual({ rules: [], messages: [] });
    const lines = file.split('\n').flatMap((line) => /^# ( *[^：]*:(?: [^：]*)?)$/u.exec(line)?.[1] ?? []);
    expect(verbsOf(lines.join('\n'))).toEqual([...INDEX_VERBS]);
  });
});
