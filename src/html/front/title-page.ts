/** 扉页 (GB/T 12450—2001): title, number, who stands behind the book, and the publisher at the foot. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Message } from '../../tree/message.js';
import type { VolumeSettings } from '../../tree/nodes.js';
import { type Flow, ownRun } from '../flow.js';
import { imprintPage } from './imprint-page.js';
import { titleLines } from './title-lines.js';

/** The title page and its verso, the imprint page: a flow of two pages, whatever they say. */
export const TITLE_EXTENT = { id: 'title', numbering: 'roman', start: '单页', pages: 2 } as const;

/**
 * 扉页 and 版权页.
 *
 * @param pages of the whole book, these two included: 印张 and 字数 are counted from them
 */
export function titlePages(settings: VolumeSettings, pages: number): Flow {
  const front = titlePage(settings);
  const verso = imprintPage(settings, pages);
  const tree = h('section', { className: ['part', 'title-pages'], lang: 'zh-CN' }, [front.element, verso.element]);
  const { id, numbering, start } = TITLE_EXTENT;
  return {
    id,
    title: '扉页',
    pageStyle: 'title',
    numbering,
    start,
    html: toHtml(tree),
    runs: [...front.texts, ...verso.texts].map(ownRun),
  };
}

/** The imprint page is one page; what does not fit would change the count that it prints. */
export function titlePagesMessages(pages: number): Message[] {
  if (pages <= TITLE_EXTENT.pages) return [];
  return [
    {
      severity: 'error',
      rule: 'imprint-too-long',
      file: 'book.yaml',
      reason: '“版权”的内容一面排不下',
      remedy: '缩短“声明”或其他较长的内容，或者删去不必印出的项目',
    },
  ];
}

function titlePage({ title, number, sponsor, compiler, imprint }: VolumeSettings): {
  element: Element;
  texts: string[];
} {
  const lines = titleLines(title);
  const longest = Math.max(...lines.map((line) => [...line].length));
  const bodies = [
    ['sponsor', sponsor, '主办'],
    ['compiler', compiler, '编纂'],
  ].filter((body): body is [string, string, string] => body[1] !== undefined);
  const publisher = imprint?.publisher;
  const element = h('div', { className: ['title-page'] }, [
    h('div', { className: ['book-title', `of-${lines.length}`], style: `--length: ${longest}` }, [
      ...lines.map((line) => h('p', line)),
      h('p', { className: ['book-number'] }, number),
    ]),
    h(
      'div',
      { className: ['bodies'] },
      bodies.map(([name, body, role]) => h('p', { className: [name] }, `${body}\u3000${role}`)),
    ),
    h('div', { className: ['publisher'] }, publisher ? [h('p', publisher)] : []),
  ]);
  return { element, texts: [...lines, number, ...bodies.flatMap(([, body, role]) => [body, role]), publisher ?? ''] };
}
