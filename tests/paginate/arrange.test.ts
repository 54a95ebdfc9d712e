/** Sides, blanks, running heads and folios, measured in the printed PDF. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentsOf, manuscriptFlows } from '../../src/html/book-flows.js';
import type { Flow } from '../../src/html/flow.js';
import { titlePages } from '../../src/html/front/title-page.js';
import { type BookPlan, planSheets } from '../../src/paginate/folios.js';
import { openPictureDesk } from '../../src/plates/photos/pictures.js';
import { extractText, type PageText } from '../../src/press/text/extract.js';
import { scratchFolder } from '../pipeline/volume.js';
import { paragraphs } from './prose.js';
import { type Book, openBook, SETTINGS, volumeOf } from './set-book.js';

/** 大16开, points. */
const WIDTH = (210 / 25.4) * 72;
const HEIGHT = (285 / 25.4) * 72;
/** Outer margin of the page sheet. */
const OUTER = 71.7 * 0.75;
const TITLE = `${SETTINGS.title}（${SETTINGS.number}）`;

const scratch = scratchFolder();
let book: Book;
let flows: Flow[];
let plan: BookPlan;
let pages: PageText[];

beforeAll(async () => {
  book = await openBook(scratch);
  const entries = (category: string, count: number) =>
    `---\n类目: ${category}\n---\n\n## 综述\n\n${paragraphs(1, count, 180)}\n`;
  const volume = await volumeOf(scratch, {
    'book.yaml': '书名: 测试县年鉴\n卷号: 2022\n主办: 测试县\n起始: 单页\n',
    '01-卷首/01-说明.md': `---\n类目: 卷首\n体裁: 文章\n标题: 说明\n---\n\n${paragraphs(1, 14, 180)}\n`,
    '02-农业/01-稿件.md': entries('农业', 34),
    '03-林业/01-稿件.md': entries('林业', 3),
    '04-水利/01-稿件.md': entries('水利', 14),
  });
  flows = [titlePages(volume.settings, 20), ...manuscriptFlows(volume, await openPictureDesk(volume, scratch))];
  const front = flows.filter((flow) => flow.numbering === 'roman');
  const body = flows.filter((flow) => flow.numbering === 'decimal');
  const all = [...front, contentsOf(volume, [], () => '1'), ...body];
  const surveys = await book.set(...all);
  expect(surveys.messages).toEqual([]);
  plan = planSheets(all.map((flow) => ({ ...flow, pages: surveys.get(flow.id)?.pages.length ?? 0 })));
  await book.paginator.arrange(plan.sheets);
  pages = extractText(await book.paginator.print());
});
afterAll(() => book?.close());

interface Furniture {
  text: string;
  left: number;
  right: number;
}

/** What stands in the top or bottom margin of a page; nothing where the margin is empty. */
function margin(page: PageText | undefined, edge: 'top' | 'bottom'): Furniture | undefined {
  const runs = (page?.runs ?? []).filter(({ y }) => (edge === 'top' ? y < 60 : y > HEIGHT - 50));
  if (runs.length === 0) return undefined;
  const left = Math.min(...runs.map((run) => run.x));
  return { text: runs.map((run) => run.text).join(''), left, right: Math.max(...runs.map((run) => run.end)) };
}

const sheetsOf = (flow: string | undefined): number[] =>
  plan.sheets.flatMap((sheet, i) => (sheet.flow === flow ? [i] : []));

describe('the sheets', () => {
  it('are printed one page each', () => {
    expect(pages).toHaveLength(plan.sheets.length);
  });

  it('let every 类目 open on a recto, after a blank page where it must', () => {
    const firsts = ['p02', 'p03', 'p04'].map((flow) => sheetsOf(flow)[0] as number);
    for (const first of firsts) expect(first % 2).toBe(0);
    expect(pages.map((page) => page.runs.length === 0)).toEqual(plan.sheets.map((sheet) => sheet.flow === undefined));
    expect(sheetsOf(undefined).length).toBeGreaterThan(1);
  });

  it('leave no ink on a blank page', () => {
    for (const blank of sheetsOf(undefined)) expect(pages[blank]?.runs).toEqual([]);
  });
});

