/** The opener of a 类目, of the 目录 and of the 索引: the title in a band across the page. */
import type { Element } from 'hast';
import { h } from 'hastscript';

export function renderOpener({ id, title }: { id: string; title: string }): Element {
  const length = [...title].length;
  const className = length === 2 ? ['opener', 'of-2'] : ['opener'];
  // The theme sets a long title smaller by its length, so that it keeps to one line in every trim size.
  return h('header', { className, style: `--length: ${length}` }, [
    h('h1', { id, className: ['running-title'], dataTitle: title }, title),
  ]);
}
