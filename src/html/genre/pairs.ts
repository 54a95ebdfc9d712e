/** Lists in two columns, row by row, for the pages of the 卷首 that are made to be looked at. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

/** Puts the items of all lists inside an element in pairs, each pair one block that is not broken. */
export function pairItems(element: Element): Element {
  if (element.tagName !== 'ul' && element.tagName !== 'ol') {
    return {
      ...element,
      children: element.children.map((child) => (child.type === 'element' ? pairItems(child) : child)),
    };
  }
  const cells = element.children.map((item) =>
    h('div', { className: ['cell'] }, item.type === 'element' ? item.children : []),
  );
  // Every pair has two cells, so that all are as wide.
  if (cells.length % 2 === 1) cells.push(h('div', { className: ['cell'] }));
  const pairs: ElementContent[] = [];
  for (let i = 0; i < cells.length; i += 2) pairs.push(h('div', { className: ['pair'] }, cells.slice(i, i + 2)));
  return h('div', { className: ['pairs'] }, pairs);
}

/** A paragraph as a row of its own, as wide as a pair. */
export function rowOf(element: Element): Element {
  return element.tagName === 'p' ? h('div', { className: ['row-of-words'] }, [element]) : element;
}
