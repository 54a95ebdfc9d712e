/** The text of a PDF page by page, for the gate “what stands in the PDF equals what stands in the tree”. */

import { type PdfPage, pagesOf } from '../pdf/pages.js';
import { PdfError } from '../pdf/pdf-error.js';
import { openPdf, type PdfFile } from '../pdf/pdf-file.js';
import { PdfStream } from '../pdf/values.js';
import { readContent, textSession } from './content.js';
import { collectRuns, type TextRun } from './text-run.js';

export interface PageText {
  /** Counted from 0. */
  page: number;
  /** In the order of painting. */
  runs: TextRun[];
}

/**
 * Reads the text of every page. Where Chromium writes /ActualText, that is the text. A glyph without a character
 * comes out as U+FFFD. Positions count from the top left corner of the MediaBox, in points.
 *
 * @param wanted whether a page is read, by its index from 0; the others come out empty
 */
export function extractText(bytes: Uint8Array, wanted: (page: number) => boolean = () => true): PageText[] {
  const file = openPdf(bytes);
  const session = textSession(file);
  return pagesOf(file).map((page, index) => {
    const runs = collectRuns();
    if (!wanted(index)) return { page: index, runs: runs.runs };
    const [left, , , top] = page.mediaBox;
    readContent(session, contentOf(file, page), page.resources, [1, 0, 0, -1, -left, top], runs);
    return { page: index, runs: runs.runs };
  });
}

/** The content streams of a page as one: operators may be split between them, tokens not. */
export function contentOf(file: PdfFile, page: PdfPage): Uint8Array {
  const contents = file.resolve(page.dict.get('Contents'));
  const streams = Array.isArray(contents) ? contents.map((each) => file.resolve(each)) : contents ? [contents] : [];
  const parts = streams.map((stream) => {
    if (!(stream instanceof PdfStream)) throw new PdfError('PDF 内容损坏：页面内容不是数据流。');
    return file.decode(stream);
  });
  return parts.length === 1
    ? (parts[0] as Uint8Array)
    : Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')]));
}
