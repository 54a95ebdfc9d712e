/** 编纂委员会: a 名录 of the 卷首, its posts in one column, its names in columns beside them. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Block, Holder, Manuscript, ManuscriptContent, Post } from '../tree/nodes.js';
import { renderBlocks } from './blocks.js';
import { withByline } from './byline.js';
import type { Material } from './material.js';
import { padName } from './names.js';
import { renderPhrasing } from './phrasing.js';

/** A post with a longer title stands over its names, not beside them. */
const BESIDE = 5;
/** A longer name takes the room of two. */
const ONE_COLUMN = 5;

/** The body of the manuscript in one block, so that a theme can style it without touching the rosters of the body. */
export function renderCommittee(manuscript: Manuscript, material: Material): Element[] {
  const content = manuscript.children.map((child) => renderContent(child, material));
  return withByline([h('div', { className: ['committee'] }, content)], manuscript);
}

function renderContent(node: ManuscriptContent | Block, material: Material): Element {
  switch (node.type) {
    case 'system':
    case 'unit':
      return h('section', { className: ['system'] }, [
        h(
          node.type === 'system' ? 'h3' : 'h4',
          { id: node.id, className: [`${node.type}-title`] },
          renderPhrasing(node.title),
        ),
        ...node.children.map((child) => renderContent(child, material)),
      ]);
    case 'post':
      return renderPost(node);
    default:
      return h('div', renderBlocks([node as Block], material));
  }
}

function renderPost({ title, holders }: Post): Element {
  const wide = [...title.value].length > BESIDE;
  return h('div', { className: ['post'] }, [
    h('div', { className: wide ? ['post-title', 'wide'] : ['post-title'] }, `${padName(title.value)}：`),
    h('div', { className: ['holders'] }, holders.map(renderHolder)),
  ]);
}

function renderHolder({ name, note }: Holder): Element {
  const words = h('span', { className: ['name'] }, padName(name.value));
  const long = [...name.value].length > ONE_COLUMN;
  if (!note) return h('div', { className: long ? ['holder', 'long'] : ['holder'] }, [words]);
  return h('div', { className: ['holder', 'noted'] }, [words, `\u3000\u3000（${note.value}）`]);
}
