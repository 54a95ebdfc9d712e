/**
 * Whole lines: on a page set by the line grid every block takes a multiple of the line height, so that the lines of
 * both columns, of facing pages and of the two sides of a leaf stand on one grid.
 */

/**
 * Pads text blocks up to whole lines; rows of tables are settled by {@link settleTables}. `heights` are the heights of the lines of each text block. The
 * custom property `--whole-line` of the flow names the line; a flow without it has no grid.
 */
export function roundToWholeLines(root: HTMLElement, heights: ReadonlyMap<Element, number>): void {
  const line = Number.parseFloat(getComputedStyle(root).getPropertyValue('--whole-line'));
  if (!(line > 0)) return;
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
