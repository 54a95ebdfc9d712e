/**
 * Pages of the book as form XObjects (ISO 32000-1, 8.10): the content of each page, its resources, and its trim as the
 * box to which it is clipped. Nothing of a page is drawn anew, so the ink of a proof is that of the book.
 */
import type { Box, PdfPage } from '../../press/pdf/pages.js';
import type { PdfFile } from '../../press/pdf/pdf-file.js';
import { dict, name, PdfRef, PdfStream, type PdfValue } from '../../press/pdf/values.js';
import { contentOf } from '../../press/text/extract.js';
import type { PlacedPage } from '../drawing.js';
import { packed } from './packed.js';

export interface PageForms {
  /** The form of a page by its index in the file: its name in resources, and itself. */
  form(index: number): { key: string; ref: PdfRef; box: Box };
}

/**
 * @param pages of the file, whose MediaBox is the trim
 * @param numbers gives unused object numbers
 */
export function pageForms(
  file: PdfFile,
  pages: readonly PdfPage[],
  numbers: () => number,
  objects: Map<number, PdfValue>,
): PageForms {
  const known = new Map<number, { key: string; ref: PdfRef; box: Box }>();
  return {
    form(index) {
      let form = known.get(index);
      if (!form) {
        const page = pages[index];
        if (!page) throw new RangeError(`page ${index} is not in the file of pages`);
        form = { key: `P${index + 1}`, ref: new PdfRef(numbers()), box: page.mediaBox };
        objects.set(form.ref.number, formOf(file, page));
        known.set(index, form);
      }
      return form;
    },
  };
}

function formOf(file: PdfFile, page: PdfPage): PdfStream {
  const entries = dict({
    Type: name('XObject'),
    Subtype: name('Form'),
    BBox: [...page.mediaBox],
    Resources: page.dict.get('Resources') ?? page.resources,
    Group: page.dict.get('Group'),
  });
  const contents = file.resolve(page.dict.get('Contents'));
  // The usual page has one stream, which is taken as it is packed.
  if (contents instanceof PdfStream) {
    for (const key of ['Filter', 'DecodeParms']) {
      const value = contents.dict.get(key);
      if (value !== undefined) entries.set(key, value);
    }
    return new PdfStream(entries, contents.bytes);
  }
  return packed(contentOf(file, page), entries);
}

/** The matrix that puts a page on its sheet, as operands of cm. */
export function placing({ left, top, width, height }: PlacedPage, box: Box, sheetHeight: number): number[] {
  const [x, y] = [width / (box[2] - box[0]), height / (box[3] - box[1])];
  // A page and its place differ by what is rounded of a millimetre; such a page is not scaled at all.
  const [across, down] = [nearOne(x), nearOne(y)];
  return [across, 0, 0, down, left - box[0] * across, sheetHeight - top - height - box[1] * down];
}

function nearOne(scale: number): number {
  return Math.abs(scale - 1) < 1e-4 ? 1 : scale;
}
