/**
 * A flow (流): HTML that is broken into pages on its own, so that its breaks never depend on another part.
 * A 类目 is one flow; the 卷首 is one flow per manuscript; 扉页, 目录 and 索引 are flows that the tool makes.
 */
import type { Manuscript, Part, PartStart } from '../tree/nodes.js';
import { type Run, type TextFigure, textFigures, treeRuns } from '../tree/tree-text.js';

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
  /**
   * What its pages must say: the text in its order, then the captions of the figures in the text in theirs. A figure
   * may stand a little behind the words that mention it, so the two orders are kept apart (docs/pagination.md).
   */
  runs: Run[];
  /** The figures in its text, in their order; absent where it has none. */
  figures?: TextFigure[];
}

/** What the pages of a part or a manuscript must say and show. */
export function contentOf(node: Part | Manuscript): Pick<Flow, 'runs' | 'figures'> {
  const runs = treeRuns(node);
  const figures = textFigures(node);
  if (figures.length === 0) return { runs };
  const isCaption = ({ figure }: Run): boolean => figure !== undefined;
  return { runs: [...runs.filter((run) => !isCaption(run)), ...runs.filter(isCaption)], figures };
}

/** Text that the tool writes itself: it comes from no manuscript. */
export function ownRun(text: string): Run {
  return { text, file: '', line: 0, column: 0 };
}
