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
  /** Of each column without it, in whole halves of an em. */
  halves: number[];
  /** Even numbers have no room for themselves. */
  divided?: boolean;
}

export const TABLE_SIZE = 12;

/** From the usual to the least. */
const STEPS = [
  { size: TABLE_SIZE, padding: 0.5 },
  { size: TABLE_SIZE, padding: 0.35 },
  { size: TABLE_SIZE, padding: 0.25 },
  { size: 11, padding: 0.25 },
  { size: 10.5, padding: 0.2 },
] as const;

/** 小六号 all but: for a table that has too many columns for anything else. */
const SMALLEST = { size: 9, padding: 0.15 } as const;

/** A table stands well in a column where no row and no head has more lines than this, … */
const MOST_LINES = 3;
/** … and its rows have about one, or the page would not save many: what spans it interrupts the text. */
const MEAN_LINES = 1.4;
const SAVED_LINES = 1.5;
/** Cells stand closer where that saves so many lines. */
const SAVED_BY_CLOSENESS = 2;

export function fitTable(plan: TablePlan, measure: TableMeasure): TableFit {
  const [usual] = STEPS;
  if (!hasRoom(plan, measure.column, usual)) return fitToPage(plan, measure);
  const inColumn = fitAt(plan, measure.column, usual, 'in-column');
  if (measure.column === measure.page) return inColumn;
  const { lines, head } = standingOf(plan, inColumn.halves);
  const body = lines.slice(plan.headRows);
  if (Math.max(head, ...body) > MOST_LINES) return fitToPage(plan, measure);
  if (sum(body) <= MEAN_LINES * body.length) return inColumn;
  const spanning = fitToPage(plan, measure);
  return sum(lines) <= SAVED_LINES * sum(standingOf(plan, spanning.halves).lines) ? inColumn : spanning;
}

function fitToPage(plan: TablePlan, { page }: TableMeasure): TableFit {
  const first = STEPS.findIndex((step) => hasRoom(plan, page, step));
  const [step, closer] = first < 0 ? [] : STEPS.slice(first);
  if (!step) return squeezeTable(plan, page);
  const fit = fitAt(plan, page, step, 'spanning');
  if (closer?.size !== step.size) return fit;
  const close = fitAt(plan, page, closer, 'spanning');
  return standingOf(plan, close.halves).cost <= standingOf(plan, fit.halves).cost - SAVED_BY_CLOSENESS ? close : fit;
}

type Step = Pick<TableFit, 'size' | 'padding'>;

/** Halves of an em for the words of all columns together. */
function roomAt(plan: TablePlan, width: number, { size, padding }: Step): number {
  return Math.floor((width / size - 2 * padding * plan.width) * 2 + 0.01);
}

function hasRoom(plan: TablePlan, width: number, step: Step): boolean {
  return sum(leastWidths(plan)) <= roomAt(plan, width, step);
}

function fitAt(plan: TablePlan, width: number, step: Step, place: TableFit['place']): TableFit {
  const { size, padding } = step;
  const halves = fitColumns(plan, roomAt(plan, width, step));
  return { place, size, padding, halves, widths: halves.map((each) => each / 2 + 2 * padding) };
}

/**
 * A table of very many columns: widths are no longer rounded to halves of an em. Where the least widths are still too
 * wide, every column gives up the same part, and even numbers are divided.
 */
function squeezeTable(plan: TablePlan, page: number): TableFit {
  const least = plan.numbers.map((numbers) => Math.max(1, numbers));
  for (const { cell, column, least: wanted } of plan.rows.flat())
    if (cell.colspan === 1) least[column] = Math.max(least[column] ?? 0, wanted);
  const roomAt = ({ size, padding }: Step): number => Math.max(1, page / size - 2 * padding * plan.width);
  const { size, padding } = STEPS.findLast((step) => sum(least) <= roomAt(step)) ?? SMALLEST;
  const factor = roomAt({ size, padding }) / sum(least);
  const content = least.map((width) => width * factor);
  return {
    place: 'spanning',
    size,
    padding,
    halves: content.map((width) => Math.floor(width * 2)),
    widths: content.map((width) => width + 2 * padding),
    divided: factor < 1,
  };
}
