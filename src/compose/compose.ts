/**
 * The line composer (排行): where the lines of a paragraph end, and how their space is shared out.
 *
 * All lines of a paragraph are found together: of all ways to break it, the one that costs least (Knuth and Plass,
 * “Breaking Paragraphs into Lines”, 1981). A line costs by how far its space must be squeezed or stretched and by the
 * place where it ends; squeezing marks costs less than stretching Han (CLREQ 3.2.3: squeeze before stretch).
 */
import { breakCosts, FREE, GLUED, INSIDE, NEVER, UNLOVED } from './breaks.js';
import { CLOSING, HAN, OPENING, SPACE } from './marks.js';
import { type Measured, measureParagraph, type Paragraph } from './paragraph.js';

export interface Line {
  /** First unit. */
  start: number;
  /** After the last unit that is set: spaces at the end are not. */
  end: number;
  /** Where the next line begins. */
  next: number;
  /** Space added after every unit that may be followed by one, CSS px. */
  stretch: number;
  /** Which share of their blank half the marks of the line give away, 0 to 1. */
  squeeze: number;
  /** Width of the line with all that, CSS px. */
  width: number;
}

export interface Composed {
  lines: Line[];
  /** `letter-spacing` after every unit, CSS px: tracking, trimmed and squeezed marks, stretched lines. */
  spacing: Float64Array;
  /** How far the first mark of a line is pulled out to the left, by the unit that opens the line; CSS px. */
  pulled: Map<number, number>;
}

const BREAK_PENALTY: Record<number, number> = { [FREE]: 0, [UNLOVED]: 60, [GLUED]: 40_000, [INSIDE]: 160_000 };
/** Where a run that may not be broken is longer than the line. */
const DESPERATE = 1e7;
/** A last line of one Han character. */
const LONELY = 8_000;
/** A stretch of this size (em a gap) is seen at once. */
const VISIBLE_STRETCH = 0.05;
/** Beyond this (em a gap) Han no longer reads as a line; rather two lines a little looser than one of these. */
const WIDE_STRETCH = 0.25;
const WIDE = 2500;
/** Beyond this (em a gap) a line is rather left short than stretched: sooner in the narrow cell of a table. */
const WIDEST_STRETCH = 0.6;
const WIDEST_IN_CELL = 0.15;
/** A cell narrower than this (em) is narrow; a column of text is filled however narrow it is. */
const NARROW = 13;
/** What a line costs whose marks give all they have; less than to stretch it by one character (CLREQ 3.2.3). */
const SQUEEZE = 40;
const LINE_TOO_MANY = 500;

/** Breaks a paragraph into lines. An empty text gives no line. */
export function compose(paragraph: Paragraph): Composed {
  const measured = measureParagraph(paragraph);
  const costs = breakCosts(paragraph.text, paragraph.kept);
  const ends = findEnds(paragraph, measured, costs);
  const lines: Line[] = [];
  for (const [i, next] of ends.entries()) lines.push(lineOf(paragraph, measured, ends[i - 1] ?? 0, next));
  return { lines, ...share(paragraph, measured, lines) };
}

/** Where the lines end, the last at the end of the text. */
function findEnds(paragraph: Paragraph, measured: Measured, costs: Uint8Array): number[] {
  const { length } = paragraph.text;
  if (length === 0) return [];
  const best = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(length + 1).fill(-1);
  best[0] = 0;
  for (let end = 1; end <= length; end += 1) {
    const penalty = end === length ? 0 : penaltyOf(costs[end] as number, paragraph, end);
    if (penalty === Number.POSITIVE_INFINITY) continue;
    for (let start = end - 1; start >= 0; start -= 1) {
      const before = best[start] as number;
      if (before === Number.POSITIVE_INFINITY) continue;
      const cost = lineCost(paragraph, measured, start, end);
      const overfull = cost === Number.POSITIVE_INFINITY;
      // A line must hold one character, however wide that is.
      if (!overfull || from[end] === -1) {
        const total = before + penalty + Math.min(cost, DESPERATE * 100);
        if (total < (best[end] as number)) {
          best[end] = total;
          from[end] = start;
        }
      }
      // A line that begins further left is no shorter, but the first line may be longer than the others.
      if (overfull) {
        if (paragraph.indent >= 0) break;
        start = Math.min(start, 1);
      }
    }
  }
  const ends: number[] = [];
  for (let end = length; end > 0; end = from[end] as number) ends.push(end);
  return ends.reverse();
}

function penaltyOf(cost: number, { text, widths }: Paragraph, end: number): number {
  if (cost !== NEVER) return BREAK_PENALTY[cost] ?? DESPERATE;
  // Half a character is no character, whatever it costs.
  const divides = widths[end] === 0 && text[end] !== ' ';
  return divides ? Number.POSITIVE_INFINITY : DESPERATE;
}

