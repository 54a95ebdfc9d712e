/**
 * Findings as notes of the PDF (ISO 32000-1, 12.5), and the links of the lists.
 *
 * A note is a highlight over its words: the reader that opens it sees who says it, the rule, the reason and what to do,
 * and can answer it. It is not printed: on paper the words in the margin say the same, and colour over the characters
 * would hide what has to be read.
 */
import {
  dict,
  name,
  type PdfDict,
  type PdfRef,
  PdfStream,
  type PdfString,
  type PdfValue,
  textString,
} from '../../press/pdf/values.js';
import type { Sheet, SheetLink, SheetNote } from '../drawing.js';
import { SEVERITY_INKS } from '../sheet/inks.js';
import { fill, SEVERITY_NAMES, WORDS } from '../sheet/words.js';
import { rgb } from './content.js';

/** How much of the page is left above what a link leads to, points. */
const ABOVE = 60;

/** Sheets as objects, for what leads to them. */
export interface Target {
  ref: PdfRef;
  height: number;
}

/**
 * The notes and links of a sheet.
 *
 * @param targets all sheets
 * @param date when the proof was made, as a PDF date
 * @param add makes an object
 * @param taken names of notes that were given; each is unique
 */
export function annotationsOf(
  sheet: Sheet,
  page: PdfRef,
  targets: readonly Target[],
  date: PdfString,
  add: (value: PdfValue) => PdfRef,
  taken: Set<string>,
): PdfRef[] {
  return [
    ...sheet.notes.map((note) => add(noteOf(note, sheet.height, page, date, add, taken))),
    ...sheet.links.map((link) => add(linkOf(link, sheet.height, targets))),
  ];
}

function noteOf(
  note: SheetNote,
  height: number,
  page: PdfRef,
  date: PdfString,
  add: (value: PdfValue) => PdfRef,
  taken: Set<string>,
): PdfDict {
  const { finding } = note;
  const { severity, reason, remedy } = finding;
  const [left, bottom, right, top] = rectangle(note, height);
  const said = `${SEVERITY_NAMES[severity]}：${reason}`;
  const inks = rgb(SEVERITY_INKS[severity]);
  return dict({
    Type: name('Annot'),
    Subtype: name('Highlight'),
    Rect: [left, bottom, right, top],
    QuadPoints: [left, top, right, top, left, bottom, right, bottom],
    P: page,
    T: textString(finding.author),
    Subj: textString(finding.rule),
    Contents: textString(remedy ? `${said}\n${fill(WORDS.remedy, { remedy })}` : said),
    NM: textString(uniqueName(finding.number, taken)),
    M: date,
    CreationDate: date,
    // No flag: on the screen, not on paper.
    F: 0,
    C: inks,
    CA: SHADE,
    AP: dict({ N: add(shade([left, bottom, right, top], inks)) }),
  });
}

/** The characters are seen through the colour. */
const SHADE = 0.32;

function shade(box: readonly number[], inks: readonly number[]): PdfStream {
  const [left = 0, bottom = 0, right = 0, top = 0] = box;
  const state = dict({ ca: SHADE, BM: name('Multiply') });
  const entries = dict({
    Type: name('XObject'),
    Subtype: name('Form'),
    BBox: [...box],
    Group: dict({ S: name('Transparency') }),
    Resources: dict({ ExtGState: dict({ G: state }) }),
  });
  const content = `/G gs ${inks.map((ink) => ink.toFixed(4)).join(' ')} rg ${left} ${bottom} ${right - left} ${top - bottom} re f`;
  return new PdfStream(entries, Buffer.from(content, 'latin1'));
}

function uniqueName(number: string, taken: Set<string>): string {
  let unique = number;
  for (let i = 2; taken.has(unique); i++) unique = `${number}-${i}`;
  taken.add(unique);
  return unique;
}

function linkOf(link: SheetLink, height: number, targets: readonly Target[]): PdfDict {
  const target = targets[link.sheet];
  if (!target) throw new RangeError(`a link leads to sheet ${link.sheet}, which is not there`);
  const y = Math.min(target.height, target.height - link.y + ABOVE);
  return dict({
    Type: name('Annot'),
    Subtype: name('Link'),
    Rect: rectangle(link, height),
    Border: [0, 0, 0],
    F: 4,
    Dest: [target.ref, name('XYZ'), null, round(y), null],
  });
}

function rectangle(
  { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number },
  height: number,
): [number, number, number, number] {
  return [round(left), round(height - bottom), round(right), round(height - top)];
}

function round(points: number): number {
  return Math.round(points * 1000) / 1000;
}
