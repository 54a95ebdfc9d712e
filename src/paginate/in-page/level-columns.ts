/**
 * Level columns (栏平): where the columns of an index end. Its lines are all of one height, and its letters, sub-headings
 * and turn-overs are kept with what they belong to; so the columns can be filled by reckoning, which ends them level
 * where Chromium leaves them as the blocks fall. Pure: it knows no browser.
 */
import {
  fillColumns,
  heightOf,
  type IndexBlock,
  lettersIn,
  mayEnd,
  missingLines,
  ROUNDING,
  type Stack,
  stackOf,
  wholeLines,
} from './stack.js';

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

/** A way to fill the pages so far: where each column ends, page by page, and what its ragged columns cost. */
interface Way {
  pages: number[][];
  cost: number;
}

/**
 * Fills columns page by page. A column may end up to some lines early where that lets others end level; the pages are
 * as few as they can be, and the columns of the last one come out as level as they can be.
 */
export function levelColumns(blocks: readonly IndexBlock[], room: ColumnRoom): ColumnPlan {
  const stack = stackOf(blocks);
  const heightAt = (page: number): number => wholeLines(page === 0 ? room.first : room.page, room.line);
  let ways = new Map<number, Way>([[0, { pages: [], cost: 0 }]]);
  for (let page = 0; ; page += 1) {
    const done = [...ways].flatMap(([start, way]) => lastPage(stack, start, way, heightAt(page), room));
    const best = cheapest(done);
    if (best) return planOf(stack, best.pages, heightAt, room.line);
    const next = new Map<number, Way>();
    for (const [start, way] of ways) {
      for (const [end, full] of fullPage(stack, start, heightAt(page), room)) {
        const cost = way.cost + full.cost;
        if (cost < (next.get(end)?.cost ?? Number.POSITIVE_INFINITY)) {
          next.set(end, { pages: [...way.pages, full.ends], cost });
        }
      }
    }
    ways = next;
  }
}

function cheapest(ways: readonly Way[]): Way | undefined {
  return ways.reduce<Way | undefined>((best, way) => (best && best.cost <= way.cost ? best : way), undefined);
}

/** The rest on one page, where it holds it. */
function lastPage(stack: Stack, start: number, way: Way, height: number, { columns, line }: ColumnRoom): Way[] {
  if ((fillColumns(stack, start, height, columns).at(-1) as number) < stack.blocks.length) return [];
  const ends = balance(stack, start, height, columns);
  const target = closeUp(stack, columnsOf(start, ends), line, new Map());
  const cost = columnsOf(start, ends).reduce((sum, [from, to]) => {
    const missing = missingLines(stack, from, to, target, line);
    return sum + (missing > 1 ? raggedCost(stack, from, to, missing) : 0);
  }, way.cost);
  return [{ pages: [...way.pages, ends], cost }];
}

/** All good ways to fill a page from `start`, by the block at which they end. */
function fullPage(
  stack: Stack,
  start: number,
  height: number,
  { columns, line }: ColumnRoom,
): Map<number, { ends: number[]; cost: number }> {
  let ways = new Map([[start, { ends: [] as number[], cost: 0 }]]);
  for (let column = 0; column < columns; column += 1) {
    const next: typeof ways = new Map();
    for (const [from, { ends, cost }] of ways) {
      const [furthest = from] = fillColumns(stack, from, height, 1);
      for (let to = furthest; to > from; to -= 1) {
        const missing = missingLines(stack, from, to, height, line);
        if (to < furthest && missing > EARLY) break;
        if (to < furthest && !mayEnd(stack, to)) continue;
        const total = cost + raggedCost(stack, from, to, missing);
        if (total < (next.get(to)?.cost ?? Number.POSITIVE_INFINITY))
          next.set(to, { ends: [...ends, to], cost: total });
      }
    }
    ways = next;
  }
  return ways;
}

/** How many lines before its foot a column may end to let others end level. */
const EARLY = 3;

/** Lines that letters make up for cost little; others are seen. */
function raggedCost(stack: Stack, from: number, to: number, missing: number): number {
  return missing > MOST_LINES * lettersIn(stack, from, to).length ? 10 * missing ** 2 : missing / 10;
}

