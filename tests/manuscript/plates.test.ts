import { describe, expect, it } from 'vitest';
import { manuscript, nodes, short, tree } from './sample.js';

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

  it('read hints in braces', async () => {
    const [one, two] = await nodes(
      plates('![甲](1.jpg){满版 裁切=中}\n\n![乙](2.jpg) {摄影="李 强" 旋转=90}\n'),
      'photo',
    );
    expect(one?.attributes).toEqual({ 满版: '', 裁切: '中' });
    expect(two?.attributes).toEqual({ 摄影: '李 强', 旋转: '90' });
  });

  it('know the place of a caption, and read marks in it', async () => {
    const [figure] = await nodes(plates('![“党史”:索引[长廊]　甲](1.jpg)\n'), 'figure');
    expect(short(figure?.caption ?? [])).toBe('“党史”[长廊|长廊]　甲');
    expect(figure?.caption.map((node) => node.position.start.column)).toEqual([3, 7, 14]);
  });

  it('stand in other 体裁 as well', async () => {
    const [entry] = await nodes(manuscript('【春耕】甲。\n\n![麦田](photos/01.jpg)\n'), 'entry');
    expect(entry?.children.map((child) => child.type)).toEqual(['paragraph', 'figure']);
  });
});
