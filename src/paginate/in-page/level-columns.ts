/**
 * Level columns (栏平): where the columns of an index end. Its lines are all of one height, and its letters, sub-headings
 * and turn-overs are kept with what they belong to; so the columns can be filled by reckoning, which ends them level
 * where Chromium leaves them as the blocks fall. Pure: it knows no browser.
 */

/** A block of the index that is not divided: a letter, or the lines of a heading. */
export interface IndexBlock {
  /** CSS px. */
  height: number;
  /** Space above it, which falls away at the head of a column. */
  space: number;
  /** Belongs with the block behind it. */
  keep: boolean;
  /** Opens a letter: the space above it may grow. */
  opens: boolean;
  /** Height of the heading that is said again where this sub-heading begins a column; 0 where none is. */
  resumed: number;
}

export interface ColumnRoom {
  /** Columns of a page. */
  columns: number;
  /** Height of a column on the first page and on all others, CSS px. */
  first: number;
  page: number;
  /** Height of a line. */
  line: number;
}

export interface ColumnPlan {
  /** The first block of each column but the very first. */
  breaks: number[];
  /** Blocks that get more space above them, CSS px. */
  added: Map<number, number>;
}

/** Lines that a letter may get above it. */
const MOST_LINES = 2;
const ROUNDING = 0.5;

/** Fills columns page by page; those of the last page come out as level as they can be. */
export function levelColumns(blocks: readonly IndexBlock[], room: ColumnRoom): ColumnPlan {
  const plan: ColumnPlan = { breaks: [], added: new Map() };
  let start = 0;
  for (let page = 0; start < blocks.length; page += 1) {
    const height = wholeLines(page === 0 ? room.first : room.page, room.line);
    const full = fillColumns(blocks, start, height, room.columns);
    const last = (full.at(-1) as number) >= blocks.length;
    const ends = last ? balance(blocks, start, height, room.columns) : full;
    const columns = ends.map((end, i) => [ends[i - 1] ?? start, end] as const).filter(([from, to]) => to > from);
    const target = last ? closeUp(blocks, columns, room.line, plan.added) : height;
    for (const [from, to] of columns) {
      if (from > 0) plan.breaks.push(from);
      feather(blocks, from, to, target, room.line, plan.added);
    }
    start = ends.at(-1) as number;
  }
  return plan;
}

/** Takes as much into each column as it holds. Gives the ends of the columns. */
function fillColumns(blocks: readonly IndexBlock[], start: number, height: number, columns: number): number[] {
  const ends: number[] = [];
  let from = start;
  for (let column = 0; column < columns; column += 1) {
    let end = from;
    for (let to = from + 1; to <= blocks.length && heightOf(blocks, from, to) <= height + ROUNDING; to += 1) {
      if (mayEnd(blocks, to)) end = to;
    }
    // A block that no column holds stands there all the same: what runs over is refused later.
    if (end === from && from < blocks.length) end = from + 1;
    ends.push(end);
    from = end;
  }
  return ends;
}

/**
 * The last page: of all ways to share its blocks out, the one with the lowest columns, and of those the most level one.
 * A column is no higher than the one before it where that can be.
 */
function balance(blocks: readonly IndexBlock[], start: number, height: number, columns: number): number[] {
  const heights = [...new Set(candidateHeights(blocks, start, height))].sort((a, b) => a - b);
  const lowest = heights.find((each) => (fillColumns(blocks, start, each, columns).at(-1) as number) >= blocks.length);
  const limit = (lowest ?? height) + ROUNDING;
  const ideal = heightOf(blocks, start, blocks.length) / columns;
  // best[column][end]: the least cost of ending that many columns at `end`.
  let best = new Map<number, { cost: number; ends: number[] }>([[start, { cost: 0, ends: [] }]]);
  for (let column = 0; column < columns; column += 1) {
    const next = new Map<number, { cost: number; ends: number[] }>();
    for (const [from, { cost, ends }] of best) {
      const finished = from === blocks.length;
      for (let to = finished ? from : from + 1; to <= blocks.length; to += 1) {
        const tall = finished ? 0 : heightOf(blocks, from, to);
        if (tall > limit) break;
        if (!mayEnd(blocks, to)) continue;
        // The rest of a page is shorter rather on the right.
        const total = cost + (tall - ideal) ** 2 * (1 + (columns - column) * LEFT_FIRST);
        const known = next.get(to);
        if (!known || total < known.cost) next.set(to, { cost: total, ends: [...ends, to] });
        if (finished) break;
      }
    }
    best = next;
  }
  return best.get(blocks.length)?.ends ?? fillColumns(blocks, start, height, columns);
}

const LEFT_FIRST = 0.01;

/** The heights of all first columns: one of them is that of the lowest way. */
function candidateHeights(blocks: readonly IndexBlock[], start: number, height: number): number[] {
  const line = Math.min(...blocks.slice(start).map((block) => block.height));
  const heights: number[] = [];
  for (let each = line; each < height; each += line) heights.push(each);
  return [...heights, height];
}

/**
 * Where the columns of the last page differ by more than a line, those that are too long lose the space above a letter.
 * Gives the height at which they end.
 */
function closeUp(
  blocks: readonly IndexBlock[],
  columns: readonly (readonly [number, number])[],
  line: number,
  added: Map<number, number>,
): number {
  const heights = columns.map(([from, to]) => heightOf(blocks, from, to));
  const tallest = Math.max(...heights);
  if (tallest - Math.min(...heights) <= line + ROUNDING) return tallest;
  const letters = columns.flatMap(([from, to], i) =>
    (heights[i] as number) < tallest - ROUNDING ? [] : [lettersIn(blocks, from, to)[0]],
  );
  if (letters.some((at) => at === undefined || (blocks[at] as IndexBlock).space < line)) return tallest;
  for (const at of letters) added.set(at as number, -line);
  return tallest - line;
}

/** Letters that do not stand at the head of a column. */
function lettersIn(blocks: readonly IndexBlock[], from: number, to: number): number[] {
  return blocks.flatMap((block, at) => (block.opens && at > from && at < to ? [at] : []));
}

/** Opens the space above letters where a column is short. */
function feather(
  blocks: readonly IndexBlock[],
  from: number,
  to: number,
  target: number,
  line: number,
  added: Map<number, number>,
): void {
  let missing = Math.floor((target - heightOf(blocks, from, to) + ROUNDING) / line);
  const letters = lettersIn(blocks, from, to);
  // More than that would tear a hole; such a column is left short.
  if (missing <= 0 || missing > MOST_LINES * letters.length) return;
  for (let round = 0; round < MOST_LINES; round += 1) {
    for (const at of letters) {
      if (missing === 0) return;
      added.set(at, (added.get(at) ?? 0) + line);
      missing -= 1;
    }
  }
}

function heightOf(blocks: readonly IndexBlock[], from: number, to: number): number {
  let height = blocks[from]?.resumed ?? 0;
  for (let at = from; at < to; at += 1) {
    const { height: own, space } = blocks[at] as IndexBlock;
    height += own + (at > from ? space : 0);
  }
  return height;
}

function mayEnd(blocks: readonly IndexBlock[], end: number): boolean {
  return end === blocks.length || !(blocks[end - 1] as IndexBlock).keep;
}

function wholeLines(height: number, line: number): number {
  return Math.floor((height + ROUNDING) / line) * line;
}
