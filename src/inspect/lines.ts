/**
 * The model that the rules read: pages, their boxes, and the lines in them, put together from the places of the glyphs.
 * A line knows its neighbours in its paragraph, over the ends of columns and pages.
 */

import type { BlockFrame, BoxFrame, PageFrame } from '../paginate/page-frames.js';
import { printedLength } from '../paginate/run-ends.js';
import { type Glyph, glyphsOf } from './glyphs.js';
import type { InspectedBook, InspectedFlow } from './pages.js';

export interface Line {
  sheet: Sheet;
  box: Box;
  block: BlockFrame;
  /** In its column, from 1. */
  number: number;
  y: number;
  glyphs: Glyph[];
  /** Its first character in the text of its flow; the place of text that the tool adds is that of what follows. */
  offset: number;
  /** Lines of the same paragraph, wherever they stand. */
  previous?: Line;
  next?: Line;
}

export interface Box {
  frame: BoxFrame;
  lines: Line[];
}

export interface Sheet {
  /** From 0. */
  index: number;
  frame: PageFrame;
  flow: InspectedFlow;
  boxes: Box[];
  /** The sheet on which its flow begins. */
  first: number;
  /** The last of its flow. */
  last: boolean;
}

export interface Model {
  sheets: Sheet[];
  lines: Line[];
  lineHeight: number;
}

/** A glyph lower than this (em of the line) stands on the next line; what is raised or lowered stays. */
const NEXT_LINE = 0.7;
/** Baselines closer than this (lines) have one number. */
const ONE_LINE = 0.4;

export function modelOf({ texts, frames, flows, lineHeight }: InspectedBook): Model {
  const byId = new Map(flows.map((flow) => [flow.id, flow]));
  const read = new Map<string, StreamOffsets>();
  const firsts = new Map<string, number>();
  const sheets: Sheet[] = [];
  for (const [index, frame] of frames.entries()) {
    const flow = byId.get(frame.flow ?? '');
    if (!flow) continue;
    const first = firsts.get(flow.id) ?? index;
    firsts.set(flow.id, first);
    const sheet: Sheet = { index, frame, flow, boxes: [], first, last: frames[index + 1]?.flow !== flow.id };
    const glyphs = glyphsOf(texts[index]?.runs ?? [], frame);
    let at = 0;
    const offsets = read.get(flow.id) ?? { text: 0, captions: textLength(flow) };
    read.set(flow.id, offsets);
    for (const boxFrame of frame.boxes) {
      const box: Box = { frame: boxFrame, lines: [] };
      sheet.boxes.push(box);
      const end = boxFrame.length;
      let done = 0;
      for (const [i, block] of boxFrame.blocks.entries()) {
        const until = boxFrame.blocks[i + 1]?.start ?? end;
        let line: Line | undefined;
        while (done < until && at < glyphs.length) {
          const glyph = glyphs[at] as Glyph;
          if (!line || glyph.y - line.y > NEXT_LINE * glyph.size) {
            const previous: Line | undefined = line;
            const offset = offsets[streamAt(boxFrame, done)];
            line = { sheet, box, block, number: 0, y: glyph.y, glyphs: [], offset };
            if (previous) join(previous, line);
            box.lines.push(line);
          } else if (glyph.size > (line.glyphs[0]?.size ?? 0) && glyph.y !== line.y) line.y = glyph.y;
          line.glyphs.push(glyph);
          if (!isGenerated(boxFrame, done)) offsets[streamAt(boxFrame, done)] += glyph.char.length;
          done += glyph.char.length;
          at += 1;
        }
      }
    }
    numberLines(sheet, lineHeight);
    sheets.push(sheet);
  }
  joinBoxes(sheets);
  return { sheets, lines: sheets.flatMap((sheet) => sheet.boxes.flatMap((box) => box.lines)), lineHeight };
}

/** How many characters of each stream of a flow are read: its captions are counted behind all its text. */
interface StreamOffsets {
  text: number;
  captions: number;
}

function textLength({ runs }: InspectedFlow): number {
  return runs.reduce((sum, { text, figure }) => (figure === undefined ? sum + printedLength(text) : sum), 0);
}

function streamAt({ captions }: BoxFrame, at: number): keyof StreamOffsets {
  for (const { from, to } of captions) if (at >= from && at < to) return 'captions';
  return 'text';
}

function isGenerated({ generated }: BoxFrame, at: number): boolean {
  for (const [from, to] of generated) if (at >= from && at < to) return true;
  return false;
}

function join(line: Line, next: Line): void {
  line.next = next;
  next.previous = line;
}

/** A paragraph that goes on in the next box. */
function joinBoxes(sheets: Sheet[]): void {
  let open: Line | undefined;
  for (const sheet of sheets) {
    for (const { lines: all } of sheet.boxes) {
      // A figure may stand over the lines that go on.
      const lines = all.filter(({ block }) => block.kind !== 'caption' || !open);
      const first = lines[0];
      if (!first) continue;
      if (open && first.block.before && first.block.kind === open.block.kind && open.sheet.flow === sheet.flow) {
        join(open, first);
      }
      const last = lines[lines.length - 1] as Line;
      open = last.block.after ? last : undefined;
    }
  }
}

/** Numbers the lines of each column from its top; what stands side by side in a table shares a number. */
function numberLines({ boxes }: Sheet, lineHeight: number): void {
  const columns = new Map<number, Line[]>();
  for (const { frame, lines } of boxes) {
    columns.set(frame.column, [...(columns.get(frame.column) ?? []), ...lines]);
  }
  for (const lines of columns.values()) {
    let number = 0;
    let y = Number.NEGATIVE_INFINITY;
    for (const line of [...lines].sort((a, b) => a.y - b.y)) {
      if (line.y - y > ONE_LINE * lineHeight) {
        number += 1;
        y = line.y;
      }
      line.number = number;
    }
  }
}

/** How many columns stand side by side where this line is. */
export function columnCount({ sheet: { frame }, box }: Line): number {
  const { left, right, column } = box.frame;
  return column < 0 ? 1 : Math.max(1, Math.floor((frame.right - frame.left) / Math.max(1, right - left)));
}

/** The line as it is printed. */
export function textOf(line: Line): string {
  let text = '';
  for (const { char, space } of line.glyphs) text += (text !== '' && space !== '' ? space[0] : '') + char;
  return text;
}

/** Running text: what the rules on spacing and edges are for. */
export function isRunning(line: Line): boolean {
  return line.block.kind === 'paragraph' || line.block.kind === 'item';
}

/** Running text whose lines all end at the edge, but for the last. */
export function isJustified(line: Line): boolean {
  return isRunning(line) && line.block.align === 'justify';
}

/** Text of the 类目 and the 卷首, not 目录, 索引, 扉页 or 彩页. */
export function isProse(line: Line): boolean {
  const { pageStyle } = line.sheet.flow;
  return pageStyle === 'body' || pageStyle === 'front';
}
