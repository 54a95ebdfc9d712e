/** Flows in columns and pages: what Chromium broke in the galley is what stands on the pages, measured there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Flow } from '../../src/html/flow.js';
import { squeeze } from '../../src/paginate/conservation.js';
import type { FlowSurvey } from '../../src/paginate/paginator.js';
import { textOfPages } from '../../src/paginate/streams.js';
import { scratchFolder } from '../pipeline/volume.js';
import { areaOf, type Line, linesOf } from './measure.js';
import { paragraphs, prose } from './prose.js';
import { type Book, flowOf, flowsOf, openBook } from './set-book.js';

const EM = 14;
const COLUMN = 308;
const LINE = 22;
const scratch = scratchFolder();
let book: Book;
beforeAll(async () => {
  book = await openBook(scratch);
});
afterAll(() => book?.close());

/** Sets a flow that must be in order, and measures it. */
async function setWhole(flow: Flow): Promise<{ lines: Line[]; survey: FlowSurvey }> {
  const surveys = await book.set(flow);
  expect(surveys.messages).toEqual([]);
  const survey = surveys.get(flow.id) as FlowSurvey;
  const said = textOfPages(survey);
  expect(said).toBe(squeeze(flow.runs.map((run) => run.text).join('')));
  expect(survey.faults).toEqual([]);
  return { lines: await linesOf(book.page, flow.id), survey };
}

/** Boxes of lines in reading order: `page.column`. */
function slots(lines: Line[]): string[] {
  return [...new Set(lines.map(({ page, column }) => `${page}.${column}`))];
}

describe('long text', () => {
  it('fills column after column and page after page, no character lost, doubled or moved', async () => {
    const { lines } = await setWhole(await flowOf(scratch, `## 种植\n\n${paragraphs(1, 40, 180)}`));
    const pages = [0, 1, 2, 3, 4];
    expect(slots(lines)).toEqual(['0.-1', ...pages.flatMap((page) => [`${page}.0`, `${page}.1`])]);
    const read = lines.filter((line) => line.block.startsWith('p')).map((line) => line.text);
    expect(read.join('')).toBe(Array.from({ length: 40 }, (_, i) => prose(i + 1, 180)).join(''));
  });

  it('stays inside the type area, and its lines stand on one grid in both columns', async () => {
    const flow = await flowOf(scratch, `## 种植\n\n${paragraphs(1, 40, 180)}`);
    const { lines } = await setWhole(flow);
    const area = await areaOf(book.page, flow.id);
    for (const line of lines) {
      expect(line.top, line.text).toBeGreaterThan(-1);
      expect(line.bottom, line.text).toBeLessThanOrEqual(area.height + 1);
      expect(line.left, line.text).toBeGreaterThanOrEqual(line.boxLeft - 0.5);
      expect(line.right, line.text).toBeLessThanOrEqual(line.boxRight + 0.5);
      expect(line.boxRight - line.boxLeft).toBeCloseTo(line.column === -1 ? 644 : COLUMN, 1);
    }
    const full = lines.filter((line) => line.page === 1);
    const first = Math.min(...full.map((line) => line.top));
    for (const line of full) expect(Math.abs(((line.top - first + LINE / 2) % LINE) - LINE / 2)).toBeLessThan(0.1);
    // A full column holds 42 lines, or one less for the sake of the paragraph at its foot.
    for (const column of [0, 1]) {
      expect([41, 42]).toContain(full.filter((line) => line.column === column).length);
    }
  });

  it('goes on in the next column without an indent, after a line that reaches the edge', async () => {
    const { lines } = await setWhole(await flowOf(scratch, `## 种植\n\n${paragraphs(1, 30, 300)}`));
    const prose = lines.filter((line) => line.block.startsWith('p'));
    const broken = prose.filter((line) => line.block.includes('broken-after') && line.last);
    const resumed = prose.filter((line) => line.block.includes('broken-before') && line.first);
    expect(broken.length).toBeGreaterThan(2);
    expect(resumed).toHaveLength(broken.length);
    for (const line of broken) expect(line.right, line.text).toBeCloseTo(line.boxRight, 0);
    for (const line of resumed) expect(line.left, line.text).toBeCloseTo(line.boxLeft, 0);
    // Paragraphs that begin are indented by two characters, and their last lines are not stretched.
    for (const line of prose.filter((each) => each.first && !each.block.includes('broken-before'))) {
      expect(line.left - line.boxLeft, line.text).toBeCloseTo(2 * EM, 0);
    }
    const ends = prose.filter((each) => each.last && !each.block.includes('broken-after') && each.text.length < 18);
    expect(ends.length).toBeGreaterThan(10);
    for (const line of ends) expect(line.right - line.left).toBeLessThan(line.text.length * EM + 6);
  });

  it('never leaves one line of a paragraph alone on either side', async () => {
    const { lines } = await setWhole(await flowOf(scratch, `## 种植\n\n${paragraphs(1, 60, 98)}`));
    for (const line of lines.filter((each) => each.block.includes('broken'))) {
      expect(line.first && line.last, line.text).toBe(false);
    }
  });

  it('breaks between two characters outside the basic plane, never within one', async () => {
    // Every break must fall beside one of them.
    const text = '𫖮𬀩𫓧'.repeat(1500);
    const { lines, survey } = await setWhole(await flowOf(scratch, `## 种植\n\n${text}`));
    expect(survey.pages.length).toBeGreaterThan(2);
    expect(
      lines
        .filter((line) => line.block.startsWith('p'))
        .map((line) => line.text)
        .join(''),
    ).toBe(text);
    for (const page of survey.pages) for (const box of page.boxes) expect(box.text).not.toMatch(/\p{Surrogate}/u);
  });
});

