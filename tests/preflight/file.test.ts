/** The file as a whole: its keys, boxes and attachments, one fault each. */
import { describe, expect, it } from 'vitest';
import { dict, name, PdfRef, PdfString, type PdfValue } from '../../src/press/pdf/values.js';
import {
  cleanParts,
  faultsOf,
  outputIntent,
  type Parts,
  pressPdf,
  profile,
  reportOf,
  stream,
  xmpOf,
} from './press-pdf.js';

const ref = (number: number): PdfRef => new PdfRef(number);
const text = (value: string): PdfString => new PdfString(value);

/** Changes the second page's entries. */
const second =
  (entries: Record<string, PdfValue | undefined>) =>
  (parts: Parts): void => {
    Object.assign((parts.pages[1] as Parts['pages'][0]).entries, entries);
  };
const every =
  (entries: Record<string, PdfValue | undefined>) =>
  (parts: Parts): void => {
    for (const page of parts.pages) Object.assign(page.entries, entries);
  };
const catalog =
  (entries: Record<string, PdfValue>, ...objects: [number, PdfValue][]) =>
  (parts: Parts): void => {
    Object.assign(parts.catalog, entries);
    for (const [number, value] of objects) parts.objects.set(number, value);
  };
const intentProfile = (bytes: Uint8Array, components = 4) => catalog({}, [6, stream({ N: components }, bytes)]);

const CASES: [fault: string, change: (parts: Parts) => void, expected: string[]][] = [
  [
    'no output intent',
    (parts) => {
      parts.catalog.OutputIntents = undefined;
    },
    ['output-intent-missing'],
  ],
  [
    'two output intents',
    catalog({ OutputIntents: [ref(5), ref(60)] }, [60, outputIntent(ref(6))]),
    ['output-intent-several'],
  ],
  ['an output intent without a profile', catalog({ OutputIntents: [outputIntent(null)] }), ['output-intent-profile']],
  ['an RGB profile', intentProfile(profile('RGB ', 'mntr'), 3), ['output-intent-profile']],
  ['a profile that is none', intentProfile(Buffer.alloc(200)), ['output-intent-profile']],
  ['a profile cut short', intentProfile(profile().subarray(0, 130)), ['output-intent-profile']],
  [
    'no PDF/X version',
    (parts) => {
      parts.xmp = xmpOf((properties) => delete properties['pdfxid:GTS_PDFXVersion']);
    },
    ['pdfx-identification'],
  ],
  [
    'PDF/X-3',
    (parts) => {
      parts.xmp = xmpOf((properties) => {
        properties['pdfxid:GTS_PDFXVersion'] = 'PDF/X-3:2003';
      });
    },
    ['pdfx-identification'],
  ],
  [
    'another title in the XMP',
    (parts) => {
      parts.info.Title = text('Another');
    },
    ['info-xmp-differ'],
  ],
  [
    'another date in the XMP',
    (parts) => {
      parts.info.ModDate = text('D:20230101000001Z');
    },
    ['info-xmp-differ'],
  ],
  [
    'Trapped unknown',
    (parts) => {
      parts.info.Trapped = name('Unknown');
      parts.xmp = xmpOf((properties) => {
        properties['pdf:Trapped'] = 'Unknown';
      });
    },
    ['trapped-unknown'],
  ],
  [
    'no ID',
    (parts) => {
      parts.trailer.ID = undefined;
    },
    ['file-id-missing'],
  ],
  [
    'PDF 2.0',
    (parts) => {
      parts.header = '%PDF-2.0\n';
    },
    ['pdf-version'],
  ],
  ['no bleed box', every({ BleedBox: undefined }), ['bleed-box 1', 'bleed-box 2']],
  ['a bleed of 2 mm on one page', second({ BleedBox: [2.835, 0, 612.284, 824.882] }), ['bleed-box 2']],
  ['no trim box', second({ TrimBox: undefined }), ['trim-box-missing 2']],
  [
    'a trim of 209 mm',
    every({ TrimBox: [8.504, 8.504, 600.945, 816.378], BleedBox: [0, 0, 609.449, 824.882] }),
    ['trim-size 1', 'trim-size 2'],
  ],
  ['a trim of 209 mm on one page', second({ TrimBox: [8.504, 8.504, 600.945, 816.378] }), ['trim-differs 2']],
  [
    'a trim outside of the bleed',
    second({ TrimBox: [-2, -2, 593.276, 805.874] }),
    ['bleed-box 2', 'box-nesting 2', 'trim-too-near 2'],
  ],
  ['a trim box and an art box', second({ ArtBox: [8.504, 8.504, 603.78, 816.378] }), ['box-nesting 2']],
  ['a bleed box larger than the media', second({ BleedBox: [-5, -5, 617.284, 829.882] }), ['box-nesting 2']],
  ['a turned page', every({ Rotate: 180 }), ['page-rotated 1', 'page-rotated 2']],
  ['a link', second({ Annots: [dict({ Subtype: name('Link'), Rect: [10, 10, 20, 20] })] }), ['annotation 2']],
  ['JavaScript on opening', catalog({ OpenAction: dict({ S: name('JavaScript'), JS: text('1') }) }), ['javascript']],
  ['named JavaScript', catalog({ Names: dict({ JavaScript: dict({ Names: [] }) }) }), ['javascript']],
  ['an action on opening', catalog({ OpenAction: dict({ S: name('Launch') }) }), ['action']],
  ['a form', catalog({ AcroForm: dict({ Fields: [ref(60)] }) }, [60, dict({ T: text('a') })]), ['form-fields']],
  ['an attachment', catalog({ Names: dict({ EmbeddedFiles: dict({ Names: [] }) }) }), ['embedded-file']],
  ['a layer', catalog({ OCProperties: dict({ OCGs: [ref(60)] }) }, [60, dict({ Type: name('OCG') })]), ['layers']],
  ['an odd number of pages', (parts) => void parts.pages.pop(), ['page-count-odd']],
  [
    'page labels from the second page on',
    catalog({ PageLabels: dict({ Nums: [1, dict({ S: name('D') })] }) }),
    ['page-labels'],
  ],
  [
    'a bookmark to a page that is not there',
    catalog(
      { Outlines: ref(60) },
      [60, dict({ First: ref(61) })],
      [61, dict({ Title: text('One'), Dest: [ref(99), name('Fit')] })],
    ),
    ['outline-broken'],
  ],
  [
    'bookmarks in a circle',
    catalog(
      { Outlines: ref(60) },
      [60, dict({ First: ref(61) })],
      [61, dict({ Title: text('One'), Dest: [ref(10)], Next: ref(61) })],
    ),
    ['outline-broken'],
  ],
];

