/** How the height of a slice follows from its width: by a straight line, whatever stands in it. */
import type { Slice } from './slices.js';

/** height = slope · width + base, CSS px. */
export interface Line {
  slope: number;
  base: number;
}

/** How high a slice is at a width, and the slices in it. */
export interface Measured extends Line {
  part: Slice;
  children: Measured[];
}

/**
 * Measures a slice.
 *
 * @param leaves its figures, with their captions
 * @param across the gutter between what stands side by side
 * @param down the gutter between what stands above each other
 */
export function measured(part: Slice, leaves: readonly Line[], across: number, down: number): Measured {
  if (typeof part === 'number') {
    const { slope, base } = leaves[part] as Line;
    return { part, slope, base, children: [] };
  }
  const children: Measured[] = [];
  for (const child of part.children) children.push(measured(child, leaves, across, down));
  const gaps = children.length - 1;
  let slope = 0;
  let base = 0;
  if (part.kind === 'stack') {
    for (const line of children) {
      slope += line.slope;
      base += line.base;
    }
    return { part, slope, base: base + down * gaps, children };
  }
  // Of one height h: the widths (h − base) ÷ slope and the gutters are together as wide as the row.
  for (const line of children) {
    slope += 1 / line.slope;
    base += line.base / line.slope;
  }
  return { part, slope: 1 / slope, base: (base - across * gaps) / slope, children };
}

/** Lines of what stands above each other, with `fixed` CSS px that do not depend on the width. */
export function sumOf(lines: readonly Line[], fixed: number): Line {
  let [slope, base] = [0, fixed];
  for (const line of lines) {
    slope += line.slope;
    base += line.base;
  }
  return { slope, base };
}
