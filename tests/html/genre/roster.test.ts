import { describe, expect, it } from 'vitest';
import { manuscript } from '../../manuscript/sample.js';
import { all, manuscriptText, one, text } from '../elements.js';
import { set } from '../set.js';

const roster = (body: string) => set(manuscript(body, '体裁: 名录'));

describe('a roster', () => {
  it('pads names of two characters and keeps the marks between them', async () => {
    const page = await roster('- 书记：李强（女，任至8月（含））；欧阳明；王芳\n');
    expect(text(one(page, '.post'))).toBe('书记：李　强（女，任至8月（含））；欧阳明；王　芳');
    expect(all(page, '.name').map(text)).toEqual(['李　强', '欧阳明', '王　芳']);
  });

  it('pads neither the post nor the note', async () => {
    expect(text(one(await roster('- 局长：李强（兼职）\n'), '.post'))).toBe('局长：李　强（兼职）');
  });

  it('pads a name once that was typed padded', async () => {
    expect(text(one(await roster('- 局长：李　强\n'), '.post'))).toBe('局长：李　强');
  });

  it('leaves names in other scripts and with a middle dot alone', async () => {
    const page = await roster('- 委员：阿不都·热合曼；Li\n');
    expect(all(page, '.name').map(text)).toEqual(['阿不都·热合曼', 'Li']);
  });

  it('has systems as h3 and units as h4, each with its id', async () => {
    const page = await roster('## 党委\n\n- 书记：李强\n\n### 办公室\n\n- 主任：孙二\n');
    expect(text(one(page, '.system'))).toBe('党委书记：李　强办公室主任：孙　二');
    expect(one(page, 'h3').attributes.id).toBe('p01m01h1');
    expect(one(page, '.unit').attributes.id).toBe('p01m01h2');
    expect(text(one(page, 'h4'))).toBe('办公室');
  });

  it('says the same with and without the padding', async () => {
    expect(manuscriptText(one(await roster('- 书记：李强；王芳\n'), '.post'))).toBe('书记：李强；王芳');
  });

  it('hangs its turned lines under the first name, where the post leaves room for names', async () => {
    const page = await roster(
      '- 副主任：李强\n- 党组书记、局长：王芳\n- 区委常委、区委办公室主任：孙二\n- A岗：李强\n',
    );
    expect(all(page, '.post').map(({ attributes }) => attributes.style)).toEqual([
      '--hang:4em',
      '--hang:8em',
      '--hang:2em',
      '--hang:2em',
    ]);
  });

  it('spreads 主任 beside 副主任, and only there', async () => {
    const page = await roster('### 甲办\n\n- 主任：李强\n- 副主任：王芳\n\n### 乙办\n\n- 主任：孙二\n');
    expect(all(page, '.post-title').map(text)).toEqual(['主　任：', '副主任：', '主任：']);
  });

  it('keeps a name on one line, and with its note where that is short', async () => {
    const page = await roster('- 局长：李强；王芳（女）；孙小二（2021年2月任区委常委、2021年9月任区委副书记）\n');
    const kept = all(page, 'span').filter(({ attributes }) => attributes['data-keep'] !== undefined);
    expect(kept.map(text)).toEqual(['李　强', '王　芳（女）', '王　芳', '孙小二']);
  });
});
