/**
 * Tables (表格). The renderers of the genres leave an empty figure where a table stands; it is filled by
 * {@link fitTables} when the part is whole and the measure of its page is known.
 *
 * The first row of the head, `.continuation`, is empty and pulled up under the caption by the style sheet. Chromium
 * repeats the head wherever a table goes on, so the galley leaves exactly the room that the line 续表 needs there.
 */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Table } from '../../tree/nodes.js';
import { continuedCaption, tableCaption } from './caption.js';
import { columnAlignments, renderCell } from './cell.js';
import { fitTable, type TableFit } from './fit.js';
import type { TableMeasure } from './measure.js';
import { planTable } from './plan.js';

declare module 'hast' {
  interface ElementData {
    /** The table that a figure will hold. */
    table?: Table;
  }
}

/** A place for a table. */
export function renderTable(table: Table): Element {
  return { ...h('figure', { id: table.id, className: ['table'] }), data: { table } };
}

/** Fills the figures of all tables below `root`. */
export function fitTables(root: Element, measure: TableMeasure): void {
  if (root.data?.table) fillFigure(root, root.data.table, measure);
  else for (const child of root.children) if (child.type === 'element') fitTables(child, measure);
}

function fillFigure(figure: Element, table: Table, measure: TableMeasure): void {
  const plan = planTable(table);
  const fit = fitTable(plan, measure);
  const alignments = columnAlignments(plan, fit, table.align);
  const width = (fit.place === 'spanning' ? measure.page : measure.column) / measure.size;
  const caption = tableCaption(table, width);
  const rows = plan.rows.map((cells) =>
    h(
      'tr',
      cells.map((cell) => renderCell(cell, plan, fit, alignments)),
    ),
  );
  figure.properties.className = ['table', fit.place, ...(fit.divided ? ['divided'] : [])];
  const continued = continuedCaption(table, width);
  figure.properties.dataContinued = continued.text;
  figure.properties.style = [
    ...(fit.scale === 1 ? [] : [`--table-size:${round(fit.scale * measure.size)}px`]),
    ...(fit.padding === 0.5 ? [] : [`--cell-padding:${fit.padding}em`]),
    ...(caption ? [`--caption-lines:${caption.lines}`] : []),
  ].join(';');
  if (figure.properties.style === '') delete figure.properties.style;
  figure.children = [
    ...(caption ? [caption.element] : []),
    h('table', [
      h('colgroup', columns(fit)),
      h('thead', [
        h('tr', { className: ['continuation'] }, [
          h('td', { colSpan: plan.width, className: [`continued-${continued.place}`] }),
        ]),
        ...rows.slice(0, plan.headRows),
      ]),
      h('tbody', rows.slice(plan.headRows)),
    ]),
  ];
}

/** The widest column takes what rounding leaves of the measure. */
function columns({ widths }: TableFit): ElementContent[] {
  const widest = widths.indexOf(Math.max(...widths));
  return widths.map((width, i) => h('col', i === widest ? {} : { style: `width:${round(width)}em` }));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
