/** The press edition of a book: book-press.pdf from book.pdf, the inks of its theme, and what the printer wants to know. */
import { basename } from 'node:path';
import { pressMessages, pressTextMessages } from '../check/press-gates.js';
import type { InkRow } from '../design/ink-table.js';
import { openOutlinePen } from '../fonts/outline-pen.js';
import { MARKS_MARGIN, openMarks } from '../press/marks/marks.js';
import { PDFX, type PdfxStandard } from '../press/pdfx/identification.js';
import { type PressFile, pressFile } from '../press/pdfx/press-file.js';
import type { Surround } from '../press/pdfx/press-pages.js';
import { type ConverterOptions, openImageConverter } from '../press/photos/convert.js';
import { treatmentMessages } from '../press/photos/treatment.js';
import { type CmykProfile, loadProfile, ProfileProblem } from '../press/profile/profile.js';
import { extractText } from '../press/text/extract.js';
import type { Message } from '../tree/message.js';
import type { VolumeSettings } from '../tree/nodes.js';
import type { PressSettings } from '../tree/press-settings.js';
import { bookDate } from './date.js';
import { convertShares, inkTable } from './press-inks.js';
import { bookTitle } from './theme.js';

/** What the command line asks for; what it leaves out, 印刷 of book.yaml says. */
export interface PressRequest {
  standard?: PdfxStandard;
  marks?: boolean;
}

export interface PressReport {
  /** Absolute path. */
  file: string;
  bytes: number;
  /** `PDF/X-4` */
  standard: string;
  /** The printing condition for which its inks are meant. */
  condition: string;
  bleedMm: number;
  marks: boolean;
  photos: number;
  signatures: Signatures;
  /** The ink table: per cent of cyan, magenta, yellow and black. */
  inks: Record<string, number[]>;
}

/** 帖: the sections of 16 pages of which a book is bound. */
export interface Signatures {
  /** Pages of one. */
  size: number;
  whole: number;
  /** Pages after the last whole one. */
  rest: number;
  /** Blank pages that would make that one whole. */
  blanks: number;
}

export interface PressEdition {
  bytes: Uint8Array;
  report: PressReport;
  messages: Message[];
}

export interface PressMaterial {
  settings: VolumeSettings;
  /** Absolute path of the volume folder. */
  folder: string;
  /** Absolute path of the file to be. */
  file: string;
  /** Keeps converted photos; absolute path. */
  cache: string;
  /** The file of a department from which a picture of the book was made, by the SHA-256 of the picture. */
  originals: ConverterOptions['originals'] & {};
  onPhoto?(done: number, total: number): void;
}

/** Makes the press edition of the book whose PDF is `screen`; one without bytes where its profile cannot be used. */
export async function pressEdition(
  screen: Uint8Array,
  request: PressRequest,
  material: PressMaterial,
): Promise<PressEdition | { messages: Message[] }> {
  const { settings, folder, file, cache, originals, onPhoto } = material;
  const standard = request.standard ?? (settings.press.standard === 'PDF/X-1a' ? '1a' : '4');
  const press: PressSettings = {
    ...settings.press,
    standard: standard === '1a' ? 'PDF/X-1a' : 'PDF/X-4',
    marks: request.marks ?? settings.press.marks,
  };
  const profile = await loadProfile(press, folder).catch((error: unknown) => {
    if (error instanceof ProfileProblem) return error.problem;
    throw error;
  });
  if (!('bytes' in profile)) return { messages: [profile] };
  const photos = openImageConverter({
    profile,
    quality: press.photoQuality,
    inkLimit: press.inkLimit,
    intent: press.intent,
    cacheFolder: cache,
    originals,
  });
  const table = await inkTable(settings.layout, profile);
  const made = await pressFile(screen, {
    title: bookTitle(settings),
    author: settings.compiler ?? settings.sponsor,
    language: 'zh-CN',
    date: bookDate(settings),
    standard,
    profile,
    table,
    photos,
    convert: (colours) => convertShares(colours, profile),
    bleedMm: press.bleedMm,
    ...(press.marks && { marks: marksOf(settings) }),
    ...(onPhoto && { onPhoto }),
  });
  const name = basename(file);
  return {
    bytes: made.bytes,
    report: reportOf(file, made, press, profile, table),
    messages: [
      ...treatmentMessages(photos.treated()),
      ...pressMessages(made.findings, name, standard),
      ...pressTextMessages(pageTexts(screen), pageTexts(made.bytes), name),
    ],
  };
}

function pageTexts(pdf: Uint8Array): string[] {
  return extractText(pdf).map((page) => page.runs.map((run) => run.text).join('\n'));
}

/** Words of the slug line are drawn in 黑. */
const SLUG_FAMILY = 'NJ Hei';

function marksOf(settings: VolumeSettings): Surround['marks'] {
  const slug = {
    book: `${bookTitle(settings)}　${bookDate(settings).toISOString().slice(0, 10)}`,
    sheet: (page: number, pages: number) => `第${page + 1}面，共${pages}面`,
  };
  return { marginMm: MARKS_MARGIN, draw: openMarks(openOutlinePen(SLUG_FAMILY), slug) };
}

const SIGNATURE = 16;

/** How `pages` fill signatures. */
export function signaturesOf(pages: number): Signatures {
  const rest = pages % SIGNATURE;
  return { size: SIGNATURE, whole: Math.floor(pages / SIGNATURE), rest, blanks: rest === 0 ? 0 : SIGNATURE - rest };
}

function reportOf(
  file: string,
  { bytes, pages, photos }: PressFile,
  press: PressSettings,
  profile: CmykProfile,
  table: readonly InkRow[],
): PressReport {
  const percents = ({ name, cmyk }: InkRow): [string, number[]] => [
    name.slice(2),
    cmyk.map((share) => Math.round(share * 10000) / 100),
  ];
  return {
    file,
    bytes: bytes.length,
    standard: PDFX[press.standard === 'PDF/X-1a' ? '1a' : '4'].title,
    condition: profile.identifier,
    bleedMm: press.bleedMm,
    marks: press.marks,
    photos,
    signatures: signaturesOf(pages),
    inks: Object.fromEntries(table.map(percents)),
  };
}
