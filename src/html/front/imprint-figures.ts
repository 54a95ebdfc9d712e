/** What the imprint page counts: 印张 and 字数. Pure functions of the pages of the book. */

import type { TypeArea } from '../../design/type-area.js';
import type { TrimName } from '../../tree/layout.js';

/** The paper of a book: the sheet from the mill, and how many leaves are cut from it (开数). */
export interface Paper {
  widthMm: number;
  heightMm: number;
  leaves: number;
}

/** The sheets from which the trim sizes are cut (GB/T 788—1999, and the trade's own for 大16开). */
export const PAPERS: Readonly<Record<TrimName, Paper>> = {
  大16开: { widthMm: 889, heightMm: 1194, leaves: 16 },
  '16开': { widthMm: 787, heightMm: 1092, leaves: 16 },
  A4: { widthMm: 890, heightMm: 1240, leaves: 16 },
  '32开': { widthMm: 787, heightMm: 1092, leaves: 32 },
};

/** `889毫米×1194毫米　1/16` */
export function formatOf({ widthMm, heightMm, leaves }: Paper): string {
  return `${widthMm}毫米×${heightMm}毫米\u30001/${leaves}`;
}

/**
 * 印张: a sheet printed on one side holds as many pages as the sheet has leaves, so a book takes pages ÷ leaves. The
 * binder works in quarters, and a quarter that is begun is paper used.
 */
export function printedSheets(pages: number, leaves: number): number {
  return Math.ceil((pages / leaves) * 4) / 4;
}

/** 版面字数: characters a line × lines a page × pages, blanks included, as publishers count. */
export function layoutCharacters(
  area: Pick<TypeArea, 'columns' | 'columnCharacters' | 'lines'>,
  pages: number,
): number {
  return area.columns * area.columnCharacters * area.lines * pages;
}

/** `126千字` */
export function inThousands(characters: number): string {
  return `${Math.max(1, Math.round(characters / 1000))}千字`;
}
