/** 条目: `## 分目` as a head in the column, entries with a run-in head. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Block, Entry, Manuscript, ManuscriptContent, Subcategory } from '../tree/nodes.js';
import { renderBlocks, renderRunIn } from './blocks.js';
import { withByline } from './byline.js';
import { renderHeading } from './heading.js';
import type { Material } from './material.js';

export function renderEntries(manuscript: Manuscript, material: Material): Element[] {
  return withByline(
    manuscript.children.map((child) => renderContent(child, material)),
    manuscript,
  );
}

function renderContent(node: ManuscriptContent, material: Material): Element {
  if (node.type === 'subcategory') return renderSubcategory(node, material);
  if (node.type === 'entry') return renderEntry(node, material);
  return h('div', renderBlocks([node as Block], material));
}

function renderSubcategory(node: Subcategory, material: Material): Element {
  return h('section', { className: ['subcategory'] }, [
    h('h2', { id: node.id }, renderHeading(node.title)),
    ...node.children.flatMap((child) =>
      child.type === 'entry' ? [renderEntry(child, material)] : renderBlocks([child], material),
    ),
  ]);
}

function renderEntry(entry: Entry, material: Material): Element {
  const [first, ...rest] = entry.children;
  const runsIn = first?.type === 'paragraph';
  return h('section', { id: entry.id, className: ['entry'] }, [
    renderRunIn(entry.title, runsIn ? first.children : undefined),
    ...renderBlocks(runsIn ? rest : entry.children, material),
  ]);
}
