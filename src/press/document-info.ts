/**
 * What a PDF says of itself: the Info dictionary and, with the same values, the XMP packet (ISO 32000-1, 14.3).
 * Chromium's own dates and program names are replaced: they would make every print of one book another file.
 */
import { dict, name, type PdfDict, PdfStream, PdfString, textString } from './pdf/values.js';

export interface DocumentInfo {
  title: string;
  author?: string;
  subject?: string;
  keywords?: readonly string[];
  /** BCP 47, `zh-CN`. */
  language: string;
  /** When the book was made, as far as the file says; not the time of printing. */
  date: Date;
}

/** What a standard wants said besides. */
export interface StatedKeys {
  info: PdfDict;
  /** Namespaces by their prefixes. */
  namespaces: Record<string, string>;
  /** Properties of XMP with their prefixes, and their values. */
  properties: readonly (readonly [key: string, value: string])[];
}

const CREATOR = 'nianjian';

const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
};

/** The Info dictionary. `producer` is the program that wrote the PDF: Chromium's `Skia/PDF m156`. */
export function infoDict(info: DocumentInfo, producer: string, stated?: StatedKeys): PdfDict {
  const date = new PdfString(`D:${info.date.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`);
  const entries = dict({
    Title: textString(info.title),
    Author: info.author ? textString(info.author) : undefined,
    Subject: info.subject ? textString(info.subject) : undefined,
    Keywords: info.keywords?.length ? textString(info.keywords.join(', ')) : undefined,
    Creator: textString(CREATOR),
    Producer: textString(producer),
    CreationDate: date,
    ModDate: date,
  });
  return new Map([...entries, ...(stated?.info ?? [])]);
}

/** The XMP packet, uncompressed so that programs that do not read PDF find it. */
export function xmpStream(info: DocumentInfo, producer: string, stated?: StatedKeys): PdfStream {
  const date = `${info.date.toISOString().slice(0, 19)}Z`;
  const alternatives = (text: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
  const list = (kind: 'Seq' | 'Bag', items: readonly string[]): string =>
    `<rdf:${kind}>${items.map((item) => `<rdf:li>${escapeXml(item)}</rdf:li>`).join('')}</rdf:${kind}>`;
  const properties = [
    '<dc:format>application/pdf</dc:format>',
    `<dc:title>${alternatives(info.title)}</dc:title>`,
    info.author ? `<dc:creator>${list('Seq', [info.author])}</dc:creator>` : '',
    info.subject ? `<dc:description>${alternatives(info.subject)}</dc:description>` : '',
    info.keywords?.length ? `<dc:subject>${list('Bag', info.keywords)}</dc:subject>` : '',
    `<dc:language>${list('Bag', [info.language])}</dc:language>`,
    info.keywords?.length ? `<pdf:Keywords>${escapeXml(info.keywords.join(', '))}</pdf:Keywords>` : '',
    `<pdf:Producer>${escapeXml(producer)}</pdf:Producer>`,
    `<xmp:CreatorTool>${CREATOR}</xmp:CreatorTool>`,
    `<xmp:CreateDate>${date}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${date}</xmp:ModifyDate>`,
    `<xmp:MetadataDate>${date}</xmp:MetadataDate>`,
    ...(stated?.properties ?? []).map(([key, value]) => `<${key}>${escapeXml(value)}</${key}>`),
  ];
  const namespaces = Object.entries({ ...NAMESPACES, ...stated?.namespaces });
  const packet = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" ${namespaces.map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`).join(' ')}>
${properties.filter(Boolean).join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
  return new PdfStream(dict({ Type: name('Metadata'), Subtype: name('XML') }), Buffer.from(packet, 'utf8'));
}

/** Escapes markup and drops the control characters XML 1.0 forbids. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
