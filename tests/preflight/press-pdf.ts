/** A small press PDF that is in order, and the same with one thing wrong. */

import { preflight } from '../../src/preflight/preflight.js';
import type { Report } from '../../src/preflight/report.js';
import type { Terms } from '../../src/preflight/rule.js';
import { objectBytes, serialize } from '../../src/press/pdf/serialize.js';
import { dict, name, PdfRef, PdfStream, PdfString, type PdfValue } from '../../src/press/pdf/values.js';

/** Points of 3 mm bleed and of 大16开. */
export const BLEED = 8.504;
export const WIDTH = 595.276;
export const HEIGHT = 807.874;

export interface PagePart {
  content: string;
  entries: Record<string, PdfValue | undefined>;
}

/** Everything the file is made of; tests change it before it is written. */
export interface Parts {
  header: string;
  catalog: Record<string, PdfValue | undefined>;
  info: Record<string, PdfValue | undefined>;
  xmp: string | undefined;
  trailer: Record<string, PdfValue | undefined>;
  /** Shared by all pages, by category. */
  resources: Record<string, Record<string, PdfValue>>;
  pages: PagePart[];
  /** Objects by number; those from 60 on are free for tests. */
  objects: Map<number, PdfValue>;
}

const PAGES = 2;
const PAGE_TREE = 2;
const FIRST_PAGE = 10;
const FIRST_CONTENT = 30;
const INFO = 50;
const XMP = 51;

const ref = (number: number): PdfRef => new PdfRef(number);
const text = (value: string): PdfString => new PdfString(value);

