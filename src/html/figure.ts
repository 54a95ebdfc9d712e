/** Figures (图片) in the text: one or more photos with one caption, in their column. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Figure } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';
import { renderPhrasing } from './phrasing.js';
import { type Pictures, renderPicture, shapeOf } from './picture.js';
import { LINE_HEIGHT } from './trim.js';

/** Width of a column of the body, CSS px: the widest a photo in the text is printed (`styles/page.css`). */
const COLUMN_WIDTH = 308;
/** The tallest a photo in the text is printed, CSS px: a column holds it with its caption and some text. */
const TALLEST = 560;
/** Between two photos of one caption, CSS px (`styles/body.css`). */
const GAP = 6;

/** The photos stand in the middle of whole lines, so that the text behind the figure stays on the grid. */
export function renderFigure(figure: Figure, pictures: Pictures): Element {
  const photos = figure.photos.map((photo) => {
    const shape = shapeOf(photo, pictures);
    const width = Math.min(COLUMN_WIDTH, TALLEST * shape);
    return { height: width / shape, image: renderPicture(photo, pictures, width, phrasingText(figure.caption)) };
  });
  const height = photos.reduce((sum, photo) => sum + photo.height, GAP * (photos.length - 1));
  const style = `height:calc(${Math.ceil(height / LINE_HEIGHT - 0.01)} * var(--line))`;
  return h('figure', { id: figure.id, className: ['photo'] }, [
    h(
      'div',
      { className: ['prints'], style },
      photos.map(({ image }) => image),
    ),
    figure.caption.length > 0 ? h('figcaption', renderPhrasing(figure.caption)) : undefined,
  ]);
}
