/**
 * Whole lines: on a page set by the line grid every block takes a multiple of the line height, so that the lines of
 * both columns, of facing pages and of the two sides of a leaf stand on one grid.
 */

/** Room for the rules of a table row, CSS px. */
const RULES = 1;

/**
 * Pads text blocks and table rows up to whole lines. `heights` are the heights of the lines of each text block. The
 * custom property `--whole-line` of the flow names the line; a flow without it has no grid.
 */
export function roundToWholeLines(root: HTMLElement, heights: ReadonlyMap<Element, number>): void {
  const line = Number.parseFloat(getComputedStyle(root).getPropertyValue('--whole-line'));
  if (!(line > 0)) return;
  for (const table of root.querySelectorAll('table')) roundRows(table, heights, line);
  const missing = [...heights]
    .filter(([element]) => !(element instanceof HTMLTableCellElement))
    .map(([element, height]) => ({ element: element as HTMLElement, ...missingOf(element, height, line) }))
    .filter(({ rest }) => rest > 0.01);
  for (const { element, top, bottom, rest, centred } of missing) {
    element.style.paddingTop = `${top + (centred ? rest / 2 : 0)}px`;
    element.style.paddingBottom = `${bottom + (centred ? rest / 2 : rest)}px`;
  }
}

function missingOf(
  element: Element,
  height: number,
  line: number,
): { top: number; bottom: number; rest: number; centred: boolean } {
  const style = getComputedStyle(element);
  const top = Number.parseFloat(style.paddingTop) || 0;
  const bottom = Number.parseFloat(style.paddingBottom) || 0;
  const rules = (Number.parseFloat(style.borderTopWidth) || 0) + (Number.parseFloat(style.borderBottomWidth) || 0);
  const total = height + top + bottom + rules;
  return { top, bottom, rest: wholeLines(total, line) - total, centred: style.textAlign === 'center' };
}

function wholeLines(height: number, line: number): number {
  return Math.ceil((height - 0.01) / line) * line;
}

/** Every row takes whole lines; a cell that spans rows lengthens the last of them. */
function roundRows(table: HTMLTableElement, heights: ReadonlyMap<Element, number>, line: number): void {
  const rows = [...table.rows];
  const needs = rows.map(() => line);
  const spanning: { cell: HTMLTableCellElement; row: number; need: number }[] = [];
  for (const [row, element] of rows.entries()) {
    for (const cell of element.cells) {
      const style = getComputedStyle(cell);
      const height = heights.get(cell) ?? 0;
      const need =
        height + (Number.parseFloat(style.paddingTop) || 0) + (Number.parseFloat(style.paddingBottom) || 0) + RULES;
      if (cell.rowSpan > 1) spanning.push({ cell, row, need });
      else needs[row] = Math.max(needs[row] as number, wholeLines(need, line));
    }
  }
  for (const { cell, row, need } of spanning.sort((a, b) => a.cell.rowSpan - b.cell.rowSpan)) {
    const last = Math.min(rows.length, row + cell.rowSpan) - 1;
    let room = 0;
    for (let i = row; i <= last; i += 1) room += needs[i] as number;
    if (room < need) needs[last] = (needs[last] as number) + wholeLines(need - room, line);
  }
  for (const [i, row] of rows.entries()) row.style.height = `${needs[i]}px`;
}
