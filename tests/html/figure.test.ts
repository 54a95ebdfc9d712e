import { describe, expect, it } from 'vitest';
import { manuscript } from '../manuscript/sample.js';
import { all, childNames, one, text } from './elements.js';
import { set } from './set.js';

const figure = async (body: string) => one(await set(manuscript(body, '体裁: 文章')), 'figure');

describe('a figure in the text', () => {
  it('has its caption below the photo, and as its alternative text', async () => {
    const found = await figure('![双湾镇**麦田**](photos/01.jpg)\n');
    expect(childNames(found)).toEqual(['div', 'figcaption']);
    expect(text(one(found, 'figcaption'))).toBe('双湾镇麦田');
    expect(one(found, 'img').attributes.alt).toBe('双湾镇麦田');
    expect(found.attributes).toEqual({ id: 'p01m01f1', class: 'photo' });
  });

  it('has its shape and the width of a column from the start, and its file to come', async () => {
    const { src, style, 'data-src': file } = one(await figure('![甲](photos/1200x900.jpg)\n'), 'img').attributes;
    expect(style).toBe('width:308.00px;aspect-ratio:1.33333');
    expect(file).toBe('file:///pictures/01-农业/photos/1200x900.jpg?308');
    expect(src).toMatch(/^data:/u);
  });

  it('is narrower than the column where the photo would be too tall for it', async () => {
    const { style } = one(await figure('![甲](photos/400x2400.jpg)\n'), 'img').attributes;
    // 397 CSS px tall, less than half of the column, and a sixth of that wide.
    expect(style).toBe('width:66.17px;aspect-ratio:0.16667');
  });

  it('is no wider than its pixels bear at 225 ppi, but not much smaller than its room', async () => {
    const width = async (size: string) =>
      one(await figure(`![甲](photos/${size}.jpg)\n`), 'img').attributes.style?.split(';')[0];
    expect(await width('600x400')).toBe('width:256.00px');
    expect(await width('60x40')).toBe('width:184.80px');
  });

  it('stands across the page where that is asked', async () => {
    const found = await figure('![甲](photos/3000x1000.jpg){通栏}\n');
    expect(found.attributes.class).toBe('photo spanning');
    expect(one(found, 'img').attributes.style).toBe('width:644.00px;aspect-ratio:3.00000');
    expect((await figure('![甲](photos/3000x1000.jpg)\n')).attributes.class).toBe('photo');
  });

  it('has upright photos of one caption side by side at one height', async () => {
    const found = await figure('![](photos/700x1000.jpg) ![甲](photos/800x1000.jpg)\n');
    const styles = all(one(found, '.print-row'), 'img').map(({ attributes }) => attributes.style ?? '');
    const [first, two] = styles.map((style) => Number(/width:([\d.]+)/u.exec(style)?.[1]));
    expect((first ?? 0) + (two ?? 0) + 6).toBeCloseTo(308, 0);
    expect((first ?? 0) / 0.7).toBeCloseTo((two ?? 0) / 0.8, 0);
  });

  it('has its caption broken by sense, and the marks in it', async () => {
    const found = await figure('![区委书记调研，区长陪同](photos/01.jpg)\n');
    expect(all(found, 'span').filter(({ attributes }) => 'data-keep' in attributes).length).toBeGreaterThan(1);
    expect(text(one(await figure('![:索引[麦田]丰收](photos/01.jpg)\n'), 'figcaption'))).toBe('麦田丰收');
  });

  it('has several photos of one caption in it, the caption once', async () => {
    const found = await figure('![](photos/01.jpg)\n\n![](photos/02.jpg)\n\n![麦田](photos/03.jpg)\n');
    expect(childNames(found)).toEqual(['div', 'figcaption']);
    expect(all(found, 'img').map(({ attributes }) => attributes.alt)).toEqual(['麦田', '麦田', '麦田']);
  });

  it('has neither caption nor an alternative text where none is written', async () => {
    const found = await figure('![](photos/01.jpg)\n');
    expect(childNames(found)).toEqual(['div']);
    expect(one(found, 'img').attributes.alt).toBe('');
  });

  it('gives its photos whole lines of the body, however high they are', async () => {
    const lines = async (body: string) =>
      /\((\d+) \* var/u.exec(one(await figure(body), '.prints').attributes.style ?? '')?.[1];
    // 308 px wide: 205.33 px high, 9.33 lines of 22 px.
    expect(await lines('![甲](photos/01.jpg)\n')).toBe('10');
    // 308 px high: exactly 14 lines.
    expect(await lines('![甲](photos/900x900.jpg)\n')).toBe('14');
    // Two photos with 6 px between them: 416.67 px.
    expect(await lines('![](photos/01.jpg)\n\n![麦田](photos/02.jpg)\n')).toBe('19');
  });
});
