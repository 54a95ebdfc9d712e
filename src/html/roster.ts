/** 名录: systems, units, posts and their holders. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Block, Manuscript, ManuscriptContent, RosterSystem } from '../tree/nodes.js';
import { renderBlocks, renderUnit } from './blocks.js';
import { renderByline } from './byline.js';
import { renderHeading } from './heading.js';
import type { Pictures } from './picture.js';

export function renderRoster(manuscript: Manuscript, pictures: Pictures): Element[] {
  return [...renderContent(manuscript.children, pictures), ...renderByline(manuscript)];
}

/** What stands under no system is rendered together: its posts are spread alike. */
function renderContent(children: ManuscriptContent[], pictures: Pictures): Element[] {
  const loose = children.filter((node) => node.type !== 'system' && node.type !== 'unit') as Block[];
  return [
    ...renderBlocks(loose, pictures),
    ...children.flatMap((node) => {
      if (node.type === 'system') return [renderSystem(node, pictures)];
      return node.type === 'unit' ? [renderUnit(node, pictures)] : [];
    }),
  ];
}

function renderSystem(system: RosterSystem, pictures: Pictures): Element {
  return h('section', { className: ['system'] }, [
    h('h3', { id: system.id, className: ['system-title'] }, renderHeading(system.title)),
    ...renderBlocks(system.children, pictures),
  ]);
}
