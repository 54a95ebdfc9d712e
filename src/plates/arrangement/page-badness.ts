/** How good a page of plates looks (版面的好坏): a sum of what an eye would mind, each about 1 where a page is bad for it. */
import type { PlacedPage, PlateArea } from './plate-page.js';

/** What is known of a figure besides its place. */
export interface JudgedFigure {
  /** The widest it may be printed at 225 ppi, CSS px; absent where its pixels do for any size. */
  mostWidth?: number;
}

/** Every page costs something: few full pages are better than many. */
const PAGE = 0.14;
/** Figures of a page where nobody asked for a number. */
const USUAL = 4;
const OFF_USUAL = 0.015;
const OFF_WISHED = 0.2;
/** Pictures that differ more than this in area are not of one family. */
const EVEN = 2.2;
/** Pictures smaller than this share of the area are stamps … */
const STAMP = 0.035;
/** … and so are captions under pictures narrower than this, CSS px. */
const NARROW = 110;
/** A caption has one to three lines. */
const LINES = 3;
/** 225 ppi is the least; 300 is what a photo should have. */
const GOOD_SHARE = 225 / 300;

/** @param wished how many figures an editor wants on a page */
export function pageBadness(
  page: PlacedPage,
  figures: readonly JudgedFigure[],
  area: PlateArea,
  wished: number | undefined,
): number {
  const placed = page.blocks.flatMap((block) => block.figures);
  return (
    leastBadness(page, placed.length, area, wished) +
    sizeBadness(placed, area) +
    captionBadness(page) +
    placed.reduce((sum, { width }, i) => sum + pixelBadness(width, figures[i]?.mostWidth), 0)
  );
}

/** What a page of so many figures costs at least, by what stays free at its foot and its sides. */
export function leastBadness(
  edges: Pick<PlacedPage, 'free' | 'width'>,
  count: number,
  area: PlateArea,
  wished: number | undefined,
): number {
  const number = wished === undefined ? OFF_USUAL * (count - USUAL) ** 2 : OFF_WISHED * (count - wished) ** 2;
  return PAGE + number + edgeBadness(edges, area, count);
}

/** What stays free at the foot and at the sides. */
function edgeBadness({ free, width }: Pick<PlacedPage, 'free' | 'width'>, area: PlateArea, count: number): number {
  const empty = Math.max(0, free) / area.height;
  const narrow = Math.max(0, 1 - width / area.width);
  // One picture alone keeps its shape and stands free; rows of several should end where the type area does.
  return 0.5 * empty + 18 * empty ** 2 + (count === 1 ? 0.3 * narrow : 6 * narrow + 10 * narrow ** 2);
}

function sizeBadness(placed: readonly { width: number; height: number }[], area: PlateArea): number {
  const areas = placed.map(({ width, height }) => width * height);
  const spread = Math.log(Math.max(...areas) / Math.min(...areas) / EVEN);
  const page = area.width * area.height;
  const stamps = areas.reduce((sum, each) => sum + Math.max(0, 1 - each / (STAMP * page)), 0);
  const narrow = placed.reduce((sum, { width }) => sum + Math.max(0, 1 - width / NARROW), 0);
  return 0.25 * Math.max(0, spread) ** 2 + stamps + 2 * narrow;
}

/** Levelled captions count once for each figure: what is beside a long caption stands over an empty room. */
function captionBadness({ blocks }: PlacedPage): number {
  return blocks
    .flatMap(({ figures }) => figures)
    .reduce((sum, { captionLines }) => sum + 0.25 * Math.max(0, captionLines - LINES) ** 1.5, 0);
}

function pixelBadness(width: number, most = Number.POSITIVE_INFINITY): number {
  const excess = width / most;
  if (excess <= GOOD_SHARE) return 0;
  return excess <= 1 ? 0.1 * (excess - GOOD_SHARE) : 0.5 + 1.5 * (excess - 1);
}
