/**
 * Proof sheets as they are drawn: pages of the book on larger paper, and what stands round them. Two painters know this
 * model, one for PDF and one for the screen, so both show the same proof. All measures are points from the top left of
 * the sheet.
 */
import type { Finding } from './model.js';

export type ProofFont = '宋' | '黑' | '楷';

/** `#rrggbb`. */
export type ProofColour = string;

export interface TextItem {
  type: 'text';
  /** Left end of the baseline; with `align` its middle or right end. */
  x: number;
  y: number;
  size: number;
  text: string;
  font: ProofFont;
  colour: ProofColour;
  align?: 'left' | 'centre' | 'right';
  /** Degrees, anticlockwise round (x, y). */
  angle?: number;
  /** From 0 to 1, for the watermark; absent: opaque. */
  opacity?: number;
}

export interface LineItem {
  type: 'line';
  from: [number, number];
  to: [number, number];
  width: number;
  colour: ProofColour;
  /** Lengths of strokes and gaps. */
  dash?: number[];
}

export interface BoxItem {
  type: 'box';
  left: number;
  top: number;
  right: number;
  bottom: number;
  fill?: ProofColour;
  stroke?: ProofColour;
  width?: number;
  opacity?: number;
}

export type DrawItem = TextItem | LineItem | BoxItem;

/** A page of the book on a sheet, cropped to its trim. */
export interface PlacedPage {
  /** Page of the PDF of the book, from 1, as in `ProofPage`. */
  sheet: number;
  left: number;
  top: number;
  /** Of the trimmed page on the sheet. */
  width: number;
  height: number;
}

/** A note that a reader opens: a PDF annotation, or what a screen shows on the spot. */
export interface SheetNote {
  finding: Finding;
  /** What it marks. */
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A part of a sheet that leads to another sheet: from the list of changes to the page. */
export interface SheetLink {
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Index of the sheet to go to, from 0, and how far down. */
  sheet: number;
  y: number;
}

export interface Sheet {
  width: number;
  height: number;
  /** In a list of sheets: 57页, 改动表. */
  title: string;
  pages: PlacedPage[];
  /** Painted over the pages, in this order. */
  items: DrawItem[];
  notes: SheetNote[];
  links: SheetLink[];
}
