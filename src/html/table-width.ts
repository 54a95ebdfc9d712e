/**
 * How wide a table wants to be: the share of each grid column, and whether it fits one column of the page.
 * Widths are counted in Han characters (1 em); Latin letters and digits count half.
 */
import type { Measures } from '../design/measures.js';
import type { Row, Table } from '../tree/nodes.js';
import { cellText, withGridColumns } from './table-grid.js';

/** Beyond this width a cell may as well turn over: it no longer asks for more room. */
const WIDEST_CELL = 16;

/** The share of each grid column, in characters. */
export function columnWeights(table: Table): number[] {
  const weights: number[] = [];
  measure(table.head, weights, 6);
  measure(table.body, weights, WIDEST_CELL);
  // Room for the padding of the cell and the spaces that typesetting puts between Han and digits.
  return weights.map((weight) => Math.max(2, weight) + 1.6);
}

function measure(rows: Row[], weights: number[], widest: number): void {
  for (const { cells } of withGridColumns(rows)) {
    for (const { cell, column } of cells) {
      const lines = cellText(cell).split('\n').map(textWidth);
      const width = Math.min(widest, cell.indent + Math.max(0, ...lines)) / cell.colspan;
      for (let i = 0; i < cell.colspan; i += 1) weights[column + i] = Math.max(weights[column + i] ?? 0, width);
    }
  }
}

/** The width of a text in em. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1;
  return width;
}

/** A table whose columns together want more characters than a column of the page has spans the type area. */
export function tableSpan(weights: number[], { table }: Measures): 'in-column' | 'spanning' {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total > table.column ? 'spanning' : 'in-column';
}
