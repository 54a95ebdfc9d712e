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

/** A title in phrases: the author parted them with ideographic spaces, and there the line may be turned over. */
export function renderPhrases(title: string): ElementContent[] {
  return title
    .split('\u3000')
    .flatMap((phrase, i): ElementContent[] => [
      ...(i > 0 ? [{ type: 'text' as const, value: '\u3000' }] : []),
      h('span', { className: ['phrase'] }, phrase),
    ]);
}

const HAN_NAME_OF_TWO = /^\p{Script=Han}{2}$/u;

/** Sets a name of two characters as wide as one of three: 李强 → 李　强. */
export function padName(name: string): string {
  return HAN_NAME_OF_TWO.test(name) ? `${name[0]}\u3000${name.slice(1)}` : name;
}
