import { describe, expect, it } from 'vitest';
import { applyEdits, tidy } from '../../src/manuscript/text/normalize.js';
import { manuscript, nodes, read, short } from './sample.js';

describe('spaces', () => {
  it.each([
    ['go between Chinese and Latin', '占 GDP 的比重', '占GDP的比重'],
    ['go between Chinese and digits', '增长 5 个', '增长5个'],
    ['go at Chinese marks', '甲 ，乙 （ 丙 ） 。', '甲，乙（丙）。'],
    ['stay between Latin words', 'World Wide Web', 'World Wide Web'],
    ['are single between Latin words', 'World   Wide', 'World Wide'],
    ['stay between a number and a Latin unit', '30 MW', '30 MW'],
    ['stay at shared marks in Latin text', 'the “best” of', 'the “best” of'],
    ['go at shared marks in Chinese text', 'GDP “高质量” 发展', 'GDP“高质量”发展'],
    ['stay, ideographic, where they are typed', '第一条　为了　甲', '第一条　为了　甲'],
    ['stay between Han characters', '庆华诞 诵经典', '庆华诞 诵经典'],
    ['go at both ends', ' 　甲 　', '甲'],
    ['go beside a rare character', '𬱖 A 甲', '𬱖A甲'],
    ['of other kinds count as spaces', '甲\u00a0A\u2009乙', '甲A乙'],
  ])('%s', (_, typed, expected) => {
    expect(applyEdits(typed, tidy(typed).edits)).toBe(expected);
  });

  it('are listed where they were, with what stands beside them', async () => {
    const { changes } = await read(manuscript('全县 GDP增长\n'));
    expect(changes).toEqual([
      { file: '01-农业/01-稿件.md', line: 5, column: 3, before: '县 G', after: '县G', rule: 'space-removed' },
    ]);
  });

  it('are listed on the second line, and after an escape, where they are', async () => {
    const { changes } = await read(manuscript('甲\n\\*乙 A &amp; B丙 C\n'));
    expect(changes.map(({ line, column }) => `${line}:${column}`)).toEqual(['6:4', '6:15']);
  });

  it('between Han characters are a warning', async () => {
    const { messages } = await read(manuscript('庆华诞 诵经典\n'));
    expect(messages).toMatchObject([{ rule: 'space-between-han', severity: 'warning', line: 5, column: 4 }]);
  });

  it('go across bold', async () => {
    const { manuscript: result } = await read(manuscript('占 **GDP** 的\n'));
    const [paragraph] = result?.children ?? [];
    expect(paragraph?.type === 'paragraph' && short(paragraph.children)).toBe('占*GDP*的');
  });

  it('as entities are listed', async () => {
    const { changes } = await read(manuscript('甲&nbsp;A\n'));
    expect(changes).toMatchObject([{ rule: 'space-removed', line: 5, column: 2 }]);
  });
});

describe('indents of paragraphs', () => {
  it.each(['　　甲。', '    甲。', '\t甲。', ' 　甲。', '　　　甲。　'])('go without a word: %j', async (typed) => {
    const { manuscript: result, changes, messages } = await read(manuscript(`${typed}\n`));
    const [paragraph] = result?.children ?? [];
    expect(paragraph?.type === 'paragraph' && short(paragraph.children)).toBe('甲。');
    expect([...changes, ...messages]).toEqual([]);
  });
});

describe('invisible characters', () => {
  it.each(['\u200b', '\ufeff', '\u00ad', '\u0007', '\u0000', '\u202e', '\u2060', '\ufe0f', '\u0085'])(
    'go: %j',
    async (character) => {
      const { manuscript: result, changes } = await read(manuscript(`甲${character}乙\n`));
      const [paragraph] = result?.children ?? [];
      expect(paragraph?.type === 'paragraph' && short(paragraph.children)).toBe('甲乙');
      expect(changes).toMatchObject([{ rule: 'invisible-removed', line: 5, column: 2 }]);
    },
  );

  it('do not hide a heading', async () => {
    const { manuscript: result } = await read(manuscript('\u200b## 种植业\n\n甲。\n'));
    expect(result?.children[0]?.type).toBe('subcategory');
  });

  it('do not move the places of what follows', async () => {
    const source = manuscript('\u200b甲\u200b乙:索引[丙]，`丁`\n\n戊\n');
    const { manuscript: result, messages } = await read(source);
    expect(messages).toMatchObject([{ rule: 'code', line: 5, column: 12 }]);
    const last = result?.children[1];
    expect(last?.position.start).toMatchObject({ line: 7, column: 1, offset: source.indexOf('戊') });
    const [mark] = result ? (await import('../../src/tree/visit.js')).select(result, 'mark') : [];
    expect(mark?.position.start).toMatchObject({ line: 5, column: 5, offset: source.indexOf(':索引') });
  });
});

describe('headings', () => {
  it('are normalized like text', async () => {
    const [entry] = await nodes(manuscript('### 推进 5G 建设\n\n甲。\n'), 'entry');
    expect(short(entry?.title ?? [])).toBe('推进5G建设');
  });
});
