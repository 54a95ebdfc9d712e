import { describe, expect, it } from 'vitest';
import { DOCUMENT } from '../../manuscript/everything.js';
import { manuscript } from '../../manuscript/sample.js';
import { all, one, text } from '../elements.js';
import { set } from '../set.js';

describe('an official document', () => {
  it('has its clauses with the label in front, an ideographic space between', async () => {
    const page = await set(manuscript('第一条　为**规范**管理。\n\n第二条 甲。\n', '体裁: 文件'));
    expect(all(page, '.clause').map(text)).toEqual(['第一条　为规范管理。', '第二条　甲。']);
    expect(all(page, '.label').map(text)).toEqual(['第一条', '第二条']);
  });

  it('leaves a reference to a clause inside a sentence alone', async () => {
    const page = await set(manuscript('第一条规定的事项除外。\n', '体裁: 文件'));
    expect(all(page, '.clause')).toEqual([]);
    expect(text(one(page, 'p'))).toBe('第一条规定的事项除外。');
  });

  it('has the paragraphs of a clause behind it and its chapters as headings', async () => {
    const page = await set(DOCUMENT);
    expect(text(one(page, 'h4'))).toBe('第一章　总则');
    expect(text(one(page, 'h5'))).toBe('第一节');
    expect(all(page, 'p').slice(-4).map(text)).toEqual(['第一条　甲。', '第二条　乙：', '（一）丙；', '第三条　丁。']);
  });

  it('has its number and date under the title', async () => {
    expect(text(one(await set(DOCUMENT), '.title-block'))).toBe('文件辑存办法测政发〔2021〕5号2021年6月4日');
  });
});
