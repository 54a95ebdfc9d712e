/** Body text on the plates: K only. What the operators say is proved by what reaches C, M and Y. */
import type { Box } from '../../press/pdf/pages.js';
import { type Colour, familyOf, inksOf } from '../content/colour.js';
import { inSoftMask, isDirect, type Mark } from '../content/mark.js';
import type { Survey } from '../content/survey.js';
import type { Rule, Say } from '../rule.js';
import { isMixedBlack } from '../rules/painted.js';
import { boxOf, type Plate, pixelsOf } from './plate.js';

export const textZone: Rule = {
  id: 'plate-text-ink',
  name: '正文区只有黑版（印版）',
  severity: 'error',
  needs: 'text-zones',
  remedy: '正文的黑字只用 K100；C、M、Y 版上不应有正文的任何痕迹',
};

/** Lines of dark text with nothing coloured near them. */
export interface Zones {
  boxes: Box[];
}

/** Larger text (points) is display; its colours are judged by their operators. */
const BODY = 16;
/** Coloured things reach this far (points) beyond their boxes: strokes, rounding. */
const MARGIN = 2;
const MAX_ZONES = 4000;
/** Coverage below this (of 255) is rounding. */
const TRACE = 6;
/** Coloured pixels in the zones of a page that are still chance. */
const FEW = 12;

export function textZones({ marks }: Survey): Zones {
  const coloured = marks.filter((mark) => !inSoftMask(mark) && isColoured(mark)).map(({ box }) => grown(box));
  const boxes: Box[] = [];
  for (const mark of marks) {
    if (boxes.length >= MAX_ZONES) break;
    if (mark.kind !== 'text' || mark.points > BODY || !isDirect(mark) || !mark.fill || !isDark(mark.fill)) continue;
    if (!coloured.some((box) => overlaps(box, mark.box))) boxes.push(mark.box);
  }
  return { boxes };
}

/** Says what C, M and Y have in the zones. */
export function judgeTextZones(plate: Plate, { boxes }: Zones, say: Say): void {
  const { inks, width, page } = plate;
  const most = [0, 0, 0];
  let pixels = 0;
  let first: Box | undefined;
  for (const box of boxes) {
    const [left, top, right, bottom] = pixelsOf(plate, box);
    let found = false;
    for (let y = top; y < bottom; y++) {
      for (let i = (y * width + left) * 4; i < (y * width + right) * 4; i += 4) {
        const [c, m, yellow] = [inks[i] as number, inks[i + 1] as number, inks[i + 2] as number];
        if (c <= TRACE && m <= TRACE && yellow <= TRACE) continue;
        pixels++;
        found = true;
        if (c > (most[0] as number)) most[0] = c;
        if (m > (most[1] as number)) most[1] = m;
        if (yellow > (most[2] as number)) most[2] = yellow;
      }
    }
    if (found) first ??= boxOf(plate, [left, top, right, bottom]);
  }
  if (pixels <= FEW || !first) return;
  const [c, m, y] = most.map((value) => Math.round((value * 100) / 255));
  say(textZone, { what: `正文区有彩色墨（最多 C${c} M${m} Y${y}）`, page, box: first });
}

function isDark(colour: Colour): boolean {
  const inks = inksOf(colour);
  if (inks) return inks[3] >= 0.6 || isMixedBlack(inks);
  return familyOf(colour.space) === 'rgb' && colour.values.every((value) => value < 0.3);
}

function isColoured(mark: Mark): boolean {
  if (mark.kind === 'shading') return true;
  if (mark.kind === 'image') return mark.stencil === undefined || hasColour(mark.stencil);
  if (mark.kind === 'text' && mark.fill && isDark(mark.fill))
    return mark.stroke !== undefined && hasColour(mark.stroke);
  return [mark.fill, mark.stroke].some((colour) => colour !== undefined && hasColour(colour));
}

function hasColour(colour: Colour): boolean {
  const inks = inksOf(colour);
  return inks === undefined || inks[0] + inks[1] + inks[2] > 0.005;
}

function grown([left, bottom, right, top]: Box): Box {
  return [left - MARGIN, bottom - MARGIN, right + MARGIN, top + MARGIN];
}

function overlaps(a: Box, b: Box): boolean {
  return a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
}
