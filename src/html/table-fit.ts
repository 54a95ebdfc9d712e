/**
 * The fit of a table: in its column or across the page, in which size and with which widths. Across the page only where
 * a column would break numbers or make rows of many lines; smaller type only where even the page is too narrow.
 */
import { fitColumns, leastWidths, standingOf, sum } from './table-columns.js';
import type { TableMeasure } from './table-measure.js';
import type { TablePlan } from './table-plan.js';

export interface TableFit {
  place: 'in-column' | 'spanning';
  /** CSS px. */
  size: number;
  /** Left and right of every cell, in em. */
  padding: number;
  /** Of each column with its padding, in em. */
  widths: number[];
  /** Lines of every cell at these widths. */
  halves: number[];
}

export const TABLE_SIZE = 12;

/** From the usual to the least. */
const STEPS = [
  { size: TABLE_SIZE, padding: 0.5 },
  { size: TABLE_SIZE, padding: 0.25 },
  { size: 11, padding: 0.25 },
  { size: 10.5, padding: 0.2 },
] as const;

/** A table stands well in a column where no row and no head has more lines than this, … */
const MOST_LINES = 3;
/** … and its rows have about one, or the page would not save many: what spans it interrupts the text. */
const MEAN_LINES = 1.4;
const SAVED_LINES = 1.5;

export function fitTable(plan: TablePlan, measure: TableMeasure): TableFit {
  const least = sum(leastWidths(plan));
  const room = (width: number, { size, padding }: (typeof STEPS)[number]): number =>
    Math.floor((width / size - 2 * padding * plan.width) * 2 + 0.01);

  const spanning = (): TableFit => {
    const step = STEPS.find((each) => least <= room(measure.page, each));
    return step ? fitOf('spanning', step, fitColumns(plan, room(measure.page, step))) : squeezeTable(plan, measure);
  };
  const [usual] = STEPS;
  const narrow = room(measure.column, usual);
  if (least > narrow) return spanning();
  const inColumn = fitOf('in-column', usual, fitColumns(plan, narrow));
  if (measure.column === measure.page) return inColumn;
  const { lines, head } = standingOf(plan, inColumn.halves);
  const body = lines.slice(plan.headRows);
  if (Math.max(head, ...body) > MOST_LINES) return spanning();
  if (sum(body) <= MEAN_LINES * body.length) return inColumn;
  const wide = spanning();
  return sum(lines) <= SAVED_LINES * sum(standingOf(plan, wide.halves).lines) ? inColumn : wide;
}

/**
 * A table of very many columns: widths are no longer rounded to halves of an em, and where the least widths are still
 * too wide, every column gives up the same part, and long runs are divided.
 */
function squeezeTable(plan: TablePlan, measure: TableMeasure): TableFit {
  const { size, padding } = STEPS[STEPS.length - 1] ?? STEPS[0];
  const room = measure.page / size - 2 * padding * plan.width;
  const least = plan.numbers.map((numbers) => Math.max(1, numbers));
  for (const { cell, column, least: wanted } of plan.rows.flat())
    if (cell.colspan === 1) least[column] = Math.max(least[column] ?? 0, wanted);
  const factor = Math.max(1, room) / sum(least);
  const content = least.map((width) => width * factor);
  return {
    place: 'spanning',
    size,
    padding,
    halves: content.map((width) => Math.floor(width * 2)),
    widths: content.map((width) => width + 2 * padding),
  };
}

function fitOf(place: TableFit['place'], { size, padding }: (typeof STEPS)[number], halves: number[]): TableFit {
  return { place, size, padding, halves, widths: halves.map((width) => width / 2 + 2 * padding) };
}
