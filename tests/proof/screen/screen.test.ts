import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manuscriptFlows } from '../../../src/html/book-flows.js';
import { findBrowser } from '../../../src/paginate/find-browser.js';
import { type BookPlan, planSheets } from '../../../src/paginate/folios.js';
import { openPictureDesk } from '../../../src/plates/photos/pictures.js';
import { extractText, type PageText } from '../../../src/press/text/extract.js';
import type { Sheet, SheetNote } from '../../../src/proof/drawing.js';
import type { Finding } from '../../../src/proof/model.js';
import { paintScreen } from '../../../src/proof/screen/screen.js';
import { paragraphs, rows } from '../../paginate/prose.js';
import { openBook, volumeOf } from '../../paginate/set-book.js';
import { FONT_CACHE, scratchFolder } from '../../pipeline/volume.js';
import { type Glyph, printedGlyphs, screenGlyphs, strays } from './glyphs.js';

/** 大16开, points. */
const WIDTH = (210 / 25.4) * 72;
const HEIGHT = (285 / 25.4) * 72;
const LEFT = 60.3;
const TOP = 48.7;
/** Without running heads and folios, which no DOM holds, and tabs, whose vertical words have no baseline in it. */
const AREA = { left: 30, top: 60, right: WIDTH - 30, bottom: HEIGHT - 50 };

const scratch = scratchFolder();
let document_: string;
let plan: BookPlan;
let printed: PageText[];
let html: string;
let browser: Browser;
let page: Page;
const troubles: string[] = [];
const requests: string[] = [];

const finding = (number: string, more: Partial<Finding> = {}): Finding => ({
  number,
  severity: 'warning',
  rule: 'marks-unpaired',
  author: '检查',
  reason: '“）”前面没有与它成对的“（”',
  remedy: '把标点写成一对',
  text: '农业',
  address: '1a2',
  place: { file: '01-农业/01-稿件.md', line: 7, column: 3 },
  ...more,
});

const note = (number: string, top: number, more: Partial<Finding> = {}): SheetNote => ({
  finding: finding(number, more),
  left: 200,
  top,
  right: 230,
  bottom: top + 11,
});

function sheetOf(sheet: number, more: Partial<Sheet> = {}): Sheet {
  return {
    width: WIDTH + 180,
    height: HEIGHT + 90,
    title: `${sheet}页`,
    pages: [{ sheet, left: LEFT, top: TOP, width: WIDTH, height: HEIGHT }],
    items: [],
    notes: [],
    links: [],
    ...more,
  };
}

/** A sheet that shows everything, three pages, and a sheet without one, as a list of changes is. */
function sheets(): Sheet[] {
  const list = { ...sheetOf(0), title: '改动表', pages: [] };
  return [
    {
      ...list,
      items: [{ type: 'text', x: 60, y: 60, size: 12, text: '改动表', font: '黑', colour: '#000000' }],
      links: [{ left: 60, top: 80, right: 200, bottom: 95, sheet: 2, y: 400 }],
    },
    sheetOf(1, {
      items: [
        { type: 'text', x: 60, y: 30, size: 9, text: '农业　一校', font: '宋', colour: '#333333' },
        {
          type: 'text',
          x: 400,
          y: 400,
          size: 60,
          text: '校样',
          font: '楷',
          colour: '#888888',
          align: 'centre',
          angle: 45,
          opacity: 0.2,
        },
        { type: 'line', from: [100, 200], to: [100, 260], width: 1.5, colour: '#D02020', dash: [3, 2] },
        { type: 'box', left: 60, top: 40, right: 90, bottom: 60, fill: '#ffeeee', stroke: '#d02020', width: 0.5 },
      ],
      notes: [note('K3F9', 300), note('B2C4', 420, { severity: 'error', reason: '<b>甲</b> & "乙"' })],
    }),
    sheetOf(2, { notes: [note('D5E6', 300, { dismissed: { reason: '原件如此', by: '张三', date: '2022-09-01' } })] }),
    sheetOf(3),
  ];
}

/** Every page of the document. */
const all = (): number[] => plan.sheets.map((_, at) => at + 1);

const onPaper = (at: number): Glyph[] => printedGlyphs(printed[at] as PageText, AREA);

