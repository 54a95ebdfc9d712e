import { describe, expect, it } from 'vitest';
import { houseLayout } from '../../../src/design/house-layout.js';
import { cipBlock } from '../../../src/html/front/cip-block.js';
import type { Imprint } from '../../../src/tree/imprint.js';
import { INDEX_DEFAULTS } from '../../../src/tree/index-settings.js';
import type { VolumeSettings } from '../../../src/tree/nodes.js';
import { PRESS_DEFAULTS } from '../../../src/tree/press-settings.js';

const settings = (imprint: Imprint, compiler?: string): VolumeSettings => ({
  title: '测试县年鉴',
  number: '2022',
  ...(compiler ? { compiler } : {}),
  trim: '大16开',
  layout: houseLayout('大16开'),
  start: '另页',
  index: INDEX_DEFAULTS,
  press: PRESS_DEFAULTS,
  imprint,
});
const CIP = '中国国家版本馆CIP数据核字（2022）第123456号';

describe('the CIP block', () => {
  it('has the four parts of the standard', () => {
    const imprint: Imprint = {
      cip: CIP,
      isbn: '978-7-0000-0000-1',
      place: '北京',
      publisher: '甲出版社',
      edition: '2022年09月第1版',
      subject: '测试县－2022－年鉴',
      classification: 'Z524.24',
    };
    expect(cipBlock(settings(imprint, '县志办'))).toEqual([
      ['图书在版编目（CIP）数据'],
      ['测试县年鉴. 2022／县志办编. —北京：甲出版社，2022.9', 'ISBN\u00A0978-7-0000-0000-1'],
      ['Ⅰ.①测…　Ⅱ.①县…　Ⅲ.①测试县－2022－年鉴　Ⅳ.①Z524.24'],
      [CIP],
    ]);
  });

  it('leaves out what is not said, and counts its headings all the same', () => {
    expect(cipBlock(settings({ cip: CIP, classification: 'Z524.24' }))).toEqual([
      ['图书在版编目（CIP）数据'],
      ['测试县年鉴. 2022'],
      ['Ⅰ.①测…　Ⅱ.①Z524.24'],
      [CIP],
    ]);
    expect(cipBlock(settings({ cip: CIP, publisher: '甲', responsibility: '乙主编' }))[1]).toEqual([
      '测试县年鉴. 2022／乙主编. —甲',
    ]);
  });

  it('does not stand where no number was granted', () => {
    expect(cipBlock(settings({ isbn: '978-7-0000-0000-1', publisher: '甲' }))).toEqual([]);
  });
});
