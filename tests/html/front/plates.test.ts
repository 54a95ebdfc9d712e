import { describe, expect, it } from 'vitest';
import { PLATES } from '../../manuscript/everything.js';
import { manuscript } from '../../manuscript/sample.js';
import { all, childNames, one, parse, type Tag, text } from '../elements.js';
import { flowsOf } from '../set.js';

/** The first flow of a 卷首 with these plates. */
async function plates(body: string, ...fields: string[]): Promise<Tag> {
  const source = manuscript(body, '体裁: 彩页', ...fields).replace('类目: 农业', '类目: 卷首');
  return parse((await flowsOf(source))[0]?.html ?? '');
}

const photos = (count: number, name = ''): string =>
  Array.from({ length: count }, (_, i) => `![图${i + 1}](photos/${i + 1}-${name}.jpg)\n`).join('\n');

const px = (tag: Tag | undefined, property: string): number =>
  Number(new RegExp(`${property}:([\\d.]+)px`, 'u').exec(tag?.attributes.style ?? '')?.[1]);

describe('plates', () => {
  it('have every photo once and in order, with its caption', async () => {
    const page = await plates(`## 农业\n\n${photos(14)}`);
    expect(all(page, 'img').map(({ attributes }) => attributes.alt)).toEqual(
      Array.from({ length: 14 }, (_, i) => `图${i + 1}`),
    );
    expect(all(page, 'figcaption').map(text)).toEqual(all(page, 'img').map(({ attributes }) => attributes.alt));
    expect(new Set(all(page, 'figure').map(({ attributes }) => attributes.id)).size).toBe(14);
  });

  it('open a page for each section and print its title on the first of its pages', async () => {
    const page = await plates(`## 农业\n\n${photos(14)}\n## 工业\n\n${photos(1)}`);
    const sections = all(page, '.plate');
    expect(sections.length).toBeGreaterThan(2);
    const titles = sections.map((plate) => all(plate, 'h2').map(text).join());
    expect(titles.filter((title) => title !== '')).toEqual(['农业', '工业']);
    expect([titles[0], titles.at(-1)]).toEqual(['农业', '工业']);
  });

  it('give each figure the width of its photo, and each photo its shape', async () => {
    const page = await plates(`## 农业\n\n${photos(2, '900x600')}`);
    for (const figure of all(page, 'figure')) {
      const height = px(one(figure, '.photos'), 'height');
      expect(px(figure, 'width')).toBeCloseTo(1.5 * height, 1);
      expect(px(one(figure, 'img'), 'width')).toBeCloseTo(px(figure, 'width'), 1);
      expect(one(figure, 'img').attributes.style).toContain('aspect-ratio:1.50000');
    }
  });

  it('set photos of one caption side by side at one height, a small gap between', async () => {
    const page = await plates('## 农业\n\n![](photos/900x600.jpg)\n\n![麦田](photos/600x900.jpg)\n');
    const [wide, tall] = all(one(page, 'figure'), 'img').map((img) => px(img, 'width'));
    const height = px(one(page, '.photos'), 'height');
    expect((wide ?? 0) + (tall ?? 0) + 4).toBeCloseTo(px(one(page, 'figure'), 'width'), 1);
    expect((wide ?? 0) / (tall ?? 1)).toBeCloseTo(1.5 / (2 / 3), 1);
    expect((wide ?? 0) / 1.5).toBeLessThanOrEqual(height);
    expect(text(one(page, 'figcaption'))).toBe('麦田');
  });

  it('have the title of the manuscript on the first page', async () => {
    const page = await plates(`## 农业\n\n${photos(14)}`, '标题: 彩页');
    const [first] = all(page, '.plate');
    expect(text(one(first ?? page, '.plates-title'))).toBe('彩页');
    expect(all(page, '.plates-title')).toHaveLength(1);
  });

  it('have the title alone where there is nothing else', async () => {
    const page = await plates('甲。\n', '标题: 彩页');
    expect(text(page)).toBe('彩页甲。');
  });

  it('have text between photos, and sections of text alone', async () => {
    const page = await plates(`## 农业\n\n${photos(1)}\n说明。\n\n## 工业\n\n只有文字。\n`);
    expect(text(page)).toBe('农业图1说明。工业只有文字。');
    expect(all(page, '.plate-text').map(text)).toEqual(['说明。']);
  });

  it('stand in a part of the body between its columns', async () => {
    const body = PLATES.replace('类目: 卷首', '类目: 农业');
    const [flow] = await flowsOf(manuscript('甲。\n'), body, manuscript('乙。\n'));
    const part = one(parse(flow?.html ?? ''), '.part');
    expect(childNames(part)).toEqual(['header', 'div', 'section', 'div']);
    expect(text(part)).toBe('农业甲。农业麦田“果园”采摘（摄影：李　强）乙。');
  });

  it('have text before photos over them, and no photo before its place', async () => {
    const page = await plates(`## 农业\n\n说明。\n\n${photos(1)}\n## 工业\n\n${photos(1, '甲')}`);
    expect(text(page)).toBe('农业说明。图1工业图1');
  });

  it('give a photo in 满版 a page, its size with the bleed, and its words in a label', async () => {
    const page = await plates(
      '## 湿地\n\n![金水湖](photos/2000x3000.jpg){满版 裁切=上 摄影=王小芳}\n\n![乙](photos/2.jpg)\n',
      '标题: 彩页',
    );
    const [first, second] = all(page, '.plate');
    const image = one(first ?? page, 'img');
    // 大16开 is 210 × 285 mm; the bleed of 3 mm is 12 px, in whole ones.
    expect(image.attributes.style).toBe('--cut-width:817.70px;--cut-height:1101.17px;--cut:12px');
    expect(image.attributes['data-src']).toContain('?818');
    expect(text(one(first ?? page, '.plate-label'))).toBe('彩页湿地金水湖（摄影：王小芳）');
    expect(all(second ?? page, 'h2').map(text)).toEqual([]);
    expect(all(second ?? page, 'figure')).toHaveLength(1);
  });

  it('have the ground that their section wants', async () => {
    const page = await plates(
      `## 农业 {底色=浅}\n\n${photos(9)}\n## 工业 {底色=灰}\n\n${photos(1)}\n## 商业\n\n${photos(1)}`,
    );
    const classes = all(page, '.plate').map(({ attributes }) => attributes.class);
    expect(new Set(classes)).toEqual(new Set(['plate tinted-light', 'plate tinted-grey', 'plate']));
    expect(classes.at(-1)).toBe('plate');
  });

  it('end with who took the photos and who sent them', async () => {
    const page = await plates(`## 农业\n\n${photos(9)}`, '摄影: 李志强、王小芳', '供稿: 赵一鸣');
    const pages = all(page, '.plate');
    expect(all(pages.at(-1) ?? page, '.plates-tail').map(text)).toEqual(['摄影：李志强、王小芳（供稿：赵一鸣）']);
    expect(all(page, '.plates-tail')).toHaveLength(1);
  });

  it('have an alternative text for every photo: its caption, or the title of its section', async () => {
    const page = await plates('## 农业\n\n![](photos/1.jpg)\n\n说明。\n\n![麦田](photos/2.jpg)\n');
    expect(all(page, 'img').map(({ attributes }) => attributes.alt)).toEqual(['农业', '麦田']);
  });

  it('print a photo as its hints want it', async () => {
    const page = await plates('## 农业\n\n![甲](photos/900x600.jpg){裁切=1:1}\n\n![乙](photos/900x600.jpg){旋转=右}\n');
    const shapes = all(page, 'img').map(({ attributes }) => /aspect-ratio:([\d.]+)/u.exec(attributes.style ?? '')?.[1]);
    expect(shapes.map(Number)).toEqual([1, expect.closeTo(2 / 3, 4)]);
  });

  it('keep to the type area of the body in a 类目', async () => {
    const body = manuscript(`## 农业\n\n${photos(5)}`, '体裁: 彩页');
    const [flow] = await flowsOf(manuscript('甲。\n'), body);
    for (const figure of all(parse(flow?.html ?? ''), 'figure')) {
      expect(px(figure, 'left') + px(figure, 'width')).toBeLessThan(644.1);
    }
  });
});
