/**
 * The boxes of a page (ISO 32000-1, 14.11.2). Chromium makes pages of whole 1/300 inch, so a 210 mm page comes out
 * as 594.96 pt; the exact size is set afterwards, and the content keeps its place.
 */
import type { Box } from './pdf/pages.js';

export interface TrimSize {
  widthMm: number;
  heightMm: number;
  /**
   * Where the page lies on Chromium's: `top-left` when it was printed at this size, `centre` when it was printed
   * with the same surplus on every side.
   */
  anchor: 'top-left' | 'centre';
  /** Paper printed around the page, points; counts for `top-left`. */
  bleed?: number;
}

const POINTS_PER_MM = 72 / 25.4;

/** The box of exact size on the page Chromium made, in the page's own coordinates, to a thousandth of a point. */
export function trimBox([left, bottom, right, top]: Box, { widthMm, heightMm, anchor, bleed = 0 }: TrimSize): Box {
  const width = widthMm * POINTS_PER_MM;
  const height = heightMm * POINTS_PER_MM;
  const x = anchor === 'centre' ? (left + right - width) / 2 : left + bleed;
  const y = anchor === 'centre' ? (bottom + top - height) / 2 : top - bleed - height;
  return [round(x), round(y), round(x + width), round(y + height)];
}

function round(points: number): number {
  return Math.round(points * 1000) / 1000;
}
