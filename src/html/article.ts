/** 文章 and 文件: sections, clauses and paragraphs under the title of the manuscript. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Block, Manuscript, ManuscriptContent, Section } from '../tree/nodes.js';
import { renderBlocks } from './blocks.js';
import { renderByline } from './byline.js';
import type { Material } from './material.js';
import { renderPhrasing } from './phrasing.js';

export function renderArticle(manuscript: Manuscript, material: Material): Element[] {
  return [...manuscript.children.map((child) => renderContent(child, material)), ...renderByline(manuscript)];
}

function renderContent(node: ManuscriptContent, material: Material): Element {
  if (node.type === 'section') return renderSection(node, material);
  return h('div', renderBlocks([node as Block], material));
}

function renderSection(section: Section, material: Material): Element {
  return h('section', { className: ['section'] }, [
    h(section.depth === 2 ? 'h4' : 'h5', { id: section.id }, renderPhrasing(section.title)),
    ...section.children.flatMap((child) =>
      child.type === 'section' ? [renderSection(child, material)] : renderBlocks([child], material),
    ),
  ]);
}
