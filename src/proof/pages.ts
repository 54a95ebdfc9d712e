/** The pages of a proof with the addresses of their lines, from the lines that the inspector reads in the PDF. */
import { inkLeft, inkRight } from '../inspect/glyphs.js';
import { type Line, type Model, type Sheet, textOf } from '../inspect/lines.js';
import { type FindSource, sourcesOf } from '../inspect/sources.js';
import { columnLetter, formatAddress } from './address.js';
import type { ProofColumn, ProofLine, ProofPage } from './model.js';
import type { AddressedLine } from './passages.js';

/** Pages, and the same lines flow by flow for whoever asks what stands on them. */
export interface ReadPages {
  pages: ProofPage[];
  lines: Map<string, AddressedLine[]>;
}

/** @param sideOf the side of a sheet of the book, by its index */
export function readPages({ sheets }: Model, sideOf: (sheet: number) => ProofPage['side']): ReadPages {
  const lines = new Map<string, AddressedLine[]>();
  const finders = new Map<string, FindSource>();
  const pages = sheets.map((sheet) => {
    const sourceOf = finders.get(sheet.flow.id) ?? sourcesOf(sheet.flow.runs);
    finders.set(sheet.flow.id, sourceOf);
    const { page, addressed } = readPage(sheet, sideOf(sheet.index), sourceOf);
    lines.set(sheet.flow.id, [...(lines.get(sheet.flow.id) ?? []), ...addressed]);
    return page;
  });
  return { pages, lines };
}

function readPage(
  sheet: Sheet,
  side: ProofPage['side'],
  sourceOf: FindSource,
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
    photos: [],
  };
  return { page, addressed };
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
