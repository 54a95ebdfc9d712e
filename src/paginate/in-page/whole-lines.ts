/**
 * Whole lines: on a page set by the line grid every block takes a multiple of the line height, so that the lines of
 * both columns, of facing pages and of the two sides of a leaf stand on one grid. Rows of tables are settled apart.
 */

/** What a text block takes above and below its lines, CSS px. */
export interface BlockEdges {
  top: number;
  bottom: number;
  /** Rules above and below. */
  rules: number;
  /** Whether it gains as much above as below. */
  centred: boolean;
}

export function edgesOf(style: CSSStyleDeclaration): BlockEdges {
  return {
    top: Number.parseFloat(style.paddingTop) || 0,
    bottom: Number.parseFloat(style.paddingBottom) || 0,
    rules: (Number.parseFloat(style.borderTopWidth) || 0) + (Number.parseFloat(style.borderBottomWidth) || 0),
    centred: style.textAlign === 'center',
  };
}

/** The line of a flow's grid, from its custom property `--whole-line`; 0 where it has none. */
export function wholeLineOf(root: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(root).getPropertyValue('--whole-line')) || 0;
}

/** Pads a block whose lines are `height` px high up to whole lines. */
export function padToWholeLines(element: HTMLElement, height: number, edges: BlockEdges, line: number): void {
  const { top, bottom, rules, centred } = edges;
  const total = height + top + bottom + rules;
  const missing = Math.ceil((total - ROUNDING) / line) * line - total;
  if (missing <= ROUNDING) return;
  element.style.paddingTop = `${top + (centred ? missing / 2 : 0)}px`;
  element.style.paddingBottom = `${bottom + (centred ? missing / 2 : missing)}px`;
}

const ROUNDING = 0.01;
