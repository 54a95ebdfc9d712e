/** What the inspector is given: the text of the PDF with its places, and what each page was meant to hold. */
import type { Run } from '../tree/tree-text.js';

/** Glyphs on one baseline in one font, as the PDF paints them; points from the top left of the page. */
export interface PaintedRun {
  text: string;
  y: number;
  /** Where each UTF-16 unit of `text` stands. */
  xs: number[];
  /** How wide each glyph is in its font, by the first unit of its text. */
  widths: number[];
  size: number;
  font: string;
}

export type BlockKind = 'paragraph' | 'item' | 'heading' | 'byline' | 'caption' | 'cell' | 'entry' | 'other';

/** A paragraph, a head, a cell; or the piece of it that stands in one box. */
export interface BlockFrame {
  kind: BlockKind;
  /** Its first character in the text of its box. */
  start: number;
  /** Where its lines begin and end. */
  left: number;
  right: number;
  /** Of its first line. */
  indent: number;
  align: string;
  /** It goes on from an earlier box, or in a later one. */
  before: boolean;
  after: boolean;
  /** It belongs with what follows. */
  keep: boolean;
}

export interface BoxFrame {
  /** From 0; -1 for what spans the type area. */
  column: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Characters in it, white space left out. */
  length: number;
  /** Stretches of them that no manuscript holds. */
  generated: [number, number][];
  blocks: BlockFrame[];
}

export interface PageFrame {
  /** Absent for a blank. */
  flow?: string;
  folio: string;
  /** The type area. */
  top: number;
  bottom: number;
  left: number;
  right: number;
  boxes: BoxFrame[];
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
