/** The byline (供稿) at the end of a manuscript. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Manuscript } from '../tree/nodes.js';
import { generated, padName } from './phrasing.js';

const NAME_SEPARATOR = /([、，,\s]+)/u;

/** `（供稿：李　强　区总工会）`, or nothing where the manuscript names neither contributor nor department. */
export function renderByline(manuscript: Manuscript): Element[] {
  const { contributor, department } = manuscript;
  if (!contributor && !department) return [];
  const parts: ElementContent[] = [generated('（供稿：')];
  if (contributor) parts.push({ type: 'text', value: padNames(contributor.value) });
  if (contributor && department) parts.push({ type: 'text', value: '\u3000' });
  if (department) parts.push({ type: 'text', value: department.value });
  parts.push(generated('）'));
  return [h('p', { className: ['byline'] }, parts)];
}

function padNames(names: string): string {
  return names.split(NAME_SEPARATOR).map(padName).join('');
}
