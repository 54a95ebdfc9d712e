/** The head of a manuscript: 分目 where it opens here, title, subtitle, number, date, author. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Manuscript } from '../tree/nodes.js';
import { renderHeadingText } from './heading.js';
import { padNames } from './names.js';
import { renderBySense } from './sense.js';

/** The 分目 of the front matter, where it opens with this manuscript. */
export function renderOpenedSubcategory(manuscript: Manuscript): Element[] {
  const { subcategory, opensSubcategory, id } = manuscript;
  return opensSubcategory && subcategory
    ? [h('h2', { id: `${id}-subcategory` }, renderHeadingText(subcategory.value))]
    : [];
}

/** The lines of the title in their printed order (the same as in `treeRuns`); none for an untitled manuscript. */
export function renderTitleLines(manuscript: Manuscript): Element[] {
  const { subcategory, title, subtitle, documentNumber, date, post, author } = manuscript;
  const lines = [
    title &&
      h(
        subcategory ? 'h3' : 'h2',
        // In the 卷首 every manuscript is a flow of its own and gives the running head; in the body the 类目 does.
        manuscript.category.value === '卷首'
          ? { id: manuscript.id, className: ['title', 'running-title'], dataTitle: title.value }
          : { id: manuscript.id, className: ['title'] },
        renderHeadingText(title.value),
      ),
    subtitle && h('p', { className: ['subtitle'] }, renderBySense(subtitle.value)),
    documentNumber && h('p', { className: ['document-number'] }, documentNumber.value),
    date && h('p', { className: ['date'] }, date.value),
    (post || author) &&
      h('p', { className: ['author'] }, [
        post && h('span', { className: ['post-of-author'] }, post.value),
        post && author ? '\u3000' : undefined,
        author && h('span', { className: ['name'] }, padNames(author.value)),
      ]),
  ];
  return lines.filter((line) => line !== undefined);
}