describe('heads', () => {
  it('of 分目 never stand at the foot of a column: two lines of text always follow', async () => {
    for (let before = 29; before <= 36; before += 1) {
      const short = Array.from({ length: before }, (_, i) => `第${i + 1}项。`).join('\n\n');
      const flow = await flowOf(scratch, `${short}\n\n## 种植\n\n### 小麦\n\n${paragraphs(1, 30, 300)}`);
      const { lines } = await setWhole(flow);
      const at = lines.findIndex((line) => line.block === 'h2');
      const [head, one, two] = lines.slice(at, at + 3) as [Line, Line, Line];
      expect([one.page, one.column, two.page, two.column], `after ${before} lines`).toEqual([
        head.page,
        head.column,
        head.page,
        head.column,
      ]);
      expect(one.top).toBeGreaterThan(head.bottom - 1);
    }
  });

  it('have their anchors on the page, in the column and at the height where they stand', async () => {
    const body = Array.from(
      { length: 12 },
      (_, i) => `## 种植${i + 1}\n\n### 小麦${i + 1}\n\n${paragraphs(i * 10, i * 10 + 5, 150)}`,
    ).join('\n\n');
    const { lines, survey } = await setWhole(await flowOf(scratch, body));
    const heads = lines.filter((line) => line.block === 'h2');
    expect(heads).toHaveLength(12);
    const pages = new Set(heads.map((line) => line.page));
    expect(pages.size).toBeGreaterThan(2);
    const entryTops = lines.filter((line) => line.text.startsWith('【小麦'));
    expect(entryTops).toHaveLength(12);
    // A head of two lines stands in the middle of them: its ink begins within the first.
    const places = [...heads, ...entryTops].map(({ page, column, top }) => ({ page, column, top }));
    for (const { page, column, top } of places) {
      const y = (survey.pages[page]?.areaTop ?? 0) + top;
      const anchor = survey.anchors.find(
        (each) => each.page === page && each.column === column && y >= each.y && y < each.y + LINE,
      );
      expect(anchor, `page ${page}, column ${column}, ${y}`).toBeDefined();
    }
    expect(new Set(survey.anchors.map(({ id }) => id)).size).toBe(survey.anchors.length);
  });
});

