/** A line of a roster (名录): `职务：姓名（说明）；姓名（说明）`, turned over under its first name. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Block, Holder, Post } from '../tree/nodes.js';
import { padName } from './names.js';

/** A post longer than this many characters would leave its names no room beside it: they hang two characters in. */
const LONGEST_HANGING = 8;
/** A holder wider than this (em) may be turned over inside the note. */
const WIDEST_KEPT = 14;

/** Whether 主任 stands by 副主任, so that it is spread to three characters. */
export function spreadsPosts(blocks: Block[]): boolean {
  return blocks.some((block) => block.type === 'post' && [...block.title.value].length === 3);
}

/** One post with its holders. */
export function renderPost(post: Post, spread: boolean): Element {
  const title = spread ? padName(post.title.value) : post.title.value;
  const label = [...title].length;
  const hang = label <= LONGEST_HANGING && widthOf(title) === label ? label + 1 : 2;
  return h('p', { className: ['post'], style: `--hang:${hang}em` }, [
    h('span', { className: ['post-title'] }, `${title}：`),
    ...post.holders.flatMap((holder, i) => renderHolder(holder, i === post.holders.length - 1)),
  ]);
}

/** Name and note on one line where they are short; the name in any case. The mark behind goes with them. */
function renderHolder({ name, note }: Holder, last: boolean): ElementContent[] {
  const padded = padName(name.value);
  const words = note ? `（${note.value}）` : '';
  const behind: ElementContent = { type: 'text', value: words + (last ? '' : '；') };
  if (words === '') return [keptName(padded), behind];
  if (widthOf(padded + words) <= WIDEST_KEPT) {
    return [
      h('span', { className: ['holder'], dataKeep: '' }, [keptName(padded), { type: 'text', value: words }]),
      mark(last),
    ];
  }
  return [keptName(padded), behind];
}

function mark(last: boolean): ElementContent {
  return { type: 'text', value: last ? '' : '；' };
}

function keptName(name: string): ElementContent {
  return h('span', { className: ['name'], dataKeep: '' }, name);
}

/** Width in em, nearly: a digit is a little more than half as wide as a Han character. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character < '\u2000' ? 0.56 : 1;
  return width;
}
