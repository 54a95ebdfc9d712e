/** Operators that build and paint paths, and the clip they leave (ISO 32000-1, 8.5). */
import type { Box } from '../../press/pdf/pages.js';
import { intersect, scalesOf } from './graphics-state.js';
import { paintPattern } from './nested.js';
import { emptyPath, numberAt, type Operator, type StreamState } from './reading.js';

/** One path may hold the cells of a whole table, or a map of ten thousand strokes: then one box stands for it. */
const MAX_PIECES = 2000;
/** Rectangles turned by less than this (points) are upright. */
const UPRIGHT = 0.01;

export const PATH_OPERATORS: Record<string, Operator> = {
  m(state) {
    endSubpath(state);
    const point = pointAt(state, 0);
    state.path.start = point;
    state.path.pen = point;
    state.path.points = [point];
  },
  l(state) {
    const point = pointAt(state, 0);
    state.path.points.push(point);
    state.path.pen = point;
  },
  c: (state) => curve(state, 3),
  v: (state) => curve(state, 2),
  y: (state) => curve(state, 2),
  h(state) {
    if (state.path.points.length > 0) state.path.points.push(state.path.points[0] as readonly [number, number]);
    endSubpath(state);
  },
  re(state) {
    endSubpath(state);
    const [x, y, w, h] = [0, 1, 2, 3].map((index) => numberAt(state, index)) as [number, number, number, number];
    const corner = (px: number, py: number) => transform(state, px, py);
    state.path.points = [corner(x, y), corner(x + w, y), corner(x + w, y + h), corner(x, y + h), corner(x, y)];
    endSubpath(state);
  },
  W(state) {
    state.clipping = true;
  },
  'W*'(state) {
    state.clipping = true;
  },
  n: (state) => paint(state, false, false),
  f: (state) => paint(state, true, false),
  F: (state) => paint(state, true, false),
  'f*': (state) => paint(state, true, false),
  S: (state) => paint(state, false, true),
  s: (state) => paint(state, false, true),
  B: (state) => paint(state, true, true),
  'B*': (state) => paint(state, true, true),
  b: (state) => paint(state, true, true),
  'b*': (state) => paint(state, true, true),
};

function transform({ graphics }: StreamState, x: number, y: number): readonly [number, number] {
  const [a, b, c, d, e, f] = graphics.ctm;
  return [a * x + c * y + e, b * x + d * y + f];
}

function pointAt(state: StreamState, index: number): readonly [number, number] {
  return transform(state, numberAt(state, index), numberAt(state, index + 1));
}

/** The control points enclose a curve: near enough for its box. */
function curve(state: StreamState, pairs: number): void {
  for (let i = 0; i < pairs; i++) state.path.points.push(pointAt(state, i * 2));
  state.path.plain = false;
}

function endSubpath({ path }: StreamState): void {
  const { points } = path;
  if (points.length > 1) {
    const box = boxAround(points);
    path.extent = path.extent ? union(path.extent, box) : box;
    if (!isUpright(points) || path.pieces.length >= MAX_PIECES) path.plain = false;
    if (path.plain) path.pieces.push(box);
  }
  path.points = [];
}

/** A rectangle or a straight line along an axis: every step goes along one. */
function isUpright(points: readonly (readonly [number, number])[]): boolean {
  if (points.length > 6) return false;
  let last = points[0] as readonly [number, number];
  for (const point of points) {
    if (Math.abs(point[0] - last[0]) > UPRIGHT && Math.abs(point[1] - last[1]) > UPRIGHT) return false;
    last = point;
  }
  return true;
}

function paint(state: StreamState, filled: boolean, stroked: boolean): void {
  endSubpath(state);
  const { graphics, path } = state;
  const { extent } = path;
  if (extent && (filled || stroked)) {
    const pieces = path.plain ? path.pieces : [extent];
    for (const piece of pieces) paintPiece(state, piece, path.plain, filled, stroked);
  }
  if (state.clipping) {
    graphics.clip = (extent && intersect(graphics.clip, extent)) ?? [0, 0, -1, -1];
  }
  state.clipping = false;
  state.path = emptyPath();
}

function paintPiece(state: StreamState, extent: Box, plain: boolean, filled: boolean, stroked: boolean): void {
  const { graphics, reading } = state;
  const [least] = scalesOf(graphics.ctm);
  const lineWidth = graphics.lineWidth * least;
  const half = stroked ? lineWidth / 2 : 0;
  const grown: Box = [extent[0] - half, extent[1] - half, extent[2] + half, extent[3] + half];
  const box = intersect(grown, graphics.clip);
  if (!box) return;
  const placed = state.placedAt ?? box;
  reading.marks.push({
    kind: 'path',
    box: placed,
    within: state.within,
    overprint: overprintOf(state),
    transparency: graphics.transparency,
    ...(filled ? { fill: graphics.fill } : {}),
    ...(stroked ? { stroke: graphics.stroke } : {}),
    lineWidth,
    extent,
    plain,
  });
  if (filled) paintPattern(state, graphics.fill, placed);
  if (stroked) paintPattern(state, graphics.stroke, placed);
}

export function overprintOf({ graphics }: StreamState): { fill: boolean; stroke: boolean; mode: 0 | 1 } {
  return { fill: graphics.overprintFill, stroke: graphics.overprintStroke, mode: graphics.overprintMode };
}

function boxAround(points: readonly (readonly [number, number])[]): Box {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    bottom = Math.min(bottom, y);
    right = Math.max(right, x);
    top = Math.max(top, y);
  }
  return [left, bottom, right, top];
}

function union(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
