/** Figures (图片) in the text: one or more photos with one caption, in their column. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Figure } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';
import { renderFigureCaption } from './figure-caption.js';
import type { Material } from './material.js';
import { renderPicture, shapeOf } from './picture.js';

/** Between two photos of one caption, CSS px (`styles/body.css`). */
const GAP = 6;

/** The photos stand in the middle of whole lines, so that the text behind the figure stays on the grid. */
export function renderFigure(figure: Figure, { pictures, measures }: Material): Element {
  const photos = figure.photos.map((photo) => {
    const shape = shapeOf(photo, pictures);
    const width = Math.min(measures.photo.width, measures.photo.height * shape);
    return { height: width / shape, image: renderPicture(photo, pictures, width, phrasingText(figure.caption)) };
  });
  const height = photos.reduce((sum, photo) => sum + photo.height, GAP * (photos.length - 1));
  const style = `height:calc(${Math.ceil(height / measures.line - 0.01)} * var(--line))`;
  return h('figure', { id: figure.id, className: ['photo'] }, [
    h(
      'div',
      { className: ['prints'], style },
      photos.map(({ image }) => image),
    ),
    renderFigureCaption(figure),
  ]);
}
