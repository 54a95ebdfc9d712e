/**
 * The last hand on a printed book: what it says of itself, page labels, exact page size, outline.
 *
 * The same pages give the same bytes: dates come from the caller, and the file's ID from its content.
 */
import { type DocumentInfo, infoDict, xmpStream } from './document-info.js';
import { renumberNodeIds, sortIdTree } from './node-ids.js';
import { type OutlineItem, outlineNumbers, outlineObjects } from './outline.js';
import { type TrimSize, trimBox } from './page-boxes.js';
import { type PageLabelRange, pageLabels } from './page-labels.js';
import { catalogOf, type PdfPage, pagesOf } from './pdf/pages.js';
import { openPdf, type PdfFile } from './pdf/pdf-file.js';
import { nextNumber, rewritePdf } from './pdf/rewrite.js';
import { decodeText, dict, name, PdfRef, PdfString, type PdfValue } from './pdf/values.js';

export interface FinishOptions extends DocumentInfo {
  pageLabels?: readonly PageLabelRange[];
  /** Sets MediaBox, CropBox and TrimBox of every page to this size; absent: Chromium's page stays as it is. */
  trim?: TrimSize;
  /** Replaces the outline Chromium made; absent: that one stays. */
  outline?: readonly OutlineItem[];
}

/** Finishes a PDF as Chromium printed it. Throws a PdfError where it cannot be read. */
export function finishPdf(bytes: Uint8Array, options: FinishOptions): Uint8Array {
  const file = openPdf(renumberNodeIds(bytes));
  const objects = new Map<number, PdfValue | undefined>();
  let next = nextNumber(file);
  const number = (): number => next++;
  sortIdTree(file, objects);

  const pages = options.trim ? trimmed(file, options.trim, objects) : pagesOf(file);
  const catalog = new Map(catalogOf(file));
  catalog.set('Lang', new PdfString(options.language));
  catalog.set('ViewerPreferences', dict({ DisplayDocTitle: true }));
  // 年鉴 open like books: a single recto first, then spreads.
  catalog.set('PageLayout', name('TwoPageRight'));
  if (options.pageLabels) catalog.set('PageLabels', pageLabels(options.pageLabels));

  if (options.outline) {
    for (const old of outlineNumbers(file, catalog.get('Outlines'))) objects.set(old, undefined);
    const outline = outlineObjects(options.outline, pages, number);
    for (const [each, value] of outline.objects) objects.set(each, value);
    catalog.set('Outlines', outline.root).set('PageMode', name('UseOutlines'));
  }

  const info = file.trailer.get('Info');
  const producer = file.resolve(file.dict(info).get('Producer'));
  const producerName = producer instanceof PdfString ? decodeText(producer) : 'Chromium';
  const infoRef = info instanceof PdfRef ? info : new PdfRef(number());
  objects.set(infoRef.number, infoDict(options, producerName));
  const metadata = new PdfRef(number());
  objects.set(metadata.number, xmpStream(options, producerName));
  catalog.set('Metadata', metadata);

  const root = file.trailer.get('Root') as PdfRef;
  objects.set(root.number, catalog);
  return rewritePdf(file, { objects, root, info: infoRef });
}

/** Sets the boxes of every page, in `objects` too, and returns the pages with their new boxes. */
function trimmed(file: PdfFile, trim: TrimSize, objects: Map<number, PdfValue | undefined>): PdfPage[] {
  return pagesOf(file).map((page) => {
    const box = trimBox(page.mediaBox, trim);
    const dict = new Map(page.dict);
    for (const key of ['MediaBox', 'CropBox', 'TrimBox']) dict.set(key, [...box]);
    objects.set(page.number, dict);
    return { ...page, dict, mediaBox: box };
  });
}
