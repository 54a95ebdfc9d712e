/** Figures (图片) in the text: one or more photos with one caption, in their column. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Figure } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';
import { renderPhrasing } from './phrasing.js';
import { type Pictures, renderPicture } from './picture.js';

/** Width of a column of the body, CSS px: the widest a photo in the text is printed (`styles/page.css`). */
const COLUMN_WIDTH = 308;

export function renderFigure(figure: Figure, pictures: Pictures): Element {
  return h('figure', { id: figure.id, className: ['photo'] }, [
    ...figure.photos.map((photo) => renderPicture(photo, pictures, COLUMN_WIDTH, phrasingText(figure.caption))),
    figure.caption.length > 0 ? h('figcaption', renderPhrasing(figure.caption)) : undefined,
  ]);
}
