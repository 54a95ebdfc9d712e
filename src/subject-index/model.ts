/** What the index is made of, from a place in a manuscript to a line in print. All plain values that JSON can hold. */

import type { Syllable } from '../tree/syllable.js';

export type { Syllable } from '../tree/syllable.js';

/** Where a term comes from. */
export type OccurrenceKind = 'entry' | 'mark' | 'table' | 'figure' | 'roster' | 'award' | 'rule';

/** A place in a manuscript, from 1. */
export interface SourcePoint {
  line: number;
  column: number;
}

/** One passage of the book to which a term leads. */
export interface Occurrence {
  kind: OccurrenceKind;
  /** The anchor in the pages: of the passage itself, or of the nearest thing around it that has one. */
  id: string;
  /** What is printed where the passage begins: the title, the marked words, the name. Empty for a mark that prints nothing. */
  words: string;
  file: string;
  /** Where its first printed text begins, and where its last one begins: the same for a mark or a name. */
  start: SourcePoint;
  end: SourcePoint;
  /** 类目, 分目 and 条目 that hold it. */
  category: string;
  subcategory?: string;
  entry?: string;
}

/** On what a reading rests, surest first. */
export type ReadingBasis = 'given' | 'locked' | 'single' | 'surname' | 'word' | 'guess' | 'none';

export interface TermReading {
  /** One for each code point of the term; null where it is no Han character, or has no reading. */
  syllables: (Syllable | null)[];
  /** The weakest basis among its characters. */
  basis: ReadingBasis;
  /** From 0 (sure) to 1 (as good as a throw): how likely the reading moves the line to a wrong place. */
  risk: number;
  /** The character on which the risk rests: its place among the code points, and how else it is read. */
  doubt?: { at: number; others: string[] };
}

/** One line of the index without its pages. */
export interface Heading {
  term: string;
  reading: TermReading;
  /** In the order of the book. */
  occurrences: Occurrence[];
  /** 见: this heading only points to others. */
  see: string[];
  /** 参见 */
  seeAlso: string[];
  /** 下级, sorted. */
  subheadings: Heading[];
}

/** A heading before it is read and sorted. */
export type Term = Omit<Heading, 'reading' | 'subheadings'> & { subheadings: Term[] };

export interface LetterGroup {
  /** A to Z; `#` for what stands before A. */
  letter: string;
  headings: Heading[];
}

/** The place of a character on the pages of the book. */
export interface PagePoint {
  /** Index of the sheet in the book, from 0. */
  sheet: number;
  /** As printed. */
  folio: string;
  /** From 0; -1 for what spans the type area. */
  column: number;
}

/** A printed locator: a page, or first and last page of a range. */
export interface Locator {
  from: PagePoint;
  /** Absent for a single page. */
  to?: PagePoint;
  /** 57, 57a, 57—58 */
  text: string;
  /** The anchor that a reader on the screen is led to; absent where a passage only goes on (跨页: 逐页). */
  id?: string;
}

export interface LocatedHeading extends Omit<Heading, 'subheadings'> {
  /** Sorted by page, each once. */
  locators: Locator[];
  subheadings: LocatedHeading[];
}

export interface LocatedGroup {
  letter: string;
  headings: LocatedHeading[];
}
