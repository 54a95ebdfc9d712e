import { describe, expect, it } from 'vitest';
import { manuscript } from '../manuscript/sample.js';
import { all, childNames, classes, one, text } from './elements.js';
import { set } from './set.js';

const FIELDS = [
  '标题: 政府工作报告',
  '副题: ——在会上的讲话',
  '文号: 测政发〔2021〕5号',
  '日期: 2021年12月8日',
  '职务: 区长',
  '作者: 李强',
];

describe('the title block', () => {
  it('has title, subtitle, number, date, post and author in this order', async () => {
    const page = await set(manuscript('甲。\n', '体裁: 文章', ...FIELDS.toReversed()));
    const block = one(page, '.title-block');
    expect(block.children.map((line) => (typeof line === 'string' ? [] : [...classes(line), text(line)]))).toEqual([
      ['title', '政府工作报告'],
      ['subtitle', '——在会上的讲话'],
      ['document-number', '测政发〔2021〕5号'],
      ['date', '2021年12月8日'],
      ['author', '区长　李　强'],
    ]);
  });

  it('has only the lines that the manuscript gives', async () => {
    const page = await set(manuscript('甲。\n', '体裁: 文章', '标题: 报告', '作者: 王小芳'));
    expect(text(one(page, '.title-block'))).toBe('报告王小芳');
    expect(childNames(one(page, '.title-block'))).toEqual(['h2', 'p']);
  });

  it('may turn its title over where the author parted it, and only there', async () => {
    const page = await set(manuscript('甲。\n', '体裁: 文章', '标题: 砥砺奋进　再谱新篇'));
    expect(text(one(page, '.title'))).toBe('砥砺奋进　再谱新篇');
    expect(all(page, '.phrase').map(text)).toEqual(['砥砺奋进', '再谱新篇']);
  });

  it('is missing where the manuscript has no title', async () => {
    expect(all(await set(manuscript('甲。\n', '体裁: 文章')), '.title-block')).toEqual([]);
  });

  it('stands a level lower under a 分目, which it opens', async () => {
    const block = one(await set(manuscript('甲。\n', '体裁: 文章', '标题: 报告', '分目: 会议')), '.title-block');
    expect(childNames(block)).toEqual(['h2', 'h3']);
    expect(one(block, 'h3').attributes.id).toBe('p01m01');
    expect(one(block, 'h2').attributes.id).toBe('p01m01-subcategory');
  });
});

describe('an article', () => {
  it('has its sections as h4 and h5, nested', async () => {
    const page = await set(manuscript('引言。\n\n## 一、甲\n\n乙。\n\n### （一）丙\n\n丁。\n', '体裁: 文章'));
    const [outer, inner] = all(page, '.section');
    if (!outer || !inner) throw new Error('not two sections');
    expect([text(outer), text(inner)]).toEqual(['一、甲乙。（一）丙丁。', '（一）丙丁。']);
    expect([text(one(page, 'h4')), text(one(page, 'h5'))]).toEqual(['一、甲', '（一）丙']);
    expect(one(page, 'h4').attributes.id).toBe('p01m01h1');
  });
});
