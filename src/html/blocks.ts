/** Blocks (段落、列表、表格、图片) that every genre shares. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Block, List, Phrasing, Post, RosterUnit } from '../tree/nodes.js';
import { renderFigure } from './figure.js';
import type { Material } from './material.js';
import { generated, padName, renderPhrasing } from './phrasing.js';
import { renderTable } from './table.js';

export function renderBlocks(blocks: Block[], material: Material): Element[] {
  return blocks.map((block) => renderBlock(block, material));
}

function renderBlock(block: Block, material: Material): Element {
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
      return renderTable(block, material);
    case 'figure':
      return renderFigure(block, material);
    case 'unit':
      return renderUnit(block, material);
    case 'post':
      return renderPost(block);
  }
}

/** Numbers and bullets are text of the page, so that a list that goes on in the next column keeps counting. */
function renderList(list: List, material: Material): Element {
  return h(
    list.ordered ? 'ol' : 'ul',
    list.children.map((item, i) =>
      h('li', [
        generated(list.ordered ? `${list.start + i}.` : '•', 'bullet'),
        ...item.children.flatMap((block): ElementContent[] =>
          block.type === 'paragraph'
            ? [h('span', { className: ['item-text'] }, renderPhrasing(block.children))]
            : [renderBlock(block, material)],
        ),
      ]),
    ),
  );
}

/** `### 单位` of a roster with its posts. */
export function renderUnit(unit: RosterUnit, material: Material): Element {
  return h('section', { id: unit.id, className: ['unit'] }, [
    h('h4', renderPhrasing(unit.title)),
    ...renderBlocks(unit.children, material),
  ]);
}

/** `职务：姓名（说明）；姓名（说明）` */
function renderPost(post: Post): Element {
  return h('p', { className: ['post'] }, [
    h('span', { className: ['post-title'] }, `${post.title.value}：`),
    ...post.holders.flatMap((holder, i): ElementContent[] => [
      ...(i > 0 ? [{ type: 'text' as const, value: '；' }] : []),
      h('span', { className: ['name'] }, padName(holder.name.value)),
      ...(holder.note ? [{ type: 'text' as const, value: `（${holder.note.value}）` }] : []),
    ]),
  ]);
}

/** A run-in head 【条目】 with the first paragraph behind it. */
export function renderRunIn(title: Phrasing[], first: Phrasing[] | undefined): Element {
  const head = h('h3', [generated('【'), ...renderPhrasing(title), generated('】')]);
  return h('div', { className: ['run-in'] }, first ? [head, h('span', renderPhrasing(first))] : [head]);
}
