/** The pages as they lie on their sheets, and every line by its address. */
import type { PlacedPage } from '../drawing.js';
import type { LineAddress, ProofColumn, ProofLine, ProofPage } from '../model.js';
import type { SheetFrame } from './paper.js';

/** A page on a sheet. */
export interface Slot extends PlacedPage {
  page: ProofPage;
}

/** The pages that lie on one sheet, from the left. */
export type SheetSlots = readonly Slot[];

/** A line on a sheet; all measures are points on the sheet. */
export interface LinePlace {
  /** Index of the sheet. */
  sheet: number;
  slot: Slot;
  column: ProofColumn;
  line: ProofLine;
  x: number;
  y: number;
  end: number;
}

/** Puts each page on a sheet of its own, or facing pages together: a page stands at its own side of a spread. */
export function slotsOf(pages: readonly ProofPage[], frame: SheetFrame): SheetSlots[] {
  const slotOf = (page: ProofPage, place: number): Slot => ({
    sheet: page.sheet,
    left: frame.side + place * frame.pageWidth,
    top: frame.top,
    width: frame.pageWidth,
    height: frame.pageHeight,
    page,
  });
  if (frame.across === 1) return pages.map((page) => [slotOf(page, 0)]);
  const sheets: Slot[][] = [];
  for (const page of pages) {
    const last = sheets.at(-1)?.at(-1)?.page;
    const faces = page.side === 'right' && last?.side === 'left' && last.sheet + 1 === page.sheet;
    const slot = slotOf(page, page.side === 'right' ? 1 : 0);
    if (faces) sheets.at(-1)?.push(slot);
    else sheets.push([slot]);
  }
  return sheets;
}

/** Every line of the proof by its address; where two pages bear one folio, the first. */
export function linePlaces(sheets: readonly SheetSlots[], scale: number): Map<LineAddress, LinePlace> {
  const places = new Map<LineAddress, LinePlace>();
  for (const [sheet, slots] of sheets.entries()) {
    for (const slot of slots) {
      for (const column of slot.page.columns) {
        for (const line of column.lines) {
          if (places.has(line.address)) continue;
          const [x, y, end] = [
            slot.left + line.x * scale,
            slot.top + line.y * scale,
            slot.left + line.end * scale,
          ] as const;
          places.set(line.address, { sheet, slot, column, line, x, y, end });
        }
      }
    }
  }
  return places;
}
