import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { houseLayout } from '../../src/design/house-layout.js';
import { scratchFolder } from '../pipeline/volume.js';
import { linesOf } from './measure.js';
import { type Book, flowsOf, openBook, SETTINGS } from './set-book.js';

const scratch = scratchFolder();
/** In one column Chromium does not balance what stands above a title, which is where it strands the title. */
const ONE_COLUMN = { ...SETTINGS, trim: 'A4', layout: { ...houseLayout('A4'), columns: 1, bodyPoints: 12 } } as const;
let book: Book;

beforeAll(async () => {
  book = await openBook(scratch, ONE_COLUMN);
});
afterAll(() => book?.close());

const HEAD = (...fields: string[]): string => `---\n${['类目: 农业', ...fields].join('\n')}\n---\n\n`;

describe('a title over the columns', () => {
  it('never stands at the foot of a page, nor do its heads run out of it', async () => {
    for (let lines = 24; lines < 40; lines += 1) {
      const [flow] = await flowsOf(scratch, {
        '01-农业/01-稿件.md': `${HEAD()}## 种植\n\n${'全年种小麦。\n\n'.repeat(lines)}`,
        '01-农业/02-稿件.md': `${HEAD('体裁: 文件', '标题: 农业技术')}## 第一章　总则\n\n第一条　全年种小麦。\n\n第二条　全年种小麦。\n`,
      });
      const surveys = await book.set(flow as NonNullable<typeof flow>);
      expect(surveys.messages, `after ${lines} lines`).toEqual([]);
      const set = await linesOf(book.page, (flow as NonNullable<typeof flow>).id);
      const [title, chapter, clause] = ['农业技术', '第一章', '第一条'].map((words) =>
        set.find(({ text }) => text.replace(/\s/gu, '').includes(words)),
      );
      expect([chapter?.page, clause?.page], `after ${lines} lines`).toEqual([title?.page, title?.page]);
    }
  });
});
