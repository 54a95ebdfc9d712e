/**
 * The gates against a paginator that is broken on purpose: whatever is done to the finished pages or to the printed
 * ones, the build must say so, with the file, the line and the words.
 */
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { conservationMessages, faultMessages, figureMessages, pdfMessages } from '../../src/check/gates.js';
import type { Flow } from '../../src/html/flow.js';
import { findBreaches } from '../../src/paginate/conservation.js';
import { expectedPages } from '../../src/paginate/expected-pages.js';
import { findFigureFaults } from '../../src/paginate/figure-gate.js';
import { planSheets } from '../../src/paginate/folios.js';
import type { FlowSurvey } from '../../src/paginate/paginator.js';
import { textOfPages } from '../../src/paginate/streams.js';
import { extractText } from '../../src/press/text/extract.js';
import { comparePdf } from '../../src/press/text-gate.js';
import type { Message } from '../../src/tree/message.js';
import { scratchFolder } from '../pipeline/volume.js';
import { prose, rows } from './prose.js';
import { type Book, flowOf, flowsOf, openBook } from './set-book.js';

const FILE = '01-农业/01-稿件.md';
const scratch = scratchFolder();
let book: Book;
let flow: Flow;
beforeAll(async () => {
  book = await openBook(scratch);
  // The paragraphs stand in lines 7, 9 … 65, the rows of the table from line 69 on.
  const paragraphs = Array.from({ length: 30 }, (_, i) => distinct(i + 1)).join('\n\n');
  flow = await flowOf(scratch, `## 种植\n\n${paragraphs}\n\n${rows(6)}\n\n${prose(99, 120)}`);
});
afterAll(() => book?.close());

/** A paragraph in which no phrase is like one of another: where text is lost, it is plain which. */
function distinct(number: number): string {
  const phrases = Array.from({ length: 20 }, (_, i) => `种小麦${number * 100 + i}公顷`);
  return `第${number}段，${phrases.join('，')}。`;
}

/** Sets the flow anew, does something to its pages, and asks the gate as a build does. */
async function sabotage(damage: () => void, sabotaged: Flow = flow): Promise<Message[]> {
  await book.paginator.paginate(sabotaged);
  await book.page.evaluate(damage);
  const survey = await book.paginator.survey(sabotaged.id);
  return [
    ...conservationMessages(sabotaged.title, findBreaches(sabotaged.runs, textOfPages(survey))),
    ...figureMessages(sabotaged.title, findFigureFaults(sabotaged.figures ?? [], survey)),
    ...faultMessages(sabotaged.title, survey.faults),
  ];
}

