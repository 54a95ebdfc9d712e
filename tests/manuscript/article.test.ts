import { describe, expect, it } from 'vitest';
import { manuscript, nodes, read, tree } from './sample.js';

const article = (body: string): string => manuscript(body, '体裁: 文章');

describe('an article', () => {
  it('takes title, subtitle and author from the front matter', async () => {
    const result = await tree(
      manuscript('甲。\n', '体裁: 文章', '标题: 报告', '副题: ——2021年', '作者: 李强', '职务: 区长'),
    );
    expect(result).toMatchObject({
      genre: '文章',
      title: { value: '报告', position: { start: { line: 4, column: 5 } } },
      subtitle: { value: '——2021年' },
      author: { value: '李强' },
      post: { value: '区长' },
    });
  });

  it('nests ### under ##', async () => {
    const [section] = (await tree(article('## 一\n\n甲。\n\n### （一）\n\n乙。\n'))).children;
    expect(section).toMatchObject({ type: 'section', depth: 2, id: 'p01m01h1' });
    expect(section?.type === 'section' && section.children.map((child) => child.type)).toEqual([
      'paragraph',
      'section',
    ]);
  });

  it('may begin with ###', async () => {
    expect((await tree(article('### 一、综合\n\n甲。\n'))).children[0]).toMatchObject({ type: 'section', depth: 3 });
  });

  it('has lists, bulleted and numbered', async () => {
    const lists = await nodes(article('- 甲\n- 乙\n\n正文。\n\n3. 丙\n4. 丁\n'), 'list');
    expect(lists.map(({ ordered, start, children }) => [ordered, start, children.length])).toEqual([
      [false, 1, 2],
      [true, 3, 2],
    ]);
  });

  it('takes a number typed without a space for text', async () => {
    expect(await nodes(article('1.加强领导。\n\n2021.5亿元。\n'), 'list')).toEqual([]);
  });

  it('takes the Markdown habit of numbering every item 1', async () => {
    expect(await nodes(article('1. 甲\n1. 乙\n'), 'list')).toHaveLength(1);
  });
});

describe('the 分目 of the front matter', () => {
  it('is not doubled by a first heading of the same name', async () => {
    const result = await tree(
      manuscript('## 文件辑存\n\n第一条　甲。\n\n## 附则\n\n第二条　乙。\n', '体裁: 文件', '分目: 文件辑存'),
    );
    expect(result.opensSubcategory).toBe(true);
    expect(result.children.map((child) => child.type)).toEqual(['clause', 'section']);
  });

  it('leaves other headings alone', async () => {
    const { manuscript: result } = await read(manuscript('## 总则\n\n甲。\n', '体裁: 文件', '分目: 文件辑存'));
    expect(result?.children[0]?.type).toBe('section');
  });
});
