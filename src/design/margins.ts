/** 页边: the margins around a type area. The inner one is wider, because the binding takes of it; the foot is less than the head. */
import type { Paper } from './type-area.js';

/** CSS px. */
export interface Margins {
  top: number;
  /** At the fore-edge (切口). */
  outer: number;
  bottom: number;
  /** At the spine (订口). */
  inner: number;
}

/** Room below the last line, CSS px, so that rounding never pushes it out. */
const SLACK = 1.4;
/** Shares of what the type area leaves. */
const INNER = 0.519;
const TOP = 0.549;

/** The margins of the body. */
export function marginsOf(paper: Paper, area: Paper): Margins {
  const sides = paper.width - area.width;
  const ends = paper.height - area.height - SLACK;
  const inner = Math.round(sides * INNER);
  const top = Math.round(ends * TOP);
  return { top, outer: down(sides - inner, 10), bottom: down(ends - top, 100), inner };
}

/** The margins of an area in the middle of the page: plates look alike on both sides of a spread. */
export function centredMargins(paper: Paper, area: Paper): Margins {
  const side = down((paper.width - area.width) / 2, 100);
  const ends = paper.height - area.height;
  const top = Math.floor(ends / 2);
  return { top, outer: side, bottom: down(ends - top, 10), inner: side };
}

/** Rounded down: an area may be a little larger than its characters, never smaller. */
function down(px: number, parts: number): number {
  return Math.floor(px * parts) / parts;
}