describe('the preflight of a file', () => {
  it.each(CASES)('names %s', async (_fault, change, expected) => {
    expect(await faultsOf(pressPdf(change))).toEqual(expected);
  });

  it('takes any usual trim, or the one asked for', async () => {
    expect(await faultsOf(pressPdf(), { trim: { width: 210, height: 285 } })).toEqual([]);
    expect(await faultsOf(pressPdf(), { trim: { width: 185, height: 260 } })).toEqual(['trim-size 1', 'trim-size 2']);
  });

  it('asks for the bleed it is told', async () => {
    expect(await faultsOf(pressPdf(), { bleed: 5 })).toContain('bleed-box 1');
  });

  it('asks for the standard it is told', async () => {
    expect(await faultsOf(pressPdf(), { pdfx: '4' })).toEqual([]);
    expect(await faultsOf(pressPdf(), { pdfx: '1a' })).toEqual(['pdf-version', 'pdfx-identification']);
  });

  it('knows PDF/X-1a by the keys of Info', async () => {
    const bytes = pressPdf((parts) => {
      parts.header = '%PDF-1.3\n';
      parts.xmp = undefined;
      parts.catalog.Metadata = undefined;
      Object.assign(parts.info, { GTS_PDFXVersion: text('PDF/X-1:2001'), GTS_PDFXConformance: text('PDF/X-1a:2001') });
    });
    const report = await reportOf(bytes, { pdfx: '1a' });
    expect(report.findings).toEqual([]);
    expect(report.facts).toMatchObject({ claims: 'PDF/X-1a:2001', judgedBy: 'PDF/X-1a' });
  });

  it('tells what blank pages fill the last sheet', async () => {
    const { facts } = await reportOf(pressPdf());
    expect(facts).toMatchObject({ pages: 2, signatures: { sheets: 1, blanks: 14 }, blanksToFour: 2 });
    expect(cleanParts().pages).toHaveLength(2);
  });

  it('passes every check of a clean file but those it could not make', async () => {
    const { checks, verdict } = await reportOf(pressPdf());
    expect(verdict).toBe('passed');
    expect(checks.filter(({ state }) => state !== 'passed').map(({ rule, state }) => `${rule} ${state}`)).toEqual([
      'plate-total-ink unchecked',
      'plate-text-ink unchecked',
      'plate-bleed unchecked',
    ]);
  });
});
