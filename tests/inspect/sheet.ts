/**
 * Sheets of glyphs, set by hand: a small setter that makes every line as it should be, and faults put into it by name.
 * Type area and columns are those of 大16开: 22 characters of 10.5 pt, lines of 16.5 pt.
 */
import { inspectBook } from '../../src/inspect/inspect.js';
import type { Breach, Layout } from '../../src/inspect/layout.js';
import type { InspectedBook, PaintedRun } from '../../src/inspect/pages.js';
import type { BlockFrame, BlockKind, BoxFrame, PageFrame } from '../../src/paginate/page-frames.js';

export const SIZE = 10.5;
export const LINE = 16.5;
const AREA = { top: 62.25, bottom: 756.3, left: 58.5, right: 541.5 };
const COLUMN = 22 * SIZE;
const GUTTER = 2 * SIZE;
/** The first baseline, from the top of the type area. */
const ASCENT = 11.4;

const OPENING = '“‘（〔【《「';
const CLOSING = '，。、；：？！”’）〕】》」';

/** A line, and what is wrong with it. */
export interface Faults {
  /** Moves a character and all after it: by its place in the line, em. */
  nudge?: Record<number, number>;
  /** Widths of characters in their font, em. */
  widths?: Record<string, number>;
  /** The opening mark at its start, or the mark at its end, keeps its whole square. */
  wholeStart?: boolean;
  wholeEnd?: boolean;
  /** Begins to the right of the edge, or ends short of it, em. */
  inset?: number;
  short?: number;
  /** Moves the baseline down, points. */
  down?: number;
}

export type TestLine = string | ({ text: string } & Faults);

export interface TestBlock extends Partial<Omit<BlockFrame, 'kind' | 'start'>> {
  kind: BlockKind;
  lines: TestLine[];
}

export interface TestBox {
  /** -1: spans both. */
  column: number;
  /** Lines of the grid above it. */
  from?: number;
  blocks: TestBlock[];
}

const HAN = '天地玄黄宇宙洪荒辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈';

/** So many Han characters. */
export function han(count: number): string {
  return HAN.slice(0, count);
}

/** A paragraph; its lines but the last fill the column. */
export function paragraph(lines: TestLine[], options: Partial<TestBlock> = {}): TestBlock {
  return { kind: 'paragraph', ...options, lines };
}

/** Inspects sheets of one 类目; unless `complete`, the flow goes on after them. */
export function inspect(sheets: TestBox[][], { complete = false, pageStyle = 'body' } = {}): Layout {
  const book: InspectedBook = { texts: [], frames: [], flows: [], lineHeight: LINE };
  let text = '';
  for (const [i, boxes] of sheets.entries()) {
    const { frame, runs, manuscript } = setSheet(boxes, String(i + 1));
    book.frames.push(frame);
    book.texts.push({ runs });
    text += manuscript;
  }
  if (!complete) {
    book.frames.push({ flow: 'p01', folio: '99', ...AREA, boxes: [], photos: [] });
    book.texts.push({ runs: [] });
  }
  const runs = [{ text, file: '01-农业/01-甲.md', line: 7, column: 1 }];
  book.flows.push({ id: 'p01', title: '农业', pageStyle, runs });
  return inspectBook(book);
}

/** `rule folio/column/line`, for every fault. */
export function faults({ breaches }: Layout): string[] {
  return breaches.filter((each) => each.kind === 'fault').map(nameOf);
}

export function nameOf({ rule, folio, column, line }: Breach): string {
  return `${rule} ${folio}/${column}/${line}`;
}

function setSheet(boxes: TestBox[], folio: string): { frame: PageFrame; runs: PaintedRun[]; manuscript: string } {
  const runs: PaintedRun[] = [];
  const frames: BoxFrame[] = [];
  let manuscript = '';
  for (const { column, from = 0, blocks } of boxes) {
    const left = AREA.left + Math.max(0, column) * (COLUMN + GUTTER);
    const right = column < 0 ? AREA.right : left + COLUMN;
    const frame: BoxFrame = {
      column,
      left,
      right,
      top: AREA.top + from * LINE,
      bottom: 0,
      length: 0,
      generated: [],
      captions: [],
      blocks: [],
    };
    let count = from;
    for (const { kind, lines, ...given } of blocks) {
      const indent = kind === 'paragraph' && !given.before ? 2 * SIZE : 0;
      const align = kind === 'paragraph' || kind === 'item' ? 'justify' : 'left';
      const block: BlockFrame = {
        kind,
        start: frame.length,
        left,
        right,
        indent,
        align,
        before: false,
        after: false,
        keep: false,
        ...given,
      };
      frame.blocks.push(block);
      for (const [i, each] of lines.entries()) {
        const line = typeof each === 'string' ? { text: each } : each;
        const justified = block.align === 'justify' && (i < lines.length - 1 || block.after);
        const start = block.left + (i === 0 ? block.indent : 0);
        const y = AREA.top + count * LINE + ASCENT + (line.down ?? 0);
        runs.push(setLine(line, start, justified ? block.right : undefined, y));
        manuscript += line.text;
        frame.length += line.text.replace(/\s+/gu, '').length;
        count += 1;
      }
    }
    frame.bottom = AREA.top + count * LINE;
    frames.push(frame);
  }
  return { frame: { flow: 'p01', folio, ...AREA, boxes: frames, photos: [] }, runs, manuscript };
}

/** Places the glyphs of a line; with `end` it is stretched evenly to that edge. */
function setLine(line: { text: string } & Faults, left: number, end: number | undefined, y: number): PaintedRun {
  const chars = [...line.text];
  const width = (char: string): number => line.widths?.[char] ?? (char < '~' ? 0.5 : 1);
  const start = left + (line.inset ?? 0) * SIZE;
  let pen = OPENING.includes(chars[0] as string) && !line.wholeStart ? -0.5 : 0;
  const places: number[] = [];
  const gaps: number[] = [];
  let open = 0;
  for (const [i, char] of chars.entries()) {
    pen += line.nudge?.[i] ?? 0;
    places.push(pen);
    gaps.push(open);
    const next = chars[i + 1];
    if (next === undefined) break;
    pen += width(char) + between(char, next);
    if (!(isLatin(char) && isLatin(next))) open += 1;
  }
  const last = chars[chars.length - 1] as string;
  const natural = pen + (CLOSING.includes(last) && !line.wholeEnd ? 0.5 : width(last));
  const room = end === undefined ? 0 : (end - start) / SIZE - (line.short ?? 0) - natural;
  const stretch = open > 0 ? room / open : 0;
  const xs = places.map((place, i) => start + (place + (gaps[i] as number) * stretch) * SIZE);
  const widths = chars.map((char) => width(char) * SIZE);
  return { text: line.text, y, xs, widths, size: SIZE };
}

/** The space that belongs between two characters, em: marks give a half away, Latin keeps off Han. */
function between(before: string, after: string): number {
  const [a, b] = [kindOf(before), kindOf(after)];
  if ((a === 'closing' && b !== 'other' && b !== 'latin') || (a === 'opening' && b === 'opening')) return -0.5;
  return (a === 'latin' && b === 'other') || (a === 'other' && b === 'latin') ? 0.125 : 0;
}

function kindOf(char: string): 'opening' | 'closing' | 'latin' | 'other' {
  if (OPENING.includes(char)) return 'opening';
  if (CLOSING.includes(char)) return 'closing';
  return isLatin(char) && /[A-Za-z0-9]/.test(char) ? 'latin' : 'other';
}

function isLatin(char: string): boolean {
  return char < '~';
}
