/**
 * Continued tables (续表). Before it is cut, a table's rows are frozen, so that both halves look as the whole did; its
 * columns have their widths from the renderer. The second half gets the head again, with the line 续表 above it in the
 * room that the galley kept for it, and cells that span rows across the cut go on.
 */
import { takeHead } from './repeated-head.js';

/** Writes the measured row heights of tables into them. Reads all first: each write costs a layout. */
export function freezeTables(tables: Iterable<HTMLTableElement>): void {
  const measured = [...tables].flatMap((table) =>
    [...table.rows].map((row) => ({ row, height: row.getBoundingClientRect().height })),
  );
  for (const { row, height } of measured) row.style.height = `${height}px`;
}

/** Gives the back half of a cut table its head, its columns and the cells that span the cut. */
export function continueTable(front: HTMLTableElement, back: HTMLTableElement): void {
  carryRowSpans(front, back);
  const head = takeHead(front) ? (front.tHead?.cloneNode(true) as HTMLTableSectionElement | undefined) : undefined;
  const columns = front.querySelector('colgroup')?.cloneNode(true);
  if (head) {
    for (const element of [head, ...head.querySelectorAll('*')]) element.removeAttribute('id');
    head.setAttribute('data-generated', '');
    const cell = head.querySelector('.continuation td');
    if (cell) cell.replaceChildren(...continuationLine(front));
    back.prepend(head);
  }
  if (columns) back.prepend(columns);
}

/** 续表 with the caption, as the renderer wrote it for this table, and the unit again. */
function continuationLine(front: HTMLTableElement): HTMLElement[] {
  const figure = front.closest('figure');
  const caption = document.createElement('span');
  caption.className = 'caption';
  caption.textContent = figure?.dataset.continued ?? '续表';
  const unit = figure?.querySelector('.unit')?.cloneNode(true) as HTMLElement | undefined;
  for (const element of unit?.querySelectorAll('[id]') ?? []) element.removeAttribute('id');
  return unit ? [caption, unit] : [caption];
}

export interface GridCell {
  cell: HTMLTableCellElement;
  row: number;
  column: number;
}

/** The cells of a table or a section of it, with their places in the grid. */
export function gridOf(table: HTMLTableElement | HTMLTableSectionElement): GridCell[] {
  const open: number[] = [];
  const cells: GridCell[] = [];
  for (const [row, element] of [...table.rows].entries()) {
    let column = 0;
    for (const cell of element.cells) {
      while ((open[column] ?? 0) > 0) column += 1;
      cells.push({ cell, row, column });
      for (let i = 0; i < cell.colSpan; i += 1) open[column + i] = cell.rowSpan;
      column += cell.colSpan;
    }
    for (let i = 0; i < open.length; i += 1) open[i] = Math.max(0, (open[i] ?? 0) - 1);
  }
  return cells;
}

/** A cell that spans the cut ends with the front half and goes on, with the same words, at the top of the back half. */
function carryRowSpans(front: HTMLTableElement, back: HTMLTableElement): void {
  const body = front.tBodies[0];
  const first = back.tBodies[0]?.rows[0];
  if (!body || !first) return;
  const length = body.rows.length;
  const carried = gridOf(body)
    .filter(({ cell, row }) => row + cell.rowSpan > length)
    .sort((a, b) => a.column - b.column);
  for (const { cell, row, column } of carried) {
    const rest = row + cell.rowSpan - length;
    const copy = cell.cloneNode(true) as HTMLTableCellElement;
    copy.removeAttribute('id');
    for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id');
    copy.setAttribute('data-generated', 'carried');
    setRowSpan(cell, length - row);
    setRowSpan(copy, rest);
    first.insertBefore(copy, first.cells[insertionIndex(first, column)] ?? null);
  }
}

/** Every grid column left of `column` is already filled, by a cell of the row or by one carried into it. */
function insertionIndex(row: HTMLTableRowElement, column: number): number {
  let at = 0;
  let index = 0;
  for (const cell of row.cells) {
    if (at >= column) break;
    at += cell.colSpan;
    index += 1;
  }
  return index;
}

function setRowSpan(cell: HTMLTableCellElement, span: number): void {
  if (span > 1) cell.rowSpan = span;
  else cell.removeAttribute('rowspan');
}

/**
 * Words repeated in a carried cell may need more room than its rows have: then they are set closer, and where that is
 * not enough the cell stays empty.
 */
export function fitCarriedCells(boxes: HTMLElement[]): void {
  for (const remedy of [setCloser, setEmpty]) {
    const grown = boxes.filter(hasGrownRows);
    for (const box of grown) for (const cell of box.querySelectorAll<HTMLElement>(CARRIED)) remedy(cell);
    if (grown.length === 0) return;
  }
}

const CARRIED = '[data-generated="carried"]';

function setCloser(cell: HTMLElement): void {
  cell.classList.add('close');
}

function setEmpty(cell: HTMLElement): void {
  cell.textContent = '';
}

/** Whether a row beside carried cells is taller than it was frozen. */
function hasGrownRows(box: HTMLElement): boolean {
  return [...box.querySelectorAll(CARRIED)].some((cell) =>
    [...(cell.closest('tbody')?.rows ?? [])].some(
      (row) => row.getBoundingClientRect().height > Number.parseFloat(row.style.height) + 0.5,
    ),
  );
}
