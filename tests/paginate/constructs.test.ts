/** The constructs of the genres as they stand on finished pages: what hangs, what aligns, what takes whole lines. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder } from '../pipeline/volume.js';
import { type Line, linesOf } from './measure.js';
import { paragraphs, prose } from './prose.js';
import { type Book, flowOf, openBook } from './set-book.js';

const EM = 14;
const LINE = 22;
const COLUMN = 308;
const scratch = scratchFolder();
let book: Book;
beforeAll(async () => {
  book = await openBook(scratch);
});
afterAll(() => book?.close());

async function linesIn(body: string, ...frontMatter: string[]): Promise<Line[]> {
  const flow = await flowOf(scratch, body, ...frontMatter);
  const surveys = await book.set(flow);
  expect(surveys.messages).toEqual([]);
  return linesOf(book.page, flow.id);
}

/** Where characters stand in a column, em from its left edge. */
const leftOf = (line: Line): number => (line.left - line.boxLeft) / EM;

/** Where the first character of `words` stands, em from the left edge of its column. */
async function placeOf(words: string): Promise<number> {
  return book.page.evaluate(
    (wanted, em) => {
      const boxes = document.querySelectorAll<HTMLElement>('[data-flow]:not([hidden]) .box');
      for (const box of boxes) {
        const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
          const at = node.data.indexOf(wanted);
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          return (range.getBoundingClientRect().left - box.getBoundingClientRect().left) / em;
        }
      }
      return Number.NaN;
    },
    words,
    EM,
  );
}

describe('a chronicle', () => {
  it('hangs its dates, and events stand three characters in, however wide the date', async () => {
    const body = `## 1月\n\n6日　${prose(1, 60)}\n\n12日　${prose(2, 60)}\n\n△　${prose(3, 60)}\n`;
    const lines = await linesIn(body, '体裁: 大事记');
    const events = lines.filter(({ block }) => block.includes('event'));
    for (const line of events)
      expect(leftOf(line), line.text).toBeCloseTo(/^(?:6日|12日|△)/u.test(line.text) ? 0 : 3, 1);
    for (const number of [1, 2, 3]) expect(await placeOf(`第${number}段`), `${number}`).toBeCloseTo(3, 1);
  });
});

describe('a roster', () => {
  it('turns names over under the first one, and divides none', async () => {
    // 22 characters, four of them for the post: four names of three characters with their marks.
    const names = ['张三', '李四', '王五', '张三五', '李四五', '王五强', '张强', '李强', '王强', '张四'];
    const lines = await linesIn(`### 办公室\n\n- 主任：张三\n- 副主任：${names.join('；')}\n`, '体裁: 名录');
    const posts = lines.filter(({ block }) => block.includes('post'));
    const deputies = posts.slice(1);
    expect(posts.map((line) => line.text[0])).toEqual(['主', '副', ...deputies.slice(1).map((line) => line.text[0])]);
    expect(deputies.map(({ text }) => text.split('；').filter((name) => name !== '').length)).toEqual([4, 4, 2]);
    expect(await placeOf('张')).toBeCloseTo(4, 1);
    for (const line of deputies.slice(1)) {
      expect(leftOf(line), line.text).toBeCloseTo(4, 1);
    }
  });
});

describe('an article', () => {
  const body = `各位代表：\n\n## 一、${prose(1, 34)}\n\n${prose(2, 100)}\n\n第三段王五\n\n2021年12月8日\n`;

  it('has its address flush left, its heads hanging behind their numbers, its signature at the right', async () => {
    const lines = await linesIn(body.replace('各位代表', '各位委员'), '体裁: 文章', '标题: 工作');
    const inColumn = lines.filter(({ column }) => column >= 0);
    expect(inColumn[0]?.text).toBe('各位委员：');
    expect(leftOf(inColumn[0] as Line)).toBeCloseTo(0, 1);
    const head = inColumn.filter(({ block }) => block.startsWith('h4'));
    expect(head.map((line) => Math.round(leftOf(line)))).toEqual([2, ...head.slice(1).map(() => 4)]);
    expect(head.length).toBeGreaterThan(1);
    const signature = inColumn.filter(({ block }) => block.includes('signature'));
    expect(signature.map(({ text }) => text)).toEqual(['第三段王五', '2021年12月8日']);
    for (const line of signature) expect(line.boxRight - line.right).toBeCloseTo(2 * EM, 0);
  });

  it('keeps the lines of its text on one grid, whatever stands between them', async () => {
    const mixed = [
      prose(1, 90),
      `## 一、${prose(2, 30)}`,
      prose(3, 90),
      '### （一）农业',
      paragraphs(4, 5, 70),
      '- 小麦\n- 玉米',
      '1. 制种\n2. 种植',
      `## 二、农业`,
      paragraphs(6, 30, 120),
    ].join('\n\n');
    const lines = await linesIn(mixed, '体裁: 文章', '标题: 综述', '作者: 张三');
    const text = lines.filter(({ block, column }) => column >= 0 && /^p/u.test(block));
    const first = text[0] as Line;
    expect(text.length).toBeGreaterThan(100);
    for (const line of text) {
      const off = (((line.top - first.top) % LINE) + LINE * 1.5) % LINE;
      expect(Math.abs(off - LINE / 2), line.text).toBeLessThan(0.3);
    }
  });
});

describe('a heading of two characters', () => {
  it('is spread and stands in the middle of its column', async () => {
    const lines = await linesIn(`## 农业\n\n### 综述\n\n${prose(1, 60)}\n`);
    const [spread] = lines.filter(({ block }) => block.startsWith('h2'));
    expect(spread?.text).toBe('农业');
    const { left, right, boxLeft } = spread as Line;
    expect((left + right) / 2 - boxLeft).toBeCloseTo(COLUMN / 2, 0);
    // Three characters of 18 px wide.
    expect(right - left).toBeGreaterThan(50);
  });
});
