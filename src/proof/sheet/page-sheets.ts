/** The sheets that hold pages: each page, and what stands round it. */
import type { Sheet } from '../drawing.js';
import { EDGE } from './inks.js';
import type { ProofSheetsInput } from './input.js';
import { findingMarks } from './margin/finding-marks.js';
import { drawFootNotes } from './margin/foot-notes.js';
import { columnLetters, correctionRoom, cropTicks, photoStamps, watermark } from './margin/guides.js';
import { headAbove, headBeside } from './margin/head-strip.js';
import { drawLanes, type Lane, lanesOf, reachOf } from './margin/lanes.js';
import { drawMarginNotes, findingTicks, marginNotes, noteColumn } from './margin/margin-notes.js';
import type { SheetFrame } from './paper.js';
import type { LinePlace, SheetSlots } from './slots.js';
import { titleOf } from './titles.js';

/** Where the printer says nothing of 最低分辨率. */
const LEAST_PPI = 225;

/** Of the head strip of a margin: it keeps clear of what stands below. */
const BELOW_HEAD = 8;

/**
 * @param sheets pages by sheet
 * @param of how many sheets the proof has
 */
export function pageSheets(
  input: ProofSheetsInput,
  frame: SheetFrame,
  sheets: readonly SheetSlots[],
  places: ReadonlyMap<string, LinePlace>,
  of: number,
): Sheet[] {
  const changed = new Set(input.changes.flatMap(({ bars }) => bars));
  const allNotes = marginNotes(input, places);
  return sheets.map((slots, index): Sheet => {
    const { short, long } = titleOf(slots);
    const sheet: Sheet = {
      width: frame.width,
      height: frame.height,
      title: short,
      pages: slots.map(({ page: _, ...placed }) => placed),
      items: [],
      notes: [],
      links: [],
    };
    if (input.clean) return sheet;
    const lanes = lanesOf(slots, frame);
    const facts = { title: long, number: index + 1, of };
    const notes = allNotes.get(index) ?? [];
    sheet.items.push(
      ...watermark(slots, input.head.round, input.measure),
      ...cropTicks(slots),
      ...columnLetters(slots, frame),
      ...drawLanes(lanes, input, frame, changed),
      ...findingTicks(notes, lanes),
      ...photoStamps(slots, frame, input.leastPpi ?? LEAST_PPI, input.measure),
    );
    let below = frame.top;
    if (frame.head === 'above') sheet.items.push(...headAbove(input, facts, frame));
    else {
      const head = headBeside(input, facts, frame, ...headRoom(lanes, frame));
      sheet.items.push(...head.items);
      below = head.bottom + BELOW_HEAD;
    }
    if (frame.notes === 'below') sheet.items.push(...drawFootNotes(input, places, index, frame));
    else {
      for (const side of ['left', 'right'] as const) {
        const column = noteColumn(lanes, side, frame, below);
        const own = notes.filter(({ place }) => lanes.some((lane) => lane.side === side && holds(lane, place)));
        sheet.items.push(...correctionRoom(column, frame), ...drawMarginNotes(own, column, input.measure));
      }
    }
    sheet.notes.push(...findingMarks(input.findings, places, index, frame.scale, input.measure));
    return sheet;
  });
}

function holds({ slot, columns }: Lane, place: LinePlace): boolean {
  return slot === place.slot && columns.includes(place.column);
}

/** From the edge of the paper to the lanes, at the left and at the right. */
function headRoom(lanes: readonly Lane[], frame: SheetFrame): [[number, number], [number, number]] {
  const [left, right] = [frame.side - reachOf(lanes, 'left') - 12, frame.side - reachOf(lanes, 'right') - 12];
  return [
    [EDGE, left],
    [frame.width - right, frame.width - EDGE],
  ];
}
