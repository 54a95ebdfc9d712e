/** 名录: systems, units, posts and their holders. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Block, Manuscript, ManuscriptContent, RosterSystem } from '../tree/nodes.js';
import { renderBlocks, renderUnit } from './blocks.js';
import { renderByline } from './byline.js';
import { renderPhrasing } from './phrasing.js';
import type { Pictures } from './picture.js';

export function renderRoster(manuscript: Manuscript, pictures: Pictures): Element[] {
  return [...manuscript.children.map((child) => renderContent(child, pictures)), ...renderByline(manuscript)];
}

function renderContent(node: ManuscriptContent, pictures: Pictures): Element {
  if (node.type === 'system') return renderSystem(node, pictures);
  if (node.type === 'unit') return renderUnit(node, pictures);
  return h('div', renderBlocks([node as Block], pictures));
}

function renderSystem(system: RosterSystem, pictures: Pictures): Element {
  return h('section', { className: ['system'] }, [
    h('h3', { id: system.id, className: ['system-title'] }, renderPhrasing(system.title)),
    ...renderBlocks(system.children, pictures),
  ]);
}
