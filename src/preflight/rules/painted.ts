/** What the rules on inks look at: the colours of marks that the reader of the book will see. */
import type { Box } from '../../press/pdf/pages.js';
import { type Colour, type Inks, inksOf } from '../content/colour.js';
import { inSoftMask, type Mark } from '../content/mark.js';
import { bleedOf, type Page } from '../file/pages.js';

export interface Painted {
  colour: Colour;
  inks: Inks;
  how: 'fill' | 'stroke';
}

/** The process colours a mark is painted with. */
export function paintedInks(mark: Mark): Painted[] {
  const colours: [Painted['how'], Colour | undefined][] =
    mark.kind === 'image'
      ? [['fill', mark.stencil]]
      : mark.kind === 'shading'
        ? []
        : [
            ['fill', mark.fill],
            ['stroke', mark.stroke],
          ];
  return colours.flatMap(([how, colour]) => {
    const inks = colour && inksOf(colour);
    return inks ? [{ colour: colour as Colour, inks, how }] : [];
  });
}

/** Printers' marks and notes outside of the bleed are cut off; a soft mask lays down no ink. */
export function isPrinted(mark: Mark, page: Page): boolean {
  if (inSoftMask(mark)) return false;
  const bleed = bleedOf(page);
  return overlaps(mark.box, bleed);
}

function overlaps(a: Box, b: Box): boolean {
  return a[0] < b[2] - 0.1 && a[2] > b[0] + 0.1 && a[1] < b[3] - 0.1 && a[3] > b[1] + 0.1;
}

export function totalOf([c, m, y, k]: Inks): number {
  return c + m + y + k;
}

/** K alone and full. */
export function isPureBlack([c, m, y, k]: Inks): boolean {
  return k > 0.995 && c + m + y < 0.001;
}

/** Black mixed of several inks: deep K with colours beside it, or C, M and Y in balance without much of it. */
export function isMixedBlack([c, m, y, k]: Inks): boolean {
  if (k >= 0.85) return c + m + y > 0.005;
  const [least, most] = [Math.min(c, m, y), Math.max(c, m, y)];
  return least >= 0.4 && most - least <= 0.3 && (k >= 0.3 || least >= 0.6);
}
