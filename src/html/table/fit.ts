/**
 * The fit of a table: in its column or across the page, in which size and with which widths. Across the page only where
 * a column would break numbers or make rows of many lines; smaller type only where even the page is too narrow.
 */
import { fitColumns, leastWidths, standingOf, sum } from './columns.js';
import type { TableMeasure } from './measure.js';
import type { TablePlan } from './plan.js';

export interface TableFit {
  place: 'in-column' | 'spanning';
  /** Of its type, as a share of the size of tables. */
  scale: number;
  /** Left and right of every cell, in em. */
  padding: number;
  /** Of each column with its padding, in em. */
  widths: number[];
  /** Of each column without it, in whole halves of an em. */
  halves: number[];
  /** Even numbers have no room for themselves. */
  divided?: boolean;
}

/** From the usual to the least: size (a share of the size of tables) and padding (em). */
const STEPS = [
  { scale: 1, padding: 0.5 },
  { scale: 1, padding: 0.35 },
  { scale: 1, padding: 0.25 },
  { scale: 11 / 12, padding: 0.25 },
  { scale: 7 / 8, padding: 0.2 },
] as const;

/** 小六号 all but: for a table that has too many columns for anything else. */
const SMALLEST = { scale: 3 / 4, padding: 0.15 } as const;

/** A table stands well in a column where no row and no head has more lines than this, … */
const MOST_LINES = 3;
/** … and its rows have about one, or the page would not save many: what spans it interrupts the text. */
const MEAN_LINES = 1.4;
const SAVED_LINES = 1.5;
/** Cells stand closer where that saves so many lines. */
const SAVED_BY_CLOSENESS = 2;

export function fitTable(plan: TablePlan, measure: TableMeasure): TableFit {
  const [usual] = STEPS;
  if (!hasRoom(plan, measure, measure.column, usual)) return fitToPage(plan, measure);
  const inColumn = fitAt(plan, measure, usual, 'in-column');
  if (measure.column === measure.page) return inColumn;
  const { lines, head } = standingOf(plan, inColumn.halves);
  const body = lines.slice(plan.headRows);
  if (Math.max(head, ...body) > MOST_LINES) return fitToPage(plan, measure);
  if (sum(body) <= MEAN_LINES * body.length) return inColumn;
  const spanning = fitToPage(plan, measure);
  return sum(lines) <= SAVED_LINES * sum(standingOf(plan, spanning.halves).lines) ? inColumn : spanning;
}

function fitToPage(plan: TablePlan, measure: TableMeasure): TableFit {
  const first = STEPS.findIndex((step) => hasRoom(plan, measure, measure.page, step));
  const [step, closer] = first < 0 ? [] : STEPS.slice(first);
  if (!step) return squeezeTable(plan, measure);
  const fit = fitAt(plan, measure, step, 'spanning');
  if (closer?.scale !== step.scale) return fit;
  const close = fitAt(plan, measure, closer, 'spanning');
  return standingOf(plan, close.halves).cost <= standingOf(plan, fit.halves).cost - SAVED_BY_CLOSENESS ? close : fit;
}

type Step = Pick<TableFit, 'scale' | 'padding'>;

/** Halves of an em for the words of all columns together. */
function roomAt(plan: TablePlan, { size }: TableMeasure, width: number, { scale, padding }: Step): number {
  return Math.floor((width / (size * scale) - 2 * padding * plan.width) * 2 + 0.01);
}

function hasRoom(plan: TablePlan, measure: TableMeasure, width: number, step: Step): boolean {
  return sum(leastWidths(plan)) <= roomAt(plan, measure, width, step);
}

function fitAt(plan: TablePlan, measure: TableMeasure, step: Step, place: TableFit['place']): TableFit {
  const { scale, padding } = step;
  const width = place === 'spanning' ? measure.page : measure.column;
  const halves = fitColumns(plan, roomAt(plan, measure, width, step));
  return { place, scale, padding, halves, widths: halves.map((each) => each / 2 + 2 * padding) };
}

/**
 * A table of very many columns: widths are no longer rounded to halves of an em. Where the least widths are still too
 * wide, the widest columns give up what is missing, and only their numbers are divided.
 */
function squeezeTable(plan: TablePlan, { page, size }: TableMeasure): TableFit {
  const least = plan.numbers.map((numbers) => Math.max(1, numbers));
  for (const { cell, column, least: wanted } of plan.rows.flat())
    if (cell.colspan === 1) least[column] = Math.max(least[column] ?? 0, wanted);
  const room = ({ scale, padding }: Step): number => Math.max(1, page / (size * scale) - 2 * padding * plan.width);
  const step = STEPS.findLast((each) => sum(least) <= room(each)) ?? SMALLEST;
  const { scale, padding } = step;
  const divided = sum(least) > room(step);
  const content = divided ? levelled(least, room(step)) : least.map((width) => (width * room(step)) / sum(least));
  return {
    place: 'spanning',
    scale,
    padding,
    halves: content.map((width) => Math.floor(width * 2)),
    widths: content.map((width) => width + 2 * padding),
    divided,
  };
}

/** Cuts the widest of `widths` down to one width, with which all of them fill `room`. */
function levelled(widths: number[], room: number): number[] {
  let left = room;
  let count = widths.length;
  for (const width of [...widths].sort((a, b) => a - b)) {
    if (width * count >= left) break;
    left -= width;
    count -= 1;
  }
  return widths.map((width) => Math.min(width, left / count));
}