beforeAll(async () => {
  const photo = await sharp({ create: { width: 1600, height: 1000, channels: 3, background: '#406080' } })
    .jpeg()
    .toBuffer();
  const body = [
    '## 种植',
    '### 情况',
    paragraphs(1, 12, 170),
    '**主要作物（2021年）**',
    rows(12),
    '### 说明',
    '照片《张三》：增长5.3%，\\<script\\>x()\\</script\\>。',
    '![小麦](photos/1.jpg)',
    paragraphs(13, 26, 170),
  ].join('\n\n');
  const volume = await volumeOf(scratch, {
    '01-农业/01-稿件.md': `---\n类目: 农业\n供稿: 李四\n---\n\n${body}\n`,
    '01-农业/photos/1.jpg': photo,
  });
  const pictures = await openPictureDesk(volume, join(scratch, 'pictures'));
  const flows = manuscriptFlows(volume, pictures);
  await pictures.prepare();
  const book = await openBook(scratch);
  try {
    const surveys = await book.set(...flows);
    plan = planSheets(flows.map((flow) => ({ ...flow, pages: surveys.get(flow.id)?.pages.length ?? 0 })));
    await book.paginator.arrange(plan.sheets);
    printed = extractText(await book.paginator.print());
    document_ = await book.paginator.finished();
  } finally {
    await book.close();
  }
  html = await paintScreen({
    document: document_,
    documentSheets: all(),
    sheets: sheets(),
    title: '农业　一校',
    changeColours: ['#d02020'],
    fontCache: FONT_CACHE,
  });
  writeFileSync(join(scratch, 'proof.html'), html);
  const found = await findBrowser();
  // As a reader's browser is: without what the project starts its own with.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  browser = await puppeteer.launch({ executablePath: found?.path as string, args: [...args, ...(found?.args ?? [])] });
  page = await browser.newPage();
  page.on('console', (message) => troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  await page.setViewport({ width: 1400, height: 900 });
  await page.goto(pathToFileURL(join(scratch, 'proof.html')).href);
  await page.evaluate(() => document.fonts.ready);
}, 120_000);
afterAll(() => browser?.close());

describe('a proof on the screen', () => {
  it('has every character of its pages where the PDF has it', async () => {
    const shown = await screenGlyphs(page);
    expect(shown.map((glyphs) => glyphs.length > 100)).toEqual([true, true, true]);
    const lost: Glyph[] = [];
    for (const [at, glyphs] of shown.entries()) {
      const paper = onPaper(at);
      expect(glyphs.length).toBe(paper.length);
      lost.push(...strays(glyphs, paper, 0.5), ...strays(paper, glyphs, 0.5));
    }
    expect(lost).toEqual([]);
  });

  it('is one file that asks for nothing and complains of nothing', () => {
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([
      pathToFileURL(join(scratch, 'proof.html')).href,
    ]);
    expect(troubles).toEqual([]);
    expect(html).not.toMatch(/file:|https?:\/\/(?!www\.w3\.org)/u);
    expect(html).not.toContain(scratch);
  });

  it('runs no script but its own, and what looks like one is words', async () => {
    const policy = await page.evaluate(
      () => document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content ?? '',
    );
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/u);
    expect(await page.evaluate(() => document.querySelectorAll('script').length)).toBe(1);
    const words = await page.evaluate(() => document.querySelector('.proof-desk')?.textContent ?? '');
    expect(words.replace(/\s/gu, '')).toContain('<script>x()</script>');
  });

  it('has its sheets in the size of their paper, and the pages at their places, cropped', async () => {
    const boxes = await page.evaluate(() =>
      [...document.querySelectorAll('.proof-sheet')].map((sheet) => {
        const paper = sheet.getBoundingClientRect();
        const inner = sheet.querySelector('.proof-page')?.getBoundingClientRect();
        const points = (px: number): number => Math.round(px * 0.75 * 10) / 10;
        return {
          paper: [points(paper.width), points(paper.height)],
          ...(inner && { page: [points(inner.left - paper.left), points(inner.top - paper.top), points(inner.width)] }),
        };
      }),
    );
    const paper = [775.3, 897.9];
    const at = [60.3, 48.7, 595.3];
    expect(boxes).toEqual([{ paper }, { paper, page: at }, { paper, page: at }, { paper, page: at }]);
  });

  it('has the photo inside, not sharper than a screen', async () => {
    const [width] = await page.evaluate(() => [...document.querySelectorAll('img')].map((image) => image.naturalWidth));
    // 308 px wide in its column: at 150 ppi.
    expect(width).toBe(482);
  });

  it('has in its fonts what it shows, and every page is set in them', async () => {
    const faces = await page.evaluate(() =>
      [...document.fonts].filter((face) => face.status === 'loaded').map(({ family }) => family.replaceAll('"', '')),
    );
    expect(new Set(faces)).toEqual(new Set(['NJ Song', 'NJ Hei', 'NJ Kai']));
    expect(html.length).toBeLessThan(1_500_000);
  });

  it('draws what stands round the pages at its points', async () => {
    const drawn = await page.evaluate(() => {
      const sheet = document.querySelectorAll('.proof-sheet')[1] as Element;
      const { left, top } = sheet.getBoundingClientRect();
      return [...sheet.querySelectorAll('svg > *')].map((each) => {
        const box = each.getBoundingClientRect();
        return [each.tagName, ...[box.left - left, box.top - top].map((px) => Math.round(px * 0.75))];
      });
    });
    expect(drawn[0]).toEqual(['text', 60, 22]);
    expect(drawn.slice(2)).toEqual([
      ['line', 100, 200],
      ['rect', 60, 40],
    ]);
  });
});

