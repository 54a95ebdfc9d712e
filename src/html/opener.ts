/** The opener of a 类目: its title in a band across the page. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Part } from '../tree/nodes.js';

/** A title of more characters is set smaller, so that it keeps to one line in the narrower trim sizes too. */
const LONG = 10;

export function renderOpener({ id, title }: Part): Element {
  const length = [...title].length;
  const size = length <= 2 ? 'two' : length > LONG ? 'long' : 'short';
  return h('header', { className: ['opener', size] }, [
    h('h1', { id, className: ['running-title'], dataTitle: title }, title),
  ]);
}
