/**
 * 版心: the type area of the body, of whole characters and whole lines, as large as the paper allows. The proportions
 * are those of printed yearbooks: on 大16开 two columns of 22 characters and 42 lines of 五号.
 */
import type { LayoutSettings } from '../tree/layout.js';

/** Sizes in CSS px. */
export interface Paper {
  width: number;
  height: number;
}

export interface TypeArea extends Paper {
  columns: number;
  columnWidth: number;
  gap: number;
  /** Characters a line of one column. */
  columnCharacters: number;
  /** Characters a line over all columns and the gaps between them. */
  spanCharacters: number;
  lines: number;
}

export const PX_PER_MM = 96 / 25.4;
/** The type area takes at most these shares of the paper … */
const WIDEST = 0.815;
const HIGHEST = 0.863;
/** … and on small paper leaves this much for the thumbs, the running head and the folio. */
const LEAST_SIDES = 28 * PX_PER_MM;
const LEAST_ENDS = 32 * PX_PER_MM;

export function typeAreaOf(
  paper: Paper,
  body: number,
  line: number,
  { columns, gapCharacters }: Pick<LayoutSettings, 'columns' | 'gapCharacters'>,
): TypeArea {
  const widest = Math.min(paper.width * WIDEST, paper.width - LEAST_SIDES);
  const highest = Math.min(paper.height * HIGHEST, paper.height - LEAST_ENDS);
  const gaps = (columns - 1) * gapCharacters;
  const columnCharacters = Math.floor((widest / body - gaps) / columns);
  const spanCharacters = columns * columnCharacters + gaps;
  const lines = Math.floor(highest / line);
  return {
    width: spanCharacters * body,
    height: lines * line,
    columns,
    columnWidth: columnCharacters * body,
    gap: gapCharacters * body,
    columnCharacters,
    spanCharacters,
    lines,
  };
}
