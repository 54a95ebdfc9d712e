/** Figures (图片) in the text: one or more photos with one caption, in their column. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Figure } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';
import type { Material } from './material.js';
import { renderPhrasing } from './phrasing.js';
import { renderPicture, shapeOf } from './picture.js';

export function renderFigure(figure: Figure, { pictures, measures }: Material): Element {
  return h('figure', { id: figure.id, className: ['photo'] }, [
    ...figure.photos.map((photo) => {
      const width = Math.min(measures.photo.width, measures.photo.height * shapeOf(photo, pictures));
      return renderPicture(photo, pictures, width, phrasingText(figure.caption));
    }),
    figure.caption.length > 0 ? h('figcaption', renderPhrasing(figure.caption)) : undefined,
  ]);
}
