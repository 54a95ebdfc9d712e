/** Columns of tables that hold names of persons: 姓名, 姓　名, 负责人姓名, 获奖者姓名（单位）. */
import type { Cell, Row, Table } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';

/** 姓名或名称 and 姓名、性别 hold other things too. */
const HEAD = /^(?:[\p{Script=Han}（）()]*[^或和与及、/／])?姓名(?:[（(][^（）()]*[)）])?$/u;

/** The cells of the body that stand in a column of names; cells merged over several columns hold none. */
export function nameCells(table: Table): Cell[] {
  const rows = gridOf([...table.head, ...table.body]);
  const columns = new Set<number>();
  for (const { cell, row, column } of rows)
    if (row < table.head.length && cell.colspan === 1 && HEAD.test(phrasingText(cell.children).replace(/\s/gu, '')))
      columns.add(column);
  return rows
    .filter(({ cell, row, column }) => row >= table.head.length && cell.colspan === 1 && columns.has(column))
    .map(({ cell }) => cell);
}

interface GridCell {
  cell: Cell;
  row: number;
  column: number;
}

/** Gives each printed cell its column: cells merged from above take theirs away. */
function gridOf(rows: readonly Row[]): GridCell[] {
  const placed: GridCell[] = [];
  const taken = new Map<number, number>();
  rows.forEach(({ cells }, row) => {
    let column = 0;
    for (const cell of cells) {
      while ((taken.get(column) ?? 0) > row) column += 1;
      placed.push({ cell, row, column });
      for (let covered = column; covered < column + cell.colspan; covered += 1) taken.set(covered, row + cell.rowspan);
      column += cell.colspan;
    }
  });
  return placed;
}
