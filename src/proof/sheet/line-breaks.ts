/** Lines of furniture: set ragged, one after the other, broken by the rules of the composer (避头尾 and the rest). */
import { type BreakCost, breakCosts, FREE, GLUED, INSIDE, NEVER, UNLOVED } from '../../compose/breaks.js';

/** A line as `[start, end)` of its text, without the spaces at its end. */
export type LineRange = readonly [start: number, end: number];

/** How full a line must be (share of its measure) for a break of the cost before to be taken rather than this one. */
const RATHER: readonly [cost: BreakCost, emptierThan: number][] = [
  [FREE, 1],
  [UNLOVED, 0.85],
  [GLUED, 0.5],
  [INSIDE, 0.3],
];
/** Sums of floating point numbers differ by less than this. */
const ROUNDING = 0.01;

/**
 * Where the lines of a text end.
 *
 * @param widths of each UTF-16 unit; the second half of a pair has none
 * @param measure width of the lines, as `widths`
 */
export function breakLines(text: string, widths: readonly number[], measure: number): LineRange[] {
  const length = text.trimEnd().length;
  if (length === 0) return [];
  // Most of the furniture is one line; the rules need not be asked.
  if (widths.slice(0, length).reduce((sum, width) => sum + width, 0) <= measure + ROUNDING) return [[0, length]];
  const costs = breakCosts(text);
  const lines: LineRange[] = [];
  let start = 0;
  while (start < text.length) {
    const next = nextBreak(text, widths, costs, start, measure);
    const end = start + text.slice(start, next).trimEnd().length;
    if (end > start) lines.push([start, end]);
    start = next;
  }
  return lines;
}

function nextBreak(text: string, widths: readonly number[], costs: Uint8Array, start: number, measure: number): number {
  /** The last place of each cost, and how full the line would be. */
  const places = new Map<number, [place: number, width: number]>();
  let width = 0;
  let at = start;
  for (; at < text.length; at++) {
    // A space may hang over the end.
    if (width + (widths[at] ?? 0) > measure + ROUNDING && text[at] !== ' ' && at > start) break;
    width += widths[at] ?? 0;
    if (at + 1 < text.length) places.set(costs[at + 1] as number, [at + 1, width]);
  }
  if (at >= text.length) return text.length;
  let best: [place: number, width: number] | undefined;
  for (const [cost, emptierThan] of RATHER) {
    const place = places.get(cost);
    if (!place || (best && best[0] >= place[0])) continue;
    if (!best || best[1] < emptierThan * measure) best = place;
  }
  return best?.[0] ?? places.get(NEVER)?.[0] ?? at;
}
