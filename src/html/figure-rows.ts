/**
 * The photos of one caption in rows (一组图片): side by side at one height, or below each other. As in a justified
 * gallery all rows are equally wide; of all ways to divide the photos, the one whose rows come nearest to a shape that
 * the eye takes for a row of the measure is taken.
 *
 *     two lying photos in a column    [ 1 ]      two upright ones  [1][2]     two across the page  [ 1 ][ 2 ]
 *                                     [ 2 ]
 */

export interface FigureRow {
  /** Index of its first photo, and how many it has. */
  first: number;
  count: number;
  /** CSS px. */
  height: number;
  widths: number[];
}

export interface FigureMeasure {
  /** CSS px. */
  width: number;
  /** Of all rows with the space between them. */
  height: number;
  /** Between two photos, beside and below each other. */
  gutter: number;
  /** Width ÷ height of the row that is wished for. */
  shape: number;
}

/** Divides photos, given by width ÷ height, into rows. */
export function figureRows(ratios: readonly number[], measure: FigureMeasure): FigureRow[] {
  const rows = divide(ratios, measure);
  const fixed = rows.reduce((sum, { sum: all, count }) => sum - (measure.gutter * (count - 1)) / all, 0);
  const perWidth = rows.reduce((sum, { sum: all }) => sum + 1 / all, 0);
  const gutters = measure.gutter * (rows.length - 1);
  // All rows shrink together until they are no higher than they may be.
  const width = Math.min(measure.width, (measure.height - gutters - fixed) / perWidth);
  return rows.map(({ first, count, sum }) => {
    const height = (width - measure.gutter * (count - 1)) / sum;
    return { first, count, height, widths: ratios.slice(first, first + count).map((ratio) => ratio * height) };
  });
}

interface Division {
  first: number;
  count: number;
  /** Of the ratios. */
  sum: number;
}

/** The cheapest division into rows in a row of photos that keep their order. */
function divide(ratios: readonly number[], { width, gutter, shape }: FigureMeasure): Division[] {
  const best: { cost: number; rows: Division[] }[] = [{ cost: 0, rows: [] }];
  for (let end = 1; end <= ratios.length; end += 1) {
    let cheapest: { cost: number; rows: Division[] } | undefined;
    for (let first = end - 1; first >= 0; first -= 1) {
      const count = end - first;
      const sum = ratios.slice(first, end).reduce((all, ratio) => all + ratio, 0);
      const height = (width - gutter * (count - 1)) / sum;
      if (height <= 0) break;
      const before = best[first] as { cost: number; rows: Division[] };
      const cost = before.cost + Math.abs(Math.log((height * shape) / width));
      if (!cheapest || cost < cheapest.cost) cheapest = { cost, rows: [...before.rows, { first, count, sum }] };
    }
    best.push(cheapest as { cost: number; rows: Division[] });
  }
  return (best.at(-1) as { rows: Division[] }).rows;
}
