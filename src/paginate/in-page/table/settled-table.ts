/**
 * Tables settled in the galley, before it is broken: the numbers of a column meet at their points, and every row takes
 * whole lines of the page. Both depend on the true width of glyphs, which only the page knows.
 */
import { gridOf } from './continued-table.js';

/** Rounding of the browser's layout units, CSS px. */
const TOLERANCE = 0.1;

/** Rows under one cell are kept together up to this many lines; a larger group may be broken between its rows. */
const GROUP_LINES = 9;
/** A table of no more lines than these, its caption left aside, is not broken at all. */
const WHOLE_LINES = 6;
/** Where a table is broken, its first rows and its last take at least so many lines. */
const LEAST_LINES = 3;

/** Settles the tables below `root`. Reads all of them before it writes: each write costs a layout. */
export function settleTables(root: HTMLElement): void {
  const tables = [...root.querySelectorAll('table')];
  if (tables.length === 0) return;
  const line = Number.parseFloat(getComputedStyle(root).lineHeight);
  const settled = tables.map((table) => ({
    rows: rowHeights(table, line),
    groups: largeGroups(table, line),
    columns: numberColumns(table),
  }));
  for (const [i, { rows, groups, columns }] of settled.entries()) {
    for (const { row, height } of rows) row.style.height = `${height}px`;
    const whole = rows.reduce((sum, { height }) => sum + height, 0) <= WHOLE_LINES * line;
    tables[i]?.closest('figure')?.classList.toggle('whole', whole);
    const body = rows.filter(({ row }) => row.parentElement?.tagName === 'TBODY');
    for (const { row } of within(body, (LEAST_LINES - 1) * line)) row.classList.add('with-next');
    for (const { row } of within(body.toReversed(), (LEAST_LINES - 1) * line)) row.classList.add('with-previous');
    for (const row of groups) row.classList.add('large-group');
    for (const column of columns) alignNumbers(column);
  }
}

function rowHeights(table: HTMLTableElement, line: number): { row: HTMLTableRowElement; height: number }[] {
  return [...table.rows]
    .filter((row) => !row.classList.contains('continuation'))
    .map((row) => {
      const { height } = row.getBoundingClientRect();
      return { row, height: Math.max(1, Math.ceil((height - TOLERANCE) / line)) * line };
    });
}

/** The first rows that together are no higher than `limit`. */
function within<T extends { height: number }>(rows: T[], limit: number): T[] {
  let height = 0;
  return rows.filter((row) => {
    height += row.height;
    return height <= limit;
  });
}

/** Rows with a cell that spans more lines than are kept together. */
function largeGroups(table: HTMLTableElement, line: number): HTMLTableRowElement[] {
  return [...table.rows].filter((row) =>
    [...row.cells].some((cell) => cell.rowSpan > 1 && cell.getBoundingClientRect().height > GROUP_LINES * line),
  );
}

interface NumberCell {
  cell: HTMLTableCellElement;
  /** Width of the digits before the point, and of the rest with the point. */
  before: number;
  after: number;
  /** Width of the cell within its padding. */
  room: number;
}

function numberColumns(table: HTMLTableElement): NumberCell[][] {
  const columns = new Map<number, NumberCell[]>();
  for (const { cell, column } of gridOf(table)) {
    const point = cell.dataset.point;
    if (point === undefined) continue;
    const known = columns.get(column) ?? [];
    known.push(measureNumber(cell, Number(point)));
    columns.set(column, known);
  }
  return [...columns.values()];
}

function measureNumber(cell: HTMLTableCellElement, point: number): NumberCell {
  const range = document.createRange();
  range.selectNodeContents(cell);
  const whole = range.getBoundingClientRect().width;
  let rest = point;
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
    if (rest <= text.length) {
      range.setEnd(text, rest);
      break;
    }
    rest -= text.length;
  }
  const before = point > 0 ? range.getBoundingClientRect().width : 0;
  const style = getComputedStyle(cell);
  const padding = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight);
  return { cell, before, after: whole - before, room: cell.clientWidth - padding };
}

/**
 * Numbers stand in the middle of their cells. Widening the padding by what a number lacks before and behind its point
 * moves the points over each other, and the widest number stays in the middle.
 */
function alignNumbers(cells: NumberCell[]): void {
  const before = Math.max(...cells.map((cell) => cell.before));
  const after = Math.max(...cells.map((cell) => cell.after));
  for (const { cell, ...own } of cells) {
    // Where a column is too narrow for that, the padding gives way, so that no number is pushed out of its cell.
    const slack = Math.max(0, own.room - own.before - own.after);
    const wanted = before - own.before + (after - own.after);
    const part = wanted > slack ? slack / wanted : 1;
    cell.style.paddingLeft = `calc(var(--cell-padding) + ${((before - own.before) * part).toFixed(3)}px)`;
    cell.style.paddingRight = `calc(var(--cell-padding) + ${((after - own.after) * part).toFixed(3)}px)`;
  }
}