/** The columns of a page that hold something, as [first block, end). */
function columnsOf(start: number, ends: readonly number[]): [number, number][] {
  return ends.map((end, i): [number, number] => [ends[i - 1] ?? start, end]).filter(([from, to]) => to > from);
}

function planOf(
  stack: Stack,
  pages: readonly number[][],
  heightAt: (page: number) => number,
  line: number,
): ColumnPlan {
  const plan: ColumnPlan = { breaks: [], added: new Map() };
  let start = 0;
  for (const [page, ends] of pages.entries()) {
    const columns = columnsOf(start, ends);
    const target = page === pages.length - 1 ? closeUp(stack, columns, line, plan.added) : heightAt(page);
    for (const [from, to] of columns) {
      if (from > 0) plan.breaks.push(from);
      feather(stack, from, to, target, line, plan.added);
    }
    start = ends.at(-1) as number;
  }
  return plan;
}

/**
 * The last page: of all ways to share its blocks out, the one with the lowest columns, and of those the most level one.
 * A column is no higher than the one before it where that can be.
 */
function balance(stack: Stack, start: number, height: number, columns: number): number[] {
  const heights = [...new Set(candidateHeights(stack, start, height))].sort((a, b) => a - b);
  const lowest = heights.find(
    (each) => (fillColumns(stack, start, each, columns).at(-1) as number) >= stack.blocks.length,
  );
  const limit = (lowest ?? height) + ROUNDING;
  const ideal = heightOf(stack, start, stack.blocks.length) / columns;
  // best[column][end]: the least cost of ending that many columns at `end`.
  let best = new Map<number, { cost: number; ends: number[] }>([[start, { cost: 0, ends: [] }]]);
  for (let column = 0; column < columns; column += 1) {
    const next = new Map<number, { cost: number; ends: number[] }>();
    for (const [from, { cost, ends }] of best) {
      const finished = from === stack.blocks.length;
      for (let to = finished ? from : from + 1; to <= stack.blocks.length; to += 1) {
        const tall = finished ? 0 : heightOf(stack, from, to);
        if (tall > limit) break;
        if (!mayEnd(stack, to)) continue;
        const before = column > 0 ? heightOf(stack, ends.at(-2) ?? start, from) : tall;
        const total = cost + (tall - ideal) ** 2 + (tall > before + ROUNDING ? (RISING * (tall - before)) ** 2 : 0);
        const known = next.get(to);
        if (!known || total < known.cost) next.set(to, { cost: total, ends: [...ends, to] });
        if (finished) break;
      }
    }
    best = next;
  }
  return best.get(stack.blocks.length)?.ends ?? fillColumns(stack, start, height, columns);
}

/** How much worse a column is that is longer than the one on its left. */
const RISING = 3;

/** The heights of all first columns: one of them is that of the lowest way. */
function candidateHeights(stack: Stack, start: number, height: number): number[] {
  const line = Math.min(...stack.blocks.slice(start).map((block) => block.height));
  const heights: number[] = [];
  for (let each = line; each < height; each += line) heights.push(each);
  return [...heights, height];
}

/**
 * Where the columns of the last page differ by more than a line, those that are too long lose the space above a letter.
 * Gives the height at which they end.
 */
function closeUp(
  stack: Stack,
  columns: readonly (readonly [number, number])[],
  line: number,
  added: Map<number, number>,
): number {
  const heights = columns.map(([from, to]) => heightOf(stack, from, to));
  const tallest = Math.max(...heights);
  if (tallest - Math.min(...heights) <= line + ROUNDING) return tallest;
  const letters = columns.flatMap(([from, to], i) =>
    (heights[i] as number) < tallest - ROUNDING ? [] : [lettersIn(stack, from, to)[0]],
  );
  if (letters.some((at) => at === undefined || (stack.blocks[at] as IndexBlock).space < line)) return tallest;
  for (const at of letters) added.set(at as number, -line);
  return tallest - line;
}

/** Opens the space above letters where a column is short. */
function feather(
  stack: Stack,
  from: number,
  to: number,
  target: number,
  line: number,
  added: Map<number, number>,
): void {
  let missing = missingLines(stack, from, to, target, line);
  const letters = lettersIn(stack, from, to);
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
