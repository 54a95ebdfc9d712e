/** What the sheets of a proof are laid out from: plain values, and a ruler for words. */
import type { ProofFont } from '../drawing.js';
import type { Change, Finding, LineAddress, ProofPage, Round } from '../model.js';

/** Width of a text in points. */
export type Measure = (text: string, font: ProofFont, size: number) => number;

/** Where an entry (条目) comes from, by its first line on the pages. */
export interface EntryNote {
  address: LineAddress;
  /** Manuscript, relative to the volume folder. */
  file: string;
  /** From 1. */
  line: number;
  /** 供稿; absent where the manuscript names none. */
  contributor?: string;
}

/** What the head strip (页顶栏) says on every sheet. */
export interface ProofHead {
  /** 《金川区年鉴（2022）》 */
  book: string;
  /** What was asked for: 农业、法治; 全书. */
  scope: string;
  round: Round;
  /** Local time, `2022-09-01 10:20`. */
  made: string;
  /** Revision of the manuscripts. */
  revision: string;
  /** Why the folios may still change, in a few words; absent where they are those of the book. */
  provisional?: string;
  /** The proof it was compared with, in words: 一校 2022-09-01; absent for a first proof. */
  since?: string;
}

export type Paper = 'A4' | 'A3' | 'auto';

export interface ProofSheetsInput {
  trim: { widthMm: number; heightMm: number };
  /** `auto`: the smallest on which the pages stand at full size with room round them. */
  paper: Paper;
  /** Facing pages (对开) on one sheet. */
  spreads: boolean;
  /** Nothing but the trimmed pages. */
  clean: boolean;
  /** In the order of the book. */
  pages: readonly ProofPage[];
  changes: readonly Change[];
  findings: readonly Finding[];
  notes: readonly EntryNote[];
  head: ProofHead;
  /** Photos with fewer pixels an inch are stamped; 225 where it is absent. */
  leastPpi?: number;
  /** The lines that belong to the proof where it is one of a department or a 分目; absent: all. */
  selected?: ReadonlySet<LineAddress>;
  measure: Measure;
}
