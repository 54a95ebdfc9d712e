/**
 * One page of plates: the figures of a slicing put to their places. Heights of figures, rows and stacks all follow from
 * their widths by a straight line, so the widths at which every row is as wide as the page and every stack as high as
 * what stands beside it are found at once. Only captions want a second look: in narrower places they take more lines.
 *
 * All measures are CSS pixels.
 */
import { captionLines, levelCaptions } from './caption-room.js';
import type { FigureShape } from './figure-shape.js';
import { type Line, type Measured, measured, sumOf } from './slice-lines.js';
import type { StackSlice } from './slices.js';

export interface PlateArea {
  width: number;
  height: number;
  /** Room that the title of a section takes. */
  titleHeight: number;
  /** Between two figures, across and down. */
  gutter: number;
  captionLine: number;
  /** Between a picture and its caption. */
  captionGap: number;
}

/** A figure to be placed. */
export interface PageFigure extends FigureShape {
  /** Widths of the parts of its caption. */
  caption: readonly number[];
}

/** A part of a page: the figures of one section, under its title where it opens here. */
export interface PageBlock {
  slice: StackSlice;
  figures: readonly PageFigure[];
  titled: boolean;
}

export interface PlacedFigure {
  left: number;
  top: number;
  width: number;
  /** Of its pictures, without the caption. */
  height: number;
  captionLines: number;
}

export interface PlacedPage {
  /** For each block, how far from the top of the area it begins, title included, and its figures. */
  blocks: { top: number; figures: PlacedFigure[] }[];
  /** Width that the rows take; narrower than the area where they would be too high. */
  width: number;
  /** What stays free at the foot. */
  free: number;
}

/** Room between the sections of a page, besides the title. */
export const SECTION_GAP = 30;
/** What the gutters between rows may be wider than those between columns, so that a page ends at the foot of the area. */
const AIR = 8;
/** On a page of strips (panoramas of a third of their width in height, or less), each as wide as the page. */
const AIR_BETWEEN_STRIPS = 110;
const STRIP = 1 / 3;
/** Captions that still grow after so many looks have no place in this slicing. */
const LOOKS = 8;

/**
 * Places the blocks below each other within `room`; nothing where a figure would have no width.
 *
 * @param most the greatest width of a block
 * @param hopeless whether a page of this width is of no use; asked before it is measured to the end, and pages only get
 *   narrower by that
 */
export function placePage(
  blocks: readonly PageBlock[],
  room: number,
  most: number,
  area: PlateArea,
  hopeless: (width: number) => boolean = () => false,
): PlacedPage | undefined {
  const lines = blocks.map(({ slice, figures }) => {
    const own = figures.map(({ caption }) => (caption.length > 0 ? 1 : 0));
    levelCaptions(slice, own);
    return own;
  });
  const fixed = blocks.reduce(
    (sum, { titled }) => sum + (titled ? area.titleHeight : 0),
    SECTION_GAP * (blocks.length - 1),
  );
  for (let look = 0; look < LOOKS; look += 1) {
    const leaves = blocks.map(({ figures }, i) =>
      figures.map((figure, at) => withCaption(figure, lines[i]?.[at] ?? 0, area)),
    );
    const whole = (down: number): Measured[] =>
      blocks.map(({ slice }, i) => measured(slice, leaves[i] as Line[], area.gutter, down));
    const tight = whole(area.gutter);
    const { slope, base } = sumOf(tight, fixed);
    const width = Math.min(most, (room - base) / slope);
    if (width <= 0 || hopeless(width)) return undefined;
    const free = room - slope * width - base;
    const wider = free > 0 ? sumOf(whole(area.gutter + 1), fixed).base - base : 0;
    const air = wider > 0 ? Math.min(airOf(blocks), free / wider) : 0;
    const down = area.gutter + air;
    const placed = placeBlocks(blocks, air > 0 ? whole(down) : tight, lines, width, area, down);
    let grown = false;
    for (const [i, { figures, slice }] of blocks.entries()) {
      const own = lines[i] as number[];
      const before = [...own];
      for (const [at, figure] of figures.entries()) {
        const { width: measure = 0 } = placed[i]?.figures[at] ?? {};
        if (measure <= 0) return undefined;
        own[at] = Math.max(own[at] ?? 0, captionLines(figure.caption, measure));
      }
      levelCaptions(slice, own);
      grown ||= own.some((count, at) => count > (before[at] ?? 0));
    }
    if (!grown) return { blocks: placed, width, free: free - air * wider };
  }
  return undefined;
}

/** Height of captions, with the gap above them. */
function captionRoom(lines: number, { captionGap, captionLine }: PlateArea): number {
  return lines === 0 ? 0 : captionGap + lines * captionLine;
}

function withCaption({ slope, base }: Line, lines: number, area: PlateArea): Line {
  return { slope, base: base + captionRoom(lines, area) };
}

function airOf(blocks: readonly PageBlock[]): number {
  const strips = blocks.every(({ slice, figures }) =>
    slice.children.every((child) => typeof child === 'number' && (figures[child]?.slope ?? 1) <= STRIP),
  );
  return strips ? AIR_BETWEEN_STRIPS : AIR;
}

function placeBlocks(
  blocks: readonly PageBlock[],
  wholes: readonly Measured[],
  lines: readonly number[][],
  width: number,
  area: PlateArea,
  down: number,
): PlacedPage['blocks'] {
  let top = 0;
  return blocks.map(({ figures, titled }, i) => {
    const whole = wholes[i] as Measured;
    const placed: PlacedFigure[] = new Array(figures.length);
    const place = ({ part, slope, base, children }: Measured, left: number, from: number, partWidth: number): void => {
      if (typeof part === 'number') {
        const { slope: own, base: gaps } = figures[part] as PageFigure;
        const count = lines[i]?.[part] ?? 0;
        placed[part] = { left, top: from, width: partWidth, height: own * partWidth + gaps, captionLines: count };
        return;
      }
      const height = slope * partWidth + base;
      let [x, y] = [left, from];
      for (const child of children) {
        if (part.kind === 'row') {
          const childWidth = (height - child.base) / child.slope;
          place(child, x, y, childWidth);
          x += childWidth + area.gutter;
        } else {
          place(child, x, y, partWidth);
          y += child.slope * partWidth + child.base + down;
        }
      }
    };
    const head = titled ? area.titleHeight : 0;
    // What is narrower than the area stands in its middle.
    place(whole, (area.width - width) / 2, head, width);
    const block = { top, figures: placed };
    top += head + whole.slope * width + whole.base + SECTION_GAP;
    return block;
  });
}
