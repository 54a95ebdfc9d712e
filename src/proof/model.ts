/**
 * What a proof (校样) is made of: pages with their lines, the passages of the manuscripts that stand on them, what has
 * changed since an earlier proof, and what the checks have found. All are plain values: a proof writes them down, and
 * the next one compares itself with them.
 */
import type { StretchKind } from '../tree/tree-text.js';

/** Page, column and line as one word: `57a12`, `xiib3`; see `address.ts`. */
export type LineAddress = string;

/** A place in a manuscript, from 1; the file is relative to the volume folder. */
export interface SourcePlace {
  file: string;
  line: number;
  column: number;
}

/** 一校, 二校, 三校. */
export type Round = 1 | 2 | 3;

export interface ProofLine {
  address: LineAddress;
  /** In its column, from 1. */
  line: number;
  /** Points from the top left of the trimmed page: left end, baseline, right end. */
  x: number;
  y: number;
  end: number;
  /** As it is printed. */
  text: string;
  /** Where its first character stands in the manuscripts; absent for what the tool writes. */
  source?: SourcePlace;
}

export interface ProofColumn {
  /** `a`, `b`, `c`, `d` as the page is read; `t` (通栏) for what spans the columns of a page that has some. */
  letter: string;
  /** Edges, points from the left of the trimmed page. */
  left: number;
  right: number;
  lines: ProofLine[];
}

/** A photo as it stands on a page. */
export interface ProofPhoto {
  file: string;
  /** Points from the top left of the trimmed page. */
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Pixels an inch at this size. */
  ppi: number;
}

export interface ProofPage {
  /** Page of the PDF of the whole book, from 1. */
  sheet: number;
  /** As printed. */
  folio: string;
  side: 'left' | 'right';
  /** Its flow, and what the proofreader calls it: 农业. */
  flow: string;
  title: string;
  /** The type area, points from the top left of the trimmed page. */
  area: { left: number; top: number; right: number; bottom: number };
  columns: ProofColumn[];
  photos: ProofPhoto[];
}

export type PassageKind = StretchKind;

/** A stretch of the manuscripts that is read and compared as one: a title, a paragraph, a cell. */
export interface Passage extends SourcePlace {
  kind: PassageKind;
  /** As it is printed, without what the tool adds and without white space. */
  text: string;
  /** Where in the book it stands: the titles of 类目, 分目 and 条目 that hold it, outermost first; those it has. */
  path: string[];
  /**
   * The lines on which it stands, in order: `[from, address]`, where `from` is the index in `text` of the first character
   * on that line. Empty where it is not on the pages of the proof.
   */
  lines: [number, LineAddress][];
}

/** What a proof writes down: the address book of its pages, and the base of the next comparison. */
export interface ProofRecord {
  format: typeof RECORD_FORMAT;
  volume: { title: string; number: string };
  /** What was asked for, in words: 农业、法治. */
  scope: string;
  /** The flows in it, by id and title. */
  flows: { id: string; title: string }[];
  round: Round;
  /** Local time, `2022-09-01 10:20:33`. */
  made: string;
  /** Revision of the manuscripts: the first characters of a hash of those in it. */
  revision: string;
  /** Why the folios may still change; absent where they are those of the book. */
  provisional?: string;
  /** Digests of the manuscripts in it, by file: whoever looks up a place sees whether it still stands there. */
  manuscripts: Record<string, string>;
  pages: ProofPage[];
  /** In the order of the book. */
  passages: Passage[];
}

/** Raised when the shape of the record changes: older ones are told apart and not misread. */
export const RECORD_FORMAT = 1;

/** A piece of text in a comparison: kept, taken out, put in. */
export interface Piece {
  kind: 'same' | 'old' | 'new';
  text: string;
}

/** What became of a passage, or of several that moved together. */
export interface Change {
  /**
   * `changed`: the same passage with other words (a renamed entry is its title, changed); `moved`: the same words, or
   * nearly, in another place; `gone-elsewhere` and `come-from` are moves out of this proof and into it.
   */
  kind: 'changed' | 'added' | 'removed' | 'moved' | 'gone-elsewhere' | 'come-from';
  /** 条目, 段落, 表格, 标题 …: what it is that changed, in Chinese. */
  what: string;
  before: Passage[];
  after: Passage[];
  /** The words with their differences; for a long passage only those around a difference, with … between. */
  pieces: Piece[];
  /** Where the proofreader looks: the first line that differs, or for what is gone the line that follows it. */
  address?: LineAddress;
  /** The lines that get a change bar. */
  bars: LineAddress[];
  /** The place in the manuscripts of today; for what is gone that of the earlier proof. */
  place: SourcePlace;
  /** For a move: where it stood before, 农业 / 水利 / 灌溉面积. */
  from?: string;
  /** … and where it stands now. */
  to?: string;
}

/** What a check has found, with the number by which a proofreader speaks of it. */
export interface Finding {
  /** Stable as long as the words around it stay: `K3F9`. */
  number: string;
  severity: 'error' | 'warning' | 'note';
  rule: string;
  /** Who says it: 读稿 (the reader), 检查 (the editing rules), 版面 (the page inspector), 照片. */
  author: string;
  /** What is wrong, and what to do. */
  reason: string;
  remedy?: string;
  /** The words it is about. */
  text: string;
  /** Where it stands on the pages; absent for what stands on none of them. */
  address?: LineAddress;
  place?: SourcePlace;
  /** Set aside (已核) by a proofreader. */
  dismissed?: { reason: string; by?: string; date?: string };
}