describe('folios', () => {
  it('stand at the outer edge: right on a recto, left on a verso', () => {
    let seen = 0;
    for (const [i, page] of pages.entries()) {
      const folio = margin(page, 'bottom');
      if (!folio) continue;
      seen += 1;
      if (i % 2 === 0) expect(Math.abs(folio.right - (WIDTH - OUTER)), `sheet ${i}`).toBeLessThan(1);
      else expect(Math.abs(folio.left - OUTER), `sheet ${i}`).toBeLessThan(1);
    }
    expect(seen).toBeGreaterThan(8);
  });

  it('count the front matter in roman numerals and the body from 1, blanks included', () => {
    const printed = pages.map((page) => margin(page, 'bottom')?.text);
    for (const [i, sheet] of plan.sheets.entries()) {
      const silent = sheet.flow === undefined || sheet.flow === 'title';
      expect(printed[i], `sheet ${i}`).toBe(silent ? undefined : sheet.folio);
    }
    const body = sheetsOf('p02')[0] as number;
    expect(printed[body]).toBe('1');
    expect(
      printed
        .slice(0, body)
        .filter(Boolean)
        .every((folio) => /^[ivx]+$/.test(folio as string)),
    ).toBe(true);
    const [second] = sheetsOf('p03');
    expect(printed[second as number]).toBe(String((second as number) - body + 1));
  });

  it('are not printed on the title page and its verso', () => {
    expect(sheetsOf('title')).toEqual([0, 1]);
    for (const sheet of [0, 1]) {
      expect(margin(pages[sheet], 'bottom')).toBeUndefined();
      expect(margin(pages[sheet], 'top')).toBeUndefined();
    }
  });
});

describe('running heads', () => {
  it('give the book on versos and the 类目 on rectos, each at the outer edge', () => {
    for (const [flow, title] of [
      ['p02', '农业'],
      ['p04', '水利'],
    ] as const) {
      for (const sheet of sheetsOf(flow).slice(1)) {
        const head = margin(pages[sheet], 'top');
        expect(head?.text, `sheet ${sheet}`).toBe(sheet % 2 === 0 ? title : TITLE);
        if (sheet % 2 === 0) expect(Math.abs((head?.right ?? 0) - (WIDTH - OUTER))).toBeLessThan(1);
        else expect(Math.abs((head?.left ?? 0) - OUTER)).toBeLessThan(1);
      }
    }
    expect(sheetsOf('p02').length).toBeGreaterThan(3);
  });

  it('are left out where a 类目 or the 目录 opens', () => {
    for (const flow of ['contents', 'p02', 'p03', 'p04']) {
      expect(margin(pages[sheetsOf(flow)[0] as number], 'top'), flow).toBeUndefined();
    }
  });

  it('in the 卷首 give the title of the manuscript', () => {
    const heads = plan.sheets.flatMap(({ flow }, i) =>
      /^p01/.test(flow ?? '') ? [[i, margin(pages[i], 'top')?.text]] : [],
    );
    expect(heads.length).toBeGreaterThan(1);
    for (const [sheet, text] of heads) expect(text).toBe((sheet as number) % 2 === 0 ? '说明' : TITLE);
  });
});

describe('a flow that opens on a verso', () => {
  it('has heads and folios at the outer edge all the same', async () => {
    const shifted = plan.sheets.filter((sheet) => sheet.flow === 'p02');
    const turned = shifted.map((sheet, i) => ({
      ...sheet,
      side: i % 2 === 0 ? ('left' as const) : ('right' as const),
    }));
    await book.page.evaluate(() => {
      for (const area of document.querySelectorAll('[data-flow]')) area.remove();
    });
    await book.set(flows.find((flow) => flow.id === 'p02') as Flow);
    await book.paginator.arrange(turned);
    const again = extractText(await book.paginator.print());
    expect(again).toHaveLength(turned.length);
    for (const [i, page] of again.entries()) {
      const folio = margin(page, 'bottom');
      expect(folio?.text).toBe(String(i + 1));
      if (i % 2 === 0) expect(Math.abs((folio?.left ?? 0) - OUTER), `sheet ${i}`).toBeLessThan(1);
      else expect(Math.abs((folio?.right ?? 0) - (WIDTH - OUTER)), `sheet ${i}`).toBeLessThan(1);
      if (i > 0) expect(margin(page, 'top')?.text).toBe(i % 2 === 0 ? TITLE : '农业');
    }
  });
});