export function stream(entries: Record<string, PdfValue | undefined>, bytes: string | Uint8Array): PdfStream {
  return new PdfStream(dict(entries), typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
}

/** A profile as far as its header goes: nothing looks behind it. */
export function profile(space = 'CMYK', kind = 'prtr'): Uint8Array {
  const bytes = Buffer.alloc(132);
  bytes.writeUInt32BE(132, 0);
  bytes.write('\x02\x40\0\0', 8, 'latin1');
  bytes.write(kind, 12);
  bytes.write(space, 16);
  bytes.write('Lab ', 20);
  bytes.write('acsp', 36);
  return bytes;
}

/** Ink of a picture: `pixels` wide, 4/3 high. */
export function picture(pixels: number, space: string, components: number): PdfStream {
  const height = Math.round((pixels * 3) / 4);
  const entries = { Type: name('XObject'), Subtype: name('Image'), Width: pixels, Height: height, BitsPerComponent: 8 };
  return stream({ ...entries, ColorSpace: name(space) }, new Uint8Array(pixels * height * components).fill(64));
}

/** Every code is its ASCII character. */
export const ASCII_MAP = '1 beginbfrange <20> <7E> <0020> endbfrange';

/** Black text, a rule, a tint that bleeds off the left edge, and a picture 72 pt wide. */
const CONTENT = [
  '/over gs',
  `0.1 0.2 0 0 k 0 200 ${BLEED + 20} 100 re f`,
  '0 0 0 1 k 0 0 0 1 K',
  'BT /F1 10 Tf 80 700 Td (Yearbook 2022) Tj ET',
  '0.5 w 80 680 m 300 680 l S',
  'q 72 0 0 54 80 500 cm /Im1 Do Q',
].join('\n');

export function cleanParts(): Parts {
  const bleedBox = [0, 0, WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED];
  const trimBox = [BLEED, BLEED, WIDTH + BLEED, HEIGHT + BLEED];
  return {
    header: '%PDF-1.6\n%\xe2\xe3\xcf\xd3\n',
    catalog: {
      Type: name('Catalog'),
      Pages: ref(PAGE_TREE),
      Metadata: ref(XMP),
      OutputIntents: [ref(5)],
    },
    info: {
      Title: text('Yearbook'),
      Creator: text('tests'),
      Producer: text('tests'),
      CreationDate: text("D:20230101080000+08'00'"),
      ModDate: text('D:20230101000000Z'),
      Trapped: name('False'),
    },
    xmp: xmpOf(),
    trailer: { ID: [text('0123456789abcdef'), text('0123456789abcdef')] },
    resources: {
      Font: { F1: ref(20) },
      ExtGState: { over: dict({ op: true, OP: true, OPM: 1 }) },
      XObject: { Im1: ref(24) },
    },
    pages: Array.from({ length: PAGES }, () => ({
      content: CONTENT,
      entries: { MediaBox: bleedBox, BleedBox: bleedBox, TrimBox: trimBox },
    })),
    objects: new Map<number, PdfValue>([
      [5, outputIntent(ref(6))],
      [6, stream({ N: 4 }, profile())],
      [20, simpleFont({})],
      [21, dict({ Type: name('FontDescriptor'), FontName: name('ABCDEF+Plain'), Flags: 32, FontFile2: ref(22) })],
      [22, stream({}, 'font')],
      [23, stream({}, ASCII_MAP)],
      [24, picture(320, 'DeviceCMYK', 4)],
    ]),
  };
}

export function outputIntent(destination: PdfValue): PdfValue {
  return dict({
    Type: name('OutputIntent'),
    S: name('GTS_PDFX'),
    OutputConditionIdentifier: text('CGATS TR 001'),
    RegistryName: text('http://www.color.org'),
    DestOutputProfile: destination,
  });
}

export function simpleFont(entries: Record<string, PdfValue | undefined>): PdfValue {
  return dict({
    Type: name('Font'),
    Subtype: name('TrueType'),
    BaseFont: name('ABCDEF+Plain'),
    FirstChar: 32,
    LastChar: 126,
    Widths: Array.from({ length: 95 }, () => 500),
    FontDescriptor: ref(21),
    ToUnicode: ref(23),
    ...entries,
  });
}

export function xmpOf(change: (properties: Record<string, string>) => void = () => undefined): string {
  const properties: Record<string, string> = {
    'dc:title': '<rdf:Alt><rdf:li xml:lang="x-default">Yearbook</rdf:li></rdf:Alt>',
    'xmp:CreatorTool': 'tests',
    'pdf:Producer': 'tests',
    'xmp:CreateDate': '2023-01-01T00:00:00Z',
    'xmp:ModifyDate': '2023-01-01T08:00:00+08:00',
    'xmp:MetadataDate': '2023-01-01T00:00:00Z',
    'pdf:Trapped': 'False',
    'pdfxid:GTS_PDFXVersion': 'PDF/X-4',
    'xmpMM:DocumentID': 'uuid:1',
    'xmpMM:VersionID': '1',
    'xmpMM:RenditionClass': 'default',
  };
  change(properties);
  const names = {
    dc: 'http://purl.org/dc/elements/1.1/',
    xmp: 'http://ns.adobe.com/xap/1.0/',
    pdf: 'http://ns.adobe.com/pdf/1.3/',
    pdfxid: 'http://www.npes.org/pdfx/ns/id/',
    xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
  };
  const spaces = Object.entries(names).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  const elements = Object.entries(properties).map(([key, value]) => `<${key}>${value}</${key}>`);
  return `<?xpacket begin="\ufeff"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ${spaces.join(' ')}>${elements.join('\n')}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;
}

/** All objects of the file by number. */
export function objectsOf(parts: Parts): Map<number, PdfValue> {
  const { objects } = parts;
  const all = new Map(objects);
  const put = (number: number, value: PdfValue): void => {
    if (!all.has(number)) all.set(number, value);
  };
  put(1, dict(parts.catalog));
  put(
    PAGE_TREE,
    dict({ Type: name('Pages'), Kids: parts.pages.map((_, i) => ref(FIRST_PAGE + i)), Count: parts.pages.length }),
  );
  for (const [i, { content, entries }] of parts.pages.entries()) {
    const resources = dict(
      Object.fromEntries(Object.entries(parts.resources).map(([key, value]) => [key, dict(value)])),
    );
    const page = { Type: name('Page'), Parent: ref(PAGE_TREE), Resources: resources, Contents: ref(FIRST_CONTENT + i) };
    put(FIRST_PAGE + i, dict({ ...page, ...entries }));
    put(FIRST_CONTENT + i, stream({}, content));
  }
  put(INFO, dict(parts.info));
  if (parts.xmp !== undefined)
    put(XMP, stream({ Type: name('Metadata'), Subtype: name('XML') }, Buffer.from(parts.xmp)));
  return all;
}

/** The clean file, changed. */
export function pressPdf(change: (parts: Parts) => void = () => undefined): Uint8Array {
  const parts = cleanParts();
  change(parts);
  const all = objectsOf(parts);
  const pieces: Uint8Array[] = [Buffer.from(parts.header, 'latin1')];
  let length = parts.header.length;
  let table = '';
  for (const [number, value] of all) {
    table += `${number} 1\n${String(length).padStart(10, '0')} 00000 n \n`;
    for (const piece of objectBytes(number, value)) {
      pieces.push(piece);
      length += piece.length;
    }
  }
  const entries = dict({ Size: 1 + Math.max(...all.keys()), Root: ref(1), Info: ref(INFO), ...parts.trailer });
  pieces.push(Buffer.from(`xref\n${table}trailer\n`), Buffer.from(serialize(entries), 'latin1'));
  pieces.push(Buffer.from(`\nstartxref\n${length}\n%%EOF\n`));
  return Buffer.concat(pieces);
}

/** The report without plates. */
export function reportOf(bytes: Uint8Array, terms: Partial<Terms> = {}): Promise<Report> {
  return preflight('test.pdf', bytes, { ink: 300, bleed: 3, ...terms });
}

/** `rgb-text 2`: rule and page of every finding, each once. */
export async function faultsOf(bytes: Uint8Array, terms: Partial<Terms> = {}): Promise<string[]> {
  const { findings } = await reportOf(bytes, terms);
  const all = findings.map(({ rule, page }) => (page === undefined ? rule : `${rule} ${page}`));
  return [...new Set(all)].sort();
}
