/**
 * The XMP packet (ISO 16684-1) as far as PDF/X asks for it: simple properties, written as elements or attributes,
 * and the items of Alt, Seq and Bag. Read by pattern, not by a parser of XML: a packet is short and flat.
 */
import { PdfStream } from '../../press/pdf/values.js';
import type { Archive } from './archive.js';

/** Values by `prefix:name`, with the prefixes everybody uses whatever the packet calls them. */
export type Xmp = ReadonlyMap<string, string[]>;

const PREFIXES: Record<string, string> = {
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://ns.adobe.com/pdf/1.3/': 'pdf',
  'http://ns.adobe.com/xap/1.0/': 'xmp',
  'http://ns.adobe.com/xap/1.0/mm/': 'xmpMM',
  'http://www.npes.org/pdfx/ns/id/': 'pdfxid',
  'http://ns.adobe.com/pdfx/1.3/': 'pdfx',
};

/** A packet larger than this (characters) is a thumbnail gallery; only its beginning is read. */
const MAX_PACKET = 4_000_000;

/** The packet of the document, or nothing where there is none or it is unreadable. */
export function readXmp(archive: Archive): Xmp | undefined {
  const stream = archive.resolve(archive.dict(archive.trailer.get('Root')).get('Metadata'));
  if (!(stream instanceof PdfStream)) return undefined;
  const { bytes, packed } = archive.unpack(stream);
  if (packed) return undefined;
  const text = decodePacket(bytes).slice(0, MAX_PACKET);
  return text.includes('rdf:RDF') || /<\w+:RDF\b/.test(text) ? parseXmp(text) : undefined;
}

function decodePacket(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xfe && bytes[1] === 0xff
      ? 'utf-16be'
      : (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)
        ? 'utf-16le'
        : bytes[0] === 0 && bytes[1] === 0x3c
          ? 'utf-16be'
          : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

export function parseXmp(text: string): Xmp {
  const names = new Map<string, string>();
  for (const [, prefix = '', uri = ''] of text.matchAll(/xmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g)) {
    names.set(prefix, PREFIXES[uri] ?? prefix);
  }
  const values = new Map<string, string[]>();
  const set = (prefix: string, name: string, items: string[]): void => {
    const key = `${names.get(prefix) ?? prefix}:${name}`;
    if (!values.has(key)) values.set(key, items);
  };
  // Attributes of rdf:Description.
  for (const [, attributes = ''] of text.matchAll(/<rdf:Description\b([^>]*)>/g)) {
    for (const [, prefix = '', name = '', double, single] of attributes.matchAll(
      /([\w.-]+):([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
    )) {
      if (prefix !== 'xmlns' && prefix !== 'rdf') set(prefix, name, [unescapeXml(double ?? single ?? '')]);
    }
  }
  // Elements without elements of their own but rdf lists.
  for (const match of text.matchAll(
    /<([\w.-]+):([\w.-]+)(?:\s[^>]*)?(?<!\/)>((?:(?!<(?!\/?rdf:))[\s\S])*?)<\/\1:\2>/g,
  )) {
    const [, prefix = '', name = '', body = ''] = match;
    if (prefix === 'rdf' || prefix === 'x') continue;
    const items = [...body.matchAll(/<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/g)].map(([, item = '']) => unescapeXml(item));
    set(prefix, name, items.length > 0 ? items : [unescapeXml(body.trim())]);
  }
  return values;
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
