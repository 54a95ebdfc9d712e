/**
 * Continued tables (续表). Before it is cut, a table's measures are frozen, so that both halves look as the whole did.
 * The second half gets the head again, with the line 续表 above it in the room that the galley kept for it, and cells
 * that span rows across the cut go on.
 */

/** Writes the measured column widths and row heights of tables into them. Reads all first: each write costs a layout. */
export function freezeTables(tables: Iterable<HTMLTableElement>): void {
  const measured = [...tables].map((table) => ({
    table,
    widths: columnWidths(table, gridOf(table).width),
    heights: [...table.rows].map((row) => row.getBoundingClientRect().height),
  }));
  for (const { table, widths, heights } of measured) {
    for (const [i, row] of [...table.rows].entries()) row.style.height = `${heights[i]}px`;
    const group =
      table.querySelector('colgroup') ?? table.insertBefore(document.createElement('colgroup'), table.firstChild);
    group.replaceChildren(
      ...widths.map((width) => {
        const column = document.createElement('col');
        column.style.width = `${width}px`;
        return column;
      }),
    );
    table.style.tableLayout = 'fixed';
  }
}

/** Gives the back half of a cut table its head, its columns and the cells that span the cut. */
export function continueTable(front: HTMLTableElement, back: HTMLTableElement): void {
  carryRowSpans(front, back);
  const head = front.tHead?.cloneNode(true) as HTMLTableSectionElement | undefined;
  const columns = front.querySelector('colgroup')?.cloneNode(true);
  if (head) {
    for (const element of [head, ...head.querySelectorAll('*')]) element.removeAttribute('id');
    head.setAttribute('data-generated', '');
    const cell = head.querySelector('.continuation td');
    if (cell) cell.textContent = continuationLine(front);
    back.prepend(head);
  }
  if (columns) back.prepend(columns);
}

function continuationLine(front: HTMLTableElement): string {
  const caption = front.closest('figure')?.querySelector('figcaption .caption')?.textContent ?? '';
  return caption ? `续表　${caption}` : '续表';
}

interface GridCell {
  cell: HTMLTableCellElement;
  row: number;
  column: number;
}

function gridOf(table: HTMLTableElement | HTMLTableSectionElement): { cells: GridCell[]; width: number } {
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
  return { cells, width: open.length };
}

/** Widths of the grid columns: cells of one column tell theirs, wider ones share what is left evenly. */
function columnWidths(table: HTMLTableElement, count: number): number[] {
  const widths = new Array<number | undefined>(count).fill(undefined);
  const cells = gridOf(table).cells.sort((a, b) => a.cell.colSpan - b.cell.colSpan);
  for (const { cell, column } of cells) {
    // A cell that is itself broken has a rectangle a page; the first is as wide as any.
    const width = cell.getClientRects()[0]?.width ?? 0;
    const span = Array.from({ length: cell.colSpan }, (_, i) => column + i);
    const unknown = span.filter((i) => widths[i] === undefined);
    const known = span.reduce((sum, i) => sum + (widths[i] ?? 0), 0);
    for (const i of unknown) widths[i] = Math.max(0, width - known) / unknown.length;
  }
  return widths.map((width) => width ?? 0);
}

/** A cell that spans the cut ends with the front half and goes on, with the same words, at the top of the back half. */
function carryRowSpans(front: HTMLTableElement, back: HTMLTableElement): void {
  const body = front.tBodies[0];
  const first = back.tBodies[0]?.rows[0];
  if (!body || !first) return;
  const length = body.rows.length;
  const carried = gridOf(body)
    .cells.filter(({ cell, row }) => row + cell.rowSpan > length)
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
