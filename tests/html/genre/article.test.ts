import { describe, expect, it } from 'vitest';
import { manuscript } from '../../manuscript/sample.js';
import { all, childNames, classes, one, text } from '../elements.js';
import { set } from '../set.js';

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

describe('an address', () => {
  const first = async (body: string, genre = '文章') => all(await set(manuscript(body, `体裁: ${genre}`)), 'p')[0];

  it.each([
    '各位代表：',
    '各位代表、同志们：',
    '同志们：',
    '尊敬的各位来宾，女士们、先生们：',
    '各镇人民政府、街道办事处，区直各部门：',
  ])('stands flush left: %s', async (words) => {
    expect(classes((await first(`${words}\n\n报告如下。\n`)) as never)).toEqual(['salutation']);
  });

  it('is only the first paragraph, and no sentence that happens to end in a colon', async () => {
    expect(classes((await first('全年做了以下工作：\n\n甲。\n')) as never)).toEqual([]);
    expect(classes((await first('各位代表。现在报告：\n')) as never)).toEqual([]);
    const page = await set(manuscript('现在报告。\n\n各位代表：\n', '体裁: 文章'));
    expect(all(page, '.salutation')).toEqual([]);
  });

  it('opens a document too', async () => {
    expect(classes((await first('各镇人民政府：\n\n第一条　甲。\n', '文件')) as never)).toEqual(['salutation']);
  });
});

describe('a signature', () => {
  const signed = async (body: string) => all(await set(manuscript(body, '体裁: 文件')), '.signature').map(text);

  it('is who signs and the date, at the end', async () => {
    expect(await signed('第一条　甲。\n\n金川区人民政府\n\n2021年6月4日\n')).toEqual([
      '金川区人民政府',
      '2021年6月4日',
    ]);
    expect(await signed('## 第一章　总则\n\n甲。\n\n某某办公室\n\n二〇二一年六月四日\n')).toEqual([
      '某某办公室',
      '二〇二一年六月四日',
    ]);
  });

  it('is not a sentence before the date, nor a date inside the text', async () => {
    expect(await signed('本办法自发布之日起施行。\n\n2021年6月4日\n')).toEqual(['2021年6月4日']);
    expect(await signed('2021年6月4日\n\n甲。\n')).toEqual([]);
  });
});

describe('the levels of an article', () => {
  const levels = async (body: string, genre = '文章') => {
    const page = await set(manuscript(body, `体裁: ${genre}`));
    return [...all(page, 'h4'), ...all(page, 'h5')].map((head) => [text(head), ...classes(head)]);
  };

  it('follow the numbers, and the topmost have space above', async () => {
    expect(await levels('## 一、甲\n\n乙。\n\n### （一）丙\n\n丁。\n')).toEqual([
      ['一、甲', 'level-one', 'topmost'],
      ['（一）丙', 'level-two'],
    ]);
    expect(await levels('### 一、甲\n\n乙。\n')).toEqual([['一、甲', 'level-one', 'topmost']]);
  });

  it('have headings without a number above those with one', async () => {
    expect(await levels('## 过去五年\n\n### 一、甲\n\n乙。\n')).toEqual([
      ['过去五年', 'level-part', 'topmost'],
      ['一、甲', 'level-one'],
    ]);
  });

  it('know chapters and divisions', async () => {
    expect(await levels('## 第一章　总则\n\n### 第一节　甲乙丙丁\n\n丙。\n', '文件')).toEqual([
      ['第一章　总则', 'level-chapter', 'topmost'],
      ['第一节　甲乙丙丁', 'level-division'],
    ]);
  });

  it('begin inside a paragraph too: a numbered sentence before others', async () => {
    const heads = async (body: string, genre: string) =>
      all(await set(manuscript(body, `体裁: ${genre}`)), '.run-in-heading').map(text);
    const body = '（一）筑牢生态屏障。全年造林。\n\n（二）就是这样。\n\n（三）一句；两句。三句。\n';
    expect(await heads(body, '文章')).toEqual(['（一）筑牢生态屏障。']);
    expect(await heads(body, '文件')).toEqual([]);
  });
});

describe('headings of few characters', () => {
  it('are spread by classes, not by spaces: all but the last character', async () => {
    const page = await set(
      manuscript('## 概况\n\n【甲】乙。\n\n## 法治区\n\n【甲】乙。\n\n## 重要会议\n\n【甲】乙。\n'),
    );
    expect(all(page, 'h2').map(text)).toEqual(['概况', '法治区', '重要会议']);
    expect([text(one(page, '.spread-two')), text(one(page, '.spread-three'))]).toEqual(['概', '法治']);
  });

  it('are spread behind the number of a chapter', async () => {
    const page = await set(manuscript('## 第一章　总则\n\n第一条　甲。\n', '体裁: 文件'));
    expect(text(one(page, 'h4'))).toBe('第一章　总则');
    expect(text(one(page, '.spread-two'))).toBe('总');
  });
});
