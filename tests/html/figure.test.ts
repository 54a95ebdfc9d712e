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
    const { src, style, 'data-src': file } = one(await figure('![甲](photos/600x900.jpg)\n'), 'img').attributes;
    expect(style).toBe('width:308.00px;aspect-ratio:0.66667');
    expect(file).toBe('file:///pictures/01-农业/photos/600x900.jpg?308');
    expect(src).toMatch(/^data:/u);
  });

  it('is narrower than the column where the photo would be too tall for it', async () => {
    const { style } = one(await figure('![甲](photos/400x2400.jpg)\n'), 'img').attributes;
    // 560 CSS px tall and a sixth of that wide.
    expect(style).toBe('width:93.33px;aspect-ratio:0.16667');
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
