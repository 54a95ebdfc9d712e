/**
 * The shape of a figure on a plate: how its height follows from its width. Photos of one caption stand in rows of their
 * own, a small gap between, each row at one height.
 */

/** height = slope · width + base, CSS px. */
export interface FigureShape {
  slope: number;
  base: number;
  /** How many photos each of its rows holds. */
  rows: number[];
}

/** A figure of several photos should be about as wide as one that lies. */
const WISHED = 1.5;
const MOST_IN_A_ROW = 3;
/** For more photos than these not every way is tried. */
const TRIED = 6;

/** @param ratios width ÷ height of each photo; `gap` between two of them, CSS px */
export function figureShape(ratios: readonly number[], gap: number): FigureShape {
  let best: FigureShape | undefined;
  let bestMiss = Number.POSITIVE_INFINITY;
  for (const rows of rowsOf(ratios.length)) {
    const shape = shapeOfRows(ratios, rows, gap);
    const miss = Math.abs(Math.log(shape.slope * WISHED)) + (rows.length - 1) / 10;
    if (miss < bestMiss) [best, bestMiss] = [shape, miss];
  }
  return best ?? { slope: 1, base: 0, rows: [] };
}

function rowsOf(count: number): number[][] {
  if (count === 0) return [[]];
  if (count > TRIED) return [[MOST_IN_A_ROW, ...(rowsOf(count - MOST_IN_A_ROW)[0] ?? [])]];
  return [3, 2, 1]
    .filter((size) => size <= count)
    .flatMap((size) => rowsOf(count - size).map((rest) => [size, ...rest]));
}

function shapeOfRows(ratios: readonly number[], rows: number[], gap: number): FigureShape {
  let slope = 0;
  let base = gap * (rows.length - 1);
  let first = 0;
  for (const size of rows) {
    const together = ratios.slice(first, first + size).reduce((sum, ratio) => sum + ratio, 0);
    slope += 1 / together;
    base -= (gap * (size - 1)) / together;
    first += size;
  }
  return { slope, base, rows };
}

/** The place of each photo within its figure, from the top left, CSS px. */
export function photoPlaces(
  ratios: readonly number[],
  { rows }: Pick<FigureShape, 'rows'>,
  width: number,
  gap: number,
): { left: number; top: number; width: number; height: number }[] {
  const places: { left: number; top: number; width: number; height: number }[] = [];
  let top = 0;
  for (const size of rows) {
    const own = ratios.slice(places.length, places.length + size);
    const height = (width - gap * (size - 1)) / own.reduce((sum, ratio) => sum + ratio, 0);
    let left = 0;
    for (const ratio of own) {
      places.push({ left, top, width: ratio * height, height });
      left += ratio * height + gap;
    }
    top += height + gap;
  }
  return places;
}
