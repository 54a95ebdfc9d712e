/** What content streams put on a page, one value for each act of painting. */
import type { Box } from '../../press/pdf/pages.js';
import type { Colour, Space } from './colour.js';
import type { ContentFont } from './font.js';

/** The stream a mark is painted by: the page's own, or one that it draws. */
export type StreamKind = 'page' | 'form' | 'pattern' | 'glyph' | 'softmask';

export interface Within {
  kind: StreamKind;
  /** Object number of the form, pattern or mask; the font's for a glyph. */
  object: number | undefined;
  parent: Within | undefined;
}

interface Painted {
  /** Where it lies in the page's own coordinates (points), clipped. */
  box: Box;
  within: Within;
  /** Overprint of what is filled and what is stroked, and the overprint mode. */
  overprint: { fill: boolean; stroke: boolean; mode: 0 | 1 };
  transparency: Transparency;
}

/** Live transparency in force; `opaque` is the usual one. */
export interface Transparency {
  alpha: number;
  strokeAlpha: number;
  blend: string;
  softMask: boolean;
}

export interface TextMark extends Painted {
  kind: 'text';
  fill?: Colour;
  stroke?: Colour;
  font: ContentFont | undefined;
  /** Height of the em on the page, in points. */
  points: number;
  /** Characters shown. */
  glyphs: number;
}

export interface PathMark extends Painted {
  kind: 'path';
  fill?: Colour;
  stroke?: Colour;
  /** Width of the stroke on the page, in points. */
  lineWidth: number;
  /** The box of the path itself, not clipped. */
  extent: Box;
  /** A rectangle or a single line along an axis: the extent is its shape. */
  plain: boolean;
}

export interface ImageMark extends Painted {
  kind: 'image';
  /** Object number; nothing for an inline image. */
  object: number | undefined;
  width: number;
  height: number;
  bits: number;
  /** A stencil is painted with a colour. */
  stencil?: Colour;
  space?: Space;
  filters: readonly string[];
  /** Pixels per inch across and down. */
  ppi: readonly [number, number];
  /** The image has a soft mask of its own. */
  ownMask: boolean;
  alternates: boolean;
  opi: boolean;
}

export interface ShadingMark extends Painted {
  kind: 'shading';
  object: number | undefined;
  space: Space;
}

export type Mark = TextMark | PathMark | ImageMark | ShadingMark;

/** True where a mark stands on the page itself or in a form, not inside of what is repeated, masked or a glyph. */
export function isDirect({ within }: Mark): boolean {
  for (let at: Within | undefined = within; at; at = at.parent)
    if (at.kind !== 'page' && at.kind !== 'form') return false;
  return true;
}

export function inSoftMask({ within }: Mark): boolean {
  for (let at: Within | undefined = within; at; at = at.parent) if (at.kind === 'softmask') return true;
  return false;
}

const STREAM_NAMES: Record<StreamKind, string> = {
  page: '页面',
  form: '嵌套图形',
  pattern: '图案',
  glyph: '字形',
  softmask: '软蒙版',
};

/** `图案 12 ‹ 嵌套图形 9`; nothing for what stands on the page itself. */
export function describeWithin(within: Within): string | undefined {
  const steps: string[] = [];
  for (let at: Within | undefined = within; at && at.kind !== 'page'; at = at.parent) {
    steps.push(at.object === undefined ? STREAM_NAMES[at.kind] : `${STREAM_NAMES[at.kind]} ${at.object}`);
  }
  return steps.length > 0 ? steps.slice(0, 4).join(' ‹ ') : undefined;
}
