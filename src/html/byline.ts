/** The byline (供稿) at the end of a manuscript. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Manuscript } from '../tree/nodes.js';
import { padNames } from './names.js';
import { generated } from './phrasing.js';

/** Between two departments of a byline. */
const SPACES = /([\s\u3000]+)/u;

/**
 * The content of a manuscript with its byline at the end. It stands beside the last paragraph, in the innermost of the
 * sections that end there: Chromium does not keep it with words that stand in a section broken by an earlier column.
 */
export function withByline(content: Element[], manuscript: Manuscript): Element[] {
  const byline = renderByline(manuscript);
  let holder: Element | undefined;
  for (let last = content.at(-1); last && isHolder(last); last = last.children.at(-1) as Element) holder = last;
  if (!holder) return [...content, ...byline];
  holder.children.push(...byline);
  return content;
}

/** Sections, and the plain boxes of blocks that belong to none. */
function isHolder({ tagName, properties }: Element): boolean {
  return tagName === 'section' || (tagName === 'div' && properties.className === undefined);
}

/** `（供稿：李　强　区总工会）`, or nothing where the manuscript names neither contributor nor department. */
export function renderByline(manuscript: Manuscript): Element[] {
  const { contributor, department } = manuscript;
  if (!contributor && !department) return [];
  return [
    h('p', { className: ['byline'] }, [
      h('span', { className: ['byline-words'] }, [
        generated('（供稿：'),
        ...(contributor ? kept(contributor.value) : []),
        ...(contributor && department ? [text('\u3000')] : []),
        ...(department ? kept(department.value) : []),
        generated('）'),
      ]),
    ]),
  ];
}

/** Every name is kept on one line; where the byline is too long for it, it is turned over between two names. */
function kept(field: string): ElementContent[] {
  return field
    .split(SPACES)
    .map((word) => (word.trim() === '' ? text(word) : h('span', { dataKeep: '' }, padNames(word))));
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
