import { describe, expect, it } from 'vitest';
import { manuscript, read, tree } from './sample.js';

describe('front matter', () => {
  it('gives each field its value and place', async () => {
    const result = await tree(manuscript('正文。\n', '供稿: 李强', '单位: 测试县农业农村局', '分目: 水利'));
    expect(result).toMatchObject({
      genre: '条目',
      category: { value: '农业', position: { start: { line: 2, column: 5, offset: 8 } } },
      contributor: { value: '李强', position: { start: { line: 3, column: 5 } } },
      department: { value: '测试县农业农村局' },
      subcategory: { value: '水利' },
    });
  });

  it.each([
    ['a year', '2022'],
    ['a date in digits', '2022-07-05'],
    ['a number with zeros', '007'],
    ['yes', 'true'],
    ['a month', '2022年7月'],
  ])('takes %s for text, as typed', async (_, typed) => {
    expect((await tree(manuscript('正文。\n', `日期: ${typed}`))).date?.value).toBe(typed);
  });

  it.each([
    ['in quotation marks', '"关于: A B"', '关于: A B'],
    ['that begins with a dash', '——2021年报告', '——2021年报告'],
    ['with a colon', '春耕：2021', '春耕：2021'],
    ['with stray spaces', '推进 5G 建设', '推进5G建设'],
    ['with an ideographic space', '春耕　秋收', '春耕　秋收'],
  ])('reads a value %s', async (_, typed, expected) => {
    expect((await tree(manuscript('正文。\n', `标题: ${typed}`))).title?.value).toBe(expected);
  });

  it('may stand below blank lines, and hold comments', async () => {
    const { manuscript: result, messages } = await read('\n\n---\n# 备注\n类目: 农业 # 备注\n---\n\n正文。\n');
    expect([result?.category.value, messages]).toEqual(['农业', []]);
  });

  it('suggests the key and the 体裁 that were meant', async () => {
    const remedies = async (source: string) => (await read(source)).messages.map((message) => message.remedy);
    expect(await remedies(manuscript('正文。\n', '供稿人: 李强'))).toEqual([expect.stringContaining('是不是“供稿”')]);
    expect(await remedies(manuscript('正文。\n', '体裁: 大事'))).toEqual([expect.stringContaining('是不是“大事记”')]);
  });

  it('with several faults names them all', async () => {
    const { messages } = await read('---\n类目：农业\n供稿人: 李强\n日期:\n---\n\n正文。\n');
    expect(messages.map((message) => message.line)).toEqual([2, 3, 4]);
  });
});