describe('its notes', () => {
  const open = () =>
    page.evaluate(() => [...document.querySelectorAll(':popover-open')].map((each) => each.textContent ?? ''));
  const focused = () => page.evaluate(() => document.activeElement?.id);

  it('are opened by the keyboard and closed by Escape', async () => {
    await page.focus('#proof-mark-2-1');
    await page.keyboard.press('Enter');
    const [words, ...others] = await open();
    expect(others).toEqual([]);
    for (const part of [
      'K3F9',
      '警告',
      '检查',
      '“）”前面没有',
      '把标点写成一对',
      '1a2',
      '01-农业/01-稿件.md:7:3',
      'marks-unpaired',
    ])
      expect(words).toContain(part);
    // Right under its mark, as soon as a frame is drawn.
    await page.waitForFunction(() => {
      const mark = document.querySelector('#proof-mark-2-1')?.getBoundingClientRect();
      const popover = document.querySelector(':popover-open')?.getBoundingClientRect();
      return mark && popover && Math.abs(popover.top - mark.bottom - 8) < 1 && Math.abs(popover.left - mark.left) < 1;
    });
    await page.keyboard.press('Escape');
    expect(await open()).toEqual([]);
  });

  it('are gone through by n and p, round the end', async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.reload();
    const seen: (string | undefined)[] = [];
    for (const key of ['n', 'n', 'n', 'n', 'p'] as const) {
      await page.keyboard.press(key);
      expect(await open()).toHaveLength(1);
      seen.push(await focused());
    }
    expect(seen).toEqual(['proof-mark-2-1', 'proof-mark-2-2', 'proof-mark-3-1', 'proof-mark-2-1', 'proof-mark-3-1']);
    const inSight = await page.evaluate(() => {
      const box = document.activeElement?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && box.bottom <= window.innerHeight;
    });
    expect(inSight).toBe(true);
    expect((await open())[0]).toContain('原件如此（张三，2022-09-01）');
  });

  it('say what the finding says, whatever marks are in it', async () => {
    const words = await page.evaluate(() => document.querySelector('#proof-note-2-2 .proof-reason')?.textContent);
    expect(words).toBe('<b>甲</b> & "乙"');
  });

  it('are listed at the side, and opened from there', async () => {
    await page.reload();
    const list = await page.evaluate(() =>
      [...document.querySelectorAll('.proof-findings a b')].map((each) => each.textContent),
    );
    expect(list).toEqual(['K3F9', 'B2C4', 'D5E6']);
    await page.click('.proof-findings li:nth-child(2) a');
    expect((await open())[0]).toContain('B2C4');
  });

  it('can be hidden, and so can changes and all that is drawn', async () => {
    await page.reload();
    const shown = (selector: string) =>
      page.evaluate(
        (each) => [...document.querySelectorAll(each)].filter((one) => one.getClientRects().length > 0).length,
        selector,
      );
    expect([await shown('.proof-note'), await shown('.proof-change'), await shown('svg')]).toEqual([3, 2, 4]);
    await page.click('#proof-show-notes');
    await page.click('#proof-show-changes');
    expect([await shown('.proof-note'), await shown('.proof-change'), await shown('svg')]).toEqual([0, 0, 4]);
    await page.keyboard.press('n');
    expect(await open()).toEqual([]);
    await page.click('#proof-show-drawing');
    expect(await shown('svg')).toBe(0);
    expect(await shown('.proof-page')).toBe(3);
  });
});

