/**
 * What every cell of a table asks of its columns: the runs it is made of, and how many lines they take at a width.
 * Widths are in halves of an em, so that columns of Han characters fill without a rest.
 */

import type { Table } from '../../tree/nodes.js';
import { textWidth } from '../advance.js';
import { type Grid, type GridCell, gridOf } from './grid.js';
import { labelIndents } from './label.js';
import { isNoNumber, isNumber, pointOf } from './number.js';
import { type Lines, linesAt, type Run, runsOf, widestRun } from './text.js';

export interface PlannedCell extends GridCell {
  /** Left of every line, and how far the first stands out from it, in em. */
  indent: number;
  hang: number;
  /** A head that ends in its unit: the unit goes to a line of its own where the whole is too wide for one. */
  unit: string | undefined;
  /** The width in em below which a run of the cell is divided. */
  least: number;
  /** The width in em at which it takes no more line than it must. */
  natural: number;
  linesAt(halves: number): Lines;
}

export type ColumnKind = 'number' | 'text';

export interface TablePlan extends Omit<Grid, 'rows'> {
  rows: PlannedCell[][];
  kinds: ColumnKind[];
  /** The width in em that the numbers of each column take when they are lined up. */
  numbers: number[];
}

/** A column is one of numbers where most of its cells that say something hold one. */
const MOSTLY = 0.6;

export function planTable(table: Table): TablePlan {
  const grid = gridOf(table);
  const indents = labelIndents(grid);
  const rows = grid.rows.map((row) =>
    row.map((cell): PlannedCell => {
      const { indent, hang } = (cell.column === 0 && indents.get(cell.row)) || { indent: cell.cell.indent, hang: 0 };
      return planCell(cell, indent, hang);
    }),
  );
  const kinds = columnKinds(grid);
  return { ...grid, rows, kinds, numbers: kinds.map((kind, i) => (kind === 'number' ? numbersWidth(rows, i) : 0)) };
}

/** Words wider than this have lines of at least four characters, in em. */
const LONG = 6;
const READABLE = 4;

/** (万元), （人/户） */
const UNIT = /^(.{2,}?)([（(][^（()）]{1,8}[）)])$/su;

function planCell(cell: GridCell, indent: number, hang: number): PlannedCell {
  const [, name, unit] = (cell.head && UNIT.exec(cell.text)) || [];
  const whole = cell.text.split('\n').map((line) => (cell.head ? headRuns(line) : runsOf(line)));
  const parts = name && unit && !name.includes('\n') ? [headRuns(name), runsOf(unit)] : undefined;
  const known: (Lines | undefined)[] = [];
  const runs = (parts ?? whole).flat();
  const natural = indent - hang + Math.max(0, ...whole.map(lineWidth));
  const isLong = !cell.head && natural - indent > LONG;
  return {
    ...cell,
    indent,
    hang,
    unit: parts ? unit : undefined,
    least: Math.max(indent + widestRun(runs), isLong ? indent + READABLE : 0),
    natural,
    linesAt(width) {
      let lines = known[width];
      if (!lines) {
        lines = addUp(whole, width / 2 - indent);
        if (parts && lines.count > whole.length) lines = addUp(parts, width / 2 - indent);
        known[width] = lines;
      }
      return lines;
    },
  };
}

/** A head of four characters may be turned over in its middle; longer ones anywhere. */
function headRuns(line: string): Run[] {
  const characters = [...line];
  if (characters.length !== 4 || !/^\p{Script=Han}+$/u.test(line)) return runsOf(line);
  return [line.slice(0, 2), line.slice(2)].map((text) => ({ text, width: 2, space: 0 }));
}

function lineWidth(runs: Run[]): number {
  return runs.reduce((sum, run, i) => sum + run.width + (i > 0 ? run.space : 0), 0);
}

function addUp(lines: Run[][], width: number): Lines {
  const all = lines.map((runs) => linesAt(runs, width));
  return { count: all.reduce((sum, { count }) => sum + count, 0), orphan: all.some(({ orphan }) => orphan) };
}

/** Em to halves of an em, upwards. */
export function halves(em: number): number {
  return Math.ceil(em * 2 - 0.02);
}

function columnKinds(grid: Grid): ColumnKind[] {
  const filled = new Array<number>(grid.width).fill(0);
  const numbers = new Array<number>(grid.width).fill(0);
  for (const { head, column, text, cell } of grid.rows.flat()) {
    if (head || cell.colspan > 1 || isNoNumber(text)) continue;
    filled[column] = (filled[column] ?? 0) + 1;
    if (isNumber(text)) numbers[column] = (numbers[column] ?? 0) + 1;
  }
  return filled.map((count, i) => (count > 0 && (numbers[i] ?? 0) / count > MOSTLY ? 'number' : 'text'));
}

/** Room for the numbers of a column, lined up at their points. */
function numbersWidth(rows: PlannedCell[][], column: number): number {
  let before = 0;
  let after = 0;
  for (const { head, text, column: own, cell } of rows.flat()) {
    if (head || own !== column || cell.colspan > 1 || !isNumber(text)) continue;
    const point = pointOf(text);
    before = Math.max(before, textWidth(text.slice(0, point)));
    after = Math.max(after, textWidth(text.slice(point)));
  }
  return before + after;
}
