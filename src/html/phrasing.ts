/** Phrasing (行文): the words inside a paragraph, a title or a cell. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Phrasing } from '../tree/nodes.js';

export function renderPhrasing(nodes: Phrasing[]): ElementContent[] {
  return nodes.map(renderOne);
}

function renderOne(node: Phrasing): ElementContent {
  switch (node.type) {
    case 'text':
      return { type: 'text', value: node.value };
    case 'strong':
      return h('strong', renderPhrasing(node.children));
    case 'emphasis':
      return h('em', renderPhrasing(node.children));
    case 'break':
      return h('br');
    case 'mark':
      return h('span', { id: node.id, className: ['mark'] }, renderPhrasing(node.children));
  }
}

/**
 * A piece of text that no manuscript holds but the page shows: the 【】 of an entry head, the word 供稿.
 * The conservation gate leaves it out when it compares the pages with the tree.
 */
export function generated(text: string, className?: string): ElementContent {
  return h('span', { dataGenerated: '', ...(className ? { className: [className] } : {}) }, text);
}
