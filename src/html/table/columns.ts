/**
 * How wide the columns of a table are: so that its rows take the fewest lines, no number and no name is divided, and
 * what room is left makes the columns even. Widths are in halves of an em, without the padding of the cells.
 */
import { halves, type PlannedCell, type TablePlan } from './plan.js';

/** Lines that a row takes on the grid of the page, for so many lines of a cell (17 px in lines of 22 px). */
const rowLines = (lines: number): number => Math.ceil((lines * 17 + 4) / 22);

/** What is bad about a table besides its height, in lines. */
const TURNED = 0.04;
const ORPHAN = 0.15;
const TALL_HEAD = 0.3;

/** Wider than this a column of words does not ask to be for one line's sake. */
const WIDEST = 30;

/** The least width of each column. */
export function leastWidths(plan: TablePlan): number[] {
  const widths = plan.numbers.map((numbers) => Math.max(2, halves(numbers)));
  const cells = plan.rows.flat().sort((a, b) => a.cell.colspan - b.cell.colspan);
  for (const cell of cells) widen(widths, cell, halves(cell.least));
  return widths;
}

function naturalWidths(plan: TablePlan, least: number[]): number[] {
  const widths = [...least];
  const cells = plan.rows.flat().sort((a, b) => a.cell.colspan - b.cell.colspan);
  for (const cell of cells) widen(widths, cell, halves(Math.min(cell.natural, WIDEST)));
  return widths;
}

/** Makes the columns of a cell together as wide as it wants them. */
function widen(widths: number[], { column, cell }: PlannedCell, wanted: number): void {
  let missing = wanted - sum(widths.slice(column, column + cell.colspan));
  for (let i = 0; missing > 0; i = (i + 1) % cell.colspan, missing -= 1)
    widths[column + i] = at(widths, column + i) + 1;
}

/** How a table stands at given widths. */
export interface Standing {
  cost: number;
  /** Lines of the tallest cell of each row. */
  lines: number[];
  /** Lines of the tallest cell of the head. */
  head: number;
}

export function standingOf(plan: TablePlan, widths: number[]): Standing {
  const lines = new Array<number>(plan.rows.length).fill(1);
  const tall: { cell: PlannedCell; count: number }[] = [];
  let cost = 0;
  let head = 1;
  // This is asked some thousand times a table: no array is made for a cell.
  for (const [row, cells] of plan.rows.entries()) {
    for (const cell of cells) {
      let width = 0;
      for (let i = 0; i < cell.cell.colspan; i += 1) width += at(widths, cell.column + i);
      const { count, orphan } = cell.linesAt(width);
      if (count > 1) cost += (count - 1) * TURNED + (orphan ? ORPHAN : 0);
      if (cell.head) {
        head = Math.max(head, count);
        if (count > 2) cost += (count - 2) * TALL_HEAD;
      }
      if (cell.cell.rowspan > 1) tall.push({ cell, count });
      else if (count > at(lines, row)) lines[row] = count;
    }
  }
  for (const { cell, count } of tall) {
    const last = cell.row + cell.cell.rowspan - 1;
    let missing = count;
    for (let row = cell.row; row <= last; row += 1) missing -= at(lines, row);
    if (missing > 0) lines[last] = at(lines, last) + missing;
  }
  for (const count of lines) cost += rowLines(count);
  return { cost, lines, head };
}

/** The widths that fill `room` best; the least widths must fit into it. */
export function fitColumns(plan: TablePlan, room: number): number[] {
  const least = leastWidths(plan);
  const widths = naturalWidths(plan, least);
  if (sum(widths) > room) {
    shrink(plan, widths, least, room);
    trade(plan, widths, least);
    tighten(plan, widths, least);
  }
  return share(plan, widths, room);
}

/** Takes width away where it costs least, until the columns fit. */
function shrink(plan: TablePlan, widths: number[], least: number[], room: number): void {
  while (sum(widths) > room) {
    const { cost } = standingOf(plan, widths);
    let best: { column: number; by: number; price: number } | undefined;
    for (const [column, width] of widths.entries()) {
      const most = Math.min(width - at(least, column), 8);
      for (let by = 1; by <= most; by += 1) {
        widths[column] = width - by;
        const price = (standingOf(plan, widths).cost - cost) / by;
        if (!best || price < best.price || (price === best.price && width > at(widths, best.column)))
          best = { column, by, price };
      }
      widths[column] = width;
    }
    if (!best) return;
    widths[best.column] = at(widths, best.column) - best.by;
  }
}

/** No table needs more trades than this to stand well. */
const MOST_TRADES = 60;

/** Moves width from one column to another as long as the table stands better for it. */
function trade(plan: TablePlan, widths: number[], least: number[]): void {
  let { cost } = standingOf(plan, widths);
  for (let trades = 0; trades < MOST_TRADES; trades += 1) {
    let best: { from: number; to: number; by: number; cost: number } | undefined;
    for (const [from, width] of widths.entries()) {
      for (const by of [1, 2, 4, 8]) {
        if (width - by < at(least, from)) break;
        for (const [to, other] of widths.entries()) {
          if (to === from) continue;
          widths[from] = width - by;
          widths[to] = other + by;
          const found = standingOf(plan, widths).cost;
          if (found < (best?.cost ?? cost) - 1e-9) best = { from, to, by, cost: found };
          widths[from] = width;
          widths[to] = other;
        }
      }
    }
    if (!best) return;
    widths[best.from] = at(widths, best.from) - best.by;
    widths[best.to] = at(widths, best.to) + best.by;
    cost = best.cost;
  }
}

/** Gives back the width that saves no line. */
function tighten(plan: TablePlan, widths: number[], least: number[]): void {
  const { cost } = standingOf(plan, widths);
  for (const column of widths.keys()) {
    while (at(widths, column) > at(least, column)) {
      widths[column] = at(widths, column) - 1;
      if (standingOf(plan, widths).cost <= cost + 1e-9) continue;
      widths[column] = at(widths, column) + 1;
      break;
    }
  }
}

/** Halves of an em that every column counts for besides its own when what is left is shared out. */
const SMALL_SHARE = 12;

/** Shares out what is left: half of it at most makes the columns of numbers equal, then all grow. */
function share(plan: TablePlan, widths: number[], room: number): number[] {
  const shared = [...widths];
  const numbers = [...plan.kinds.keys()].filter((i) => i > 0 && plan.kinds[i] === 'number');
  const widest = Math.max(0, ...numbers.map((i) => at(shared, i)));
  let left = room - sum(shared);
  for (const half = left / 2; left > half; left -= 1) {
    const narrowest = numbers.reduce((a, b) => (at(shared, b) < at(shared, a) ? b : a), numbers[0] ?? 0);
    if (numbers.length < 2 || at(shared, narrowest) >= widest) break;
    shared[narrowest] = at(shared, narrowest) + 1;
  }
  const base = [...shared];
  for (; left > 0; left -= 1) {
    // The column that has grown least for its size grows next.
    let next = 0;
    let least = Number.POSITIVE_INFINITY;
    for (const [i, width] of base.entries()) {
      const grown = (at(shared, i) - width + 1) / (width + SMALL_SHARE);
      if (grown < least - 1e-9) [next, least] = [i, grown];
    }
    shared[next] = at(shared, next) + 1;
  }
  return shared;
}

function at(values: number[], index: number): number {
  return values[index] ?? 0;
}

export function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
