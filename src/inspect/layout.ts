/** What the inspector hands over, as it is written to `layout.json`. */
import type { Source } from './sources.js';

export interface Layout {
  /** Lines that were read. */
  lines: number;
  rules: RuleFigures[];
  breaches: Breach[];
  /** Every line of the book by its address, for proofs and look-ups. */
  pages: PageLines[];
}

export interface RuleFigures {
  rule: string;
  name: string;
  clause: string;
  /** What `checked` counts: 行, 段, … */
  unit: string;
  checked: number;
  /** To be looked at. */
  breaches: number;
  /** Breaches that nothing could have avoided: they are listed, but not counted above. */
  forced: number;
}

/** Where a line stands. */
export interface Address {
  /** Page of the PDF, from 1. */
  sheet: number;
  /** The printed folio. */
  folio: string;
  /** From 1; 0 for what spans the columns. */
  column: number;
  /** From 1, in its column. */
  line: number;
}

export interface Breach extends Address {
  rule: string;
  /** `forced`: nothing else was possible. */
  kind: 'fault' | 'forced';
  /** 12页左栏5行 */
  address: string;
  /** What is wrong, in Chinese. */
  what: string;
  /** The line as it is printed. */
  text: string;
  /** Where the line begins in the manuscripts; absent for 目录 and 索引. */
  source?: Source;
}

export interface PageLines {
  sheet: number;
  folio: string;
  /** 农业, 目录, … */
  flow: string;
  columns: { column: number; lines: LinePlace[] }[];
}

export interface LinePlace {
  line: number;
  /** Points from the top left of the page: left end, baseline, right end. */
  x: number;
  y: number;
  end: number;
  text: string;
  source?: Source;
}
