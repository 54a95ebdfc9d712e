/** What one page's reading shares, and the state of one stream while it is read. */
import type { Box } from '../../press/pdf/pages.js';
import type { PdfDict, PdfValue } from '../../press/pdf/values.js';
import type { Matrix } from '../../press/text/matrix.js';
import type { Archive } from '../file/archive.js';
import type { SpaceReader } from './colour-space.js';
import type { ContentFont } from './font.js';
import type { GraphicsState } from './graphics-state.js';
import type { Mark, Within } from './mark.js';

/** What outlives a page. */
export interface Session {
  archive: Archive;
  spaces: SpaceReader;
  fonts: Map<PdfDict, ContentFont>;
  /** Glyph procedures of Type 3 fonts are read once a file. */
  glyphs: Set<string>;
  /** Steps that all pages together may still take; forms that draw forms many times over would go on for hours. */
  budget: number;
}

/** A fault of the content itself. `blocks`: what follows it could not be looked at. */
export interface Problem {
  what: string;
  blocks: boolean;
  object?: number;
}

export interface PageReading {
  session: Session;
  page: number;
  marks: Mark[];
  problems: Problem[];
  fonts: Set<ContentFont>;
  /** Object numbers of forms with a transparency group. */
  groups: Set<number>;
  /** RGB set as a colour, whether or not anything was painted with it. */
  rgbOperators: number;
  /** Patterns and masks that were read for this page already. */
  visited: Set<PdfValue>;
  /** Streams being read, the innermost last: none may draw itself. */
  open: Set<PdfValue>;
  budget: number;
  /** Reads a stream that is drawn inside of another. */
  read(bytes: Uint8Array, resources: PdfDict, start: StreamStart): void;
}

/** How a stream begins. */
export interface StreamStart {
  within: Within;
  graphics: GraphicsState;
  colourless: boolean;
  placedAt: Box | undefined;
}

/** The path being built, in the page's coordinates. */
export interface Path {
  extent: Box | undefined;
  /** Boxes of subpaths that are rectangles or straight lines along the axes. */
  pieces: Box[];
  /** All subpaths are such. */
  plain: boolean;
  /** Where the subpath began and where the pen is, in the stream's coordinates. */
  start: readonly [number, number];
  pen: readonly [number, number];
  /** Points of the subpath being built; empty after `re`. */
  points: (readonly [number, number])[];
}

export interface StreamState {
  reading: PageReading;
  resources: PdfDict;
  within: Within;
  graphics: GraphicsState;
  saved: GraphicsState[];
  /** The matrix of the stream the patterns are anchored to. */
  base: Matrix;
  path: Path;
  /** A clip that takes effect with the next painting operator. */
  clipping: boolean;
  textMatrix: Matrix;
  lineMatrix: Matrix;
  operands: PdfValue[];
  /** Uncoloured patterns and glyphs take the colour of what uses them: their own colour operators are void. */
  colourless: boolean;
  /** The box reported for whatever is inside of a pattern or a glyph. */
  placedAt: Box | undefined;
  /** Nesting of BX … EX: unknown operators are allowed there. */
  tolerant: number;
}

export type Operator = (state: StreamState) => void;

/** An operand that must be a number; 0 where it is not. */
export function numberAt(state: StreamState, index: number): number {
  const operand = state.operands[index];
  return typeof operand === 'number' ? operand : 0;
}

export function matrixAt(state: StreamState): Matrix {
  const at = (index: number): number => numberAt(state, index);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

export function emptyPath(): Path {
  return { extent: undefined, pieces: [], plain: true, start: [0, 0], pen: [0, 0], points: [] };
}

/** Each problem of a page once. */
export function addProblem(reading: PageReading, what: string, blocks: boolean, object?: number): void {
  if (reading.problems.length >= 50 || reading.problems.some((each) => each.what === what)) return;
  reading.problems.push({ what, blocks, ...(object === undefined ? {} : { object }) });
}
