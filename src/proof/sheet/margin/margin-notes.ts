/**
 * What is told beside the lines: where each entry comes from, and what was found. Each text stands at its line; where
 * two would meet, the later one is pushed down, and a thin leader joins it with its line.
 */
import type { DrawItem, ProofColour, ProofFont } from '../../drawing.js';
import { EDGE, HAIR, INK, SEVERITY_INKS, SOFT } from '../inks.js';
import type { EntryNote, Measure, ProofSheetsInput } from '../input.js';
import type { SheetFrame } from '../paper.js';
import type { LinePlace } from '../slots.js';
import { cutToWidth, setLines, setPath } from '../type.js';
import { fill, SEVERITY_NAMES, WORDS } from '../words.js';
import { type Lane, outward, reachOf, type Side } from './lanes.js';

/** A text that belongs to a line. */
export interface MarginNote {
  place: LinePlace;
  paragraphs: { text: string; colour: ProofColour; font: ProofFont; path?: true }[];
  leader: ProofColour;
}

/** Where the texts of a margin stand, points. */
export interface NoteColumn {
  side: Side;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Where leaders begin. */
  leaderFrom: number;
}

const SIZE = 6.6;
const LEADING = 8.8;
const GAP = 4;
const WIDTH = 132;
const LEADER_ROOM = 12;
/** From the middle of the characters to the baseline. */
const MIDDLE = 2.2;
/** How many lines a note may take, from the most generous; with 0 the last ones are only counted. */
const GENEROSITY = [12, 3, 2, 1, 0];

/** The entries and findings of every sheet, each with its line. What was set aside (已核) is not among them. */
export function marginNotes(
  input: ProofSheetsInput,
  places: ReadonlyMap<string, LinePlace>,
): ReadonlyMap<number, MarginNote[]> {
  const sheets = new Map<number, MarginNote[]>();
  const put = (address: string | undefined, note: (place: LinePlace) => MarginNote): void => {
    const place = address === undefined ? undefined : places.get(address);
    if (!place) return;
    const notes = sheets.get(place.sheet) ?? [];
    sheets.set(place.sheet, notes);
    notes.push(note(place));
  };
  for (const note of input.notes) {
    put(note.address, (place) => ({ place, paragraphs: entryParagraphs(note), leader: HAIR }));
  }
  for (const finding of input.findings) {
    if (finding.dismissed) continue;
    const ink = SEVERITY_INKS[finding.severity];
    const text = `${finding.number}　${SEVERITY_NAMES[finding.severity]}　${finding.reason}`;
    put(finding.address, (place) => ({ place, paragraphs: [{ text, colour: ink, font: '黑' }], leader: ink }));
  }
  return sheets;
}

function entryParagraphs({ file, line, contributor }: EntryNote): MarginNote['paragraphs'] {
  return [
    { text: `${file}:${line}`, colour: SOFT, font: '黑', path: true },
    ...(contributor
      ? [{ text: fill(WORDS.contributor, { name: contributor }), colour: INK, font: '黑' as const }]
      : []),
  ];
}

/** The column of notes in a margin. */
export function noteColumn(lanes: readonly Lane[], side: Side, frame: SheetFrame, headBottom: number): NoteColumn {
  const reach = reachOf(lanes, side);
  const edge = side === 'left' ? frame.side : frame.width - frame.side;
  const near = side === 'left' ? edge - reach - LEADER_ROOM : edge + reach + LEADER_ROOM;
  const width = Math.min(WIDTH, frame.side - reach - LEADER_ROOM - EDGE);
  const left = side === 'left' ? near - width : near;
  const bottom = Math.min(frame.top + frame.pageHeight, frame.height - EDGE);
  const leaderFrom = side === 'left' ? edge - reach : edge + reach;
  return { side, left, right: left + width, top: headBottom, bottom, leaderFrom };
}

/** Draws the notes of one margin; none covers another. */
export function drawMarginNotes(notes: readonly MarginNote[], column: NoteColumn, measure: Measure): DrawItem[] {
  const ordered = [...notes].sort((a, b) => a.place.y - b.place.y || a.place.x - b.place.x);
  for (const lines of GENEROSITY) {
    const blocks = blocksOf(ordered, column, measure, lines);
    const tops = stack(
      blocks.map(({ want, height }) => ({ want, height })),
      column.top,
      column.bottom,
    );
    if (tops) return blocks.flatMap((block, i) => drawBlock(block, tops[i] as number, column, measure));
  }
  return [];
}

