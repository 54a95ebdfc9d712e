/**
 * 开本: the sizes to which books are trimmed. 大16开 is cut from sheets of 889 × 1194 mm, 16开 and 32开 (the traditional
 * pocket book, not 大32开) from sheets of 787 × 1092 mm, A4 (GB/T 788) from sheets of 890 × 1240 mm.
 */
import type { Columns, TrimName } from '../tree/layout.js';

export interface TrimSize {
  widthMm: number;
  heightMm: number;
  /** Columns of the body where book.yaml does not say. */
  columns: Columns;
}

export const TRIM_SIZES: Record<TrimName, TrimSize> = {
  大16开: { widthMm: 210, heightMm: 285, columns: 2 },
  '16开': { widthMm: 185, heightMm: 260, columns: 2 },
  A4: { widthMm: 210, heightMm: 297, columns: 2 },
  '32开': { widthMm: 130, heightMm: 184, columns: 1 },
};
