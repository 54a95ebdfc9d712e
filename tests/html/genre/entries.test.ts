import { describe, expect, it } from 'vitest';
import { manuscript } from '../../manuscript/sample.js';
import { all, childNames, manuscriptText, one, parse, text } from '../elements.js';
import { flowsOf, set } from '../set.js';

describe('entries', () => {
  it('have a run-in head in 【】 before their first paragraph', async () => {
    const page = await set(manuscript('【春耕】全县播种10万亩。\n\n收成好。\n'));
    const runIn = one(page, '.run-in');
    expect(text(runIn)).toBe('【春耕】全县播种10万亩。');
    expect(text(one(runIn, 'h3'))).toBe('【春耕】');
    expect(manuscriptText(one(runIn, 'h3'))).toBe('春耕');
    expect(all(page, 'p').map(text)).toEqual(['收成好。']);
  });

  it('have a head alone where they begin with a table or a list', async () => {
    const page = await set(manuscript('### 春耕\n\n| 甲 |\n| --- |\n| 1 |\n\n### 秋收\n\n- 一\n'));
    expect(all(page, '.run-in').map(text)).toEqual(['【春耕】', '【秋收】']);
    expect(all(page, '.entry').map(childNames)).toEqual([
      ['div', 'figure'],
      ['div', 'ul'],
    ]);
  });

  it('stand under 类目 (h1) and 分目 (h2) as h3, each with its id', async () => {
    const page = await set(manuscript('## 种植业\n\n### 春耕\n\n甲。\n\n### 秋收\n\n乙。\n'));
    expect(one(page, 'h1').attributes).toMatchObject({ id: 'p01', class: 'running-title', 'data-title': '农业' });
    expect(text(one(page, 'h2'))).toBe('种植业');
    expect(one(page, 'h2').attributes.id).toBe('p01m01s1');
    expect(all(page, '.entry').map((entry) => [entry.attributes.id, manuscriptText(one(entry, 'h3'))])).toEqual([
      ['p01m01e1', '春耕'],
      ['p01m01e2', '秋收'],
    ]);
  });

  it('set bold, italics, breaks and index marks inside the paragraph', async () => {
    const page = await set(manuscript('甲**乙***丙*<br>丁:索引[戊]{词="己"}:索引[]{词="庚"}。\n'));
    expect(childNames(one(page, 'p'))).toEqual(['strong', 'em', 'br', 'span', 'span']);
    expect(text(one(page, 'p'))).toBe('甲乙丙丁戊。');
    expect(all(page, '.mark').map((mark) => [mark.attributes.id, text(mark)])).toEqual([
      ['p01m01k1', '戊'],
      ['p01m01k2', ''],
    ]);
  });

  it('write the numbers and bullets of lists as text, from the first number on', async () => {
    const page = await set(manuscript('- 甲\n- 乙\n\n3. 丙\n4. 丁\n'));
    expect(all(page, 'li').map(text)).toEqual(['•甲', '•乙', '3.丙', '4.丁']);
    expect(all(page, 'li').map(manuscriptText)).toEqual(['甲', '乙', '丙', '丁']);
  });

  it('hold lists inside lists', async () => {
    const page = await set(manuscript('- 甲\n  1. 乙\n'));
    expect(text(one(page, 'ol'))).toBe('1.乙');
    expect(all(one(page, 'ul'), 'ol')).toHaveLength(1);
  });
});

describe('the byline', () => {
  it('ends the manuscript, names of two characters padded to three', async () => {
    const page = await set(manuscript('甲。\n', '供稿: 李强、王小芳 赵一', '单位: 农业农村局'));
    expect(text(one(page, '.byline'))).toBe('（供稿：李　强、王小芳 赵　一　农业农村局）');
    expect(all(page, 'p').at(-1)).toBe(one(page, '.byline'));
  });

  it('may name the contributor or the department alone', async () => {
    expect(text(one(await set(manuscript('甲。\n', '供稿: 李强')), '.byline'))).toBe('（供稿：李　强）');
    expect(text(one(await set(manuscript('甲。\n', '单位: 水务局')), '.byline'))).toBe('（供稿：水务局）');
  });

  it('leaves the names of departments and Latin names as they are', async () => {
    expect(text(one(await set(manuscript('甲。\n', '供稿: Li、欧阳明明')), '.byline'))).toBe('（供稿：Li、欧阳明明）');
  });

  it('is missing where the manuscript names nobody', async () => {
    expect(all(await set(manuscript('甲。\n')), '.byline')).toEqual([]);
  });
});

describe('a part', () => {
  it('is one flow of the body in Chinese, its manuscripts in the same columns', async () => {
    const [flow, ...more] = await flowsOf(manuscript('甲。\n'), manuscript('乙。\n'));
    expect(more).toEqual([]);
    expect(flow).toMatchObject({ id: 'p01', title: '农业', pageStyle: 'body', numbering: 'decimal', start: '另页' });
    const page = await set(manuscript('甲。\n'), manuscript('乙。\n'));
    expect(one(page, '.part').attributes.lang).toBe('zh-CN');
    expect(all(one(page, '.columns'), '.entries').map(text)).toEqual(['甲。', '乙。']);
  });

  it('prints the 分目 of the front matter once, in the column, before the manuscripts of that 分目', async () => {
    const page = await set(
      manuscript('甲。\n', '分目: 种植业'),
      manuscript('乙。\n', '分目: 种植业'),
      manuscript('丙。\n', '分目: 林业'),
    );
    expect(text(one(page, '.columns'))).toBe('种植业甲。乙。林业丙。');
    expect(all(page, 'h2').map(({ attributes }) => attributes.id)).toEqual([
      'p01m01-subcategory',
      'p01m03-subcategory',
    ]);
  });

  it('begins new columns under a title that spans them', async () => {
    const page = await set(
      manuscript('甲。\n'),
      manuscript('乙。\n', '标题: 报告', '分目: 会议'),
      manuscript('丙。\n'),
    );
    expect(childNames(one(page, '.part'))).toEqual(['header', 'div', 'header', 'div']);
    expect(text(one(page, '.title-block'))).toBe('会议报告');
    expect(all(page, '.columns').map(text)).toEqual(['甲。', '乙。丙。']);
  });
});

describe('the 卷首', () => {
  it('is a flow for each manuscript, with roman folios and the title of the manuscript as running head', async () => {
    const flows = await flowsOf(
      '---\n类目: 卷首\n体裁: 文章\n标题: 编辑说明\n---\n\n甲。\n',
      '---\n类目: 卷首\n体裁: 彩页\n---\n\n## 农业\n\n![麦田](photos/01.jpg)\n',
    );
    expect(flows.map(({ id, title, pageStyle, numbering }) => [id, title, pageStyle, numbering])).toEqual([
      ['p01m01', '编辑说明', 'front', 'roman'],
      ['p01m02', '卷首', 'plates', 'roman'],
    ]);
    const page = parse(flows[0]?.html ?? '');
    expect(all(page, 'h1')).toEqual([]);
    expect(one(page, '.running-title').attributes).toMatchObject({ id: 'p01m01', 'data-title': '编辑说明' });
  });
});
