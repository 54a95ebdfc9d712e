/**
 * What stands on the paper around a page: crop marks, where the knife cuts; registration marks, by which the plates are
 * laid over each other; and the slug line. Its words are drawn as outlines, so that the text of the file is that of the
 * book and of nothing else.
 */

import { dict, name, type PdfDict, PdfStream, type PdfValue } from '../pdf/values.js';
import type { PressBoxes } from '../pdfx/boxes.js';

/** Draws words. */
export interface Pen {
  /** Path operators of a line of text whose baseline begins at x, y, and the width of the line, all in points. */
  outline(text: string, size: number, x: number, y: number): { path: string; width: number };
}

export interface SlugLine {
  /** 《金川区年鉴（2022）》　2022-12-01 */
  book: string;
  /** 第5面，共66面 */
  sheet(page: number, pages: number): string;
}

export interface PageMarks {
  /** What is the same on all pages of one size; made once for each. */
  form: PdfStream;
  /** Content of its own, behind the form. */
  content: string;
}

const MM = 72 / 25.4;
/** How much paper the marks take beyond the bleed, mm. */
export const MARKS_MARGIN = 9;
/** Crop marks keep away from the bleed, so that no cut shows them. */
const GAP = 1 * MM;
const LENGTH = 5 * MM;
const HAIRLINE = 0.25;
const TARGET = 3.5 * MM;
const RADIUS = 1.3 * MM;
const ARM = 2.3 * MM;
const SLUG = 5 * MM;
const SLUG_SIZE = 7;
const PATCH = 3 * MM;
/** A Bézier curve of a quarter of a circle. */
const QUARTER = 0.5523;

/** Draws the marks of pages. */
export function openMarks(pen: Pen, slug: SlugLine): (boxes: PressBoxes, page: number, pages: number) => PageMarks {
  const forms = new Map<string, { form: PdfStream; after: [number, number] }>();
  return (boxes, page, pages) => {
    const key = boxes.media.join(' ');
    let made = forms.get(key);
    if (!made) {
      made = fixedMarks(boxes, pen, slug);
      forms.set(key, made);
    }
    const { path } = pen.outline(slug.sheet(page, pages), SLUG_SIZE, ...made.after);
    return { form: made.form, content: `q 0 0 0 1 k\n${path}f\nQ\n` };
  };
}

function fixedMarks(boxes: PressBoxes, pen: Pen, slug: SlugLine): { form: PdfStream; after: [number, number] } {
  const { media, bleed, trim } = boxes;
  const x = trim[0] + 12 * MM;
  const y = bleed[1] - SLUG;
  const words = pen.outline(slug.book, SLUG_SIZE, x, y);
  const centre = (trim[0] + trim[2]) / 2;
  const content = [
    `/NJAll CS 1 SCN /NJAll cs 1 scn ${HAIRLINE} w`,
    ...cropMarks(boxes),
    ...targets(boxes),
    '0 0 0 1 k',
    `${words.path}f`,
    ...separations(pen, centre + 14 * MM, y),
    '',
  ].join('\n');
  const entries = dict({
    Type: name('XObject'),
    Subtype: name('Form'),
    BBox: [...media],
    Resources: dict({ ColorSpace: dict({ NJAll: registrationColour() }) }),
  });
  return { form: new PdfStream(entries, Buffer.from(content, 'latin1')), after: [x + words.width + 4 * MM, y] };
}

/** Two lines at each corner of the trim, away from the page. */
function cropMarks({ bleed, trim }: PressBoxes): string[] {
  const [left, bottom, right, top] = bleed;
  const lines: string[] = [];
  for (const x of [trim[0], trim[2]]) {
    lines.push(line(x, bottom - GAP, x, bottom - GAP - LENGTH), line(x, top + GAP, x, top + GAP + LENGTH));
  }
  for (const y of [trim[1], trim[3]]) {
    lines.push(line(left - GAP, y, left - GAP - LENGTH, y), line(right + GAP, y, right + GAP + LENGTH, y));
  }
  return lines;
}

/** A circle with a cross in the middle of each side. */
function targets({ bleed }: PressBoxes): string[] {
  const [left, bottom, right, top] = bleed;
  const [middle, centre] = [(bottom + top) / 2, (left + right) / 2];
  const places: [number, number][] = [
    [left - TARGET, middle],
    [right + TARGET, middle],
    [centre, bottom - TARGET],
    [centre, top + TARGET],
  ];
  return places.flatMap(([x, y]) => [circle(x, y), line(x - ARM, y, x + ARM, y), line(x, y - ARM, x, y + ARM)]);
}

/** A patch and its letter in each ink: every plate says which it is. */
function separations(pen: Pen, x: number, y: number): string[] {
  return [...'CMYK'].flatMap((letter, i) => {
    const at = x + i * 9 * MM;
    const inks = [0, 1, 2, 3].map((ink) => (ink === i ? 1 : 0)).join(' ');
    const { path } = pen.outline(letter, SLUG_SIZE, at + PATCH + 1 * MM, y);
    return [`${inks} k`, `${number(at)} ${number(y - 0.5)} ${number(PATCH)} ${number(SLUG_SIZE - 1)} re f`, `${path}f`];
  });
}

/** The colour that is on every plate. */
function registrationColour(): PdfValue[] {
  const tint: PdfDict = dict({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 });
  return [name('Separation'), name('All'), name('DeviceCMYK'), tint];
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `${number(x1)} ${number(y1)} m ${number(x2)} ${number(y2)} l S`;
}

function circle(x: number, y: number): string {
  const [r, c] = [RADIUS, RADIUS * QUARTER];
  const curve = (...points: number[]): string => `${points.map(number).join(' ')} c`;
  return [
    `${number(x + r)} ${number(y)} m`,
    curve(x + r, y + c, x + c, y + r, x, y + r),
    curve(x - c, y + r, x - r, y + c, x - r, y),
    curve(x - r, y - c, x - c, y - r, x, y - r),
    curve(x + c, y - r, x + r, y - c, x + r, y),
    's',
  ].join(' ');
}

function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
