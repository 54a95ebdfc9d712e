/** Light helps on a sheet: where the page is cut, that it is a proof, where to write corrections, and photos too coarse. */

import type { DrawItem } from '../../drawing.js';
import type { Round } from '../../model.js';
import { ROUND_NAMES } from '../../rounds.js';
import { EDGE, HAIR, MM, PALE, SEVERITY_INKS } from '../inks.js';
import type { Measure } from '../input.js';
import type { SheetFrame } from '../paper.js';
import type { SheetSlots } from '../slots.js';
import { fill, WORDS } from '../words.js';
import { NUMBER_SIZE } from './lanes.js';
import type { NoteColumn } from './margin-notes.js';

const TICK = 2 * MM;
const TICK_GAP = 0.6 * MM;
/** A fold between facing pages needs no tick. */
const SAME = 0.5;

/** Crop ticks (裁切线) at the corners of the pages, outside of them. */
export function cropTicks(slots: SheetSlots): DrawItem[] {
  const items: DrawItem[] = [];
  const stroke = (from: [number, number], to: [number, number]): void => {
    items.push({ type: 'line', from, to, width: 0.25, colour: PALE });
  };
  for (const slot of slots) {
    const [left, right] = [slot.left, slot.left + slot.width];
    const [top, bottom] = [slot.top, slot.top + slot.height];
    for (const x of [left, right]) {
      stroke([x, top - TICK_GAP], [x, top - TICK_GAP - TICK]);
      stroke([x, bottom + TICK_GAP], [x, bottom + TICK_GAP + TICK]);
    }
    const meets = (x: number): boolean =>
      slots.some((other) => other !== slot && (near(other.left, x) || near(other.left + other.width, x)));
    for (const y of [top, bottom]) {
      if (!meets(left)) stroke([left - TICK_GAP, y], [left - TICK_GAP - TICK, y]);
      if (!meets(right)) stroke([right + TICK_GAP, y], [right + TICK_GAP + TICK, y]);
    }
  }
  return items;
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < SAME;
}

/** 一校校样, once across every page, so light that it is seen only by who looks for it. */
export function watermark(slots: SheetSlots, round: Round, measure: Measure): DrawItem[] {
  const text = fill(WORDS.proof, { round: ROUND_NAMES[round] });
  return slots.map(({ left, top, width, height }): DrawItem => {
    const angle = (Math.atan2(height, width) * 180) / Math.PI;
    const size = (0.62 * Math.hypot(width, height)) / measure(text, '黑', 1);
    const turn = (angle * Math.PI) / 180;
    // The characters' middle, a third of an em above the baseline, lies in the middle of the page.
    const x = left + width / 2 + Math.sin(turn) * size * 0.36;
    const y = top + height / 2 + Math.cos(turn) * size * 0.36;
    return { type: 'text', x, y, size, text, font: '黑', colour: '#000000', align: 'centre', angle, opacity: 0.04 };
  });
}

const LABEL = 6;
/** Narrower than this there is no room to write. */
const ROOM = 56;

/** The room for corrections (GB/T 14706 draws a line from the mistake to the margin), beyond the column of notes. */
export function correctionRoom(column: NoteColumn, frame: SheetFrame): DrawItem[] {
  const left = column.side === 'left' ? EDGE : column.right + 10;
  const right = column.side === 'left' ? column.left - 10 : frame.width - EDGE;
  if (right - left < ROOM) return [];
  const line = column.side === 'left' ? right : left;
  const dash = [1, 3];
  return [
    { type: 'line', from: [line, column.top], to: [line, column.bottom], width: 0.4, colour: HAIR, dash },
    {
      type: 'text',
      x: column.side === 'left' ? left : right,
      y: column.top + LABEL,
      size: LABEL,
      text: WORDS.correctionRoom,
      font: '黑',
      colour: PALE,
      align: column.side === 'left' ? 'left' : 'right',
    },
  ];
}

const STAMP = 8;

/** 分辨率 140 ppi, on every photo below `leastPpi` at its size. */
export function photoStamps(slots: SheetSlots, { scale }: SheetFrame, leastPpi: number, measure: Measure): DrawItem[] {
  const ink = SEVERITY_INKS.error;
  return slots.flatMap((slot) =>
    slot.page.photos
      .filter(({ ppi }) => ppi < leastPpi)
      .flatMap(({ left, bottom, ppi }): DrawItem[] => {
        const text = fill(WORDS.resolution, { ppi: Math.floor(ppi) });
        const [x, y] = [slot.left + left * scale + 6, slot.top + bottom * scale - 6];
        const right = x + measure(text, '黑', STAMP) + 8;
        return [
          { type: 'box', left: x, top: y - STAMP - 5, right, bottom: y, fill: '#ffffff', stroke: ink, width: 0.8 },
          { type: 'text', x: x + 4, y: y - 4, size: STAMP, text, font: '黑', colour: ink },
        ];
      }),
  );
}

/** The letter of each column above it, where a page has several. */
export function columnLetters(slots: SheetSlots, { scale }: SheetFrame): DrawItem[] {
  return slots.flatMap((slot) => {
    const columns = slot.page.columns.filter(({ letter }) => letter !== 't');
    if (columns.length < 2) return [];
    return columns.map(
      ({ letter, left, right }): DrawItem => ({
        type: 'text',
        x: slot.left + ((left + right) / 2) * scale,
        y: slot.top - 3,
        size: NUMBER_SIZE,
        text: letter,
        font: '黑',
        colour: HAIR,
        align: 'centre',
      }),
    );
  });
}
