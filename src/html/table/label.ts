/** Labels (主词): how far the cells of the first column are indented, and where they hang when they turn over. */
import type { Grid } from './grid.js';

export interface LabelIndent {
  /** Of every line but the first, in em. */
  indent: number;
  /** How far the first line stands out to the left of the others, in em. */
  hang: number;
}

const AMONG = /^其中[：:]/u;
/** Width of 其中：. */
const AMONG_WIDTH = 3;

/**
 * The indents of the first column, row by row. Behind `其中：食品` the rows that are typed deeper belong under 食品, and
 * are set there, whether they were typed one space deeper or four.
 */
export function labelIndents(grid: Grid): Map<number, LabelIndent> {
  const indents = new Map<number, LabelIndent>();
  let among: number | undefined;
  for (const { cell, row, column, text, head } of grid.rows.flat()) {
    if (head || column > 0) continue;
    if (among !== undefined && cell.indent <= among) among = undefined;
    if (AMONG.test(text)) {
      among = cell.indent;
      indents.set(row, { indent: cell.indent + AMONG_WIDTH, hang: AMONG_WIDTH });
    } else if (among !== undefined) {
      indents.set(row, { indent: Math.max(cell.indent, among + AMONG_WIDTH), hang: 0 });
    } else if (cell.indent > 0) {
      indents.set(row, { indent: cell.indent, hang: 0 });
    }
  }
  return indents;
}
