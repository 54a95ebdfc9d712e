/**
 * Slots: where on the pages a piece of a flow stands. In the galley (长条) the pages of a flow lie side by side, so the
 * place of a glyph tells its page, and within the page its column.
 */

/** The measures of a galley, in CSS px. */
export interface GalleyFrame {
  /** Left edge of the first page's type area, and its top, in viewport coordinates. */
  left: number;
  top: number;
  pageWidth: number;
  pageHeight: number;
  /** From the left edge of one page to that of the next. */
  stride: number;
}

/** The measures of one `.columns` run. */
export interface ColumnFrame {
  count: number;
  width: number;
  gap: number;
}

export interface Slot {
  page: number;
  /** From 0; -1 for what spans the type area. */
  column: number;
  /** Left edge and width within the type area. */
  left: number;
  width: number;
}

/** The slot of a rectangle; `columns` is absent where it spans the type area. */
export function slotOf(rect: DOMRect, galley: GalleyFrame, columns: ColumnFrame | undefined): Slot {
  const x = (rect.left + rect.right) / 2 - galley.left;
  const page = Math.max(0, Math.floor((x + (galley.stride - galley.pageWidth) / 2) / galley.stride));
  if (!columns) return { page, column: -1, left: 0, width: galley.pageWidth };
  const inPage = x - page * galley.stride;
  const pitch = columns.width + columns.gap;
  const column = Math.min(columns.count - 1, Math.max(0, Math.floor((inPage + columns.gap / 2) / pitch)));
  return { page, column, left: column * pitch, width: columns.width };
}

export function sameSlot(a: Slot, b: Slot): boolean {
  return a.page === b.page && a.column === b.column;
}

/** Whether `a` is read before `b`; within one run of columns only. */
export function isBefore(a: Slot, b: Slot): boolean {
  return a.page < b.page || (a.page === b.page && a.column < b.column);
}
