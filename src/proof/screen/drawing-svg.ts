/** What is drawn round and over the pages of a sheet, as one SVG whose unit is the point. */
import type { Element } from 'hast';
import { s } from 'hastscript';
import type { DrawItem, LineItem, ProofFont, Sheet, TextItem } from '../drawing.js';

/** Families and weights of the fonts of the house. */
const FONTS: Record<ProofFont, { family: string; weight: number }> = {
  宋: { family: '"NJ Song", "NJ Hei"', weight: 400 },
  黑: { family: '"NJ Hei", "NJ Song"', weight: 500 },
  楷: { family: '"NJ Kai", "NJ Song", "NJ Hei"', weight: 400 },
};

const ANCHORS = { left: 'start', centre: 'middle', right: 'end' } as const;

/** @param changeColours the colours of change bars and of other marks of what has changed */
export function drawSheet({ width, height, items }: Sheet, changeColours: readonly string[]): Element {
  const marks = new Set(changeColours.map((colour) => colour.toLowerCase()));
  const drawn = items.map((item) => {
    const element = drawItem(item);
    if (coloursOf(item).some((colour) => marks.has(colour))) element.properties.className = ['proof-change'];
    return element;
  });
  const box = `0 0 ${round(width)} ${round(height)}`;
  return s('svg', { className: ['proof-drawing'], viewBox: box, ariaHidden: 'true' }, drawn);
}

function drawItem(item: DrawItem): Element {
  if (item.type === 'text') return drawText(item);
  if (item.type === 'line') return drawLine(item);
  const { left, top, right, bottom, fill = 'none', stroke, width = 1, opacity } = item;
  return s('rect', {
    x: round(left),
    y: round(top),
    width: round(right - left),
    height: round(bottom - top),
    fill,
    ...(stroke && { stroke, strokeWidth: round(width) }),
    ...(opacity !== undefined && { opacity }),
  });
}

function drawText({ x, y, size, text, font, colour, align = 'left', angle, opacity }: TextItem): Element {
  const { family, weight } = FONTS[font];
  return s(
    'text',
    {
      x: round(x),
      y: round(y),
      fontSize: round(size),
      fontFamily: family,
      fontWeight: weight,
      fill: colour,
      textAnchor: ANCHORS[align],
      ...(angle && { transform: `rotate(${round(-angle)} ${round(x)} ${round(y)})` }),
      ...(opacity !== undefined && { opacity }),
    },
    text,
  );
}

function drawLine({ from, to, width, colour, dash }: LineItem): Element {
  return s('line', {
    x1: round(from[0]),
    y1: round(from[1]),
    x2: round(to[0]),
    y2: round(to[1]),
    stroke: colour,
    strokeWidth: round(width),
    ...(dash && { strokeDashArray: dash.map(round).join(' ') }),
  });
}

function coloursOf(item: DrawItem): string[] {
  const colours = item.type === 'box' ? [item.fill, item.stroke] : [item.colour];
  return colours.flatMap((colour) => (colour ? [colour.toLowerCase()] : []));
}

/** A thousandth of a point is nothing on any screen. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
