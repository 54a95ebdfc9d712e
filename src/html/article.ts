/** 文章 and 文件: sections, clauses and paragraphs under the title of the manuscript. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Block, Manuscript, ManuscriptContent, Section } from '../tree/nodes.js';
import { renderBlocks } from './blocks.js';
import { renderByline } from './byline.js';
import { renderPhrasing } from './phrasing.js';
import type { Pictures } from './picture.js';

export function renderArticle(manuscript: Manuscript, pictures: Pictures): Element[] {
  return [...manuscript.children.map((child) => renderContent(child, pictures)), ...renderByline(manuscript)];
}

function renderContent(node: ManuscriptContent, pictures: Pictures): Element {
  if (node.type === 'section') return renderSection(node, pictures);
  return h('div', renderBlocks([node as Block], pictures));
}

function renderSection(section: Section, pictures: Pictures): Element {
  return h('section', { className: ['section'] }, [
    h(section.depth === 2 ? 'h4' : 'h5', { id: section.id }, renderPhrasing(section.title)),
    ...section.children.flatMap((child) =>
      child.type === 'section' ? [renderSection(child, pictures)] : renderBlocks([child], pictures),
    ),
  ]);
}
