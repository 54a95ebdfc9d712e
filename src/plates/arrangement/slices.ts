/**
 * Slices (分割): the ways in which a page can be cut into places for photos, by straight cuts from edge to edge. A page is
 * a stack of rows; a row holds figures side by side, and at most one stack of figures among them:
 *
 *     ┌───────┐   ┌───┬───┐   ┌───┬───┐   ┌───┬───┐
 *     │   1   │   │ 1 │ 2 │   │   │ 2 │   │ 1 │   │
 *     ├───┬───┤   ├───┴───┤   │ 1 ├───┤   ├───┤ 2 │
 *     │ 2 │ 3 │   │   3   │   │   │ 3 │   │ 3 │   │
 *     └───┴───┘   └───────┘   └───┴───┘   └───┴───┘
 *
 * With two stacks beside each other nobody could say which figure comes next. As it is, figures stand in the order in
 * which they are read: whichever begins higher comes first, and of those of one height the left one.
 */

/** A figure, by its number on the page. */
export type Slice = number | RowSlice | StackSlice;

export interface RowSlice {
  kind: 'row';
  children: (number | StackSlice)[];
}

export interface StackSlice {
  kind: 'stack';
  children: (number | RowSlice)[];
}

/** More figures side by side are stamps. */
const MOST_IN_A_ROW = 4;
/** Beside a stack, and in a row of one. */
const MOST_BESIDE = 2;

const known = new Map<number, StackSlice[]>();

/** All ways to cut a page for `count` figures. */
export function slicesOf(count: number): StackSlice[] {
  const found = known.get(count) ?? stacks(0, count, rows).map((children): StackSlice => ({ kind: 'stack', children }));
  known.set(count, found);
  return found;
}

/** All ways to share figures from `first` on among rows of a stack. */
function stacks<T>(first: number, count: number, rowsOf: (first: number, count: number) => T[]): T[][] {
  if (count === 0) return [[]];
  const found: T[][] = [];
  for (let size = 1; size <= count; size += 1) {
    const heads = rowsOf(first, size);
    if (heads.length === 0) continue;
    const tails = stacks(first + size, count - size, rowsOf);
    for (const head of heads) for (const tail of tails) found.push([head, ...tail]);
  }
  return found;
}

function rows(first: number, count: number): (number | RowSlice)[] {
  return [...plainRow(first, count, MOST_IN_A_ROW), ...rowsWithStack(first, count)];
}

function plainRow(first: number, count: number, most: number): (number | RowSlice)[] {
  if (count === 1) return [first];
  if (count > most) return [];
  return [{ kind: 'row', children: Array.from({ length: count }, (_, i) => first + i) }];
}

/** Rows in which `beside` figures stand at the sides of a stack of all others. */
function rowsWithStack(first: number, count: number): RowSlice[] {
  const found: RowSlice[] = [];
  for (let beside = 1; beside <= MOST_BESIDE && beside <= count - 2; beside += 1) {
    for (let left = 0; left <= beside; left += 1) {
      for (const shape of stacks(0, count - beside, (from, size) => plainRow(from, size, MOST_BESIDE))) {
        if (shape.length < 2) continue;
        found.push(rowWithStack(first, beside, left, shape));
      }
    }
  }
  return found;
}

/** Numbers the figures as they are read: the top of the stack comes between those at its sides, the rest behind them. */
function rowWithStack(first: number, beside: number, left: number, shape: (number | RowSlice)[]): RowSlice {
  const [top] = shape;
  const topCount = typeof top === 'number' ? 1 : (top?.children.length ?? 0);
  const numberOf = (place: number): number => first + left + place + (place < topCount ? 0 : beside - left);
  const stack: StackSlice = {
    kind: 'stack',
    children: shape.map((each) =>
      typeof each === 'number'
        ? numberOf(each)
        : { kind: 'row', children: each.children.map((place) => numberOf(place as number)) },
    ),
  };
  const side = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + i);
  return {
    kind: 'row',
    children: [...side(first, left), stack, ...side(first + left + topCount, beside - left)],
  };
}
