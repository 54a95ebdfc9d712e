/** 大事记: months, and the events of their days. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Block, ChronicleEvent, Manuscript, Month } from '../tree/nodes.js';
import { renderBlocks } from './blocks.js';
import { withByline } from './byline.js';
import { renderHeading } from './heading.js';
import type { Material } from './material.js';
import { renderPhrasing } from './phrasing.js';

export function renderChronicle(manuscript: Manuscript, material: Material): Element[] {
  return withByline(
    manuscript.children.map((child) =>
      child.type === 'month' ? renderMonth(child, material) : h('div', renderBlocks([child as Block], material)),
    ),
    manuscript,
  );
}

function renderMonth(month: Month, material: Material): Element {
  return h('section', { className: ['month'] }, [
    h('h2', { id: month.id }, renderHeading(month.title)),
    ...month.children.flatMap((child) =>
      child.type === 'event' ? [renderEvent(child)] : renderBlocks([child], material),
    ),
  ]);
}

function renderEvent(event: ChronicleEvent): Element {
  const date = event.date.value;
  return h('p', { className: ['event'] }, [
    h('span', { className: ['label'], dataKeep: '', dataRigid: '' }, date),
    h('span', { className: ['gap', ...gapClass(date)], dataRigid: '' }, '\u3000'),
    ...renderPhrasing(event.children),
  ]);
}

/** The dates hang in the margin of their month: the space behind them is as wide as the words after it want to align. */
function gapClass(date: string): string[] {
  const days = /^(\d{1,2})日$/u.exec(date)?.[1];
  if (days) return [days.length === 1 ? 'after-one-digit' : 'after-two-digits'];
  return date === '△' ? ['after-sign'] : [];
}
