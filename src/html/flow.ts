/**
 * A flow (流): HTML that is broken into pages on its own, so that its breaks never depend on another part.
 * A 类目 is one flow; the 卷首 is one flow per manuscript; 扉页, 目录 and 索引 are flows that the tool makes.
 */
import type { PartStart } from '../tree/nodes.js';
import type { Run } from '../tree/tree-text.js';

/** Named pages of the theme (`@page body`, …). */
export type PageStyle = 'title' | 'front' | 'plates' | 'contents' | 'body' | 'index';

export interface Flow {
  /** Unique in the book: `p05`, `contents`. */
  id: string;
  /** What the proofreader calls it: 农业, 目录. */
  title: string;
  pageStyle: PageStyle;
  /** Front matter counts in roman folios, the body in decimal ones. */
  numbering: 'roman' | 'decimal';
  start: PartStart;
  /** The words of the thumb tab (书口标) on its pages; a flow without them has none. */
  tab?: string;
  /** One element that holds the whole flow. */
  html: string;
  /** What its pages must say, in order: the conservation gate compares them. */
  runs: Run[];
}

/** Text that the tool writes itself: it comes from no manuscript. */
export function ownRun(text: string): Run {
  return { text, file: '', line: 0, column: 0 };
}
