/** Ink that stands at the edge of the trimmed page and stops there: the cut will show white paper. */
import type { Box } from '../../press/pdf/pages.js';
import { toMm, toPoints } from '../file/pages.js';
import type { Rule, Say } from '../rule.js';
import type { Plate } from './plate.js';

export const plateBleed: Rule = {
  id: 'plate-bleed',
  name: '出血有墨（印版）',
  severity: 'warning',
  needs: 'plate-bleed',
  remedy: '看一下这一段边上的图片、色块有没有拉到出血边',
};

/** Millimetres inside of the trim, and outside of it as parts of the bleed. */
const INSIDE = [0.3, 0.8];
const OUTSIDE = [0.5, 0.85];
/** A shorter stretch (mm) is a letter or a rule. */
const STRETCH = 5;
/** Ink of all plates together (0 to 1020) that is seen. */
const SEEN = 20;
const SIDES = ['左', '下', '右', '上'] as const;

export function judgePlateBleed(plate: Plate, bleedMm: number, say: Say): void {
  const { page } = plate;
  const trim = page.trim ?? page.art;
  const { media } = page;
  if (!trim || !media) return;
  for (const side of [0, 1, 2, 3]) {
    const across = (side + 1) % 2;
    const sign = side < 2 ? -1 : 1;
    const edge = trim[side] as number;
    // Where the media end at the trim there is no bleed to look at; the boxes say so.
    if (Math.abs((media[side] as number) - edge) < toPoints(bleedMm) * 0.9) continue;
    let start: number | undefined;
    for (let at = trim[across] as number; at <= (trim[across + 2] as number) + 1; at += 1) {
      const inked = (offset: number): boolean => inkAt(plate, across, edge + sign * toPoints(offset), at) >= SEEN;
      const stops =
        at <= (trim[across + 2] as number) &&
        INSIDE.every((mm) => inked(-mm)) &&
        !OUTSIDE.some((part) => inked(part * bleedMm));
      if (stops) start ??= at;
      else if (start !== undefined) {
        if (toMm(at - start) >= STRETCH) tell(plate, side, start, at, edge, say);
        start = undefined;
      }
    }
  }
}

/** Ink of all plates at a point; `along` runs on the axis `across`. */
function inkAt({ inks, width, height, scale, page }: Plate, across: number, beyond: number, along: number): number {
  const media = page.media as Box;
  const [x, y] = across === 1 ? [beyond, along] : [along, beyond];
  const px = Math.floor((x - media[0]) * scale);
  const py = Math.floor((media[3] - y) * scale);
  if (px < 0 || py < 0 || px >= width || py >= height) return 0;
  const at = (py * width + px) * 4;
  return (inks[at] as number) + (inks[at + 1] as number) + (inks[at + 2] as number) + (inks[at + 3] as number);
}

function tell({ page }: Plate, side: number, start: number, end: number, edge: number, say: Say): void {
  const width = toPoints(1);
  const box: Box = side % 2 === 0 ? [edge - width, start, edge + width, end] : [start, edge - width, end, edge + width];
  say(plateBleed, { what: `${SIDES[side]}边有墨到裁切线，出血里没有墨`, page, box });
}
