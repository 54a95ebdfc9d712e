import { describe, expect, it } from 'vitest';
import { manuscript, nodes, read, short } from './sample.js';

async function paragraph(body: string): Promise<string> {
  const [found] = await nodes(manuscript(`${body}\n`), 'paragraph');
  return short(found?.children ?? []);
}

describe('text', () => {
  it.each([
    ['times', '会议10:30开始，9:00签到。'],
    ['colons', ':abc和::甲:::乙'],
    ['a line of colons', ':::'],
    ['something like a directive', ':note[甲]{乙}，::note[丙]'],
    ['ratios', '结构比为2.6:77.6:19.8。'],
    ['wave dashes', '3~5天，10~~20~~30元。'],
    [
      'web addresses',
      '见 http://www.example.com/a_b?c=d&e 和 a@b.cn。',
      '见http://www.example.com/a_b?c=d&e和a@b.cn。',
    ],
    ['angle brackets', '关于修订<测试市办法（试行）>的通知。'],
    ['angle brackets round Latin letters', '占<GDP>比重，a<b，5<6>4。'],
    ['an address in angle brackets', '见<http://a.cn>。'],
    ['single stars and underscores', '面积5*6米，文件a_b_c。'],
    ['square brackets', '金发[2021]5号，[甲][乙]。'],
    ['a definition that is none', '[甲]:乙'],
    ['braces', '集合{1,2}。'],
    ['a number sign', '第3#机组，#5楼。'],
    ['entities', 'A&amp;B，5 &lt; 6', 'A&B，5 < 6'],
    ['escapes', '\\*甲\\*', '*甲*'],
  ])('keeps %s as typed', async (_, typed, expected = typed) => {
    expect(await paragraph(typed)).toBe(expected);
  });

  it.each([
    ['bold beside Chinese marks', '**【规上工业】**2021年', '*规上工业*'],
    ['bold', '全县**经济总量**增长。', '全县*经济总量*增长。'],
    ['bold that ends in a mark', '**经济总量：**增长。', '*经济总量：*增长。'],
    ['italics', '学名*Triticum*。', '学名_Triticum_。'],
    ['a line break', '上<br>下<br/>右<BR />左', '上/下/右/左'],
  ])('reads %s', async (name, typed, expected) => {
    if (name === 'bold beside Chinese marks') {
      const [entry] = await nodes(manuscript(`${typed}\n`), 'entry');
      expect(short(entry?.title ?? [])).toBe('规上工业');
    } else expect(await paragraph(typed)).toBe(expected);
  });

  it('escapes a line break', async () => {
    expect(await paragraph('写作\\<br>。')).toBe('写作<br>。');
  });
});

describe('lines of one paragraph', () => {
  it.each([
    ['Chinese', '全县经济\n总量增长', '全县经济总量增长'],
    ['Latin words', 'the quick\nbrown fox', 'the quick brown fox'],
    ['Chinese and digits', '共有\n30户', '共有30户'],
    ['a mark and Latin', '甲，\nABC', '甲，ABC'],
    ['CRLF', '全县经济\r\n总量增长', '全县经济总量增长'],
    ['an indented second line', '全县经济\n　　总量增长', '全县经济　　总量增长'],
    ['two spaces at the end', '全县经济  \n总量增长', '全县经济总量增长'],
  ])('are joined: %s', async (_, typed, expected) => {
    expect(await paragraph(typed)).toBe(expected);
  });
});

describe('index marks', () => {
  it.each([
    ['as they stand', '推进:索引[放管服改革]。', '推进[放管服改革|放管服改革]。'],
    ['under another term', ':索引[放管服]{词="放管服改革"}', '[放管服|放管服改革]'],
    ['that print nothing', '甲:索引[]{词="营商环境"}乙', '甲[|营商环境]乙'],
    ['without brackets', '甲:索引{词="营商环境"}乙', '甲[|营商环境]乙'],
    ['right after a digit', '2021:索引[年报]', '2021[年报|年报]'],
    ['with bold inside', ':索引[**年报**]', '[*年报*|年报]'],
    ['inside bold', '**甲:索引[年报]乙**', '*甲[年报|年报]乙*'],
    ['with brackets inside', ':索引[甲[乙]丙]', '[甲[乙]丙|甲[乙]丙]'],
    ['with Chinese quotation marks in the term', ':索引[甲]{词="“三农”工作"}', '[甲|“三农”工作]'],
  ])('are read %s', async (_, typed, expected) => {
    expect(await paragraph(typed)).toBe(expected);
  });

  it('have sub-heading and references', async () => {
    const [mark] = await nodes(manuscript('甲:索引[乙]{下级="丙" 见="丁" 参见="戊"}\n'), 'mark');
    expect(mark).toMatchObject({ id: 'p01m01k1', term: '乙', subterm: '丙', see: '丁', seeAlso: '戊' });
    expect(mark?.position.start).toMatchObject({ line: 5, column: 2 });
  });

  it('of persons may name the person, or leave it to the words', async () => {
    const marks = await nodes(
      manuscript(':索引[李白]{人名}、:索引[太白]{人名="李白"}、:索引[谪仙]{词="李白" 人名}\n'),
      'mark',
    );
    expect(marks.map(({ term, person }) => [term, person])).toEqual([
      ['李白', true],
      ['李白', true],
      ['李白', true],
    ]);
    const { messages } = await read(manuscript('文字:索引[]{人名}\n'));
    expect(messages).toEqual([expect.objectContaining({ rule: 'index-mark-no-term' })]);
  });

  it('are escaped like anything else', async () => {
    expect((await read(manuscript('写作\\:索引。\n'))).messages).toEqual([]);
  });
});
