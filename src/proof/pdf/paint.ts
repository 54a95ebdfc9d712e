/**
 * Paints the sheets of a proof into a PDF of their own. The pages come from a PDF of the book and go into it as they are;
 * what no sheet shows stays behind. The same input gives the same bytes.
 */
import { type DocumentInfo, infoDict, xmpStream } from '../../press/document-info.js';
import { outlineObjects } from '../../press/outline.js';
import { pageLabels } from '../../press/page-labels.js';
import { pagesOf } from '../../press/pdf/pages.js';
import { openPdf } from '../../press/pdf/pdf-file.js';
import { nextNumber } from '../../press/pdf/rewrite.js';
import { dict, name, type PdfDict, PdfRef, PdfString, type PdfValue } from '../../press/pdf/values.js';
import { assemble } from '../../press/pdfx/assemble.js';
import type { Sheet } from '../drawing.js';
import { annotationsOf } from './annotations.js';
import { sheetContent } from './content.js';
import { embedFonts } from './embedded-fonts.js';
import { packed } from './packed.js';
import { pageForms } from './page-forms.js';
import type { ProofFonts } from './proof-fonts.js';

export interface ProofPainting {
  /** A PDF that holds the pages; the MediaBox of each is its trim. */
  pages: Uint8Array;
  /** Index in it, from 0, of a page of the book by its number (`PlacedPage.sheet`). */
  pageOf: (sheet: number) => number;
  sheets: readonly Sheet[];
  fonts: ProofFonts;
  info: Omit<DocumentInfo, 'language'>;
}

const PRODUCER = 'nianjian';

/** Throws a PdfError where the pages cannot be read, a RangeError where a sheet shows a page that is not among them. */
export function paintProof({ pages, pageOf, sheets, fonts, info }: ProofPainting): Uint8Array {
  const file = openPdf(pages);
  let next = nextNumber(file);
  const numbers = (): number => next++;
  const objects = new Map<number, PdfValue>();
  const add = (value: PdfValue): PdfRef => {
    const ref = new PdfRef(numbers());
    objects.set(ref.number, value);
    return ref;
  };
  const embedded = embedFonts(numbers);
  const forms = pageForms(file, pagesOf(file), numbers, objects);
  const opacities = new Map<string, number>();
  const parts = { fonts, embedded, forms, pageOf, opacities };

  const contents = sheets.map((sheet) => add(packed(Buffer.from(sheetContent(sheet, parts), 'latin1'))));
  embedded.write(objects);
  const states = dict({ ...Object.fromEntries([...opacities].map(([key, value]) => [key, dict({ ca: value })])) });
  const shared = { Font: add(embedded.resources()), ExtGState: add(states) };

  const root = new PdfRef(numbers());
  const targets = sheets.map(({ height }) => ({ ref: new PdfRef(numbers()), height }));
  const date = infoDict({ ...info, language: 'zh-CN' }, PRODUCER).get('ModDate') as PdfString;
  const taken = new Set<string>();
  for (const [i, sheet] of sheets.entries()) {
    const { ref } = targets[i] as { ref: PdfRef };
    const shown = sheet.pages.map((placed) => forms.form(pageOf(placed.sheet)));
    const annotations = annotationsOf(sheet, ref, targets, date, add, taken);
    objects.set(
      ref.number,
      dict({
        Type: name('Page'),
        Parent: root,
        MediaBox: [0, 0, round(sheet.width), round(sheet.height)],
        Contents: contents[i],
        Resources: dict({ ...shared, XObject: new Map(shown.map(({ key, ref: form }) => [key, form])) }),
        // The watermark is mixed with what lies below in this space.
        Group: dict({ S: name('Transparency'), CS: name('DeviceRGB') }),
        Annots: annotations.length > 0 ? annotations : undefined,
      }),
    );
  }
  objects.set(root.number, dict({ Type: name('Pages'), Kids: targets.map(({ ref }) => ref), Count: sheets.length }));

  const outline = outlineObjects(
    sheets.map(({ title }, page) => ({ title, page })),
    targets.map(({ ref, height }) => ({
      number: ref.number,
      dict: new Map(),
      resources: new Map(),
      mediaBox: [0, 0, 0, round(height)] as const,
    })),
    numbers,
  );
  for (const [number, value] of outline.objects) objects.set(number, value);
  const statedInfo = { ...info, language: 'zh-CN' };
  const catalog: PdfDict = dict({
    Type: name('Catalog'),
    Pages: root,
    Lang: new PdfString('zh-CN'),
    ViewerPreferences: dict({ DisplayDocTitle: true }),
    PageLayout: name('SinglePage'),
    PageMode: name('UseOutlines'),
    PageLabels: pageLabels(
      sheets.map((sheet, i) => ({ startPage: i, style: 'none', prefix: labelOf(sheet), start: 1 })),
    ),
    Outlines: outline.root,
    Metadata: add(xmpStream(statedInfo, PRODUCER)),
  });
  return assemble(file, { version: '1.7', root: add(catalog), info: add(infoDict(statedInfo, PRODUCER)), objects });
}

/** The folios alone: who asks a reader for page 57 gets the sheet with page 57. */
function labelOf({ title, pages }: Sheet): string {
  return pages.length > 0 ? (/^(\S+?)页/u.exec(title)?.[1] ?? title) : title;
}

function round(points: number): number {
  return Math.round(points * 1000) / 1000;
}
