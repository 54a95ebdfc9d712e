/** Key figures (数字…) of the 卷首: a page that is read for its numbers, so they stand out. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Block, Manuscript, ManuscriptContent } from '../../tree/nodes.js';
import { blockText } from '../../tree/tree-text.js';
import { pairItems, rowOf } from './pairs.js';

/** A number with its decimals, ratio and sign, but no year or date, nor a part of PM2.5 or G30. */
const AMOUNT = /(?<![\p{Script=Latin}\d.,])\d+(?:,\d{3})*(?:\.\d+)?(?:[∶:]\d+(?:\.\d+)?)*[%‰℃]?(?![\d.]|[年月日号])/gu;

/** The share of paragraphs and items with an amount that makes a page of key figures. */
const MOST = 0.75;

/** Whether nearly all that an article says is a number. */
export function isKeyFigures(manuscript: Manuscript): boolean {
  if (manuscript.genre !== '文章') return false;
  const said = sayings(manuscript.children);
  return said.length >= 3 && said.filter((text) => text.search(AMOUNT) >= 0).length >= MOST * said.length;
}

/** Paragraphs and list items; a table says nothing here. */
function sayings(nodes: (ManuscriptContent | Block)[]): string[] {
  return nodes.flatMap((node): string[] => {
    if (node.type === 'section') return sayings(node.children);
    if (node.type === 'list') return node.children.flatMap((item) => sayings(item.children));
    return node.type === 'paragraph' ? [blockText(node)] : [];
  });
}

/** Marks the amounts of a page of key figures, and puts its paragraphs in rows, its items in pairs. */
export function dressKeyFigures(element: Element): Element {
  return rowOf(pairItems(markAmounts(element)));
}

/** Wraps every amount of running text in an element of its own; items need no bullets beside them. */
function markAmounts(element: Element): Element {
  if (element.tagName === 'figure' || /^h\d$/u.test(element.tagName)) return element;
  return { ...element, children: element.children.flatMap(markContent) };
}

function markContent(node: ElementContent): ElementContent[] {
  if (node.type === 'element') return isBullet(node) ? [] : [markAmounts(node)];
  if (node.type !== 'text') return [node];
  const parts: ElementContent[] = [];
  let end = 0;
  for (const found of node.value.matchAll(AMOUNT)) {
    if (found.index > end) parts.push({ type: 'text', value: node.value.slice(end, found.index) });
    parts.push(h('span', { className: ['amount'] }, found[0]));
    end = found.index + found[0].length;
  }
  if (end < node.value.length) parts.push({ type: 'text', value: node.value.slice(end) });
  return parts;
}

function isBullet({ properties }: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes('bullet');
}
