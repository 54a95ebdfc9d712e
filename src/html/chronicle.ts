/** 大事记: months, and the events of their days. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Block, ChronicleEvent, Manuscript, Month } from '../tree/nodes.js';
import { renderBlocks } from './blocks.js';
import { renderByline } from './byline.js';
import type { Material } from './material.js';
import { renderPhrasing } from './phrasing.js';

export function renderChronicle(manuscript: Manuscript, material: Material): Element[] {
  return [
    ...manuscript.children.map((child) =>
      child.type === 'month' ? renderMonth(child, material) : h('div', renderBlocks([child as Block], material)),
    ),
    ...renderByline(manuscript),
  ];
}

function renderMonth(month: Month, material: Material): Element {
  return h('section', { className: ['month'] }, [
    h('h2', { id: month.id }, renderPhrasing(month.title)),
    ...month.children.flatMap((child) =>
      child.type === 'event' ? [renderEvent(child)] : renderBlocks([child], material),
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
