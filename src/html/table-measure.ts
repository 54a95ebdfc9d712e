/** The measures of the page that tables are fitted to. The style sheets `type.css` and `table.css` say the same. */
import type { Trim } from './trim.js';

export interface TableMeasure {
  /** Width of a column of the page, and of the whole type area, CSS px. */
  column: number;
  page: number;
}

/** Size of the body text, CSS px. */
const BODY_SIZE = 14;
/** Between the two columns of the body, and the margin on both sides of the one column of the 卷首, in characters. */
const GAP = 2;

export function bodyMeasure(trim: Trim): TableMeasure {
  return {
    column: (trim.charactersPerLine / 2) * BODY_SIZE,
    page: (trim.charactersPerLine + GAP) * BODY_SIZE,
  };
}

/** The 卷首 has one wide column, which no table needs to leave. */
export function frontMeasure(trim: Trim): TableMeasure {
  const column = bodyMeasure(trim).page - 2 * GAP * BODY_SIZE;
  return { column, page: column };
}
