/** A line of a roster (名录): `职务：姓名（说明）；姓名（说明）`, turned over under its first name. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Block, Holder, Post } from '../../tree/nodes.js';
import { textWidth } from '../advance.js';
import { padName } from '../names.js';
import { keptWords } from '../sense.js';

/** A post longer than this many characters would leave its names no room beside it: they hang two characters in. */
const LONGEST_HANGING = 8;
/** A holder wider than this (em) may be turned over inside the note. */
const WIDEST_KEPT = 18;

/** Whether 主任 stands by 副主任, so that it is spread to three characters. */
export function spreadsPosts(blocks: Block[]): boolean {
  return blocks.some((block) => block.type === 'post' && [...block.title.value].length === 3);
}

/** One post with its holders. */
export function renderPost(post: Post, spread: boolean): Element {
  const title = spread ? padName(post.title.value) : post.title.value;
  const label = [...title].length;
  const hangs = label <= LONGEST_HANGING && textWidth(title) === label;
  return h('p', { className: ['post'], style: `--hang:${hangs ? label + 1 : 2}em` }, [
    hangs
      ? h('span', { className: ['post-title'], dataRigid: '' }, `${title}：`)
      : h('span', { className: ['post-title'] }, keptWords(`${title}：`)),
    ...(post.holders.some(({ note }) => note) ? post.holders.flatMap(renderHolder) : renderNames(post.holders)),
  ]);
}

/** Names without notes stand in columns: the marks between them are as wide in every line. */
function renderNames(holders: Holder[]): ElementContent[] {
  return holders.flatMap(({ name }, i, { length }): ElementContent[] => [
    keptName(padName(name.value)),
    ...(i < length - 1 ? [h('span', { dataRigid: '' }, '；')] : []),
  ]);
}

/** Name and note on one line where they are short; the name in any case. */
function renderHolder({ name, note }: Holder, index: number, { length }: Holder[]): ElementContent[] {
  const padded = padName(name.value);
  const words = note ? `（${note.value}）` : '';
  const mark = index < length - 1 ? '；' : '';
  if (words === '' || textWidth(padded + words) > WIDEST_KEPT) return [keptName(padded), text(words + mark)];
  return [h('span', { className: ['holder'], dataKeep: '' }, [keptName(padded), text(words)]), text(mark)];
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

function keptName(name: string): ElementContent {
  return h('span', { className: ['name'], dataKeep: '' }, name);
}
