/** What the inspector is given: the text of the PDF with its places, and what each page was meant to hold. */
import type { PageFrame } from '../paginate/page-frames.js';
import type { Run } from '../tree/tree-text.js';

/** Glyphs on one baseline in one font and size, as the PDF paints them; points from the top left of the page. */
export interface PaintedRun {
  text: string;
  y: number;
  /** Where each UTF-16 unit of `text` stands. */
  xs: number[];
  /** How wide each glyph is in its font, by the first unit of its text. */
  widths: number[];
  size: number;
}

export interface InspectedFlow {
  id: string;
  title: string;
  /** `body`, `contents`, `index`, … */
  pageStyle: string;
  runs: Run[];
}

export interface InspectedBook {
  /** The PDF, sheet after sheet. */
  texts: { runs: PaintedRun[] }[];
  frames: PageFrame[];
  flows: InspectedFlow[];
  /** Height of a line of the body, points. */
  lineHeight: number;
}
