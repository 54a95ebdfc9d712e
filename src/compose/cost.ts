/** What a line break at a place costs. A composer sums these; the names say what a reader would say of the break. */
export type BreakCost = 0 | 1 | 2 | 3 | 4;

/** A good place. */
export const FREE = 0;
/** Legal, but a careful hand avoids it: inside a personal name, after a hyphen, between 2021年 and 5月. */
export const UNLOVED = 1;
/** Parts a number from its unit, sign, range or ordinal: only where nothing else helps. */
export const GLUED = 2;
/** Inside a number or a Latin word: the very last resort, for very long runs. */
export const INSIDE = 3;
/** Forbidden by the rules of line start and line end, or inside one character. */
export const NEVER = 4;

/**
 * Raises the cost of each place from `first` to `last` (both included) to at least `cost`.
 * Places outside the text are passed over, so that a rule may speak of the place after a match that ends the text.
 */
export function raise(costs: Uint8Array, first: number, last: number, cost: BreakCost): void {
  const end = Math.min(last, costs.length - 1);
  for (let place = Math.max(first, 0); place <= end; place += 1) {
    if ((costs[place] ?? NEVER) < cost) costs[place] = cost;
  }
}
