import { describe, expect, it } from 'vitest';
import { manuscript, nodes, places, read, short, tree } from './sample.js';

const plates = (body: string): string => manuscript(body, '体裁: 彩页');

describe('plates', () => {
  it('have sections of photos with captions', async () => {
    const [section] = (await tree(plates('## 农业\n\n![麦田](photos/01.jpg)\n\n![果园](photos/02.jpg)\n'))).children;
    expect(section).toMatchObject({
      type: 'plates',
      id: 'p01m01h1',
      children: [{ id: 'p01m01f1' }, { id: 'p01m01f2' }],
    });
  });

  it('resolve paths from the manuscript', async () => {
    const photos = await nodes(
      plates('![甲](photos/01.jpg)\n\n![乙](../照片/02.jpg)\n\n![丙](./03%20.jpg)\n'),
      'photo',
    );
    expect(photos.map((photo) => photo.file)).toEqual(['01-农业/photos/01.jpg', '照片/02.jpg', '01-农业/03 .jpg']);
    expect(photos.map((photo) => photo.src)).toEqual(['photos/01.jpg', '../照片/02.jpg', './03%20.jpg']);
  });

  it.each([
    ['one paragraph', '![](1.jpg) ![](2.jpg)\n![甲](3.jpg)\n'],
    ['paragraphs that follow', '![](1.jpg)\n\n![](2.jpg)\n\n![甲](3.jpg)\n'],
  ])('put photos of one caption in one figure: %s', async (_, body) => {
    const figures = await nodes(plates(`${body}\n![乙](4.jpg)\n`), 'figure');
    expect(figures.map((figure) => [figure.photos.length, short(figure.caption)])).toEqual([
      [3, '甲'],
      [1, '乙'],
    ]);
  });

  it('close a figure without a caption at the next text', async () => {
    const { children } = await tree(plates('![](1.jpg)\n\n文字。\n\n![甲](2.jpg)\n'));
    expect(children.map((child) => child.type)).toEqual(['figure', 'paragraph', 'figure']);
  });

  it('know the place of a caption, and read marks in it', async () => {
    const [figure] = await nodes(plates('![“党史”:索引[长廊]　甲](1.jpg)\n'), 'figure');
    expect(short(figure?.caption ?? [])).toBe('“党史”[长廊|长廊]　甲');
    expect(figure?.caption.map((node) => node.position.start.column)).toEqual([3, 7, 14]);
  });

  it('have settings of a section behind its title', async () => {
    const body =
      '## 城市风光 {每页=4 底色=浅}\n\n![甲](1.jpg)\n\n## 乡村（一）{每页=二}\n\n## 夜景 {}\n\n## 河湖\n\n![乙](2.jpg)\n';
    const sections = await nodes(plates(body), 'plates');
    expect(sections.map(({ title, settings }) => [short(title), settings])).toEqual([
      ['城市风光', { perPage: 4, tint: '浅' }],
      ['乡村（一）', { perPage: 2 }],
      ['夜景', {}],
      ['河湖', {}],
    ]);
  });

  it.each([
    ['每页=7', '栏目的“每页=7”不对', '每页可以放1张到6张，例如 {每页=4}'],
    ['每页=', '栏目的“每页=”不对', '每页可以放1张到6张，例如 {每页=4}'],
    ['底色=红', '栏目的“底色=红”不认识', '可用的有：浅、灰'],
    ['每叶=4', '栏目的花括号里不认识“每叶”', '是不是“每页”？可用的有：每页、底色'],
  ])('name a setting that is none: %s', async (typed, reason, remedy) => {
    const { messages } = await read(plates(`## 城市风光 {${typed}}\n\n![甲](1.jpg)\n`));
    expect(messages).toMatchObject([{ rule: 'plates-setting', severity: 'error', line: 6, column: 9, reason, remedy }]);
  });

  it('have braces in the titles of other 体裁 as words', async () => {
    const [subcategory] = await nodes(manuscript('## 集合{甲}\n\n### 乙\n\n丙。\n'), 'subcategory');
    expect(short(subcategory?.title ?? [])).toBe('集合{甲}');
  });

  it('have a photographer in the front matter, and other 体裁 have none', async () => {
    const source = manuscript('![甲](1.jpg)\n', '体裁: 彩页', '摄影: 李强');
    expect((await tree(source)).photographer?.value).toBe('李强');
    const { messages } = await read(manuscript('【甲】乙。\n', '摄影: 李强'));
    expect(places(messages)).toEqual(['front-matter-photographer 3:5']);
  });

  const figure = (hints: string, name = '甲'): string => `![${name}](${name}.jpg){${hints}}\n\n`;

  it.each([
    ['photo-group-interrupted 10:1', figure('组=甲') + figure('通栏', '乙') + figure('组=甲', '丙')],
    ['photo-group-interrupted 10:1', `${figure('组=甲')}## 工业\n\n${figure('组=甲', '乙')}`],
    ['photo-hints-contradict 8:1', figure('组=甲') + figure('组=甲 满版', '乙')],
    ['photo-hints-contradict 6:1', `![](1.jpg){满版}\n${figure('通栏')}`],
    ['photo-hints-contradict 6:1', `![](1.jpg){组=甲}\n${figure('组=乙')}`],
  ])('name what cannot stand together: %s', async (place, body) => {
    const { messages } = await read(plates(body));
    expect(places(messages.filter(({ severity }) => severity === 'error'))).toEqual([place]);
  });

  it('name a group that no page can hold, by what its section wants', async () => {
    const group = (count: number): string =>
      Array.from({ length: count }, (_, i) => figure('组=剪彩', `图${i + 1}`)).join('');
    expect(places((await read(plates(group(6)))).messages)).toEqual([]);
    expect(places((await read(plates(group(7)))).messages)).toEqual(['photo-group-too-large 6:1']);
    expect(places((await read(plates(`## 农业 {每页=3}\n\n${group(4)}`))).messages)).toEqual([
      'photo-group-too-large 8:1',
    ]);
  });

  it('warn of a group of one, and of a ground that nobody sees', async () => {
    expect(places((await read(plates(figure('组=甲')))).messages)).toEqual(['photo-group-alone 6:1']);
    const { messages } = await read(plates(`## 农业 {底色=浅}\n\n${figure('满版')}`));
    expect(places(messages)).toEqual(['plates-tint-unseen 6:1']);
  });

  it('stand in other 体裁 as well', async () => {
    const [entry] = await nodes(manuscript('【春耕】甲。\n\n![麦田](photos/01.jpg)\n'), 'entry');
    expect(entry?.children.map((child) => child.type)).toEqual(['paragraph', 'figure']);
  });
});
