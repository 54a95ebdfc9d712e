import { describe, expect, it } from 'vitest';
import {
  conservationMessages,
  faultMessages,
  fontMessages,
  glyphMessages,
  pdfMessages,
  unbreakableRow,
} from '../../src/check/gates.js';
import type { Message } from '../../src/tree/message.js';

const PLACE = { file: '05-农业/01-甲.md', line: 12, column: 3 };

/** A message is an error, and an editor can read it. */
function expectSound(messages: Message[]): void {
  for (const { severity, rule, reason, remedy } of messages) {
    expect(severity).toBe('error');
    expect(rule).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)+$/u);
    expect(reason).toMatch(/\p{Script=Han}{4}/u);
    expect(remedy).toMatch(/请|看/u);
    expect(`${reason}${remedy}`).not.toMatch(/undefined|NaN|\[object/u);
  }
}

describe('text that the pages do not say as the tree does', () => {
  const breach = { expected: '春耕', found: '秋收', ...PLACE };

  it('is told with what was lost, added or changed, and where the manuscript says it', () => {
    const messages = conservationMessages('农业', [
      { ...breach, kind: 'lost', found: '' },
      { ...breach, kind: 'added', expected: '' },
      { ...breach, kind: 'changed' },
    ]);
    expectSound(messages);
    expect(messages.map(({ rule, reason }) => [rule, reason])).toEqual([
      ['conservation-lost', '“农业”排版后少了文字：“春耕”'],
      ['conservation-added', '“农业”排版后多了文字：“秋收”'],
      ['conservation-changed', '“农业”排版后文字变了：稿件是“春耕”，版面上是“秋收”'],
    ]);
    for (const message of messages) expect(message).toMatchObject(PLACE);
    expect(messages[0]?.remedy).toContain('书没有输出');
  });

  it('names the flow where no manuscript holds the text', () => {
    const [message] = conservationMessages('目录', [{ ...breach, kind: 'lost', file: '', line: 0, column: 0 }]);
    expect(message).toMatchObject({ file: '目录' });
    expect(message).not.toHaveProperty('line');
  });

  it('is cut short where it is long', () => {
    const long = '甲'.repeat(500);
    const [message] = conservationMessages('农业', [{ ...breach, kind: 'changed', expected: long, found: long }]);
    expect(message?.reason.length).toBeLessThan(130);
    expect(message?.reason).toContain('甲…”');
  });

  it('gives no message without a breach', () => {
    expect(conservationMessages('农业', [])).toEqual([]);
  });
});

describe('ink that a page would not show', () => {
  it('is told with its page, counted from 1, and the text', () => {
    const messages = faultMessages('农业', [
      { kind: 'clipped', page: 0, text: 'https://example.com' },
      { kind: 'hidden', page: 1, text: '春耕' },
      { kind: 'drift', page: 2, text: '秋收' },
    ]);
    expectSound(messages);
    expect(messages.map(({ rule, file }) => [rule, file])).toEqual([
      ['page-clipped', '农业'],
      ['page-hidden', '农业'],
      ['page-drift', '农业'],
    ]);
    expect(messages.map(({ reason }) => /第 (\d+) 面/u.exec(reason)?.[1])).toEqual(['1', '2', '3']);
    expect(messages[0]?.reason).toContain('https://example.com');
  });

  it('can be mended in the manuscript where a long word sticks out, and only there', () => {
    const [clipped, hidden] = faultMessages('农业', [
      { kind: 'clipped', page: 0, text: '甲' },
      { kind: 'hidden', page: 0, text: '乙' },
    ]);
    expect(clipped?.remedy).toContain('拆短');
    expect(hidden?.remedy).toContain('维护者');
  });
});

describe('a table row that no page holds', () => {
  it('is told with its place and its beginning', () => {
    const message = unbreakableRow('农业', '甲'.repeat(2000), PLACE);
    expectSound([message]);
    expect(message).toMatchObject({ rule: 'table-row-too-tall', ...PLACE });
    expect(message.reason.length).toBeLessThan(100);
  });
});

describe('a PDF', () => {
  it('that says something else than its pages is told page by page', () => {
    const [message] = pdfMessages([{ page: 4, expected: '春耕', found: '' }]);
    expectSound(message ? [message] : []);
    expect(message).toMatchObject({ rule: 'pdf-text', file: 'book.pdf' });
    expect(message?.reason).toBe('PDF 第 5 页的文字与排好的版面不同：应为“春耕”，PDF 里是“”');
  });

  it('with something wrong on every page gets no more messages than an editor can read', () => {
    expect(pdfMessages(Array.from({ length: 300 }, (_, page) => ({ page, expected: '甲', found: '乙' })))).toHaveLength(
      20,
    );
  });

  it('must embed its fonts, and have none of Type 3', () => {
    const messages = fontMessages([
      { name: 'NotoSerifSC', type3: false, embedded: true },
      { name: 'Serif', type3: true, embedded: true },
      { name: 'Helvetica', type3: false, embedded: false },
    ]);
    expectSound(messages);
    expect(messages.map(({ rule }) => rule)).toEqual(['pdf-font', 'pdf-font']);
    expect(messages[0]?.reason).toContain('Type 3 字体“Serif”');
    expect(messages[1]?.reason).toContain('“Helvetica”没有嵌入');
  });
});

describe('a character without a glyph', () => {
  const missing = { character: '𠮷', codePoint: 'U+20BB7', families: ['Body', 'Head'], ...PLACE };
  const role = (family: string): string => (family === 'Body' ? '宋体' : '黑体');

  it('is told with its code point, the typefaces that lack it and its place', () => {
    const messages = glyphMessages([missing], role);
    expectSound(messages);
    expect(messages[0]).toMatchObject({ rule: 'glyph-missing', ...PLACE });
    expect(messages[0]?.reason).toBe('字体里没有“𠮷”（U+20BB7）这个字，找过宋体、黑体');
  });

  it('stands in book.yaml where it is in no manuscript', () => {
    const [message] = glyphMessages([{ ...missing, file: '', line: 0, column: 0 }], role);
    expect(message?.file).toBe('book.yaml');
    expect(message).not.toHaveProperty('line');
  });
});
