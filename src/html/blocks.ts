/** Blocks (段落、列表、表格、图片) that every genre shares. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Block, List, ListItem, Phrasing, Post, RosterUnit } from '../tree/nodes.js';
import { renderFigure } from './figure.js';
import { renderPost, spreadsPosts } from './genre/post.js';
import { renderHeading } from './heading.js';
import type { Material } from './material.js';
import { generated, renderPhrasing } from './phrasing.js';
import { renderTable } from './table/table.js';

export function renderBlocks(blocks: Block[], material: Material): Element[] {
  const spread = spreadsPosts(blocks);
  return blocks.map((block) => (block.type === 'post' ? renderPost(block, spread) : renderBlock(block, material)));
}

function renderBlock(block: Exclude<Block, Post>, material: Material): Element {
  switch (block.type) {
    case 'paragraph':
      return h('p', renderPhrasing(block.children));
    case 'clause':
      return h('p', { className: ['clause'] }, [
        h('span', { className: ['label'] }, block.label.value),
        '\u3000',
        ...renderPhrasing(block.children),
      ]);
    case 'list':
      return renderList(block, material);
    case 'table':
      return renderTable(block);
    case 'figure':
      return renderFigure(block, material);
    case 'unit':
      return renderUnit(block, material);
  }
}

/** Numbers and bullets are text of the page, so that a list that goes on in the next column keeps counting. */
function renderList(list: List, material: Material): Element {
  return h(
    list.ordered ? 'ol' : 'ul',
    list.children.map((item, i) => h('li', renderItem(item, list.ordered ? `${list.start + i}.` : '•', material))),
  );
}

/** The bullet stands in the first paragraph, or before what else the item begins with. */
function renderItem({ children }: ListItem, bullet: string, material: Material): Element[] {
  const [first, ...rest] = children;
  const opens = first?.type === 'paragraph';
  return [
    h('p', { className: ['item'] }, [generated(bullet, 'bullet'), ...(opens ? renderPhrasing(first.children) : [])]),
    ...renderBlocks(opens ? rest : children, material),
  ];
}

/** `### 单位` of a roster with its posts. */
export function renderUnit(unit: RosterUnit, material: Material): Element {
  return h('section', { id: unit.id, className: ['unit'] }, [
    h('h4', renderHeading(unit.title)),
    ...renderBlocks(unit.children, material),
  ]);
}

/** A run-in head 【条目】 with the first paragraph behind it. */
export function renderRunIn(title: Phrasing[], first: Phrasing[] | undefined): Element {
  const head = h('h3', [generated('【'), ...renderPhrasing(title), generated('】')]);
  return h('div', { className: ['run-in'] }, first ? [head, h('span', renderPhrasing(first))] : [head]);
}
