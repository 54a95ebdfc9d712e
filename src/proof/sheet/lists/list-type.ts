/** Words in the lists of a proof: runs of one style, set in lines; differences are marked so that a black printer shows them. */
import type { DrawItem, ProofColour, ProofFont } from '../../drawing.js';
import type { Piece, SourcePlace } from '../../model.js';
import { INK, NEW, OLD, SOFT } from '../inks.js';
import type { Measure } from '../input.js';
import { breakLines } from '../line-breaks.js';
import { setPath, unitWidths } from '../type.js';

/** Words of one style. */
export interface Run {
  text: string;
  font: ProofFont;
  size: number;
  colour: ProofColour;
  /** `old` is struck through, `new` underlined. */
  mark?: 'old' | 'new';
}

/** The runs of one line, from the left. */
export type RunLine = readonly Run[];

export const LIST_SIZE = 8.4;
export const LIST_LEADING = 12.6;

/** Words in the style of the lists. */
export function run(text: string, colour: ProofColour = INK, font: ProofFont = '黑', size = LIST_SIZE): Run {
  return { text, font, size, colour };
}

/** The pieces of a comparison: what was taken out in one colour and struck through, what came in underlined. */
export function pieceRuns(pieces: readonly Piece[]): Run[] {
  return pieces.map(({ kind, text }): Run => {
    if (kind === 'same') return run(text, INK, '宋');
    return { ...run(text, kind === 'old' ? OLD : NEW, '宋'), mark: kind };
  });
}

/** Sets runs as one text, in lines of a width. */
export function setRuns(runs: readonly Run[], width: number, measure: Measure): RunLine[] {
  const text = runs.map((each) => each.text).join('');
  const widths = runs.flatMap(({ text: words, font, size }) => unitWidths(words, font, size, measure));
  return breakLines(text, widths, width).map(([start, end]) => cut(runs, start, end));
}

/** A manuscript and its line, in lines of a width. */
export function setPlace({ file, line }: SourcePlace, width: number, measure: Measure): RunLine[] {
  return setPath(`${file}:${line}`, '黑', LIST_SIZE, width, measure).map((text) => [run(text, SOFT)]);
}

function cut(runs: readonly Run[], start: number, end: number): Run[] {
  const parts: Run[] = [];
  let at = 0;
  for (const each of runs) {
    const text = each.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (text) parts.push({ ...each, text });
    at += each.text.length;
  }
  return parts;
}

/** Draws a line whose baseline begins at x, y. */
export function drawRuns(line: RunLine, x: number, y: number, measure: Measure): DrawItem[] {
  const items: DrawItem[] = [];
  let pen = x;
  for (const { mark, ...style } of line) {
    const width = measure(style.text, style.font, style.size);
    items.push({ type: 'text', ...style, x: pen, y });
    if (mark) {
      const at = mark === 'old' ? y - style.size * 0.34 : y + style.size * 0.22;
      items.push({ type: 'line', from: [pen, at], to: [pen + width, at], width: 0.6, colour: style.colour });
    }
    pen += width;
  }
  return items;
}
