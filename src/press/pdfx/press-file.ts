/**
 * The press PDF: the book as it was printed for the screen, with its colours as inks, its pages with boxes and marks, and
 * the profile of the press. Words and places are those of the screen PDF; structure, links and tags stay behind.
 */
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { type DocumentInfo, infoDict, xmpStream } from '../document-info.js';
import { type ImageDesk, pressImage } from '../ink/image.js';
import { type Cmyk, type InkEntry, type Inks, openInks, type Rgb } from '../ink/inks.js';
import { catalogOf, pagesOf } from '../pdf/pages.js';
import { openPdf, type PdfFile } from '../pdf/pdf-file.js';
import { nextNumber } from '../pdf/rewrite.js';
import { decodeText, name, type PdfDict, type PdfRef, PdfStream, PdfString, type PdfValue } from '../pdf/values.js';
import type { ImageConverter } from '../photos/convert.js';
import type { CmykProfile } from '../profile/profile.js';
import { contentOf } from '../text/extract.js';
import { assemble } from './assemble.js';
import { type Finding, findingsOf, type Notes } from './findings.js';
import { PDFX, type PdfxStandard, statedKeys } from './identification.js';
import { outputIntent, profileStream } from './output-intent.js';
import { openPressObjects, type PressObjects } from './press-objects.js';
import { type DrawnPage, pressPages, type Surround } from './press-pages.js';

export interface PressFileOptions extends DocumentInfo, Surround {
  standard: PdfxStandard;
  profile: CmykProfile;
  /** The ink table of the theme. */
  table: readonly InkEntry[];
  photos: ImageConverter;
  /** The inks of colours, shares from 0 to 1, by the profile. */
  convert(colours: readonly Rgb[]): Promise<Cmyk[]>;
  /** Told how many photos of how many are converted. */
  onPhoto?(done: number, total: number): void;
}

export interface PressFile {
  bytes: Uint8Array;
  pages: number;
  photos: number;
  findings: Finding[];
}

/** Makes the press PDF from the screen PDF. Throws a PdfError where that cannot be read. */
export async function pressFile(screen: Uint8Array, options: PressFileOptions): Promise<PressFile> {
  const file = openPdf(screen);
  const inks = openInks(options.table);
  let book = convertPages(file, inks);
  const wanted = inks.wanted();
  if (wanted.length > 0) {
    // Colours that the table does not know: asked of the profile all at once, and the pages are written again.
    inks.learn(wanted, await options.convert(wanted));
    book = convertPages(file, inks);
  }
  const { press, drawn, notes } = book;
  const photos = await convertImages({ file, inks, photos: options.photos, convert: options.convert }, press, options);
  const pages = pressPages(drawn, options, press.objects, press.add);
  const { root, info } = catalog(file, press.add, pages, options);
  await pack(press.objects);
  const { version } = PDFX[options.standard];
  const bytes = assemble(file, { version, root, info, objects: press.objects });
  return { bytes, pages: drawn.length, photos, findings: findingsOf(notes) };
}

function convertPages(file: PdfFile, inks: Inks): { press: PressObjects; drawn: DrawnPage[]; notes: Notes[] } {
  const press = openPressObjects(file, inks, nextNumber(file));
  const notes: Notes[] = [];
  const drawn = pagesOf(file).map((page): DrawnPage => {
    const { contents, resources, notes: own } = press.page(contentOf(file, page), page.resources);
    notes.push(own);
    return { number: page.number, trim: page.mediaBox, contents, resources };
  });
  return { press, drawn, notes };
}

/** Photos at once; the converter itself works on several threads. */
const AT_ONCE = 4;

async function convertImages(desk: ImageDesk, press: PressObjects, { onPhoto }: PressFileOptions): Promise<number> {
  const queue = press.images.values();
  let done = 0;
  const work = async (): Promise<void> => {
    for (const { number, image, nature } of queue) {
      press.objects.set(number, await pressImage(desk, image, nature));
      done += 1;
      onPhoto?.(done, press.images.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return done;
}

/** The catalog, with what the book and the standard say, and the Info dictionary. */
function catalog(
  file: PdfFile,
  add: (value: PdfValue) => PdfRef,
  pages: PdfRef,
  options: PressFileOptions,
): { root: PdfRef; info: PdfRef } {
  const { standard, profile } = options;
  const old = catalogOf(file);
  const producer = file.resolve(file.dict(file.trailer.get('Info')).get('Producer'));
  const producerName = producer instanceof PdfString ? decodeText(producer) : 'Chromium';
  const stated = statedKeys(standard, file.bytes);
  const entries: PdfDict = new Map<string, PdfValue>([
    ['Type', name('Catalog')],
    ['Pages', pages],
    ['OutputIntents', [outputIntent(profile, add(profileStream(profile)))]],
    ['Metadata', add(xmpStream(options, producerName, stated))],
  ]);
  for (const key of ['PageLabels', 'Outlines', 'PageMode', ...PDFX[standard].catalogKeys]) {
    const value = old.get(key);
    if (value !== undefined) entries.set(key, value);
  }
  return { root: add(entries), info: add(infoDict(options, producerName, stated)) };
}

const deflated = promisify(deflate);

/** Packs the new streams; XMP stays plain, so that programs that do not read PDF find it. */
async function pack(objects: Map<number, PdfValue>): Promise<void> {
  await Promise.all(
    [...objects].map(async ([number, value]) => {
      if (!(value instanceof PdfStream) || value.dict.has('Filter') || isMetadata(value)) return;
      const entries = new Map(value.dict).set('Filter', name('FlateDecode'));
      objects.set(number, new PdfStream(entries, await deflated(value.bytes)));
    }),
  );
}

function isMetadata({ dict }: PdfStream): boolean {
  const type = dict.get('Type');
  return typeof type === 'object' && type !== null && 'name' in type && type.name === 'Metadata';
}
