/** The measures of the page that tables are fitted to. */
import type { Measures } from '../../design/measures.js';

export interface TableMeasure {
  /** Width of a column of the page, and of the whole type area, CSS px. */
  column: number;
  page: number;
  /** Size of the type of tables, CSS px. */
  size: number;
}

/** White on both sides of the one column of the 卷首, in characters (`styles/front.css`). */
const FRONT_MARGIN = 4;

export function bodyMeasure({ area, small }: Measures): TableMeasure {
  return { column: area.columnWidth, page: area.width, size: small };
}

/** The 卷首 has one wide column, which no table needs to leave. */
export function frontMeasure({ area, body, small }: Measures): TableMeasure {
  const column = area.width - 2 * FRONT_MARGIN * body;
  return { column, page: column, size: small };
}
