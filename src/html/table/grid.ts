/** The grid of a table: which column a printed cell starts in, and what it says. */
import type { Cell, Row, Table } from '../../tree/nodes.js';

/** A printed cell and where it starts in the grid; rows are counted from the first of the head. */
export interface GridCell {
  cell: Cell;
  row: number;
  column: number;
  head: boolean;
  text: string;
}

export interface Grid {
  width: number;
  headRows: number;
  /** Row by row, from left to right. */
  rows: GridCell[][];
}

export function gridOf(table: Table): Grid {
  const head = placeCells(table.head, 0, true);
  const body = placeCells(table.body, table.head.length, false);
  const rows = [...head, ...body];
  const width = Math.max(0, ...rows.flat().map(({ cell, column }) => column + cell.colspan));
  return { width, headRows: head.length, rows };
}

/** Gives each printed cell the grid column it starts in, minding the row spans above it. */
function placeCells(rows: Row[], from: number, head: boolean): GridCell[][] {
  const open: number[] = [];
  return rows.map((row, index) => {
    let column = 0;
    const cells = row.cells.map((cell): GridCell => {
      while ((open[column] ?? 0) > 0) column += 1;
      const placed = { cell, row: from + index, column, head, text: cellText(cell) };
      for (let i = 0; i < cell.colspan; i += 1) open[column + i] = cell.rowspan;
      column += cell.colspan;
      return placed;
    });
    for (let i = 0; i < open.length; i += 1) open[i] = Math.max(0, (open[i] ?? 0) - 1);
    return cells;
  });
}

/** The text of a cell, its breaks as line feeds. */
export function cellText(cell: Cell): string {
  const collect = (nodes: Cell['children']): string =>
    nodes
      .map((node) => (node.type === 'text' ? node.value : node.type === 'break' ? '\n' : collect(node.children)))
      .join('');
  return collect(cell.children).trim();
}
