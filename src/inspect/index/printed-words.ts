/** The words of the passages in the finished PDF: on the sheet of their locator, in its column. */
import type { PageFrame } from '../../paginate/page-frames.js';
import type { Spot } from './standing.js';
import { squeeze } from './standing.js';

/** A sheet of the PDF, as text is extracted from it. */
export interface SheetText {
  runs: readonly { text: string; y: number; xs: readonly number[]; size: number }[];
}

export interface PrintedWords {
  /** Whether these words begin at this spot; they may go on in the next column or on the next sheet. */
  stand(words: string, spot: Spot): boolean;
  /** The text of the type area of some sheets, without what the tool adds to the text of a flow. */
  plainText(from: number, sheets: number): string;
}

/** Rounding of places, points. */
const TOLERANCE = 1;

/** A character inside the type area of its sheet. */
interface Glyph {
  text: string;
  x: number;
}

export function openPrintedWords(sheets: readonly SheetText[], frames: readonly PageFrame[]): PrintedWords {
  const areas = new Map<number, Glyph[]>();
  const area = (sheet: number): Glyph[] => {
    const known = areas.get(sheet);
    if (known) return known;
    const frame = frames[sheet];
    const glyphs = frame ? glyphsWithin(sheets[sheet]?.runs ?? [], frame) : [];
    areas.set(sheet, glyphs);
    return glyphs;
  };
  const textOf = (glyphs: readonly Glyph[]): string => glyphs.map(({ text }) => text).join('');
  return {
    stand(words, { sheet, column }) {
      const wanted = squeeze(words);
      const boxes = frames[sheet]?.boxes.filter((each) => each.column === column) ?? [];
      const inside = ({ x }: Glyph): boolean =>
        boxes.some(({ left, right }) => x >= left - 2 * TOLERANCE - HANGING && x <= right + TOLERANCE);
      // A figure may stand between two lines of a paragraph: its caption is no part of what is said there.
      return [false, true].some((captions) => {
        const glyphs = streamOf(area(sheet), frames[sheet], captions);
        const own = textOf(glyphs);
        const text = own + textOf(streamOf(area(sheet + 1), frames[sheet + 1], captions));
        for (let at = text.indexOf(wanted); at !== -1 && at < own.length; at = text.indexOf(wanted, at + 1)) {
          if (inside(glyphs[at] as Glyph)) return true;
        }
        return false;
      });
    },
    plainText(from, count) {
      let text = '';
      for (let sheet = from; sheet < from + count; sheet += 1) {
        const all = textOf(area(sheet));
        let start = 0;
        for (const { length, generated } of frames[sheet]?.boxes ?? []) {
          text += withoutStretches(all.slice(start, start + length), generated);
          start += length;
        }
      }
      return text;
    },
  };
}

/** An opening mark that is squeezed at a line start has its origin half a character before its ink, points. */
const HANGING = 8;

/** One unit of text a glyph, white space left out, in the order of painting. */
function glyphsWithin(runs: SheetText['runs'], { top, bottom, left, right }: PageFrame): Glyph[] {
  return runs
    .filter(({ y }) => y >= top && y <= bottom + TOLERANCE)
    .flatMap(({ text, xs, size }) =>
      xs.flatMap((x, at) => {
        const unit = text[at] as string;
        const inside = x >= left - size / 2 - TOLERANCE && x <= right + TOLERANCE;
        return inside && !/\s/u.test(unit) ? [{ text: unit, x }] : [];
      }),
    );
}

/** The captions of the figures of a sheet, or all but them. */
function streamOf(glyphs: readonly Glyph[], frame: PageFrame | undefined, captions: boolean): readonly Glyph[] {
  const stretches: [number, number][] = [];
  let start = 0;
  for (const { length, captions: own } of frame?.boxes ?? []) {
    for (const { from, to } of own) stretches.push([start + from, start + to]);
    start += length;
  }
  if (stretches.length === 0) return captions ? [] : glyphs;
  const isCaption = (at: number): boolean => stretches.some(([from, to]) => at >= from && at < to);
  return glyphs.filter((_, at) => isCaption(at) === captions);
}

function withoutStretches(text: string, stretches: readonly [number, number][]): string {
  let rest = '';
  let start = 0;
  for (const [from, to] of stretches) {
    rest += text.slice(start, from);
    start = to;
  }
  return rest + text.slice(start);
}