describe('hanging indents', () => {
  it('of list items go on in the next column', async () => {
    const items = Array.from({ length: 30 }, (_, i) => `- ${prose(i + 1, 150)}`).join('\n');
    const { lines } = await setWhole(await flowOf(scratch, `## 种植\n\n### 小麦\n\n${prose(99, 40)}\n\n${items}`));
    const list = lines.filter((line) => line.block.startsWith('p.item') && !line.text.startsWith('•'));
    const resumed = list.filter((line) => line.block.includes('broken-before') && line.first);
    expect(resumed.length).toBeGreaterThan(2);
    for (const line of list) expect(line.left - line.boxLeft, line.text).toBeCloseTo(3 * EM, 0);
    for (const line of list.filter((each) => each.block.includes('broken-after') && each.last)) {
      expect(line.right, line.text).toBeCloseTo(line.boxRight, 0);
    }
  });

  it('of roster posts go on in the next column', async () => {
    const holders = (n: number) => Array.from({ length: 30 }, (_, i) => `张三（第${n}项第${i + 1}任）`).join('；');
    const posts = Array.from({ length: 16 }, (_, i) => `- 委员${i + 1}：${holders(i + 1)}`).join('\n');
    const { lines } = await setWhole(
      await flowOf(scratch, `## 组织\n\n### 办公室\n\n${posts}`, '体裁: 名录', '标题: 名录'),
    );
    const roster = lines.filter((line) => line.block.includes('post'));
    const resumed = roster.filter((line) => line.block.includes('broken-before') && line.first);
    expect(resumed.length).toBeGreaterThan(1);
    for (const line of roster) {
      const hangs = !line.first || line.block.includes('broken-before');
      expect(line.left - line.boxLeft, line.text).toBeCloseTo(hangs ? 2 * EM : 0, 0);
    }
  });
});

describe('plates', () => {
  it('stand one on a page, each photo whole within it', async () => {
    const { default: sharp } = await import('sharp');
    const photo = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#7a3' } })
      .jpeg()
      .toBuffer();
    const names = Array.from({ length: 9 }, (_, i) => `照片${i + 1}`);
    const text = `---\n类目: 卷首\n体裁: 彩页\n标题: 彩页\n---\n\n## 农业\n\n${names.map((name, i) => `![${name}](photos/${i}.jpg)`).join('\n\n')}\n`;
    const photos = Object.fromEntries(names.map((_, i) => [`01-卷首/photos/${i}.jpg`, photo]));
    const [flow] = (await flowsOf(scratch, { '01-卷首/01-彩页.md': text, ...photos })) as [Flow];
    const { lines, survey } = await setWhole(flow);
    const plates = await book.page.evaluate(
      (id) =>
        [...document.querySelectorAll(`[data-flow="${id}"] > .pagedjs_page`)].map((page) => {
          const area = (page.querySelector('.pagedjs_page_content') as Element).getBoundingClientRect();
          return {
            plates: page.querySelectorAll('.plate').length,
            images: [...page.querySelectorAll('img')].map((image) => {
              const { left, right, top, bottom, height } = image.getBoundingClientRect();
              const inside =
                left >= area.left - 1 && right <= area.right + 1 && top >= area.top - 1 && bottom <= area.bottom + 1;
              return inside && height > 50;
            }),
          };
        }),
      flow.id,
    );
    expect(survey.pages.length).toBeGreaterThan(1);
    expect(plates.every((page) => page.plates === 1)).toBe(true);
    expect(plates.flatMap((page) => page.images)).toEqual(names.map(() => true));
    const surveyed = survey.pages.flatMap((page) => page.photos);
    expect(surveyed.map(({ file }) => file)).toEqual(names.map((_, i) => `01-卷首/photos/${i}.jpg`));
    for (const { width, height } of surveyed) expect(width / height).toBeCloseTo(1.5, 1);
    expect(lines.filter((line) => line.text.startsWith('照片')).map((line) => line.text)).toEqual(names);
  });
});

describe('little text', () => {
  it('of one line makes one page', async () => {
    const { lines, survey } = await setWhole(await flowOf(scratch, '第1项。'));
    expect(survey.pages).toHaveLength(1);
    expect(lines.map((line) => line.text)).toEqual(['农业', '第1项。']);
  });

  it('may be a heading and nothing else', async () => {
    const { lines, survey } = await setWhole(await flowOf(scratch, '## 种植'));
    expect(survey.pages).toHaveLength(1);
    expect(lines.map((line) => line.text)).toEqual(['农业', '种植']);
  });

  it('may be none at all: the page is empty and stands', async () => {
    const flow: Flow = {
      ...(await flowOf(scratch, '第1项。')),
      id: 'empty',
      html: '<section class="part" lang="zh-CN"><div class="columns"></div></section>',
      runs: [],
    };
    const surveys = await book.set(flow);
    expect(surveys.messages).toEqual([]);
    expect(surveys.get('empty')?.pages).toHaveLength(1);
  });
});
