/** What a build reports: the figures an editor asks for, and everything the readers and gates had to say. */

import { measuresOf } from '../design/measures.js';
import { layoutCharacters } from '../html/front/imprint-figures.js';
import type { LayoutSummary } from '../inspect/summary.js';
import { countNodes } from '../tree/count.js';
import type { Message } from '../tree/message.js';
import type { Volume } from '../tree/nodes.js';
import { countCharacters } from '../tree/tree-text.js';
import type { SheetSummary } from './contact-sheet.js';
import type { PressReport } from './press-edition.js';

export interface BookFigures {
  /** Sides of paper, blanks included. */
  pages: number;
  /** Characters of the manuscripts, white space left out. */
  characters: number;
  /** 版面字数: characters a line × lines a page × pages. */
  layoutCharacters: number;
  parts: number;
  subcategories: number;
  entries: number;
  tables: number;
  photos: number;
}

/** Counts a volume that fills `pages` sides. */
export function countBook(volume: Volume, pages: number): BookFigures {
  const { subcategories, entries, tables, photos } = countNodes(volume);
  return {
    pages,
    characters: countCharacters(volume),
    layoutCharacters: layoutCharacters(measuresOf(volume.settings).area, pages),
    parts: volume.children.filter((part) => part.role === 'body').length,
    subcategories,
    entries,
    tables,
    photos,
  };
}

/** A character or a space that the readers changed. */
export interface ReportedChange {
  file: string;
  line: number;
  column: number;
  before: string;
  after: string;
  rule: string;
}

export interface BookReport {
  /** Absolute path of the PDF. */
  file: string;
  bytes: number;
  figures: BookFigures;
  /** Flows that were broken anew; the pages of the others were kept from an earlier run. */
  freshFlows: number;
  /** Nothing had changed since the PDF was made. */
  unchanged: boolean;
  /** Milliseconds a phase. */
  times: Record<string, number>;
  /** What the page inspector found, and the absolute path of the file that has all of it. */
  layout: LayoutSummary;
  layoutFile: string;
  /** The contact sheet; absent where there are no photos, or only some 类目 are set. */
  photos?: SheetSummary;
  /** The press PDF that was made with the book. */
  press?: PressReport;
  /** None was made, and the one that is there is of another book. */
  stalePress?: boolean;
  messages: Message[];
  changes: ReportedChange[];
}
