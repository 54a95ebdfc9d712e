/**
 * Trim sizes (开本) and the measures that program and style sheets share. The margins that leave these type areas are
 * in the page sheet of each trim size.
 */
import type { PlateArea } from '../plates/arrange.js';
import type { VolumeSettings } from '../tree/nodes.js';

export interface Trim {
  widthMm: number;
  heightMm: number;
  /** Style sheet with the `@page` rules. */
  pageSheet: string;
  /** Type area of the body: characters a line over both columns, lines a page (版面字数 counts them). */
  charactersPerLine: number;
  linesPerPage: number;
  /** Type area of `@page plates`, CSS px. */
  plate: PlateArea;
}

/** Height of a line of the body, CSS px. */
export const LINE_HEIGHT = 22;

const PLATE_MEASURES = { titleHeight: 88, gutter: 16, captionLine: 22 };

export const TRIMS: Record<VolumeSettings['trim'], Trim> = {
  大16开: {
    widthMm: 210,
    heightMm: 285,
    pageSheet: 'page.css',
    charactersPerLine: 44,
    linesPerPage: 42,
    plate: { width: 680, height: 952, ...PLATE_MEASURES },
  },
  '16开': {
    widthMm: 185,
    heightMm: 260,
    pageSheet: 'page-16k.css',
    charactersPerLine: 38,
    linesPerPage: 38,
    plate: { width: 596, height: 856, ...PLATE_MEASURES },
  },
};
