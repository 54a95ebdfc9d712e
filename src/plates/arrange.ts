/**
 * Arrangement of plates (彩页): photos flow in their order into pages of justified rows. Nothing is cropped. Every way
 * of cutting the next photos into rows of one to three is tried for every page, and the way of least badness over the
 * whole section is taken, so the same photos always give the same plates.
 *
 * All measures are CSS pixels (1/96 inch).
 */

export interface PlateItem {
  /** Width ÷ height of the picture, or of several pictures side by side. */
  ratio: number;
  /** Width of its caption on one line. */
  captionWidth: number;
}

export interface PlateArea {
  width: number;
  height: number;
  /** Room that the section's title takes on its first page. */
  titleHeight: number;
  gutter: number;
  captionLine: number;
}

export interface PlateRow {
  /** Height of the pictures in this row, without captions. */
  height: number;
  /** Lines of the longest caption. */
  captionLines: number;
  /** Indices into the items, and the width of each. */
  items: { index: number; width: number }[];
}

export interface Plate {
  rows: PlateRow[];
}

const MOST_ON_A_PAGE = 6;
const MOST_IN_A_ROW = 3;
/** A single picture never takes more of the page height than this, unless it stands alone. */
const TALLEST_ROW = 0.6;
/** Below this share of the page height a row of several pictures looks like stamps. */
const LOWEST_ROW = 0.13;
/** Pictures that would have to shrink further than this want another page. */
const LEAST_SCALE = 0.55;
/** Room that a caption needs besides its characters: for the spaces that typesetting puts between Han and digits. */
const CAPTION_SLACK = 13;
/** Scales are rounded down by this much, so that what fits by calculation also fits by measure. */
const ROUNDING = 0.01;

interface Choice {
  badness: number;
  plates: Plate[];
}

/** Arranges one section; every item stands on one of its plates. */
export function arrangePlates(items: PlateItem[], area: PlateArea): Plate[] {
  const best: (Choice | undefined)[] = new Array(items.length + 1).fill(undefined);
  best[0] = { badness: 0, plates: [] };
  for (let from = 0; from < items.length; from += 1) {
    const before = best[from];
    if (!before) continue;
    for (let count = 1; count <= MOST_ON_A_PAGE && from + count <= items.length; count += 1) {
      const page = bestPage(items, from, count, area, from === 0);
      if (!page) continue;
      const badness = before.badness + page.badness;
      const known = best[from + count];
      if (!known || badness < known.badness) best[from + count] = { badness, plates: [...before.plates, page.plate] };
    }
  }
  return best[items.length]?.plates ?? [];
}

function bestPage(
  items: PlateItem[],
  from: number,
  count: number,
  area: PlateArea,
  first: boolean,
): { plate: Plate; badness: number } | undefined {
  const room = area.height - (first ? area.titleHeight : 0);
  let best: { plate: Plate; badness: number } | undefined;
  for (const pattern of rowPatterns(count)) {
    let index = from;
    const natural = pattern.map((size) => {
      const row = justify(items, index, size, area, count === 1 ? room : area.height * TALLEST_ROW);
      index += size;
      return row;
    });
    const fitted = fit(items, natural, room, area);
    if (!fitted) continue;
    const badness = pageBadness(fitted, room, area);
    if (!best || badness < best.badness) best = { plate: { rows: fitted }, badness };
  }
  return best;
}

/** All ways to write `count` as an ordered sum of 1 to MOST_IN_A_ROW. */
function rowPatterns(count: number): number[][] {
  if (count === 0) return [[]];
  const patterns: number[][] = [];
  for (let size = 1; size <= Math.min(MOST_IN_A_ROW, count); size += 1) {
    for (const rest of rowPatterns(count - size)) patterns.push([size, ...rest]);
  }
  return patterns;
}

function justify(items: PlateItem[], from: number, size: number, area: PlateArea, tallest: number): PlateRow {
  const row = items.slice(from, from + size);
  const ratios = row.reduce((sum, item) => sum + item.ratio, 0);
  const height = Math.min(tallest, (area.width - area.gutter * (size - 1)) / ratios);
  return setHeight(
    items,
    row.map((_, i) => from + i),
    height,
  );
}

function setHeight(items: PlateItem[], indices: number[], height: number): PlateRow {
  const placed = indices.map((index) => ({ index, width: (items[index]?.ratio ?? 1) * height }));
  const lines = placed.map(({ index, width }) => captionLines(items[index]?.captionWidth ?? 0, width));
  return { height, captionLines: Math.max(0, ...lines), items: placed };
}

/** A line that turns over may end a character early, since some marks may not open the next. */
function captionLines(captionWidth: number, width: number): number {
  if (captionWidth <= Math.max(1, width - CAPTION_SLACK)) return captionWidth > 0 ? 1 : 0;
  return Math.ceil(captionWidth / Math.max(CAPTION_SLACK, width - 2 * CAPTION_SLACK));
}

function rowsHeight(rows: PlateRow[], area: PlateArea): number {
  return (
    rows.reduce((sum, row) => sum + row.height + row.captionLines * area.captionLine, 0) +
    area.gutter * (rows.length - 1)
  );
}

/**
 * Scales rows that are too tall down together; the pictures keep their shapes and stand in the middle. Narrower
 * pictures may need more lines for their captions, so the scale is lowered until both have room.
 */
function fit(items: PlateItem[], rows: PlateRow[], room: number, area: PlateArea): PlateRow[] | undefined {
  const pictures = rows.reduce((sum, row) => sum + row.height, 0);
  const scaled = (scale: number): PlateRow[] =>
    rows.map((row) => {
      const indices = row.items.map(({ index }) => index);
      return setHeight(items, indices, row.height * scale);
    });
  let scale = 1;
  let fitted = rows;
  for (let over = rowsHeight(rows, area) - room; over > 0; over = rowsHeight(fitted, area) - room) {
    scale -= (over + ROUNDING) / pictures;
    if (scale >= LEAST_SCALE) fitted = scaled(scale);
    // A picture has no page of its own but this one: it is never dropped. If its caption is so long that it runs off
    // the page, the survey of the pages reports that.
    else return isAlone(rows) ? scaled(LEAST_SCALE) : undefined;
  }
  return fitted;
}

function isAlone(rows: PlateRow[]): boolean {
  return rows.length === 1 && rows[0]?.items.length === 1;
}

/** Empty room counts most, then rows that had to shrink, uneven rows and stamps. */
function pageBadness(rows: PlateRow[], room: number, area: PlateArea): number {
  const empty = Math.max(0, room - rowsHeight(rows, area)) / area.height;
  const narrow = rows.reduce((sum, row) => {
    const width = row.items.reduce((total, item) => total + item.width, 0) + area.gutter * (row.items.length - 1);
    return sum + (1 - Math.min(1, width / area.width)) ** 2;
  }, 0);
  const heights = rows.map((row) => row.height / area.height);
  const mean = heights.reduce((sum, height) => sum + height, 0) / heights.length;
  const uneven = heights.reduce((sum, height) => sum + (height - mean) ** 2, 0);
  const stamps = rows.filter((row) => row.items.length > 1 && row.height / area.height < LOWEST_ROW).length;
  return 4 * empty ** 2 + 1.5 * narrow + uneven + stamps + 0.15;
}
