/** What a content stream has set up at the place where it is being read. */
import type { PdfFile } from '../pdf/pdf-file.js';
import type { PdfDict, PdfValue } from '../pdf/values.js';
import type { TextFont } from './font.js';
import type { Matrix } from './matrix.js';
import { TextCursor } from './text-cursor.js';
import type { RunCollector } from './text-run.js';

/** What outlives a page: fonts are read once a file, and all pages share one budget. */
export interface TextSession {
  file: PdfFile;
  fonts: Map<PdfDict, TextFont>;
  /** Tokens that may still be read. Forms that draw forms many times over would go on for hours. */
  budget: number;
}

/** The part of the graphics state that q saves and Q restores. */
export interface GraphicsState {
  /** From the stream's space to points from the top left corner of the page, y downward. */
  ctm: Matrix;
  font: TextFont | undefined;
  size: number;
  charSpace: number;
  wordSpace: number;
  /** 1 is 100 %. */
  scale: number;
  leading: number;
  rise: number;
}

/** A span of marked content; with `actualText`, that text stands for whatever is shown inside. */
export interface Mark {
  actualText?: string;
  /** The text has been given to the first glyph. */
  given?: boolean;
}

export interface ContentState {
  session: TextSession;
  resources: PdfDict;
  runs: RunCollector;
  /** How many forms this stream lies in. */
  depth: number;
  graphics: GraphicsState;
  saved: GraphicsState[];
  marks: Mark[];
  cursor: TextCursor;
  /** The operands of the operator being carried out. */
  operands: PdfValue[];
}

/** The state at the beginning of a stream. */
export function contentState(
  session: TextSession,
  resources: PdfDict,
  ctm: Matrix,
  runs: RunCollector,
  depth: number,
): ContentState {
  const graphics = { ctm, font: undefined, size: 0, charSpace: 0, wordSpace: 0, scale: 1, leading: 0, rise: 0 };
  const cursor = new TextCursor();
  return { session, resources, runs, depth, graphics, saved: [], marks: [], cursor, operands: [] };
}

/** An operand that must be a number; 0 where it is not. */
export function numberAt(state: ContentState, index: number): number {
  const operand = state.operands[index];
  return typeof operand === 'number' ? operand : 0;
}

/** The six operands of cm and Tm. */
export function matrixOperands(state: ContentState): Matrix {
  return [
    numberAt(state, 0),
    numberAt(state, 1),
    numberAt(state, 2),
    numberAt(state, 3),
    numberAt(state, 4),
    numberAt(state, 5),
  ];
}
