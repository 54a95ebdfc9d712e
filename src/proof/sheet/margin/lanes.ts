/**
 * Lanes: what stands beside a column of lines, outside the trim. Outward from the trim a lane holds a bracket for what
 * belongs to the proof, a bar beside what has changed, and the address of every fifth line.
 *
 *     trim │ ⌊ ▌ 57a5
 *
 * The columns of the left half have their lanes at the left of the page, those of the right half at its right, the
 * outermost column nearest to the trim; facing pages have all their lanes at the outside.
 */
import type { BoxItem, DrawItem, LineItem, TextItem } from '../../drawing.js';
import type { LineAddress, ProofColumn, ProofLine } from '../../model.js';
import { INK, MM, PALE } from '../inks.js';
import type { ProofSheetsInput } from '../input.js';
import type { SheetFrame } from '../paper.js';
import type { SheetSlots, Slot } from '../slots.js';

export type Side = 'left' | 'right';

export interface Lane {
  side: Side;
  slot: Slot;
  columns: ProofColumn[];
  /** The edge of the trim, points on the sheet. */
  edge: number;
  /** Where the lane begins, outward from the edge. */
  offset: number;
  /** Addresses with their folio; those of a second lane have it beside them. */
  full: boolean;
  /** 1, or less where a margin is too narrow for all its lanes. */
  squeeze: number;
}

const FULL_LANE = 26;
const SHORT_LANE = 16;
/** Outward from the beginning of a lane. */
const BRACKET = 2;
const BAR = 4;
const BAR_WIDTH = 1.6;
const NUMBER = 8;
export const NUMBER_SIZE = 5.4;
/** Printers leave an edge white; a long folio on narrow paper is set smaller. */
const WHITE = 3 * MM;
const SMALLEST = 3.6;
/** A line of the body reaches so far above and below its baseline, points at full size. */
const ASCENT = 11;
const DESCENT = 4.5;
/** Bars and brackets with gaps smaller than this run through. */
const JOINED = 9;
/** Cells of a row share a baseline: their numbers would cover each other. */
const NUMBER_ROOM = 5;
const EVERY = 5;

/** The lanes of a sheet. What spans the columns (通栏) is numbered with the outermost column of its side. */
export function lanesOf(slots: SheetSlots, frame: SheetFrame): Lane[] {
  return slots.flatMap((slot) => {
    const body = slot.page.columns.filter(({ letter }) => letter !== 't');
    const spanning = slot.page.columns.filter(({ letter }) => letter === 't');
    const half = Math.ceil(body.length / 2);
    if (frame.across === 1) {
      return [
        ...lanesAt('left', slot, body.slice(0, half), spanning, frame),
        ...lanesAt('right', slot, body.slice(half).reverse(), [], frame),
      ];
    }
    const isLeft = slot.left < frame.width / 2 - 1;
    return isLeft
      ? lanesAt('left', slot, body, spanning, frame)
      : lanesAt('right', slot, [...body].reverse(), spanning, frame);
  });
}

function lanesAt(
  side: Side,
  slot: Slot,
  inward: ProofColumn[],
  spanning: ProofColumn[],
  { side: room }: SheetFrame,
): Lane[] {
  const edge = side === 'left' ? slot.left : slot.left + slot.width;
  const groups = inward.length > 0 ? inward.map((column) => [column]) : [[]];
  groups[0]?.push(...spanning);
  const squeeze = Math.min(1, (room - WHITE) / (FULL_LANE + (groups.length - 1) * SHORT_LANE));
  return groups.flatMap((columns, i) => {
    if (columns.length === 0) return [];
    const offset = i === 0 ? 0 : FULL_LANE + (i - 1) * SHORT_LANE;
    return [{ side, slot, columns, edge, offset, full: i === 0, squeeze }];
  });
}

/** How far from the trim the lanes of a side reach, points. */
export function reachOf(lanes: readonly Lane[], side: Side): number {
  const reaches = lanes
    .filter((lane) => lane.side === side)
    .map((lane) => (lane.offset + (lane.full ? FULL_LANE : SHORT_LANE)) * lane.squeeze);
  return reaches.length > 0 ? Math.max(...reaches) : FULL_LANE;
}

