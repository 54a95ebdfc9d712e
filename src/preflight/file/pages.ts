/** The pages of any PDF, with their boxes, and where things lie on them (ISO 32000-1, 7.7.3 and 14.11.2). */
import type { Box } from '../../press/pdf/pages.js';
import { type PdfDict, PdfName, PdfRef, type PdfValue } from '../../press/pdf/values.js';
import type { Archive } from './archive.js';
import { pageLabels } from './page-labels.js';

export interface Page {
  /** Counted from 1. */
  number: number;
  /** What readers show as the page number: `iv`, `12`. */
  label: string;
  /** Object number, where the page is an object of its own. */
  object: number | undefined;
  dict: PdfDict;
  resources: PdfDict;
  /** Boxes as they stand in the file; trim and bleed only where they are there. */
  media: Box | undefined;
  crop: Box | undefined;
  bleed: Box | undefined;
  trim: Box | undefined;
  art: Box | undefined;
  rotate: number;
  userUnit: number;
}

const POINTS_PER_MM = 72 / 25.4;
export const toMm = (points: number): number => points / POINTS_PER_MM;
export const toPoints = (mm: number): number => mm * POINTS_PER_MM;

/** Deeper trees and longer books are damage or malice. */
const MAX_DEPTH = 60;
const MAX_PAGES = 20_000;

const INHERITED = ['MediaBox', 'CropBox', 'Resources', 'Rotate'] as const;

/** The pages in reading order. What is damaged is noted; a page that is no dictionary is left out. */
export function pagesOf(archive: Archive): Page[] {
  const { damage } = archive;
  const found: { dict: PdfDict; object: number | undefined }[] = [];
  const seen = new Set<number>();
  const visit = (ref: PdfValue | undefined, inherited: PdfDict, depth: number): void => {
    const number = ref instanceof PdfRef ? ref.number : undefined;
    if (number !== undefined && seen.has(number)) {
      damage.add('pages', `页面树中对象 ${number} 出现了两次`, number);
      return;
    }
    if (number !== undefined) seen.add(number);
    const own = archive.resolve(ref);
    if (!(own instanceof Map)) {
      damage.add('pages', `页面树中有一项不是页${number === undefined ? '' : `（对象 ${number}）`}`, number);
      return;
    }
    if (depth > MAX_DEPTH || found.length >= MAX_PAGES) {
      damage.add('pages', depth > MAX_DEPTH ? '页面树嵌套过深' : `页数超过 ${MAX_PAGES}`, number);
      return;
    }
    const dict: PdfDict = new Map(own);
    for (const key of INHERITED) {
      const value = own.get(key) ?? inherited.get(key);
      if (value !== undefined) dict.set(key, value);
    }
    const kids = archive.resolve(own.get('Kids'));
    if (Array.isArray(kids)) for (const kid of kids) visit(kid, dict, depth + 1);
    else found.push({ dict, object: number });
  };
  const root = archive.dict(archive.trailer.get('Root'));
  const tree = root.get('Pages');
  visit(tree, new Map(), 0);
  if (found.length === 0) found.push(...strayPages(archive));
  const count = archive.resolve(archive.dict(tree).get('Count'));
  if (count !== found.length) damage.add('pages', `页面树写着 ${count ?? '?'} 页，实际有 ${found.length} 页`);
  const labels = pageLabels(archive, found.length);
  return found.map(({ dict, object }, index) =>
    readPage(archive, dict, object, index, labels[index] ?? String(index + 1)),
  );
}

/** Where the page tree is lost, as in a file cut short: the pages themselves, in the order of their numbers. */
function strayPages(archive: Archive): { dict: PdfDict; object: number }[] {
  const pages: { dict: PdfDict; object: number }[] = [];
  for (const object of archive.numbers()) {
    if (pages.length >= MAX_PAGES) break;
    const value = archive.object(object);
    if (value instanceof Map && isName(archive.resolve(value.get('Type')), 'Page')) pages.push({ dict: value, object });
  }
  return pages;
}

function readPage(archive: Archive, dict: PdfDict, object: number | undefined, index: number, label: string): Page {
  const box = (key: string): Box | undefined => readBox(archive, dict.get(key));
  const rotate = archive.resolve(dict.get('Rotate'));
  const userUnit = archive.resolve(dict.get('UserUnit'));
  return {
    number: index + 1,
    label,
    object,
    dict,
    resources: archive.dict(dict.get('Resources')),
    media: box('MediaBox'),
    crop: box('CropBox'),
    bleed: box('BleedBox'),
    trim: box('TrimBox'),
    art: box('ArtBox'),
    rotate: typeof rotate === 'number' ? ((rotate % 360) + 360) % 360 : 0,
    userUnit: typeof userUnit === 'number' && userUnit > 0 ? userUnit : 1,
  };
}

/** A rectangle with its corners in order; nothing where it is none. */
export function readBox(archive: Archive, value: PdfValue | undefined): Box | undefined {
  const list = archive.resolve(value);
  const numbers = Array.isArray(list) ? list.map((each) => archive.resolve(each)) : [];
  const [x1, y1, x2, y2] = numbers;
  if (typeof x1 !== 'number' || typeof y1 !== 'number' || typeof x2 !== 'number' || typeof y2 !== 'number') {
    return undefined;
  }
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}

/** The box that will be cut out: TrimBox, or what stands for it. */
export function trimOf({ trim, art, crop, media }: Page): Box {
  return trim ?? art ?? crop ?? media ?? [0, 0, 0, 0];
}

/** How far the bleed reaches: BleedBox, or what stands for it. */
export function bleedOf({ bleed, crop, media }: Page): Box {
  return bleed ?? crop ?? media ?? [0, 0, 0, 0];
}

/** True for a name of this text. */
export function isName(value: PdfValue, text: string): boolean {
  return value instanceof PdfName && value.name === text;
}
