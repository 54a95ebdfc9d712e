/** The pages of a proof with the addresses of their lines, from the lines that the inspector reads in the PDF. */
import { inkLeft, inkRight } from '../inspect/glyphs.js';
import { type Line, type Model, type Sheet, textOf } from '../inspect/lines.js';
import { type FindSource, sourcesOf } from '../inspect/sources.js';
import type { PhotoFrame } from '../paginate/page-frames.js';
import { columnLetter, formatAddress } from './address.js';
import type { ProofColumn, ProofLine, ProofPage, ProofPhoto } from './model.js';
import type { AddressedLine } from './passages.js';

const MM_PER_INCH = 25.4;
const POINTS_PER_INCH = 72;

/** Pages, and the same lines flow by flow for whoever asks what stands on them. */
export interface ReadPages {
  pages: ProofPage[];
  lines: Map<string, AddressedLine[]>;
}

/** A photo at one of the places where it is printed: the desk knows what it was ordered for. */
interface PhotoUse {
  file: string;
  widthMm: number;
  ppi: number;
}

/**
 * @param sideOf the side of a sheet of the book, by its index
 * @param uses the photos as they were ordered
 */
export function readPages(
  { sheets }: Model,
  sideOf: (sheet: number) => ProofPage['side'],
  uses: readonly PhotoUse[],
): ReadPages {
  const lines = new Map<string, AddressedLine[]>();
  const finders = new Map<string, FindSource>();
  const pages = sheets.map((sheet) => {
    const sourceOf = finders.get(sheet.flow.id) ?? sourcesOf(sheet.flow.runs);
    finders.set(sheet.flow.id, sourceOf);
    const { page, addressed } = readPage(sheet, sideOf(sheet.index), sourceOf, uses);
    lines.set(sheet.flow.id, [...(lines.get(sheet.flow.id) ?? []), ...addressed]);
    return page;
  });
  return { pages, lines };
}

function readPage(
  sheet: Sheet,
  side: ProofPage['side'],
  sourceOf: FindSource,
  uses: readonly PhotoUse[],
): { page: ProofPage; addressed: AddressedLine[] } {
  const { frame, flow, index, boxes } = sheet;
  const hasColumns = boxes.some((box) => box.frame.column >= 0);
  const columns: ProofColumn[] = [];
  const addressed: AddressedLine[] = [];
  for (const { frame: box, lines } of boxes) {
    const letter = columnLetter(box.column, hasColumns);
    let column = columns.find((each) => each.letter === letter);
    if (!column) {
      column = { letter, left: round(box.left), right: round(box.right), lines: [] };
      columns.push(column);
    }
    for (const line of lines) {
      const address = formatAddress({ folio: frame.folio, letter, line: line.number });
      column.lines.push(proofLine(line, address, sourceOf(line.offset)));
      addressed.push({ line, address });
    }
  }
  const page: ProofPage = {
    sheet: index + 1,
    folio: frame.folio,
    side,
    flow: flow.id,
    title: flow.title,
    area: { left: round(frame.left), top: round(frame.top), right: round(frame.right), bottom: round(frame.bottom) },
    columns,
    photos: frame.photos.map((photo) => proofPhoto(photo, uses)),
  };
  return { page, addressed };
}

/** Of several places the one of this width is meant. */
function proofPhoto({ file, left, top, right, bottom }: PhotoFrame, uses: readonly PhotoUse[]): ProofPhoto {
  const width = ((right - left) * MM_PER_INCH) / POINTS_PER_INCH;
  const distance = (use: PhotoUse): number => Math.abs(use.widthMm - width);
  const [use] = uses.filter((each) => each.file === file).sort((a, b) => distance(a) - distance(b));
  const box = { left: round(left), top: round(top), right: round(right), bottom: round(bottom) };
  return { file, ...box, ppi: Math.round(use?.ppi ?? 0) };
}

function proofLine(line: Line, address: string, source: ProofLine['source']): ProofLine {
  const first = line.glyphs[0];
  const last = line.glyphs.at(-1);
  return {
    address,
    line: line.number,
    x: round(first ? inkLeft(first) : 0),
    y: round(line.y),
    end: round(last ? inkRight(last) : 0),
    text: textOf(line),
    ...(source && { source }),
  };
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}