/** A place so far out from the trim. */
export function outward({ side, edge, offset, squeeze }: Lane, distance: number): number {
  const out = (offset + distance) * squeeze;
  return side === 'left' ? edge - out : edge + out;
}

/** Addresses, bars and brackets of the lanes. */
export function drawLanes(
  lanes: readonly Lane[],
  input: ProofSheetsInput,
  frame: SheetFrame,
  changed: ReadonlySet<LineAddress>,
): DrawItem[] {
  return lanes.flatMap((lane) => [
    ...(input.selected ? brackets(lane, frame, input.selected) : []),
    ...bars(lane, frame, changed),
    ...numbers(lane, frame, input.measure),
  ]);
}

function numbers(lane: Lane, { scale }: SheetFrame, measure: ProofSheetsInput['measure']): TextItem[] {
  const items: TextItem[] = [];
  const x = outward(lane, NUMBER);
  const limit = (lane.full ? FULL_LANE - NUMBER : SHORT_LANE - NUMBER + BRACKET) * lane.squeeze;
  for (const column of lane.columns) {
    for (const line of column.lines) {
      const y = lane.slot.top + line.y * scale;
      const text = lane.full ? line.address : `${column.letter}${line.line}`;
      // Cells of one row may stand on baselines of their own: their number is written once.
      const taken = items.some((item) => item.text === text || Math.abs(item.y - y) < NUMBER_ROOM);
      if (line.line % EVERY !== 0 || taken) continue;
      const natural = measure(text, '黑', NUMBER_SIZE);
      const size = natural > limit ? Math.max(SMALLEST, (NUMBER_SIZE * limit) / natural) : NUMBER_SIZE;
      const align = lane.side === 'left' ? 'right' : 'left';
      items.push({ type: 'text', x, y, size, text, font: '黑', colour: PALE, align });
    }
  }
  return items;
}

function bars(lane: Lane, frame: SheetFrame, changed: ReadonlySet<LineAddress>): BoxItem[] {
  const near = outward(lane, BAR);
  const far = outward(lane, BAR + BAR_WIDTH);
  return stretches(lane, frame, changed).map(([top, bottom]) => ({
    type: 'box',
    left: Math.min(near, far),
    right: Math.max(near, far),
    top,
    bottom,
    fill: INK,
  }));
}

function brackets(lane: Lane, frame: SheetFrame, selected: ReadonlySet<LineAddress>): LineItem[] {
  const x = outward(lane, BRACKET);
  const tick = outward(lane, BRACKET - 1.5);
  const stroke = (from: [number, number], to: [number, number]): LineItem => {
    return { type: 'line', from, to, width: 0.5, colour: PALE };
  };
  return stretches(lane, frame, selected).flatMap(([top, bottom]) => [
    stroke([x, top], [x, bottom]),
    stroke([tick, top], [x, top]),
    stroke([tick, bottom], [x, bottom]),
  ]);
}

/** From where to where the lines of a set run, those that follow each other as one. */
function stretches(
  { columns, slot }: Lane,
  { scale }: SheetFrame,
  wanted: ReadonlySet<LineAddress>,
): [number, number][] {
  const found: [number, number][] = [];
  for (const column of columns) {
    let open: [number, number] | undefined;
    let before: ProofLine | undefined;
    for (const line of column.lines) {
      if (!wanted.has(line.address)) {
        // Between two cells of one row nothing ends.
        if (before && Math.abs(line.y - before.y) > 1) open = undefined;
        continue;
      }
      const top = slot.top + (line.y - ASCENT) * scale;
      const bottom = slot.top + (line.y + DESCENT) * scale;
      if (open && top - open[1] < JOINED && top >= open[0]) open[1] = Math.max(open[1], bottom);
      else {
        open = [top, bottom];
        found.push(open);
      }
      before = line;
    }
  }
  return found;
}
