/** 大事记: months, and the events of their days. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Block, ChronicleEvent, Manuscript, Month } from '../tree/nodes.js';
import { renderBlocks } from './blocks.js';
import { renderByline } from './byline.js';
import { renderPhrasing } from './phrasing.js';
import type { Pictures } from './picture.js';

export function renderChronicle(manuscript: Manuscript, pictures: Pictures): Element[] {
  return [
    ...manuscript.children.map((child) =>
      child.type === 'month' ? renderMonth(child, pictures) : h('div', renderBlocks([child as Block], pictures)),
    ),
    ...renderByline(manuscript),
  ];
}

function renderMonth(month: Month, pictures: Pictures): Element {
  return h('section', { className: ['month'] }, [
    h('h2', { id: month.id }, renderPhrasing(month.title)),
    ...month.children.flatMap((child) =>
      child.type === 'event' ? [renderEvent(child)] : renderBlocks([child], pictures),
    ),
  ]);
}

function renderEvent(event: ChronicleEvent): Element {
  return h('p', { className: ['event'] }, [
    h('span', { className: ['label'] }, event.date.value),
    '\u3000',
    ...renderPhrasing(event.children),
  ]);
}
