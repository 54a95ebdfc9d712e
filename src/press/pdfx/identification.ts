/** What a press file says it is: the keys of its standard in the Info dictionary and, with the same values, in XMP. */
import { createHash } from 'node:crypto';
import type { StatedKeys } from '../document-info.js';
import { name, PdfString, type PdfValue } from '../pdf/values.js';

/** `1a`: PDF/X-1a:2001 (ISO 15930-1), CMYK and spots without transparency; `4`: PDF/X-4 (ISO 15930-7). */
export type PdfxStandard = '1a' | '4';

/** What differs between the standards. */
export interface PdfxRules {
  /** As a reader knows it. */
  title: string;
  /** Version of the file. */
  version: string;
  /** What is younger than that version and does no harm to it, but no good either. */
  catalogKeys: readonly string[];
}

export const PDFX: Record<PdfxStandard, PdfxRules> = {
  '1a': { title: 'PDF/X-1a:2001', version: '1.3', catalogKeys: [] },
  '4': { title: 'PDF/X-4', version: '1.6', catalogKeys: ['Lang', 'ViewerPreferences', 'PageLayout'] },
};

/** The keys of the standard; `content` names the book: the same book is the same document. */
export function statedKeys(standard: PdfxStandard, content: Uint8Array): StatedKeys {
  const version = standard === '4' ? { GTS_PDFXVersion: 'PDF/X-4' } : X1A;
  const prefix = standard === '4' ? 'pdfxid' : 'pdfx';
  const document = documentId(content);
  return {
    info: new Map<string, PdfValue>([
      ...Object.entries(version).map(([key, value]): [string, PdfValue] => [key, new PdfString(value)]),
      ['Trapped', name('False')],
    ]),
    namespaces: {
      [prefix]: standard === '4' ? 'http://www.npes.org/pdfx/ns/id/' : 'http://ns.adobe.com/pdfx/1.3/',
      xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
    },
    properties: [
      ...Object.entries(version).map(([key, value]): [string, string] => [`${prefix}:${key}`, value]),
      ['pdf:Trapped', 'False'],
      ['xmpMM:DocumentID', document],
      ['xmpMM:InstanceID', document],
      ['xmpMM:RenditionClass', 'default'],
      ['xmpMM:VersionID', '1'],
    ],
  };
}

const X1A = { GTS_PDFXVersion: 'PDF/X-1:2001', GTS_PDFXConformance: 'PDF/X-1a:2001' };

/** Which book a press file was made of: its screen PDF, by its bytes. */
export function documentId(content: Uint8Array): string {
  const hex = createHash('sha256').update(content).digest('hex');
  return `uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')}`;
}
