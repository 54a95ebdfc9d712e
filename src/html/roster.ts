/** 名录: systems, units, posts and their holders. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Block, Manuscript, ManuscriptContent, RosterSystem } from '../tree/nodes.js';
import { renderBlocks, renderUnit } from './blocks.js';
import { withByline } from './byline.js';
import { renderHeading } from './heading.js';
import type { Material } from './material.js';

export function renderRoster(manuscript: Manuscript, material: Material): Element[] {
  return withByline(renderContent(manuscript.children, material), manuscript);
}

/** What stands under no system is rendered together: its posts are spread alike. */
function renderContent(children: ManuscriptContent[], material: Material): Element[] {
  const loose = children.filter((node) => node.type !== 'system' && node.type !== 'unit') as Block[];
  return [
    ...renderBlocks(loose, material),
    ...children.flatMap((node) => {
      if (node.type === 'system') return [renderSystem(node, material)];
      return node.type === 'unit' ? [renderUnit(node, material)] : [];
    }),
  ];
}

function renderSystem(system: RosterSystem, material: Material): Element {
  return h('section', { className: ['system'] }, [
    h('h3', { id: system.id, className: ['system-title'] }, renderHeading(system.title)),
    ...renderBlocks(system.children, material),
  ]);
}
