/**
 * Page labels: the folios a reader shows and jumps to (ISO 32000-1, 12.4.2), so that “125” means the page that
 * has 125 at its foot and not the hundred-and-twenty-fifth sheet side.
 */
import { dict, name, type PdfDict, type PdfValue, textString } from './pdf/values.js';

export interface PageLabelRange {
  /** First page of the range, counted from 0. */
  startPage: number;
  /** `roman` is i, ii, iii; `none` shows the prefix only. */
  style: 'roman' | 'decimal' | 'none';
  /** Stands before the number. */
  prefix?: string;
  /** The number of the first page of the range, from 1. */
  start: number;
}

const STYLES = { roman: 'r', decimal: 'D', none: undefined } as const;

/** The number tree of page labels. The tree must begin at page 0; pages before the first range count decimally. */
export function pageLabels(ranges: readonly PageLabelRange[]): PdfDict {
  const sorted = [...ranges].sort((a, b) => a.startPage - b.startPage);
  if (sorted[0]?.startPage !== 0) sorted.unshift({ startPage: 0, style: 'decimal', start: 1 });
  const numbers = sorted.flatMap(({ startPage, style, prefix, start }): PdfValue[] => {
    const letter = STYLES[style];
    const label = dict({
      S: letter ? name(letter) : undefined,
      P: prefix ? textString(prefix) : undefined,
      St: letter && start !== 1 ? start : undefined,
    });
    return [startPage, label];
  });
  return dict({ Nums: numbers });
}