describe('the conservation gate', () => {
  it('has nothing to say when nothing is done', async () => {
    expect(await sabotage(() => undefined)).toEqual([]);
  });

  it('names a paragraph that was lost', async () => {
    const messages = await sabotage(() => {
      const lost = [...document.querySelectorAll('.box p')].find((each) => each.textContent?.startsWith('第3段'));
      lost?.remove();
    });
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ severity: 'error', rule: 'conservation-lost', file: FILE, line: 11 });
    expect(messages[0]?.reason).toContain('3段，种小麦300公顷');
  });

  it('names a photo that reaches out of its column', async () => {
    const messages = await sabotage(() => {
      const photo = document.createElement('img');
      photo.alt = '麦田';
      photo.style.cssText = 'display:block;position:absolute;top:0;left:0;width:2000px;height:10px';
      document.querySelector('.box')?.append(photo);
    });
    expect(messages).toEqual([expect.objectContaining({ severity: 'error', rule: 'page-clipped' })]);
    expect(messages[0]?.reason).toContain('图片麦田');
  });

  it('names a photo in 满版 that does not cover its page, and no other', async () => {
    const withPhoto = (size: string) => {
      const holder = document.createElement('div');
      holder.className = 'full-bleed';
      const photo = document.createElement('img');
      photo.alt = '湖面';
      photo.style.cssText = `position:fixed;z-index:9;${size}`;
      holder.append(photo);
      document.querySelector('.box')?.append(holder);
      const sheet = document.querySelector('.pagedjs_page')?.getBoundingClientRect() as DOMRect;
      const box = photo.getBoundingClientRect();
      photo.style.translate = `${sheet.left - 10 - box.left}px ${sheet.top - 10 - box.top}px`;
    };
    await book.page.evaluate(`window.withPhoto = ${withPhoto}`);
    type Bench = typeof window & { withPhoto(size: string): void };
    const small = await sabotage(() => (window as Bench).withPhoto('width:400px;height:2000px'));
    expect(small).toEqual([expect.objectContaining({ severity: 'error', rule: 'page-clipped' })]);
    expect(await sabotage(() => (window as Bench).withPhoto('width:1000px;height:2000px'))).toEqual([]);
  });

  it('names a row that was doubled', async () => {
    const messages = await sabotage(() => {
      const row = [...document.querySelectorAll('.box tbody tr')].find((each) => each.textContent?.startsWith('指标4'));
      row?.after(row.cloneNode(true));
    });
    expect(messages).toEqual([expect.objectContaining({ rule: 'conservation-added', file: FILE })]);
    // The row itself stands in line 72; both rows begin alike, so that the difference begins in the next.
    expect([72, 73]).toContain(messages[0]?.line);
    expect(messages[0]?.reason).toMatch(/多了文字：“.*40本年/);
  });

  it('names a character that was changed', async () => {
    const messages = await sabotage(() => {
      const changed = [...document.querySelectorAll('.box p')].find((each) => each.textContent?.startsWith('第5段'));
      const texts = document.createTreeWalker(changed as Element, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
        if (!text.data.includes('麦503') && !text.data.includes('小麦50')) continue;
        text.data = text.data.replace('小', '玉');
        return;
      }
    });
    expect(messages).toEqual([
      expect.objectContaining({ severity: 'error', rule: 'conservation-changed', file: FILE, line: 15 }),
    ]);
    expect(messages[0]?.reason).toContain('稿件是“小”，版面上是“玉”');
  });

  it('names paragraphs that changed places', async () => {
    const messages = await sabotage(() => {
      const two = [...document.querySelectorAll('.box p')].find((each) => each.textContent?.startsWith('第2段'));
      two?.previousElementSibling?.before(two);
    });
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.every(({ rule, file }) => rule.startsWith('conservation-') && file === FILE)).toBe(true);
  });

  it('names a box that was lost whole, with the line where it began', async () => {
    const messages = await sabotage(() => document.querySelectorAll('.box')[3]?.remove());
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ rule: 'conservation-lost', file: FILE });
    expect(messages[0]?.line).toBeGreaterThan(10);
  });
});

