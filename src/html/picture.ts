/** Photos as elements: `img` with its shape, its file still to come. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Photo } from '../tree/nodes.js';

/** Where the renderers get photos from, by their path in the volume folder. */
export interface Pictures {
  /** Pixels, upright. */
  size(file: string): { width: number; height: number };
  /** URL of the file for a printed width in CSS px. */
  order(file: string, width: number): string;
}

/** Width ÷ height. */
export function shapeOf(photo: Photo, pictures: Pictures): number {
  const { width, height } = pictures.size(photo.file);
  return width / height;
}

/** A transparent dot: an image without a source would be set as its alternative text. */
const NOTHING = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/**
 * A photo printed `width` CSS px wide. The pages are broken while photos are still being prepared, so the element has
 * its shape from the start and gets its file (`data-src`) when the book is printed.
 */
export function renderPicture(photo: Photo, pictures: Pictures, width: number, alt: string): Element {
  return h('img', {
    src: NOTHING,
    dataSrc: pictures.order(photo.file, width),
    style: `width:${width.toFixed(2)}px;aspect-ratio:${shapeOf(photo, pictures).toFixed(5)}`,
    alt,
  });
}