interface Block {
  note: MarginNote | undefined;
  lines: { text: string; colour: ProofColour; font: ProofFont }[];
  /** Where its top would like to be. */
  want: number;
  height: number;
}

function blocksOf(notes: readonly MarginNote[], column: NoteColumn, measure: Measure, most: number): Block[] {
  const room = column.right - column.left;
  const blocks = withoutRepeats(notes).map((note): Block => {
    const lines = note.paragraphs.flatMap(({ text, font, colour, path }) =>
      (path ? setPath : setLines)(text, font, SIZE, room, measure).map((each) => ({ colour, font, text: each })),
    );
    const shown = lines.slice(0, Math.max(most, 1));
    const last = shown.at(-1);
    if (last && shown.length < lines.length) last.text = cutToWidth(`${last.text}……`, last.font, SIZE, room, measure);
    return { note, lines: shown, want: note.place.y - SIZE, height: shown.length * LEADING };
  });
  if (most > 0) return blocks;
  const fitting = Math.max(0, Math.floor((column.bottom - column.top + GAP) / (LEADING + GAP)) - 1);
  const rest = fill(WORDS.more, { n: blocks.length - fitting });
  const last = { note: undefined, lines: [{ text: rest, colour: SOFT, font: '黑' as const }] };
  return [...blocks.slice(0, fitting), { ...last, want: column.bottom, height: LEADING }];
}

/** An entry from the same manuscript as the one before it says so. */
function withoutRepeats(notes: readonly MarginNote[]): MarginNote[] {
  let before = '';
  return notes.map((note) => {
    const place = /^(.+):(\d+)$/u.exec(note.paragraphs[0]?.text ?? '');
    if (note.leader !== HAIR || !place) return note;
    const whole = [place[1], ...note.paragraphs.slice(1).map(({ text }) => text)].join('\n');
    const repeats = whole === before;
    before = whole;
    const text = fill(WORDS.sameFile, { line: place[2] as string });
    return repeats ? { ...note, paragraphs: [{ text, colour: SOFT, font: '黑' }] } : note;
  });
}

/** Tops of blocks that do not meet, as near to where they would be as their order allows; nothing where they do not fit. */
export function stack(
  blocks: readonly { want: number; height: number }[],
  top: number,
  bottom: number,
): number[] | undefined {
  const tops: number[] = [];
  let free = top;
  for (const { want, height } of blocks) {
    const at = Math.max(want, free);
    tops.push(at);
    free = at + height + GAP;
  }
  let limit = bottom;
  for (let i = blocks.length - 1; i >= 0; i--) {
    const height = (blocks[i] as { height: number }).height;
    tops[i] = Math.min(tops[i] as number, limit - height);
    limit = (tops[i] as number) - GAP;
  }
  return (tops[0] ?? top) < top - 0.01 ? undefined : tops;
}

function drawBlock({ note, lines, height }: Block, top: number, column: NoteColumn, measure: Measure): DrawItem[] {
  // At the left of the page a note ends at its leader; its lines begin together all the same.
  const widest = Math.max(0, ...lines.map(({ text, font }) => measure(text, font, SIZE)));
  const x = column.side === 'left' ? column.right - widest : column.left;
  const texts = lines.map(({ text, colour, font }, i): DrawItem => {
    return { type: 'text', x, y: top + SIZE + i * LEADING, size: SIZE, text, font, colour };
  });
  if (!note || height === 0) return texts;
  const left = column.side === 'left';
  const to = left ? column.right + 2 : column.left - 2;
  const lineY = note.place.y - MIDDLE;
  const textY = top + SIZE - MIDDLE;
  const bend = left ? column.leaderFrom - 2 : column.leaderFrom + 2;
  const stroke = (from: [number, number], end: [number, number]): DrawItem => {
    return { type: 'line', from, to: end, width: 0.3, colour: note.leader };
  };
  return [stroke([column.leaderFrom, lineY], [bend, lineY]), stroke([bend, lineY], [to, textY]), ...texts];
}

/** A tick at the trim beside every line with a finding: on paper the mark in the page is not seen. */
export function findingTicks(notes: readonly MarginNote[], lanes: readonly Lane[]): DrawItem[] {
  return notes.flatMap(({ place, leader }) => {
    const lane = lanes.find(({ slot, columns }) => slot === place.slot && columns.includes(place.column));
    if (!lane || leader === HAIR) return [];
    const near = outward(lane, 0.8);
    const far = outward(lane, 3);
    const [left, right] = [Math.min(near, far), Math.max(near, far)];
    return [{ type: 'box', left, right, top: place.y - 5, bottom: place.y + 0.5, fill: leader }];
  });
}
