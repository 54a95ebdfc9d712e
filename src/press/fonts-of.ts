/** The fonts a PDF uses, for the gate “no Type 3 font, every font embedded”. */
import { pagesOf } from './pdf/pages.js';
import { openPdf, type PdfFile } from './pdf/pdf-file.js';
import { type PdfDict, PdfStream } from './pdf/values.js';
import { descendant, fontName, nameOf } from './text/font.js';

export interface PdfFont {
  /** Without the tag of the subset; Type 3 fonts have none. */
  name: string;
  /** `CIDFontType2` (TrueType) is what printing needs; `CIDFontType0`, `TrueType`, `Type1`, `Type3`. */
  subtype: string;
  embedded: boolean;
  /** Whether text can be copied and searched. */
  toUnicode: boolean;
  type3: boolean;
}

/** Every font that pages, forms, patterns and masks name, each once. */
export function fontsOf(bytes: Uint8Array): PdfFont[] {
  const file = openPdf(bytes);
  const fonts = new Set<PdfDict>();
  const seen = new Set<PdfDict>();
  const waiting = pagesOf(file).map((page) => page.resources);
  for (let resources = waiting.pop(); resources; resources = waiting.pop()) {
    if (seen.has(resources)) continue;
    seen.add(resources);
    for (const value of file.dict(resources.get('Font')).values()) {
      const font = file.dict(value);
      fonts.add(font);
      // The glyphs of a Type 3 font are drawn, perhaps with other fonts.
      waiting.push(file.dict(font.get('Resources')));
    }
    for (const kind of ['XObject', 'Pattern']) {
      for (const value of file.dict(resources.get(kind)).values())
        waiting.push(file.dict(file.dict(value).get('Resources')));
    }
    for (const value of file.dict(resources.get('ExtGState')).values()) {
      const mask = file.dict(file.dict(value).get('SMask'));
      waiting.push(file.dict(file.dict(mask.get('G')).get('Resources')));
    }
  }
  return [...fonts].map((font) => describe(file, font));
}

function describe(file: PdfFile, font: PdfDict): PdfFont {
  const outer = nameOf(file, font.get('Subtype'));
  const inner = outer === 'Type0' ? descendant(file, font) : font;
  const descriptor = file.dict(inner.get('FontDescriptor'));
  const type3 = outer === 'Type3';
  return {
    name: fontName(file, font),
    subtype: nameOf(file, inner.get('Subtype')),
    // The glyphs of a Type 3 font are in the file by its nature.
    embedded: type3 || ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(key)),
    toUnicode: file.resolve(font.get('ToUnicode')) instanceof PdfStream,
    type3,
  };
}
