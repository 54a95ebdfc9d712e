/** 条目: `## 分目` as a head in the column, entries with a run-in head. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Block, Entry, Manuscript, ManuscriptContent, Subcategory } from '../tree/nodes.js';
import { renderBlocks, renderRunIn } from './blocks.js';
import { renderByline } from './byline.js';
import { renderHeading } from './heading.js';
import type { Pictures } from './picture.js';

export function renderEntries(manuscript: Manuscript, pictures: Pictures): Element[] {
  return [...manuscript.children.map((child) => renderContent(child, pictures)), ...renderByline(manuscript)];
}

function renderContent(node: ManuscriptContent, pictures: Pictures): Element {
  if (node.type === 'subcategory') return renderSubcategory(node, pictures);
  if (node.type === 'entry') return renderEntry(node, pictures);
  return h('div', renderBlocks([node as Block], pictures));
}

function renderSubcategory(node: Subcategory, pictures: Pictures): Element {
  return h('section', { className: ['subcategory'] }, [
    h('h2', { id: node.id }, renderHeading(node.title)),
    ...node.children.flatMap((child) =>
      child.type === 'entry' ? [renderEntry(child, pictures)] : renderBlocks([child], pictures),
    ),
  ]);
}

function renderEntry(entry: Entry, pictures: Pictures): Element {
  const [first, ...rest] = entry.children;
  const runsIn = first?.type === 'paragraph';
  return h('section', { id: entry.id, className: ['entry'] }, [
    renderRunIn(entry.title, runsIn ? first.children : undefined),
    ...renderBlocks(runsIn ? rest : entry.children, pictures),
  ]);
}
