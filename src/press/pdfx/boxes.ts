/** The boxes of a press page (ISO 15930-7, 6.10): what is trimmed, what bleeds, and the paper with its marks. */
import type { Box } from '../pdf/pages.js';

export interface PressBoxes {
  media: Box;
  bleed: Box;
  trim: Box;
}

const POINTS_PER_MM = 72 / 25.4;

/**
 * @param trim the page of the screen PDF, which is trimmed already
 * @param bleedMm how far the print runs over the trim
 * @param marginMm how much paper stands around the bleed for marks
 */
export function pressBoxes(trim: Box, bleedMm: number, marginMm: number): PressBoxes {
  const bleed = grown(trim, bleedMm);
  return { trim, bleed, media: grown(bleed, marginMm) };
}

function grown([left, bottom, right, top]: Box, mm: number): Box {
  const by = mm * POINTS_PER_MM;
  return [round(left - by), round(bottom - by), round(right + by), round(top + by)];
}

/** To a thousandth of a point. */
function round(points: number): number {
  return Math.round(points * 1000) / 1000;
}
