/** What a file says of itself: PDF/X version keys and the Info dictionary (ISO 15930-1, -4, -7). */
import { decodeText, PdfName, PdfString } from '../../press/pdf/values.js';
import type { Archive } from './archive.js';
import type { Xmp } from './xmp.js';

export interface Claim {
  /** `PDF/X-4`, `PDF/X-1a:2001` …; '' where it claims none. */
  version: string;
  /** The standard of the two we know, where it is one of them. */
  standard: '4' | '1a' | undefined;
  info: ReadonlyMap<string, string>;
  hasInfo: boolean;
}

export function readClaim(archive: Archive, xmp: Xmp | undefined): Claim {
  const dict = archive.dict(archive.trailer.get('Info'));
  const info = new Map<string, string>();
  for (const [key, value] of dict) {
    const found = archive.resolve(value);
    if (found instanceof PdfString) info.set(key, decodeInfo(found));
    else if (found instanceof PdfName) info.set(key, found.name);
  }
  const conformance = info.get('GTS_PDFXConformance') ?? xmp?.get('pdfx:GTS_PDFXConformance')?.[0] ?? '';
  const own =
    xmp?.get('pdfxid:GTS_PDFXVersion')?.[0] ??
    info.get('GTS_PDFXVersion') ??
    xmp?.get('pdfx:GTS_PDFXVersion')?.[0] ??
    '';
  const version = own === 'PDF/X-1:2001' && conformance ? conformance : own;
  const standard = version === 'PDF/X-4' ? '4' : /^PDF\/X-1a:200[13]$/.test(version) ? '1a' : undefined;
  return { version, standard, info, hasInfo: dict.size > 0 };
}

function decodeInfo(string: PdfString): string {
  if (string.bytes.startsWith('\xef\xbb\xbf')) return Buffer.from(string.bytes.slice(3), 'latin1').toString('utf8');
  return decodeText(string);
}

/** `D:20261124120000+08'00'`, in milliseconds; NaN where it is no date. */
export function pdfDate(text: string): number {
  const parts = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?)?/.exec(text);
  if (!parts) return Number.NaN;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', , sign, zh = '00', zm = '00'] =
    parts;
  const zone = sign ? `${sign}${zh}:${zm}` : 'Z';
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
}

/** A date of XMP (ISO 8601) in milliseconds, whole seconds. */
export function xmpDate(text: string): number {
  const time = Date.parse(/T.*(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : text.includes('T') ? `${text}Z` : text);
  return Math.floor(time / 1000) * 1000;
}
