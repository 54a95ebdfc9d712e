/**
 * Two short sequences, say of paragraphs, laid side by side so that what is alike stands together: the way through a table
 * of scores that gathers most (Needleman and Wunsch). One may stand beside two or three neighbours, where it was
 * divided or they were joined.
 */

/** Neighbours before beside neighbours after, [start, end) each. */
export interface Match {
  before: [number, number];
  after: [number, number];
}

/** From 0 to 1; 0 where the two are not the same thing. */
export type Score = (before: [number, number], after: [number, number]) => number;

/** More cells than this are not filled: of long sequences only what lies near the diagonal is compared. */
const CELLS = 20_000;
/** One to one first: it is preferred where a division scores no better. */
const STEPS: readonly [number, number][] = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
];

/** The best matches of the items [0, before) with [0, after), in order. `divisions`: whether one may stand beside several. */
export function align(before: number, after: number, score: Score, divisions = false): Match[] {
  const width = after + 1;
  const steps = divisions ? STEPS : STEPS.slice(0, 1);
  const totals = new Float64Array((before + 1) * width);
  const ways = new Int8Array((before + 1) * width);
  const band = before * after <= CELLS ? after : Math.max(8, Math.ceil(CELLS / before / 2));
  const slope = after / before;
  for (let row = 0; row <= before; row += 1) {
    for (let column = 0; column <= after; column += 1) {
      if (row === 0 && column === 0) continue;
      const skipBefore = row > 0 ? (totals[(row - 1) * width + column] ?? 0) : -1;
      const skipAfter = column > 0 ? (totals[row * width + column - 1] ?? 0) : -1;
      let best = Math.max(skipBefore, skipAfter);
      let way = skipBefore >= skipAfter ? -1 : -2;
      if (Math.abs(column - row * slope) <= band)
        steps.forEach(([down, right], step) => {
          if (row < down || column < right) return;
          const value = score([row - down, row], [column - right, column]);
          const total = (totals[(row - down) * width + column - right] ?? 0) + value * (down + right);
          // What scores nothing is no match, whatever stands before it.
          if (value > 0 && total > best) [best, way] = [total, step];
        });
      totals[row * width + column] = best;
      ways[row * width + column] = way;
    }
  }
  return trace(before, after, width, ways);
}

function trace(before: number, after: number, width: number, ways: Int8Array): Match[] {
  const matches: Match[] = [];
  let [row, column] = [before, after];
  while (row > 0 && column > 0) {
    const way = ways[row * width + column] ?? -1;
    if (way === -1) row -= 1;
    else if (way === -2) column -= 1;
    else {
      const [down, right] = STEPS[way] as [number, number];
      matches.push({ before: [row - down, row], after: [column - right, column] });
      row -= down;
      column -= right;
    }
  }
  return matches.reverse();
}
