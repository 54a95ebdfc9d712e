/**
 * Paper and place of the pages on it. The pages stand at full size where the paper allows it; 大16开 (210 × 285 mm) has
 * no room round it on A4, so `auto` takes A3 for it.
 */

import { EDGE, MM } from './inks.js';
import type { ProofSheetsInput } from './input.js';

export interface SheetFrame {
  /** Of the sheet, points. */
  width: number;
  height: number;
  /** Of the pages on it: 1, or less where the paper is too small. */
  scale: number;
  /** Pages side by side. */
  across: 1 | 2;
  /** A page on the sheet, points. */
  pageWidth: number;
  pageHeight: number;
  /** Left of the first page, and so the room left and right. */
  side: number;
  top: number;
  /** The head strip runs above the pages, or stands in two parts beside their heads. */
  head: 'above' | 'beside';
  /** Where entries and findings are told: in the margins, or at the foot of a sheet whose margins are narrow. */
  notes: 'beside' | 'below';
}

/** What the head strip takes of the top of a sheet, points. */
export const HEAD = 42;
/** Where line numbers, bars and brackets stand, outward from the trim, points. */
export const LANES = 36;

const A4: Size = [210, 297];
const A3: Size = [297, 420];
type Size = readonly [width: number, height: number];

/** Room that furniture needs, mm: left and right, beside facing pages, and at head and foot. */
const SIDE = 12;
const SIDE_OF_SPREADS = 18;
const RIM = 5;
/** From this slack in height (mm) head and notes have room above and below; else the margins must be this wide (mm). */
const HEAD_SLACK = 34;
const HEAD_SIDE = 60;
/** Notes in the margin are this wide at least, points. */
const NARROWEST = 92;

const turned = ([width, height]: Size): Size => [height, width];

/** Chooses the paper, and puts the page on it. */
export function sheetFrame({ trim, paper, spreads, clean }: Omit<ProofSheetsInput, 'measure'>): SheetFrame {
  const across = spreads ? 2 : 1;
  const pages: Size = [trim.widthMm * across, trim.heightMm];
  if (clean) return framed(pages, pages, 1, across, true);
  const sizes = candidates(paper, spreads);
  const fitting = sizes.find((size) => fits(size, pages));
  if (fitting) return framed(fitting, pages, 1, across, false);
  const best = sizes.reduce((a, b) => (scaleOn(b, pages, spreads) > scaleOn(a, pages, spreads) ? b : a));
  return framed(best, pages, scaleOn(best, pages, spreads), across, false);
}

/** A4; A3 横; A4 缩印 88%; 净样 where the paper is the page. */
export function paperName(input: Omit<ProofSheetsInput, 'measure'>): string {
  if (input.clean) return '净样';
  const { width, height, scale } = sheetFrame(input);
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const name = Math.abs(long - A3[1] * MM) < 1 && Math.abs(short - A3[0] * MM) < 1 ? 'A3' : 'A4';
  const reduced = scale < 1 ? ` 缩印 ${Math.round(scale * 100)}%` : '';
  return `${name}${width > height ? ' 横' : ''}${reduced}`;
}

/** From the smallest; facing pages lie across. */
function candidates(paper: ProofSheetsInput['paper'], spreads: boolean): Size[] {
  if (paper === 'auto') return spreads ? [turned(A4), turned(A3)] : [A4, turned(A3), A3];
  if (paper === 'A3') return [turned(A3), A3];
  return spreads ? [turned(A4), A4] : [A4, turned(A4)];
}

function fits([width, height]: Size, [pagesWidth, pagesHeight]: Size): boolean {
  const side = (width - pagesWidth) / 2;
  const slack = height - pagesHeight;
  return side >= SIDE && slack >= 2 * RIM && (slack >= HEAD_SLACK || side >= HEAD_SIDE);
}

/** Whole per cent: 缩印 88%. */
function scaleOn([width, height]: Size, [pagesWidth, pagesHeight]: Size, spreads: boolean): number {
  const side = spreads ? SIDE_OF_SPREADS : SIDE;
  const scale = Math.min((width - 2 * side) / pagesWidth, (height - HEAD_SLACK) / pagesHeight, 1);
  return Math.floor(scale * 100) / 100;
}

function framed(sheet: Size, pages: Size, scale: number, across: 1 | 2, clean: boolean): SheetFrame {
  const [width, height] = [sheet[0] * MM, sheet[1] * MM];
  const pageWidth = (pages[0] * MM * scale) / across;
  const pageHeight = pages[1] * MM * scale;
  const side = (width - pageWidth * across) / 2;
  const slack = height - pageHeight;
  const head = slack >= HEAD_SLACK * MM - 0.01 ? 'above' : 'beside';
  const notes = side - LANES - EDGE >= NARROWEST ? 'beside' : 'below';
  // Above the middle, as pages are hung; what notes need stays at the foot.
  const top = clean ? 0 : head === 'beside' ? slack / 2 : HEAD + Math.max(0, slack - HEAD - 120) * 0.35;
  return { width, height, scale, across, pageWidth, pageHeight, side, top, head, notes };
}
