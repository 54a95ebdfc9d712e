/** A paragraph as the composer sees it: characters with their advances, and what two neighbours do to each other. */
import { CLOSING, classOf, isMark, JOINED, LATIN, OPENING, SPACE } from './marks.js';

export interface Paragraph {
  /** Without forced breaks; white space as it is to be set. */
  text: string;
  /** Advance of every UTF-16 unit in its font, CSS px; 0 for all units of a character but the first. */
  widths: Float64Array;
  /** Font size at every unit, CSS px. */
  ems: Float64Array;
  /** `letter-spacing` that the style sheet gives each unit, CSS px. */
  tracking: Float64Array;
  /** Space that the browser itself sets after a unit, between Han and Latin; CSS px. */
  autospace: Float64Array;
  /** Width of a line, CSS px. */
  measure: number;
  /** Of the first line; negative where it hangs out. */
  indent: number;
  /** Lines end at the measure; otherwise they end where their words do. */
  justified: boolean;
  /** Stands in the cell of a table. */
  inCell?: boolean;
  /** Lines of about the same length: titles and captions. */
  balanced: boolean;
  /** Stretches [start, end) to be kept on one line where that can be. */
  kept: readonly (readonly [number, number])[];
  /** Stretches [start, end) that are neither squeezed nor stretched: labels that words align behind. */
  rigid?: readonly (readonly [number, number])[];
}

/** What is known of every unit before any line is made; sums are of the units before it. */
export interface Measured {
  classes: Uint8Array;
  /** Space after a unit that this program must ask for: trimmed marks are negative. CSS px, without tracking. */
  after: Float64Array;
  /** Sum of advances with the space between neighbours. */
  advance: Float64Array;
  /** How far a unit may still be squeezed, CSS px; an opening mark before itself, all others after. */
  give: Float64Array;
  giveSum: Float64Array;
  /** Whether space may come after a unit, and how often it may in all units before. */
  opens: Uint8Array;
  openSum: Float64Array;
}

export function measureParagraph({ text, widths, ems, tracking, autospace, rigid = [] }: Paragraph): Measured {
  const { length } = text;
  const classes = new Uint8Array(length);
  for (let i = 0; i < length; i += 1) classes[i] = isApostrophe(text, i) ? LATIN : classOf(text.charCodeAt(i));
  const after = new Float64Array(length);
  const advance = new Float64Array(length + 1);
  const give = new Float64Array(length);
  const giveSum = new Float64Array(length + 1);
  const opens = new Uint8Array(length);
  const openSum = new Float64Array(length + 1);
  for (let i = 0; i < length; i += 1) {
    const here = classes[i] as number;
    const next = i + 1 < length ? (classes[i + 1] as number) : -1;
    const previous = i > 0 ? (classes[i - 1] as number) : -1;
    const em = ems[i] as number;
    if (next !== -1) {
      if (here === LATIN && text[i] === APOSTROPHE)
        after[i] = Math.min(0, APOSTROPHE_WIDTH * em - (widths[i] as number));
      if (here === CLOSING && isMark(next)) after[i] = -em / 2;
      else if (here === OPENING && next === OPENING) after[i] = -(ems[i + 1] as number) / 2;
      if (canOpen(text, i, here, next, widths)) opens[i] = 1;
    }
    if (here === CLOSING && !isMark(next)) give[i] = em / 2;
    else if (here === OPENING && !isMark(previous)) give[i] = em / 2;
    else if (here === SPACE) give[i] = (widths[i] as number) / 3;
    if (rigid.some(([start, end]) => i >= start && i < end)) {
      opens[i] = 0;
      give[i] = 0;
    }
    advance[i + 1] =
      (advance[i] as number) +
      (widths[i] as number) +
      (tracking[i] as number) +
      (autospace[i] as number) +
      (after[i] as number);
    giveSum[i + 1] = (giveSum[i] as number) + (give[i] as number);
    openSum[i + 1] = (openSum[i] as number) + (opens[i] as number);
  }
  return { classes, after, advance, give, giveSum, opens, openSum };
}

const APOSTROPHE = '’';
/** Of an apostrophe in a word, whose glyph in a Chinese font fills a square, em. */
const APOSTROPHE_WIDTH = 0.3;

/** it’s, ’ between two letters: a part of the word, and no quotation mark. */
function isApostrophe(text: string, at: number): boolean {
  if (text[at] !== APOSTROPHE) return false;
  return /[A-Za-z]/.test(text.charAt(at - 1)) && /[A-Za-z]/.test(text.charAt(at + 1));
}

/** No space comes into words, numbers, dashes and points of suspension, nor into a character of two units. */
function canOpen(text: string, at: number, here: number, next: number, widths: Float64Array): boolean {
  if (here === LATIN && next === LATIN) return false;
  if (here === JOINED && text[at] === text[at + 1]) return false;
  return widths[at + 1] !== 0 || next === SPACE;
}