describe('a browser that cannot set the pages exactly', () => {
  const warned = () => page.evaluate(() => document.querySelector('.proof-inexact')?.getClientRects().length === 1);

  it('is told so, and another is not', async () => {
    await page.reload();
    expect(await warned()).toBe(false);
    const { identifier } = await page.evaluateOnNewDocument(() => {
      CSS.supports = () => false;
    });
    await page.reload();
    expect(await warned()).toBe(true);
    await page.removeScriptToEvaluateOnNewDocument(identifier);
  });
});

describe('its links', () => {
  it('lead to their sheet and height', async () => {
    await page.reload();
    await page.click('.proof-link');
    const top = await page.evaluate(() => {
      const sheet = document.querySelectorAll('.proof-sheet')[2] as Element;
      return (0 - sheet.getBoundingClientRect().top) * 0.75;
    });
    // A little above the height, so that it is not at the very edge.
    expect(Math.abs(top - (400 - 36))).toBeLessThan(1);
  });

  it('lead from the side to the sheets', async () => {
    const titles = await page.evaluate(() =>
      [...document.querySelectorAll('.proof-sheets a')].map((each) => each.textContent),
    );
    expect(titles).toEqual(['改动表', '1页', '2页', '3页']);
    await page.click('.proof-sheets li:nth-child(4) a');
    const top = await page.evaluate(() => document.querySelectorAll('.proof-sheet')[3]?.getBoundingClientRect().top);
    expect(Math.abs((top ?? 0) - 12)).toBeLessThan(2);
  });
});

describe('pages', () => {
  const paint = (documentSheets: number[], shown: Sheet[]) =>
    paintScreen({ document: document_, documentSheets, sheets: shown, title: '校样', fontCache: FONT_CACHE });

  it('that were not arranged stand before those that were, and are left out', async () => {
    const only = await paint([57], [sheetOf(57)]);
    const last = onPaper(plan.sheets.length - 1);
    writeFileSync(join(scratch, 'one.html'), only);
    await page.goto(pathToFileURL(join(scratch, 'one.html')).href);
    await page.evaluate(() => document.fonts.ready);
    const [glyphs, ...others] = await screenGlyphs(page);
    expect(others).toEqual([]);
    expect(strays(glyphs as Glyph[], last, 0.5)).toEqual([]);
  });

  it('that are smaller on their sheet are scaled', async () => {
    const half = { sheet: 1, left: 20, top: 20, width: WIDTH / 2, height: HEIGHT / 2 };
    writeFileSync(join(scratch, 'half.html'), await paint(all(), [sheetOf(1, { pages: [half] })]));
    await page.goto(pathToFileURL(join(scratch, 'half.html')).href);
    await page.evaluate(() => document.fonts.ready);
    const [glyphs] = await screenGlyphs(page, 0.5);
    const paper = onPaper(0);
    const halved = paper.map(({ character, x, y }) => ({ character, x: x / 2, y: y / 2 }));
    expect(strays(glyphs as Glyph[], halved, 0.5)).toEqual([]);
  });

  it('keep references to what is in the proof, and no others', async () => {
    const link = (href: string, words: string) => `<a href="${href}">${words}</a>`;
    const links = [link('#p01', '甲'), link('#nowhere', '乙'), link('javascript:x()', '丙'), link('file:///x', '丁')];
    const linked = document_.replace('</h1>', `${links.join('')}</h1>`);
    expect(linked).not.toBe(document_);
    const painted = await paintScreen({
      document: linked,
      documentSheets: all(),
      sheets: [sheetOf(1)],
      title: '校样',
      fontCache: FONT_CACHE,
    });
    expect(painted).toContain('<a href="#p01">甲</a><a>乙</a><a>丙</a><a>丁</a>');
  });

  it('that are not in the document are an error', async () => {
    await expect(paint([1], [sheetOf(2)])).rejects.toThrow('page 2 of the book is not in the finished document');
    await expect(
      paint(
        Array.from({ length: 99 }, (_, at) => at),
        [],
      ),
    ).rejects.toThrow('99 pages arranged');
  });
});
