/** A page's plates with the page they were made of: pixels ↔ the page's own coordinates. */
import type { Box } from '../../press/pdf/pages.js';
import type { Page } from '../file/pages.js';
import type { Raster } from './pam.js';

export interface Plate extends Raster {
  page: Page;
  /** Pixels a point. */
  scale: number;
}

/** A box of pixels: left, top, right, bottom; right and bottom are outside. */
export type PixelBox = readonly [left: number, top: number, right: number, bottom: number];

export function plateOf(page: Page, raster: Raster): Plate {
  const [left, , right] = page.media ?? [0, 0, 1, 1];
  const across = page.rotate % 180 === 90;
  const span = across ? (page.media?.[3] ?? 1) - (page.media?.[1] ?? 0) : right - left;
  return { ...raster, page, scale: raster.width / span };
}

/** The pixels of a box, drawn in by `inset` pixels on every side. */
export function pixelsOf({ page, scale, width, height }: Plate, box: Box, inset = 0): PixelBox {
  const media = page.media ?? box;
  return [
    Math.max(0, Math.round((box[0] - media[0]) * scale) + inset),
    Math.max(0, Math.round((media[3] - box[3]) * scale) + inset),
    Math.min(width, Math.round((box[2] - media[0]) * scale) - inset),
    Math.min(height, Math.round((media[3] - box[1]) * scale) - inset),
  ];
}

/** The box of pixels, in the page's own coordinates. */
export function boxOf({ page, scale }: Plate, [left, top, right, bottom]: PixelBox): Box {
  const media = page.media ?? [0, 0, 0, 0];
  return [media[0] + left / scale, media[3] - bottom / scale, media[0] + right / scale, media[3] - top / scale];
}
