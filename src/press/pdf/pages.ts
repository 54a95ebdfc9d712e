/** The pages of a PDF in order, with what they inherit from the page tree (ISO 32000-1, 7.7.3). */
import { PdfError } from './pdf-error.js';
import type { PdfFile } from './pdf-file.js';
import { type PdfDict, PdfName, PdfRef, type PdfValue } from './values.js';

/** A rectangle in points: left, bottom, right, top. */
export type Box = readonly [left: number, bottom: number, right: number, top: number];

export interface PdfPage {
  /** Object number. */
  number: number;
  dict: PdfDict;
  mediaBox: Box;
  resources: PdfDict;
}

/** The pages in reading order. Throws a PdfError where the page tree is damaged. */
export function pagesOf(file: PdfFile): PdfPage[] {
  const pages: PdfPage[] = [];
  const seen = new Set<number>();
  const visit = (ref: PdfValue | undefined, inherited: { box?: PdfValue; resources?: PdfValue }): void => {
    if (!(ref instanceof PdfRef) || seen.has(ref.number)) throw new PdfError('PDF 内容损坏：页面列表有误。');
    seen.add(ref.number);
    const dict = file.dict(ref);
    const box = dict.get('MediaBox') ?? inherited.box;
    const resources = dict.get('Resources') ?? inherited.resources;
    const type = file.resolve(dict.get('Type'));
    if (type instanceof PdfName && type.name === 'Page') {
      pages.push({ number: ref.number, dict, mediaBox: readBox(file, box), resources: file.dict(resources) });
      return;
    }
    const kids = file.resolve(dict.get('Kids'));
    if (!Array.isArray(kids)) throw new PdfError('PDF 内容损坏：页面列表有误。');
    for (const kid of kids) visit(kid, { box, resources });
  };
  visit(catalogOf(file).get('Pages'), {});
  return pages;
}

/** The document catalog. */
export function catalogOf(file: PdfFile): PdfDict {
  const catalog = file.resolve(file.trailer.get('Root'));
  if (!(catalog instanceof Map)) throw new PdfError('PDF 内容损坏：没有目录对象。');
  return catalog;
}

function readBox(file: PdfFile, value: PdfValue | undefined): Box {
  const box = file.resolve(value);
  const numbers = Array.isArray(box) ? box.map((each) => file.resolve(each)) : [];
  const [x1, y1, x2, y2] = numbers;
  if (typeof x1 !== 'number' || typeof y1 !== 'number' || typeof x2 !== 'number' || typeof y2 !== 'number') {
    throw new PdfError('PDF 内容损坏：页面没有尺寸。');
  }
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}
