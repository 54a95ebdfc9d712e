import { describe, expect, it } from 'vitest';
import { houseLayout } from '../../../src/design/house-layout.js';
import { plainTitle, titleLines } from '../../../src/html/front/title-lines.js';
import { TITLE_EXTENT, titlePages, titlePagesMessages } from '../../../src/html/front/title-page.js';
import type { Imprint } from '../../../src/tree/imprint.js';
import { INDEX_DEFAULTS } from '../../../src/tree/index-settings.js';
import type { VolumeSettings } from '../../../src/tree/nodes.js';
import { PRESS_DEFAULTS } from '../../../src/tree/press-settings.js';
import { all, manuscriptText, one, parse, type Tag, text } from '../elements.js';

const SETTINGS: VolumeSettings = {
  title: '测试县年鉴',
  number: '2022',
  recordedYear: '2021',
  sponsor: '测试县人民政府',
  compiler: '测试县年鉴编纂委员会',
  trim: '大16开',
  layout: houseLayout('大16开'),
  start: '另页',
  index: INDEX_DEFAULTS,
  press: PRESS_DEFAULTS,
};

const ALL: Required<Imprint> = {
  isbn: '978-7-0000-0000-1',
  cip: '中国国家版本馆CIP数据核字（2022）第123456号',
  responsibility: '县志办编著',
  subject: '测试县－2022－年鉴',
  classification: 'Z524.24',
  licence: '甘新出准印字第1号',
  mapApproval: '甘S（2022）1号',
  editorInChief: '甲',
  editor: '乙',
  proofreader: '丙',
  designer: '丁',
  printSupervisor: '戊',
  publisher: '某某出版社',
  place: '北京',
  address: '北京市某路1号',
  postcode: '100000',
  website: 'www.example.cn',
  telephone: '（010）00000000',
  typesetter: '己公司',
  printer: '庚印刷厂',
  distributor: '新华书店',
  format: '889毫米×1194毫米　1/16',
  sheets: '22.5',
  inserts: '插页8',
  characters: '560千字',
  edition: '2022年12月第1版',
  impression: '2022年12月第1次印刷',
  copies: '1—1000册',
  price: '198.00元',
  statement: '翻印必究',
};

/** The record of the edition: name → text. */
function record(page: Tag): Record<string, string> {
  const values = all(page, 'dd').map(text);
  return Object.fromEntries(all(page, 'dt').map((name, i) => [manuscriptText(name), values[i] ?? '']));
}

describe('the title page', () => {
  it('has title, number, sponsor and compiler, and the publisher at the foot', () => {
    const page = one(parse(titlePages({ ...SETTINGS, imprint: { publisher: '某某出版社' } }, 70).html), '.title-page');
    expect(all(page, 'p').map(text)).toEqual([
      '测试县年鉴',
      '2022',
      '测试县人民政府　主办',
      '测试县年鉴编纂委员会　编纂',
      '某某出版社',
    ]);
  });

  it.each([
    ['测试县年鉴', ['测试县年鉴']],
    ['甘肃省金昌市金川年鉴', ['甘肃省金昌市金川年鉴']],
    ['甘肃省金昌市金川区年鉴', ['甘肃省金昌市', '金川区年鉴']],
    ['内蒙古自治区鄂尔多斯市鄂托克前旗综合年鉴', ['内蒙古自治区鄂尔多斯市', '鄂托克前旗综合年鉴']],
    ['中国农业机械化发展年鉴', ['中国农业机械', '化发展年鉴']],
    ['中国农业　机械化发展年鉴', ['中国农业', '机械化发展年鉴']],
  ])('sets %s in lines that end where a place name ends', (title, lines) => {
    expect(titleLines(title)).toEqual(lines);
    expect(plainTitle(title)).toBe(lines.join(''));
  });
});

describe('the imprint page', () => {
  const imprintOf = (settings: VolumeSettings, pages = 70): Tag =>
    one(parse(titlePages(settings, pages).html), '.imprint-page');

  it('counts 印张 and 字数 from the pages of the book', () => {
    expect(record(imprintOf(SETTINGS))).toEqual({
      书名: '测试县年鉴（2022）',
      主办: '测试县人民政府',
      编纂: '测试县年鉴编纂委员会',
      开本: '889毫米×1194毫米　1/16',
      成品尺寸: '210毫米×285毫米',
      印张: '4.5',
      字数: '129千字',
    });
    expect(record(imprintOf({ ...SETTINGS, trim: '16开' }, 160))).toMatchObject({
      开本: '787毫米×1092毫米　1/16',
      成品尺寸: '185毫米×260毫米',
      印张: '10',
      字数: '231千字',
    });
  });

  it('prints what book.yaml says instead of what it would count', () => {
    const page = imprintOf({ ...SETTINGS, imprint: { sheets: '22.5', characters: '560千字', format: '16开' } });
    expect(record(page)).toMatchObject({ 开本: '16开', 印张: '22.5', 字数: '560千字' });
  });

  it('holds every field of 版权 once at least', () => {
    const page = imprintOf({ ...SETTINGS, imprint: ALL });
    for (const [name, value] of Object.entries(ALL)) {
      // The place is said in the CIP block; the address stands in the record.
      expect(text(page), name).toContain(value);
    }
    expect(Object.keys(record(page))).toHaveLength(28);
    expect(all(page, '.statement').map(text)).toEqual(['翻印必究']);
  });

  it('leaves out what book.yaml does not say', () => {
    const { title, number, trim, layout, start, index, press } = SETTINGS;
    const page = parse(titlePages({ title, number, trim, layout, start, index, press }, 70).html);
    expect(Object.keys(record(page))).toEqual(['书名', '开本', '成品尺寸', '印张', '字数']);
    expect(text(page)).not.toMatch(/主办|编纂|CIP|undefined/u);
  });

  it('is set as wide as four characters in every name', () => {
    const names = all(imprintOf({ ...SETTINGS, imprint: ALL }), 'dt').map(text);
    expect(names).toEqual(expect.arrayContaining(['印　　张', '责任编辑', '准印证']));
    expect(names.every((name) => [...name].length === 4 || name === '准印证' || name === '审图号')).toBe(true);
  });
});

describe('the flow of both', () => {
  it('says what its runs say', () => {
    for (const imprint of [undefined, ALL, { publisher: '某某出版社', price: '198.00元' }]) {
      const { html, runs } = titlePages({ ...SETTINGS, ...(imprint && { imprint }) }, 70);
      expect(manuscriptText(parse(html))).toBe(
        runs
          .map((run) => run.text)
          .join('')
          .replace(/\s+/gu, ''),
      );
    }
  });

  it('opens the book on a recto', () => {
    expect(titlePages(SETTINGS, 70)).toMatchObject({ ...flowOf(TITLE_EXTENT), pageStyle: 'title' });
  });

  it('is refused where it takes more than its two pages', () => {
    expect(titlePagesMessages(2)).toEqual([]);
    expect(titlePagesMessages(3)).toEqual([expect.objectContaining({ severity: 'error', rule: 'imprint-too-long' })]);
  });
});

function flowOf({ id, numbering, start }: typeof TITLE_EXTENT) {
  return { id, numbering, start };
}
