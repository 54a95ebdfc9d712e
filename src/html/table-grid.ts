/** The grid of a table: which column a printed cell starts in, and what it says. */
import type { Cell, Row } from '../tree/nodes.js';

/** Gives each printed cell the grid column it starts in, minding the row spans above it. */
export function withGridColumns(rows: Row[]): { cells: { cell: Cell; column: number }[] }[] {
  const open: number[] = [];
  return rows.map((row) => {
    let column = 0;
    const cells = row.cells.map((cell) => {
      while ((open[column] ?? 0) > 0) column += 1;
      const placed = { cell, column };
      for (let i = 0; i < cell.colspan; i += 1) open[column + i] = cell.rowspan;
      column += cell.colspan;
      return placed;
    });
    for (let i = 0; i < open.length; i += 1) open[i] = Math.max(0, (open[i] ?? 0) - 1);
    return { cells };
  });
}

/** The text of a cell, breaks dropped. */
export function cellText(cell: Cell): string {
  const collect = (nodes: Cell['children']): string =>
    nodes
      .map((node) => (node.type === 'text' ? node.value : node.type === 'break' ? '\n' : collect(node.children)))
      .join('');
  return collect(cell.children).trim();
}
