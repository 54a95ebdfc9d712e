/** Figures (图片) in the text: one or more photos with one caption, in their column. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Figure } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';
import { renderPhrasing } from './phrasing.js';

/** A photo made ready for print. */
export interface Picture {
  /** file: URL of the prepared file. */
  url: string;
  /** Pixels, upright. */
  width: number;
  height: number;
}

/** Prepared photos by their path in the volume folder. */
export type Pictures = ReadonlyMap<string, Picture>;

export function renderFigure(figure: Figure, pictures: Pictures): Element {
  return h('figure', { id: figure.id, className: ['photo'] }, [
    ...figure.photos.map((photo) => {
      const picture = pictures.get(photo.file);
      return h('img', {
        src: picture?.url,
        width: picture?.width,
        height: picture?.height,
        alt: phrasingText(figure.caption),
      });
    }),
    figure.caption.length > 0 ? h('figcaption', renderPhrasing(figure.caption)) : undefined,
  ]);
}