describe('the gates for figures', () => {
  let figures: Flow;
  beforeAll(async () => {
    const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#7a3' } })
      .jpeg()
      .toBuffer();
    const image = (number: number, words: string): string => `![${words}](photos/${number}.jpg)`;
    // The photos stand in lines 9, 13 and 17; the last has two pictures.
    const body = `## 种植\n\n${[
      image(1, '照片甲说明'),
      distinct(2),
      image(2, '照片乙说明'),
      distinct(3),
      `${image(3, '')} ${image(4, '照片丙说明')}`,
    ].reduce(
      (text, block) => `${text}\n\n${block}`,
      distinct(1),
    )}\n\n${Array.from({ length: 12 }, (_, i) => distinct(i + 4)).join('\n\n')}`;
    const [made] = await flowsOf(scratch, {
      [FILE]: `---\n类目: 农业\n---\n\n${body}\n`,
      ...Object.fromEntries([1, 2, 3, 4].map((number) => [`01-农业/photos/${number}.jpg`, photo])),
    });
    figures = made as Flow;
  });

  it('have nothing to say when nothing is done', async () => {
    expect(figures.figures).toHaveLength(3);
    expect(await sabotage(() => undefined, figures)).toEqual([]);
  });

  it('name a caption that was lost', async () => {
    const messages = await sabotage(() => document.querySelectorAll('.box figcaption')[1]?.remove(), figures);
    expect(messages).toEqual([expect.objectContaining({ rule: 'conservation-lost', file: FILE, line: 13 })]);
    expect(messages[0]?.reason).toContain('乙');
  });

  it('name a caption that was said twice', async () => {
    const messages = await sabotage(() => {
      const caption = document.querySelector('.box figcaption') as Element;
      caption.after(caption.cloneNode(true));
    }, figures);
    expect(messages).toContainEqual(expect.objectContaining({ rule: 'conservation-added', file: FILE }));
  });

  it('name captions that changed places', async () => {
    const messages = await sabotage(() => {
      const [one, two] = document.querySelectorAll('.box figcaption');
      const words = one?.innerHTML ?? '';
      (one as Element).innerHTML = two?.innerHTML ?? '';
      (two as Element).innerHTML = words;
    }, figures);
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.every(({ rule }) => rule === 'conservation-changed')).toBe(true);
  });

  it('name a caption that has come among the text', async () => {
    const messages = await sabotage(() => {
      const caption = document.querySelector('.box figcaption') as Element;
      const text = document.createElement('p');
      text.textContent = caption.textContent;
      caption.closest('figure')?.before(text);
      caption.remove();
    }, figures);
    expect(messages.map(({ rule }) => rule).sort()).toEqual(['conservation-added', 'conservation-lost']);
  });

  it('name a figure that was lost, and one that lost a picture', async () => {
    const lost = await sabotage(() => document.querySelector('.box figure.photo')?.remove(), figures);
    expect(lost).toContainEqual(expect.objectContaining({ rule: 'conservation-figure-lost', file: FILE, line: 9 }));
    const photos = await sabotage(
      () => document.querySelector('.box .print-row img, .box .prints img + img')?.remove(),
      figures,
    );
    expect(photos).toEqual([expect.objectContaining({ rule: 'conservation-figure-photos', file: FILE, line: 17 })]);
  });

  it('name a figure that stands twice', async () => {
    const messages = await sabotage(() => {
      const figure = document.querySelector('.box figure.photo') as Element;
      const again = figure.cloneNode(true) as Element;
      again.querySelector('figcaption')?.remove();
      figure.after(again);
    }, figures);
    expect(messages).toContainEqual(
      expect.objectContaining({ rule: 'conservation-figure-added', file: FILE, line: 9 }),
    );
  });

  it('name a figure before the words behind which it belongs, and figures out of their order', async () => {
    const early = await sabotage(() => {
      const figure = document.querySelector('.box figure.photo') as Element;
      document.querySelector('.box h2')?.before(figure);
    }, figures);
    expect(early).toEqual([expect.objectContaining({ rule: 'conservation-figure-early', file: FILE, line: 9 })]);
    const order = await sabotage(() => {
      const [one, , three] = document.querySelectorAll('.box figure.photo');
      three?.after(one as Element);
    }, figures);
    expect(order.map(({ rule }) => rule)).toContain('conservation-figure-order');
  });
});

describe('the gate for ink', () => {
  it('names a box that stands half outside the type area', async () => {
    const messages = await sabotage(() => {
      const box = document.querySelectorAll<HTMLElement>('.box')[1] as HTMLElement;
      box.style.top = '700px';
    });
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.every(({ rule }) => rule === 'page-clipped')).toBe(true);
    expect(messages[0]?.reason).toMatch(/“农业”第 1 面：文字或图片伸出了版心.*段/);
  });

  it('names a line that is wider than its column', async () => {
    const messages = await sabotage(() => {
      const wide = [...document.querySelectorAll<HTMLElement>('.box p')].find((p) =>
        p.textContent?.startsWith('第2段'),
      );
      (wide as HTMLElement).style.setProperty('white-space', 'nowrap', 'important');
    });
    expect(messages.map(({ rule }) => rule)).toContain('page-clipped');
    expect(messages.find(({ rule }) => rule === 'page-clipped')?.reason).toContain('第2段');
  });

  it('names a text that is not shown', async () => {
    const messages = await sabotage(() => {
      const hidden = [...document.querySelectorAll<HTMLElement>('.box p')].find((p) =>
        p.textContent?.startsWith('第3段'),
      );
      (hidden as HTMLElement).style.display = 'none';
    });
    expect(messages).toEqual([expect.objectContaining({ severity: 'error', rule: 'page-hidden' })]);
    expect(messages[0]?.reason).toContain('第3段');
  });

  it('names pages on which lines break otherwise than in the galley', async () => {
    // A style that only the pages get: what the galley measured is no longer true.
    const style = await book.page.addStyleTag({
      content: '.pagedjs_page .box p { white-space: normal !important; letter-spacing: 1px }',
    });
    const messages = await sabotage(() => undefined);
    await style.evaluate((element) => (element as unknown as Element).remove());
    expect(messages.map(({ rule }) => rule)).toContain('page-drift');
    expect(messages.find(({ rule }) => rule === 'page-drift')?.reason).toContain('“农业”第 1 面');
  });
});

