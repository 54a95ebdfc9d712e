import { describe, expect, it } from 'vitest';
import { houseLayout } from '../../src/design/house-layout.js';
import { manuscriptFlows } from '../../src/html/book-flows.js';
import { titlePages } from '../../src/html/title-page.js';
import type { VolumeSettings } from '../../src/tree/nodes.js';
import { manuscript } from '../manuscript/sample.js';
import { all, manuscriptText, one, parse, text } from './elements.js';
import { PICTURES, volumeOf } from './set.js';

const SETTINGS: VolumeSettings = {
  title: '测试县年鉴',
  number: '2022',
  recordedYear: '2021',
  sponsor: '测试县人民政府',
  compiler: '测试县年鉴编纂委员会',
  trim: '大16开',
  layout: houseLayout('大16开'),
  start: '另页',
  index: { excluded: [], persons: false },
};

describe('the title pages', () => {
  it('have title, number, sponsor and compiler on the first', () => {
    expect(all(one(parse(titlePages(SETTINGS).html), '.title-page'), 'p').map(text)).toEqual([
      '测试县年鉴',
      '2022',
      '测试县人民政府　主办',
      '测试县年鉴编纂委员会　编纂',
    ]);
  });

  it('have the imprint on the second, with the trim size in millimetres', () => {
    const imprint = one(parse(titlePages(SETTINGS).html), '.imprint-page');
    expect(all(imprint, 'dt').map(text)).toEqual(['书名', '记述年份', '主办', '编纂', '开本']);
    expect(all(imprint, 'dd').map(text).slice(-1)).toEqual(['大16开（210毫米×285毫米）']);
    const small = parse(titlePages({ ...SETTINGS, trim: '16开' }).html);
    expect(all(small, 'dd').map(text).at(-1)).toBe('16开（185毫米×260毫米）');
  });

  it('leave out what book.yaml does not say', () => {
    const { title, number, trim, layout, start, index } = SETTINGS;
    const page = parse(titlePages({ title, number, trim, layout, start, index }).html);
    expect(all(page, 'dt').map(text)).toEqual(['书名', '开本']);
    expect(text(page)).not.toMatch(/主办|编纂|undefined/u);
  });

  it('say what their runs say', () => {
    const { html, runs } = titlePages(SETTINGS);
    expect(manuscriptText(parse(html))).toBe(runs.map((run) => run.text).join(''));
  });

  it('open the whole book on a recto, and are missing where only some 类目 are set', async () => {
    const volume = await volumeOf({ '01-农业/01-甲.md': manuscript('甲。\n') });
    const [first] = manuscriptFlows(volume, PICTURES, false);
    expect(first).toMatchObject({ id: 'title', start: '单页', numbering: 'roman', pageStyle: 'title' });
    expect(manuscriptFlows(volume, PICTURES, true).map(({ id }) => id)).toEqual(['p01']);
  });
});
