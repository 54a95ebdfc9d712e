/** Photos as elements: `img` with its shape, its file still to come. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import { type CutPhoto, cutPhoto } from '../plates/photos/photo-cut.js';
import type { PhotoTreatment } from '../plates/photos/treatment.js';
import type { Photo } from '../tree/nodes.js';

/** Where the renderers get photos from, by their path in the volume folder. */
export interface Pictures {
  /** Pixels, upright, before any treatment. */
  size(file: string): { width: number; height: number };
  /** URL of the file for a printed width in CSS px, after its treatment. Every call is one place where it is printed. */
  order(file: string, width: number, treatment?: PhotoTreatment): string;
  /** The largest printed width in CSS px, after its treatment, at which it still has `ppi` pixels an inch. */
  widest(file: string, ppi: number, treatment?: PhotoTreatment): number;
}

/** Width ÷ height of a photo as it is printed. */
export function shapeOf(photo: Photo, pictures: Pictures): number {
  const { width, height } = printedPhoto(photo, pictures);
  return width / height;
}

/** The photo as its hints want it; `shape` where its place gives one. */
export function printedPhoto(photo: Photo, pictures: Pictures, shape?: number): CutPhoto {
  return cutPhoto(photo.hints, pictures.size(photo.file), shape);
}

/** A transparent dot: an image without a source would be set as its alternative text. */
const NOTHING = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/**
 * A photo printed `width` CSS px wide. The pages are broken while photos are still being prepared, so the element has
 * its shape from the start and gets its file (`data-src`) when the book is printed. `data-photo` tells the survey of
 * the pages which photo stands there.
 */
export function renderPicture(photo: Photo, pictures: Pictures, width: number, alt: string): Element {
  const { width: wide, height, treatment } = printedPhoto(photo, pictures);
  return h('img', {
    src: NOTHING,
    dataSrc: pictures.order(photo.file, width, treatment),
    dataPhoto: photo.file,
    style: `width:${width.toFixed(2)}px;aspect-ratio:${(wide / height).toFixed(5)}`,
    alt,
  });
}

/** A photo cut to a place of its own; `style` says where that is. */
export function renderCutPicture(
  photo: Photo,
  pictures: Pictures,
  { width, height }: { width: number; height: number },
  style: string,
  alt: string,
): Element {
  const { treatment } = printedPhoto(photo, pictures, width / height);
  const dataSrc = pictures.order(photo.file, width, treatment);
  return h('img', { src: NOTHING, dataSrc, dataPhoto: photo.file, style, alt });
}
