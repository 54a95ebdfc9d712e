import { describe, expect, it } from 'vitest';
import { orderNote } from '../../src/subject-index/order/note.js';
import { INDEX_DEFAULTS } from '../../src/tree/index-settings.js';

describe('the order in words', () => {
  it('is whole sentences, method first, then marks, then numbers and letters', () => {
    expect(orderNote(INDEX_DEFAULTS)).toBe(
      '按汉语拼音字母顺序逐字排列：首字音节相同的依声调，同音同调的依笔画数和笔顺，首字相同的再比第二字，依此类推。' +
        '标引词前的引号、书名号和括号不参加排序。' +
        '以数字和拉丁字母开头的标引词排在最前，数字依数值大小排列。',
    );
  });

  it('names the other method', () => {
    expect(orderNote({ ...INDEX_DEFAULTS, order: '整词字母' })).toMatch(
      /^按整条标引词的汉语拼音字母顺序排列：字母相同的/,
    );
  });

  it('tells what stands first where marks and numbers both stand before A', () => {
    expect(orderNote({ ...INDEX_DEFAULTS, marks: '在前' })).toContain(
      '以引号、书名号或括号开头的标引词排在最前。以数字和拉丁字母开头的标引词排在其后、字母A之前，',
    );
  });

  it('tells where numbers and Latin letters are where they stand among the letters', () => {
    expect(orderNote({ ...INDEX_DEFAULTS, others: '混排' })).toMatch(
      /。以拉丁字母开头的标引词排入相应字母，以数字开头的按首位数字的读音排入。$/,
    );
  });
});
