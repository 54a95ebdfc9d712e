/**
 * Where the margins are narrow, entries and findings are told at the foot of the sheet, in columns: entries of one
 * manuscript together, findings after them.
 */
import type { DrawItem, ProofColour } from '../../drawing.js';
import { EDGE, HAIR, SEVERITY_INKS, SOFT } from '../inks.js';
import type { EntryNote, ProofSheetsInput } from '../input.js';
import type { SheetFrame } from '../paper.js';
import type { LinePlace } from '../slots.js';
import { cutToWidth, setLines } from '../type.js';
import { fill, SEVERITY_NAMES, WORDS } from '../words.js';

const SIZE = 6;
const LEADING = 8.4;
const GUTTER = 14;
/** About as wide as a column of notes should be, points. */
const COLUMN = 250;
/** From the trim to the first baseline: crop ticks stand there. */
const ABOVE = 18;

interface FootLine {
  text: string;
  colour: ProofColour;
}

/** The notes of a sheet; what has no room is counted. */
export function drawFootNotes(
  input: ProofSheetsInput,
  places: ReadonlyMap<string, LinePlace>,
  sheet: number,
  frame: SheetFrame,
): DrawItem[] {
  const { measure } = input;
  const left = EDGE + 6;
  const width = frame.width - 2 * left;
  const columns = Math.max(1, Math.round((width + GUTTER) / (COLUMN + GUTTER)));
  const room = (width - (columns - 1) * GUTTER) / columns;
  const first = frame.top + frame.pageHeight + ABOVE;
  const rows = Math.floor((frame.height - EDGE - first) / LEADING) + 1;
  const lines = [...entryLines(input, places, sheet), ...findingLines(input, places, sheet)].flatMap(
    ({ text, colour }) => setLines(text, '黑', SIZE, room, measure).map((each): FootLine => ({ text: each, colour })),
  );
  const capacity = Math.max(0, rows) * columns;
  if (capacity === 0 || lines.length === 0) return [];
  const shown = lines.slice(0, lines.length > capacity ? capacity - 1 : capacity);
  if (shown.length < lines.length) {
    const text = fill(WORDS.moreLines, { n: lines.length - shown.length });
    shown.push({ text: cutToWidth(text, '黑', SIZE, room, measure), colour: SOFT });
  }
  const high = Math.min(rows, Math.max(1, Math.ceil(shown.length / columns)));
  const rule = first - LEADING - 1;
  return [
    { type: 'line', from: [left, rule], to: [left + width, rule], width: 0.3, colour: HAIR },
    ...shown.map(({ text, colour }, i): DrawItem => {
      const x = left + Math.floor(i / high) * (room + GUTTER);
      return { type: 'text', x, y: first + (i % high) * LEADING, size: SIZE, text, font: '黑', colour };
    }),
  ];
}

function entryLines(input: ProofSheetsInput, places: ReadonlyMap<string, LinePlace>, sheet: number): FootLine[] {
  const groups = new Map<string, EntryNote[]>();
  for (const note of input.notes) {
    if (places.get(note.address)?.sheet !== sheet) continue;
    const key = `${note.file}\n${note.contributor ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), note]);
  }
  return [...groups.values()].map((notes) => {
    const { file, contributor } = notes[0] as EntryNote;
    const where = notes.map(({ address, line }) => fill(WORDS.atLine, { address, line })).join('、');
    const who = contributor ? `　${fill(WORDS.contributor, { name: contributor })}` : '';
    return { text: `${file}　${where}${who}`, colour: SOFT };
  });
}

function findingLines(input: ProofSheetsInput, places: ReadonlyMap<string, LinePlace>, sheet: number): FootLine[] {
  return input.findings.flatMap(({ address, dismissed, severity, number, reason }) => {
    if (address === undefined || dismissed || places.get(address)?.sheet !== sheet) return [];
    const text = `${address}　${number}　${SEVERITY_NAMES[severity]}　${reason}`;
    return [{ text, colour: SEVERITY_INKS[severity] }];
  });
}
