import { describe, expect, it } from 'vitest';
import { compareFilings, type Filing, filing as fileTerm } from '../../src/subject-index/order/filing.js';
import { openReader } from '../../src/subject-index/reading/reader.js';
import { INDEX_DEFAULTS } from '../../src/tree/index-settings.js';

const reader = await openReader([], { subjects: {}, persons: {} });
const filing = (term: string): Filing => fileTerm(term, reader.read(term, 'subject'), INDEX_DEFAULTS);

const sort = (...terms: string[]): string[] => terms.toSorted((a, b) => compareFilings(filing(a), filing(b)));

/** Terms that are given in their order must come out in it, however they were mixed. */
function expectOrder(...terms: string[]): void {
  expect(sort(...terms.toReversed())).toEqual(terms);
  expect(sort(...terms)).toEqual(terms);
}

const letters = (...terms: string[]): string => terms.map((term) => filing(term).letter).join('');

describe('the letter of a term', () => {
  it('is the first of its reading, which the word decides', () => {
    expect(letters('重庆路', '重要会议', '长城保护', '长者饭堂', '行政审批', '行业协会', '银行业')).toBe('CZCZXHY');
    expect(letters('调解', '调研', '会计', '会议', '藏族', '收藏')).toBe('TDKHZS');
  });

  it('counts ü as its own letter among the vowels and never as the first', () => {
    expect(letters('绿化', '女工')).toBe('LN');
  });

  it('skips quotation marks, title marks and spaces', () => {
    expect(letters('《质量强区》', '“双减”', ' 　农业', '（区）委')).toBe('ZSNQ');
  });

  it('is # for digits, Latin letters and other scripts', () => {
    expect(letters('5G基站', 'PPP项目', 'α粒子', 'Ａ股', '①号线')).toBe('#####');
  });

  it('is # for what has no reading at all', () => {
    expect(letters('㐂', '—', '', '“”')).toBe('####');
  });

  it('is always one of A to Z or #', () => {
    for (let code = 0x4e00; code <= 0x9fff; code += 37) {
      expect(filing(String.fromCodePoint(code)).letter).toMatch(/^[A-Z#]$/u);
    }
  });
});

describe('the order of terms', () => {
  it('is that of the letters of each character, one character after the other', () => {
    expectOrder('安全', '财政', '农业', '卫生', '政协');
    expectOrder('安定', '安居', '安全');
    // Not letter by letter through the whole term: xi an comes before xian.
    expectOrder('西岸', '先进');
  });

  it('is that of the tones where the letters are equal, the neutral tone last', () => {
    expectOrder('妈祖', '麻雀', '马场', '骂名');
    expectOrder('包子', '报纸');
    expectOrder('儿字', '儿子');
    expect(filing('种子').keys.at(-1)).toMatch(/zi 5/u);
  });

  it('puts ü after u', () => {
    expectOrder('路政', '论坛', '罗城', '绿化');
    expectOrder('奴隶', '女工');
  });

  it('puts a term before those that begin with it', () => {
    expectOrder('农业', '农业保险', '农业保险公司');
  });

  it('keeps terms with one first character together', () => {
    const found = sort('工业', '公路', '工会', '公安').join();
    expect(found).toContain('公安,公路');
    expect(found).toContain('工会,工业');
  });

  it('puts digits before Latin letters before Han, whatever their width', () => {
    expectOrder('12345热线', '5G基站', 'A股', 'GDP', '爱国卫生');
    expectOrder('Ａ级景区', 'B级景区', '爱国卫生');
    expectOrder('GDP', 'α粒子', '爱国卫生');
  });

  it('does not tell capitals from small letters, nor count marks inside a term', () => {
    expect(compareFilings(filing('gdp'), filing('GDP'))).toBe(0);
    expect(compareFilings(filing('“一难两乱”整治'), filing('一难两乱整治'))).toBe(0);
    expectOrder('《农业》', '农业·保险', '农业法');
  });

  it('puts what it cannot read between the other scripts and A', () => {
    expectOrder('GDP', '㐂', '阿坝');
  });

  it('is a total order: any three terms agree', () => {
    const terms = ['农业', '农业法', '5G', '㐂', '“双减”', '重庆', '重要', '绿化', '路政', 'Ａ股', '种子', '种植', ''];
    for (const a of terms)
      for (const b of terms) {
        const forth = Math.sign(compareFilings(filing(a), filing(b)));
        expect(forth + Math.sign(compareFilings(filing(b), filing(a)))).toBe(0);
        for (const c of terms)
          if (forth < 0 && compareFilings(filing(b), filing(c)) < 0)
            expect(compareFilings(filing(a), filing(c))).toBeLessThan(0);
      }
  });
});
