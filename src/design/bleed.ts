/** 出血: how much paper is printed around the trimmed page. */
import { PX_PER_MM } from './type-area.js';

/** Room for Chromium, which makes pages of whole 1/300 inch (0.32 px) and may lose that much at the right and the foot. */
const SPARE = 0.5;

/** The bleed of `mm` in CSS px, rounded up to whole ones: what the page paints keeps its place between the pixels. */
export function printedBleed(mm: number): number {
  return mm > 0 ? Math.ceil(mm * PX_PER_MM + SPARE) : 0;
}
