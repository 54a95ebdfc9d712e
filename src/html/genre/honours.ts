/** Honours (荣誉) of the 卷首: an article that is nothing but a list. */
import type { Element } from 'hast';
import type { Manuscript } from '../../tree/nodes.js';
import { renderBySense } from '../sense.js';
import { pairItems } from './pairs.js';

/** Whether the manuscript holds only lists, of at least three items together. */
export function isHonours({ genre, children }: Manuscript): boolean {
  if (genre !== '文章' || !children.every((child) => child.type === 'list')) return false;
  return children.reduce((sum, child) => sum + (child.type === 'list' ? child.children.length : 0), 0) >= 3;
}

/** Puts the honours in pairs, each set like a title: turned over by its sense. */
export function dressHonours(element: Element): Element {
  return pairItems(bySense(element));
}

function bySense(element: Element): Element {
  if (element.properties.dataGenerated !== undefined) return element;
  const children = element.children.flatMap((child) => {
    if (child.type === 'element') return [bySense(child)];
    return child.type === 'text' ? renderBySense(child.value) : [child];
  });
  return { ...element, children };
}
