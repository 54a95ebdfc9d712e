/** Columns of tables that hold names of persons: 姓名, 姓　名, 负责人姓名, 获奖者姓名（单位）. */
import type { Cell, Row, Table } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';

/** 姓名或名称 and 姓名、性别 hold other things too. */
const HEAD = /^(?:[\p{Script=Han}（）()]*[^或和与及、/／])?姓名(?:[（(][^（）()]*[)）])?$/u;

/** The cells of the body that stand in a column of names; cells merged over several columns hold none. */
export function nameCells(table: Table): Cell[] {
  if (!table.head.some(({ cells }) => cells.some(headsNames))) return [];
  const cells = gridOf([...table.head, ...table.body]).filter(({ cell }) => cell.colspan === 1);
  const rows = table.head.length;
  const columns = new Set(cells.filter(({ cell, row }) => row < rows && headsNames(cell)).map(({ column }) => column));
  return cells.filter(({ row, column }) => row >= rows && columns.has(column)).map(({ cell }) => cell);
}

function headsNames({ children }: Cell): boolean {
  const words = phrasingText(children).replace(/\s/gu, '');
  return words.includes('姓名') && HEAD.test(words);
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
