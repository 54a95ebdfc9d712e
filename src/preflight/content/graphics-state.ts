/** What a content stream has set up where it is being read (ISO 32000-1, 8.4). */
import type { Box } from '../../press/pdf/pages.js';
import type { Matrix } from '../../press/text/matrix.js';
import type { Colour } from './colour.js';
import { GRAY } from './colour-space.js';
import type { ContentFont } from './font.js';
import type { Transparency } from './mark.js';

export interface GraphicsState {
  /** To the page's own coordinates. */
  ctm: Matrix;
  clip: Box;
  fill: Colour;
  stroke: Colour;
  lineWidth: number;
  overprintFill: boolean;
  overprintStroke: boolean;
  overprintMode: 0 | 1;
  transparency: Transparency;
  font: ContentFont | undefined;
  size: number;
  charSpace: number;
  wordSpace: number;
  /** 1 is 100 %. */
  scale: number;
  leading: number;
  rise: number;
  /** Text rendering mode (9.3.6). */
  mode: number;
}

export const OPAQUE: Transparency = { alpha: 1, strokeAlpha: 1, blend: 'Normal', softMask: false };

const BLACK: Colour = { space: GRAY, values: [0] };

export function initialState(ctm: Matrix, clip: Box): GraphicsState {
  return {
    ctm,
    clip,
    fill: BLACK,
    stroke: BLACK,
    lineWidth: 1,
    overprintFill: false,
    overprintStroke: false,
    overprintMode: 0,
    transparency: OPAQUE,
    font: undefined,
    size: 0,
    charSpace: 0,
    wordSpace: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
}

/** The box around a box that has been transformed. */
export function transformBox([left, bottom, right, top]: Box, [a, b, c, d, e, f]: Matrix): Box {
  const [al, ar, bl, br] = [a * left, a * right, b * left, b * right];
  const [cb, ct, db, dt] = [c * bottom, c * top, d * bottom, d * top];
  return [
    Math.min(al, ar) + Math.min(cb, ct) + e,
    Math.min(bl, br) + Math.min(db, dt) + f,
    Math.max(al, ar) + Math.max(cb, ct) + e,
    Math.max(bl, br) + Math.max(db, dt) + f,
  ];
}

/** What two boxes share; nothing where they are apart. */
export function intersect(a: Box, b: Box): Box | undefined {
  const [left, bottom] = [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
  const [right, top] = [Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return left <= right && bottom <= top ? [left, bottom, right, top] : undefined;
}

/** How much a matrix magnifies at least and at most. */
export function scalesOf([a, b, c, d]: Matrix): [least: number, most: number] {
  const sum = a * a + b * b + c * c + d * d;
  const area = Math.abs(a * d - b * c);
  const root = Math.sqrt(Math.max(0, sum * sum - 4 * area * area));
  return [Math.sqrt(Math.max(0, (sum - root) / 2)), Math.sqrt((sum + root) / 2)];
}
