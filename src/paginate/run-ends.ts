/** Where the runs of a flow end on its pages, counted in characters; white space is left out on both sides. */
import type { SourceRun } from './conservation.js';

/** For each run the number of characters (UTF-16 units) up to its end. */
export function runEnds(runs: readonly Pick<SourceRun, 'text'>[]): Uint32Array {
  const ends = new Uint32Array(runs.length);
  let end = 0;
  for (const [at, { text }] of runs.entries()) {
    end += printedLength(text);
    ends[at] = end;
  }
  return ends;
}

/** How many characters of a text print. */
export function printedLength(text: string): number {
  return SPACES.test(text) ? text.replace(/\s+/gu, '').length : text.length;
}

const SPACES = /\s/u;

/** The first of ascending `ends` behind `offset`: who holds the `offset`-th character. `ends.length` where none does. */
export function holderOf(offset: number, ends: ArrayLike<number>): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as number) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
