import { describe, expect, it } from 'vitest';
import { bookmarkLines, contentsOf } from '../../../src/html/book-flows.js';
import type { Volume } from '../../../src/tree/nodes.js';
import { manuscript } from '../../manuscript/sample.js';
import { all, classes, one, parse, text } from '../elements.js';
import { indexFlowsOf, volumeOf } from '../set.js';

const FRONT = '---\n类目: 卷首\n体裁: 文章\n标题: 编辑说明\n---\n\n甲。\n';

const book = (): Promise<Volume> =>
  volumeOf({
    '01-卷首/01-编辑说明.md': FRONT,
    '02-农业/01-甲.md': manuscript('## 种植业\n\n概述。\n\n### **春**耕\n\n甲。\n\n【秋收】乙。\n'),
    '02-农业/02-乙.md': manuscript('丙。\n', '体裁: 文章', '标题: 报告', '分目: 会议'),
    '02-农业/03-丙.md': manuscript('## 一、丁\n\n戊。\n', '体裁: 文章', '标题: 讲话'),
  });

const FOLIOS: Record<string, string> = { p02: '1', p02m01s1: '1', p02m01e1: '2', p02m01e2: '3', index: '9' };

describe('the contents', () => {
  it('list 类目, 分目 and titled manuscripts, and 条目, each a level lower', async () => {
    const volume = await book();
    const page = parse(contentsOf(volume, [], (id) => FOLIOS[id] ?? '7').html);
    expect(all(page, '.line').map((line) => [classes(line)[1], text(line)])).toEqual([
      ['level-1', '农业1'],
      ['level-2', '种植业1'],
      ['level-3', '春耕2'],
      ['level-3', '秋收3'],
      ['level-2', '会议7'],
      ['level-3', '报告7'],
      ['level-2', '讲话7'],
    ]);
  });

  it('keep a title with what stands under it, and let one that stands alone end a column', async () => {
    const page = parse(contentsOf(await book(), [], (id) => FOLIOS[id] ?? '7').html);
    const heads = all(page, '.heads').map(text);
    expect(heads).toEqual(['农业1', '种植业1', '会议7']);
  });

  it('link every line to its place, with a leader and the folio', async () => {
    const page = parse(contentsOf(await book(), [], (id) => FOLIOS[id] ?? '').html);
    expect(all(page, 'a').map(({ attributes }) => attributes.href)).toEqual(
      ['p02', 'p02m01s1', 'p02m01e1', 'p02m01e2', 'p02m02-subcategory', 'p02m02', 'p02m03'].map((id) => `#${id}`),
    );
    expect(all(page, '.leader')).toHaveLength(7);
    expect(all(page, '.folio').map(text).slice(0, 4)).toEqual(['1', '1', '2', '3']);
  });

  it('end with the index, and leave out the 卷首', async () => {
    const volume = await book();
    const flow = contentsOf(volume, await indexFlowsOf(volume, () => '5'), (id) => FOLIOS[id] ?? '7');
    const lines = all(parse(flow.html), '.line').map(text);
    expect(lines.at(-1)).toBe('索引9');
    expect(lines.join('')).not.toContain('编辑说明');
  });

  it('begin with the plates of the 卷首 and their sections', async () => {
    const photos = '## 城市风光 {每页=2}\n\n![甲](1.jpg)\n\n## 乡村振兴\n\n![乙](2.jpg)\n';
    const plates = (...fields: string[]): string =>
      `---\n${['类目: 卷首', '体裁: 彩页', ...fields].join('\n')}\n---\n\n${photos}`;
    const volume = await volumeOf({
      '01-卷首/01-编辑说明.md': FRONT,
      '01-卷首/02-彩页.md': plates('标题: 彩页'),
      '01-卷首/03-彩页.md': plates(),
      '02-农业/01-甲.md': manuscript('【春耕】甲。\n'),
    });
    const lines = all(parse(contentsOf(volume, [], (id) => (id.startsWith('p01') ? 'iv' : '1')).html), '.line');
    const own = lines.filter((line) => classes(line).includes('of-plates'));
    expect(own.map((line) => [classes(line)[1], text(line)])).toEqual([
      ['level-1', '彩页iv'],
      ['level-2', '城市风光iv'],
      ['level-2', '乡村振兴iv'],
      ['level-2', '城市风光iv'],
      ['level-2', '乡村振兴iv'],
    ]);
    expect(lines.slice(0, 5)).toEqual(own);
  });

  it('are a flow of the front matter that begins on a recto, under the head 目录', async () => {
    const flow = contentsOf(await book(), [], () => '1');
    expect(flow).toMatchObject({ id: 'contents', numbering: 'roman', start: '单页', pageStyle: 'contents' });
    const head = one(parse(flow.html), 'h1');
    expect([head.attributes.id, head.attributes['data-title'], text(head)]).toEqual(['contents', '目录', '目录']);
  });
});

describe('the bookmarks', () => {
  it('list the 卷首 and the contents before the body', async () => {
    const volume = await book();
    const index = await indexFlowsOf(volume, () => '5');
    const lines = bookmarkLines(
      volume,
      contentsOf(volume, index, () => '1'),
      index,
    );
    expect(lines.map(({ level, title }) => `${level} ${title}`)).toEqual([
      '1 编辑说明',
      '1 目录',
      '1 农业',
      '2 种植业',
      '3 春耕',
      '3 秋收',
      '2 会议',
      '3 报告',
      '2 讲话',
      '1 索引',
    ]);
  });

  it('list only what a part of the book has', async () => {
    const lines = bookmarkLines(await book(), undefined, []);
    expect(lines.map(({ title }) => title)).not.toContain('目录');
    expect(lines.at(-1)?.title).toBe('讲话');
  });
});