describe('the gate for the PDF', () => {
  let survey: FlowSurvey;
  beforeEach(async () => {
    survey = (await book.set(flow)).get(flow.id) as FlowSurvey;
  });

  /** Prints the flow after something was done to its pages, and compares. */
  async function print(damage: () => void): Promise<ReturnType<typeof comparePdf>> {
    const pages = survey.pages.length;
    const plan = planSheets([{ id: flow.id, numbering: 'decimal', start: '另页', pages, tab: '农业种植' }]);
    await book.paginator.arrange(plan.sheets);
    await book.page.evaluate(damage);
    return comparePdf(extractText(await book.paginator.print()), expectedPages(plan, new Map([[flow.id, survey]])));
  }

  it('has nothing to say when nothing is done', async () => {
    expect(survey.pages.length).toBeGreaterThan(3);
    expect(await print(() => undefined)).toEqual([]);
  });

  it('names the page and the words of a paragraph that was lost', async () => {
    const breaches = await print(() => {
      const pages = document.querySelectorAll('.pagedjs_page');
      pages[1]?.querySelectorAll('.box p')[2]?.remove();
    });
    expect(breaches).toHaveLength(1);
    expect(breaches[0]).toMatchObject({ page: 1, expected: expect.stringContaining('段，') });
    expect(pdfMessages(breaches)[0]?.reason).toContain('PDF 第 2 页的文字与排好的版面不同');
  });

  it('names the page whose line was moved off it', async () => {
    const breaches = await print(() => {
      const box = document.querySelectorAll('.pagedjs_page')[2]?.querySelector<HTMLElement>('.box') as HTMLElement;
      box.style.top = '-400px';
    });
    expect(breaches.map(({ page }) => page)).toEqual([2]);
  });

  it('names the page whose tab was pushed into the type area', async () => {
    const breaches = await print(() => {
      const tab = document.querySelectorAll<HTMLElement>('.thumb-tab')[1] as HTMLElement;
      tab.style.left = '300px';
    });
    expect(breaches).toEqual([{ page: 1, expected: '', found: '农业种植' }]);
  });

  it('names the page whose words stand but are not painted', async () => {
    const breaches = await print(() => {
      const box = document.querySelectorAll('.pagedjs_page')[1]?.querySelector<HTMLElement>('.box p') as HTMLElement;
      box.style.visibility = 'hidden';
    });
    expect(breaches.map(({ page }) => page)).toEqual([1]);
  });

  it('names both pages that changed places', async () => {
    const breaches = await print(() => {
      const pages = document.querySelectorAll('.pagedjs_page');
      pages[2]?.after(pages[1] as Element);
    });
    expect(breaches.map(({ page }) => page)).toEqual([1, 2]);
  });

  it('names the pages from a lost one to the end, and one that is too many', async () => {
    const count = survey.pages.length;
    const after = Array.from({ length: count - 1 }, (_, i) => i + 1);
    expect((await print(() => document.querySelectorAll('.pagedjs_page')[1]?.remove())).map((b) => b.page)).toEqual(
      after,
    );
    survey = (await book.set(flow)).get(flow.id) as FlowSurvey;
    const doubled = await print(() => {
      const last = [...document.querySelectorAll('.pagedjs_page')].at(-1);
      last?.after(last.cloneNode(true));
    });
    expect(doubled.map(({ page }) => page)).toEqual([count]);
  });
});
