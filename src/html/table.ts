/**
 * Tables (表格). A narrow table stands in its column, a wide one spans both.
 *
 * The first row of the head, `.continuation`, is empty and pulled up under the caption by the style sheet. Chromium
 * repeats the head wherever a table goes on, so the galley leaves exactly the room that the line 续表 needs there.
 */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Cell, Table } from '../tree/nodes.js';
import type { Material } from './material.js';
import { renderPhrasing } from './phrasing.js';
import { cellText, withGridColumns } from './table-grid.js';
import { columnWeights, tableSpan } from './table-width.js';

export function renderTable(table: Table, { measures }: Material): Element {
  const weights = columnWeights(table);
  const classes = ['table', tableSpan(weights, measures)];
  const numeric = numericColumns(table, weights.length);
  return h('figure', { id: table.id, className: classes }, [
    caption(table),
    h('table', [
      h(
        'colgroup',
        weights.map((weight) => h('col', { style: `width:${percent(weight, weights)}%` })),
      ),
      h('thead', [
        h('tr', { className: ['continuation'] }, [h('td', { colSpan: weights.length })]),
        ...table.head.map((row) =>
          h(
            'tr',
            row.cells.map((cell) => headCell(cell)),
          ),
        ),
      ]),
      h(
        'tbody',
        withGridColumns(table.body).map(({ cells }) =>
          h(
            'tr',
            cells.map(({ cell, column }) => bodyCell(cell, column, numeric[column] ?? false, table.align[column])),
          ),
        ),
      ),
    ]),
  ]);
}

function caption(table: Table): Element | undefined {
  if (!table.caption && !table.unit) return undefined;
  return h('figcaption', [
    table.caption && h('span', { className: ['caption'] }, renderPhrasing(table.caption.children)),
    table.unit && h('span', { className: ['unit'] }, renderPhrasing(table.unit.children)),
  ]);
}

function headCell(cell: Cell): Element {
  return h(
    'th',
    { ...spans(cell), className: cell.rowspan > 1 ? ['rows'] : [], scope: cell.colspan > 1 ? 'colgroup' : 'col' },
    renderPhrasing(cell.children),
  );
}

function bodyCell(cell: Cell, column: number, numeric: boolean, align: Table['align'][number] | undefined): Element {
  const properties = {
    ...spans(cell),
    className: [
      cell.rowspan > 1 ? 'rows' : undefined,
      numeric ? 'number' : undefined,
      align ? `align-${align}` : undefined,
    ].filter((name) => name !== undefined),
    ...(cell.indent > 0 ? { style: `padding-left:${cell.indent + 0.4}em` } : {}),
  };
  if (column > 0) return h('td', properties, renderPhrasing(cell.children));
  return h('th', { ...properties, scope: cell.rowspan > 1 ? 'rowgroup' : 'row' }, renderPhrasing(cell.children));
}

function spans(cell: Cell): { colSpan?: number; rowSpan?: number } {
  return {
    ...(cell.colspan > 1 ? { colSpan: cell.colspan } : {}),
    ...(cell.rowspan > 1 ? { rowSpan: cell.rowspan } : {}),
  };
}

function percent(weight: number, weights: number[]): string {
  const total = weights.reduce((sum, each) => sum + each, 0);
  return ((weight / total) * 100).toFixed(2);
}

const NUMBER = /^[-+−—–±]?[\d,，.]+[%％‰]?$/u;

/** A column is numeric where most of its filled body cells are numbers; such columns are set flush right. */
function numericColumns(table: Table, width: number): boolean[] {
  const filled = new Array<number>(width).fill(0);
  const numbers = new Array<number>(width).fill(0);
  for (const { cells } of withGridColumns(table.body)) {
    for (const { cell, column } of cells) {
      const text = cellText(cell);
      if (text === '') continue;
      filled[column] = (filled[column] ?? 0) + 1;
      if (NUMBER.test(text)) numbers[column] = (numbers[column] ?? 0) + 1;
    }
  }
  return filled.map((count, column) => column > 0 && count > 0 && (numbers[column] ?? 0) / count > 0.6);
}
