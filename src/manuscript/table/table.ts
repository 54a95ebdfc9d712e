/**
 * Tables: GFM tables with merged cells.
 *
 *     | 指标 | >      | 2021年 |      `>` belongs to the cell on its right,
 *     | ---- | ------ | ------ |      `^` to the cell above;
 *     | ^    | 绝对数 | 增长%  |      rows that hold a `^` under the head belong to the head.
 */
import type { TableCell, TableRow } from 'mdast';
import type { Position } from 'unist';
import type { Cell, Row, Table } from '../../tree/nodes.js';
import { convertPhrasing, finishPhrasing } from '../phrasing.js';
import { placeOf, type Reading } from '../reading.js';
import { type MergeMark, mergeGrid } from './table-grid.js';
import type { TableWithHead } from './table-head.js';
import { checkRows } from './table-source.js';

/** Reads a table with the caption and unit line found before it. */
export function readTable(reading: Reading, { table, caption, unit }: TableWithHead): Table {
  const align = (table.align ?? []).map((value) => value ?? null);
  const width = align.length;
  const whole = checkRows(reading, table, width);
  const marks = table.children.map((row) => rowMarks(reading, row, width));
  const grid = mergeGrid(marks);
  // A ragged row shifts everything right of the gap: complaints about its merges would only repeat it.
  if (whole) {
    for (const fault of grid.faults) {
      const place = cellPlace(table.children[fault.row], fault.column);
      reading.error(fault.rule, place, fault.reason, fault.remedy);
    }
  }
  const rows = table.children.map((row, index): Row => {
    const cells: Cell[] = [];
    for (const span of grid.rows[index] ?? []) {
      const owner = table.children[span.ownerRow];
      cells.push(
        readCell(reading, owner?.children[span.ownerColumn], placeOf(owner ?? row), span.colspan, span.rowspan),
      );
    }
    return { cells, position: placeOf(row) };
  });
  const id = reading.nextId('t');
  return {
    type: 'table',
    id,
    ...(caption && { caption }),
    ...(unit && { unit }),
    align,
    head: rows.slice(0, grid.headRows),
    body: rows.slice(grid.headRows),
    position: placeOf(table),
  };
}

function rowMarks(reading: Reading, row: TableRow, width: number): MergeMark[] {
  return Array.from({ length: width }, (_, column) => {
    const cell = row.children[column];
    const [only] = cell?.children ?? [];
    if (cell?.children.length !== 1 || only?.type !== 'text') return 'content';
    // An escaped `\^` is a printed one.
    const typed = reading.slice(placeOf(only)).trim();
    return typed === '^' ? 'above' : typed === '>' ? 'right' : 'content';
  });
}

function cellPlace(row: TableRow | undefined, column: number): Position | undefined {
  const cell = row?.children[column];
  return cell?.children[0]?.position ?? cell?.position ?? row?.position;
}

function readCell(
  reading: Reading,
  cell: TableCell | undefined,
  row: Position,
  colspan: number,
  rowspan: number,
): Cell {
  const raw = cell ? convertPhrasing(reading, cell.children) : [];
  const [first] = raw;
  const indent = first?.type === 'text' ? (/^\u3000*/.exec(first.value)?.[0].length ?? 0) : 0;
  const children = finishPhrasing(reading, raw);
  const position = cell?.position ?? row;
  return { children, colspan, rowspan, indent: children.length > 0 ? indent : 0, position };
}
