/** Pages of the 卷首 that are made to be looked at: key figures (数字…) and honours (荣誉…). */
import { describe, expect, it } from 'vitest';
import { all, classes, manuscriptText, one, text } from '../elements.js';
import { set } from '../set.js';

const front = (body: string, category = '卷首') =>
  set(`---\n类目: ${category}\n体裁: 文章\n标题: 某页\n---\n\n${body}\n`);
const dress = async (body: string, category?: string) =>
  classes(one(await front(body, category), '.manuscript')).slice(2);

describe('key figures', () => {
  it('are known by their numbers: an article of which three quarters of all paragraphs and items hold one', async () => {
    expect(await dress('- 人口26.1万人\n- 增长8.1%\n- 面积3060平方千米\n- 风景优美\n')).toEqual(['key-figures']);
    expect(await dress('人口26.1万人。\n\n增长8.1%。\n\n风景优美。\n')).toEqual([]);
    expect(await dress('人口26.1万人。\n\n增长8.1%。\n\n面积3060平方千米。\n', '农业')).toEqual([]);
  });

  it('have their amounts marked, but no years, dates, names or headings', async () => {
    const page = await front(
      '### 2个镇\n\n- 2021年末人口26.1万人，6月增长8.1%\n- PM2.5浓度18微克\n- 结构2.6∶77.6∶19.8，气温10.2℃，产值125,542元\n',
    );
    expect(all(page, '.amount').map(text)).toEqual(['26.1', '8.1%', '18', '2.6∶77.6∶19.8', '10.2℃', '125,542']);
  });

  it('stand in pairs without bullets, the same words in the same order', async () => {
    const page = await front('- 人口26.1万人\n- 增长8.1%\n- 面积3060平方千米\n');
    expect(all(page, '.pair').map((pair) => all(pair, '.cell').map(text))).toEqual([
      ['人口26.1万人', '增长8.1%'],
      ['面积3060平方千米', ''],
    ]);
    expect(all(page, '.bullet')).toEqual([]);
  });

  it('have paragraphs as rows', async () => {
    const page = await front('人口26.1万人。\n\n增长8.1%。\n\n面积3060平方千米。\n');
    expect(all(page, '.row-of-words').map(text)).toEqual(['人口26.1万人。', '增长8.1%。', '面积3060平方千米。']);
  });
});

describe('honours', () => {
  it('are known by being nothing but a list', async () => {
    expect(await dress('- 全国文明城市\n- 国家卫生城市\n- 国家园林城市\n')).toEqual(['honours']);
    expect(await dress('近年来：\n\n- 全国文明城市\n- 国家卫生城市\n- 国家园林城市\n')).toEqual([]);
    expect(await dress('- 全国文明城市\n- 国家卫生城市\n')).toEqual([]);
  });

  it('stand in pairs behind bullets, turned over by their sense', async () => {
    const page = await front('- 全国未成年人思想道德建设工作先进城市\n- 国家卫生城市\n- 国家园林城市\n');
    expect(all(page, '.pair').map((pair) => all(pair, '.cell').map(manuscriptText))).toEqual([
      ['全国未成年人思想道德建设工作先进城市', '国家卫生城市'],
      ['国家园林城市', ''],
    ]);
    expect(all(page, '.bullet').map(text)).toEqual(['•', '•', '•']);
    expect(all(page, 'span').map(text)).toContain('道德');
  });
});