function lineCost(paragraph: Paragraph, measured: Measured, start: number, next: number): number {
  const { text, measure, indent, justified, balanced } = paragraph;
  const end = trimmedEnd(text, start, next);
  const room = measure - (start === 0 ? indent : 0) - widthOf(paragraph, measured, start, end);
  const em = paragraph.ems[start] as number;
  const last = next === text.length;
  let cost = last && start > 0 && isLonely(text, measured, start, end) ? LONELY : 0;
  if (room < -ROUNDING) {
    const give = giveOf(measured, start, end);
    if (-room > give + ROUNDING) return Number.POSITIVE_INFINITY;
    const share = -room / give;
    return cost + LINE_TOO_MANY + SQUEEZE * share * share;
  }
  cost += LINE_TOO_MANY;
  if (last && !balanced) return cost;
  if (!justified) return cost + 300 * (room / measure) ** 2;
  const gaps = gapsOf(measured, start, end);
  const stretch = room / Math.max(1, gaps) / em;
  return cost + 100 * (stretch / VISIBLE_STRETCH) ** 2 + (stretch > WIDE_STRETCH ? WIDE : 0);
}

/** Sums of floating point numbers differ by less than this, CSS px. */
const ROUNDING = 0.01;

function lineOf(paragraph: Paragraph, measured: Measured, start: number, next: number): Line {
  const { text, measure, indent, justified } = paragraph;
  const end = trimmedEnd(text, start, next);
  const width = widthOf(paragraph, measured, start, end);
  const room = measure - (start === 0 ? indent : 0) - width;
  const line = { start, end, next, stretch: 0, squeeze: 0, width };
  if (room < -ROUNDING) {
    const give = giveOf(measured, start, end);
    const squeeze = give > 0 ? Math.min(1, -room / give) : 0;
    return { ...line, squeeze, width: width - squeeze * give };
  }
  const gaps = gapsOf(measured, start, end);
  if (!justified || next === text.length || gaps === 0) return line;
  const em = paragraph.ems[start] as number;
  const stretch = room / gaps;
  if (stretch > em * (paragraph.inCell && measure < NARROW * em ? WIDEST_IN_CELL : WIDEST_STRETCH)) return line;
  return { ...line, stretch, width: width + stretch * gaps };
}

/** Spaces at the end of a line are not set. */
function trimmedEnd(text: string, start: number, next: number): number {
  let end = next;
  while (end > start + 1 && (text[end - 1] === ' ' || text[end - 1] === '\u3000')) end -= 1;
  return end;
}

/** Natural width: the first mark of a line loses its left half, the last one its right. */
function widthOf({ widths, ems }: Paragraph, measured: Measured, start: number, end: number): number {
  const { advance, classes } = measured;
  const last = lastUnit(widths, start, end);
  let width = (advance[last] as number) - (advance[start] as number) + (widths[last] as number);
  if (classes[start] === OPENING) width -= (ems[start] as number) / 2;
  if (classes[last] === CLOSING) width -= (ems[last] as number) / 2;
  return width;
}

/** The unit that carries the advance of the last character. */
function lastUnit(widths: Float64Array, start: number, end: number): number {
  let last = end - 1;
  while (last > start && widths[last] === 0) last -= 1;
  return last;
}

function giveOf({ give, giveSum, classes }: Measured, start: number, end: number): number {
  let sum = (giveSum[end] as number) - (giveSum[start] as number);
  if (classes[start] === OPENING) sum -= give[start] as number;
  if (classes[end - 1] === CLOSING) sum -= give[end - 1] as number;
  return sum;
}

function gapsOf({ openSum }: Measured, start: number, end: number): number {
  return end - 1 > start ? (openSum[end - 1] as number) - (openSum[start] as number) : 0;
}

/** 图书质量管理: a paragraph does not end in a line of one character, with or without its full stop. */
function isLonely(text: string, { classes }: Measured, start: number, end: number): boolean {
  let characters = 0;
  for (let i = start; i < end; i += 1) {
    const here = classes[i];
    if (here === CLOSING || here === OPENING || here === SPACE) continue;
    if (here !== HAN) return false;
    if (!isLowSurrogate(text.charCodeAt(i))) characters += 1;
    if (characters > 1) return false;
  }
  return true;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Gives every unit the space that its line has for it. */
function share(paragraph: Paragraph, measured: Measured, lines: Line[]): Pick<Composed, 'spacing' | 'pulled'> {
  const { widths, ems, tracking } = paragraph;
  const { classes, after, give, opens } = measured;
  const spacing = new Float64Array(paragraph.text.length);
  const pulled = new Map<number, number>();
  for (const { start, end, stretch, squeeze } of lines) {
    const last = lastUnit(widths, start, end);
    for (let i = start; i < last; i += 1) {
      let space = (tracking[i] as number) + (after[i] as number);
      if (opens[i] === 1) space += stretch;
      if (squeeze > 0) {
        if (classes[i] !== OPENING) space -= squeeze * (give[i] as number);
        if (classes[i + 1] === OPENING) space -= squeeze * (give[i + 1] as number);
      }
      spacing[i] = space;
    }
    spacing[last] = classes[last] === CLOSING ? -(ems[last] as number) / 2 : 0;
    if (classes[start] === OPENING) pulled.set(start, (ems[start] as number) / 2);
  }
  return { spacing, pulled };
}
