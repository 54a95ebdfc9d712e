/** The words of a heading: broken by sense where they take two lines, spread where they are few. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Phrasing } from '../tree/nodes.js';
import { renderPhrasing } from './phrasing.js';
import { renderBySense } from './sense.js';

/** The words of a heading of the tree. */
export function renderHeading(title: Phrasing[]): ElementContent[] {
  const [only, ...more] = title;
  return only?.type === 'text' && more.length === 0 ? renderHeadingText(only.value) : renderPhrasing(title);
}

const LABELLED =
  /^(第[〇零一二三四五六七八九十百\d]+[编章节]|附[录件则]?[一二三四五六七八九十\d]*)(\u3000)(\p{Script=Han}{2})$/u;
const FEW = /^\p{Script=Han}{2,3}$/u;

/** A heading of plain text. */
export function renderHeadingText(title: string): ElementContent[] {
  const [, label, space, words] = LABELLED.exec(title) ?? [];
  if (label && space && words) return [{ type: 'text', value: label + space }, ...spread(words)];
  return FEW.test(title) ? spread(title) : renderBySense(title);
}

/**
 * 概况 is set as 概　况: by letter-spacing, so that text and bookmarks keep the plain word, and on all characters but
 * the last, so that the heading stands in the middle.
 */
function spread(words: string): ElementContent[] {
  const characters = [...words];
  const last = characters.pop() as string;
  const className = characters.length === 1 ? 'spread-two' : 'spread-three';
  return [h('span', { className: [className] }, characters.join('')), { type: 'text', value: last }];
}
