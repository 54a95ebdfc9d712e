/** 名录: systems, units, posts and their holders. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Block, Manuscript, ManuscriptContent, RosterSystem } from '../tree/nodes.js';
import { renderBlocks, renderUnit } from './blocks.js';
import { renderByline } from './byline.js';
import type { Material } from './material.js';
import { renderPhrasing } from './phrasing.js';

export function renderRoster(manuscript: Manuscript, material: Material): Element[] {
  return [...manuscript.children.map((child) => renderContent(child, material)), ...renderByline(manuscript)];
}

function renderContent(node: ManuscriptContent, material: Material): Element {
  if (node.type === 'system') return renderSystem(node, material);
  if (node.type === 'unit') return renderUnit(node, material);
  return h('div', renderBlocks([node as Block], material));
}

function renderSystem(system: RosterSystem, material: Material): Element {
  return h('section', { className: ['system'] }, [
    h('h3', { id: system.id, className: ['system-title'] }, renderPhrasing(system.title)),
    ...renderBlocks(system.children, material),
  ]);
}
