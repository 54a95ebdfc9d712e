/** Figures (图片) in the text: one or more photos with one caption, in their column. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Figure } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';
import { renderPhrasing } from './phrasing.js';
import { type Pictures, renderPicture, shapeOf } from './picture.js';

/** Width of a column of the body, CSS px: the widest a photo in the text is printed (`styles/page.css`). */
const COLUMN_WIDTH = 308;
/** The tallest a photo in the text is printed, CSS px: a column holds it with its caption and some text. */
const TALLEST = 560;

export function renderFigure(figure: Figure, pictures: Pictures): Element {
  return h('figure', { id: figure.id, className: ['photo'] }, [
    ...figure.photos.map((photo) => {
      const width = Math.min(COLUMN_WIDTH, TALLEST * shapeOf(photo, pictures));
      return renderPicture(photo, pictures, width, phrasingText(figure.caption));
    }),
    figure.caption.length > 0 ? h('figcaption', renderPhrasing(figure.caption)) : undefined,
  ]);
}
