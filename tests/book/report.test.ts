import { describe, expect, it } from 'vitest';
import { countBook } from '../../src/book/report.js';
import { bookTitle } from '../../src/book/theme.js';
import { BOOK, manuscript, readFiles } from '../manuscript/sample.js';

const FILES = {
  '01-卷首/01-说明.md': '---\n类目: 卷首\n体裁: 文章\n标题: 编辑说明\n---\n\n甲 乙。\n',
  '02-农业/01-甲.md': manuscript('## 种植业\n\n【春耕】丙。\n\n| 丁 |\n| --- |\n| 1 |\n\n![戊](photos/01.jpg)\n'),
};

describe('the figures of a book', () => {
  it('count what it holds; the 卷首 is no 类目', async () => {
    const { volume } = await readFiles(FILES);
    if (!volume) throw new Error('no volume');
    expect(countBook(volume, 10)).toEqual({
      pages: 10,
      characters: '编辑说明甲乙。农业种植业春耕丙。丁1戊'.length,
      layoutCharacters: 44 * 42 * 10,
      parts: 1,
      subcategories: 1,
      entries: 1,
      tables: 1,
      photos: 1,
    });
  });

  it('count 版面字数 by the lines and characters of the trim size', async () => {
    const { volume } = await readFiles({ ...FILES, 'book.yaml': `${BOOK}开本: 16开\n` });
    if (!volume) throw new Error('no volume');
    expect(countBook(volume, 10).layoutCharacters).toBe(38 * 38 * 10);
  });
});

describe('the title of a book', () => {
  it('is its name with the number of the volume', async () => {
    const { volume } = await readFiles(FILES);
    expect(volume && bookTitle(volume.settings)).toBe('测试县年鉴（2022）');
  });
});
