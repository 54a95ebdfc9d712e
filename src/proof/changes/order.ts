/**
 * Two sequences side by side: the longest common order of pairs that are known, and the likeliest pairs where they are
 * not known.
 */

/** Two things taken to be the same: their indexes before and after. */
export type Pair = [before: number, after: number];

/**
 * The pairs that keep their order: as many as can, and of equally many those that stand where they stood, then those
 * with the most text; the others have moved. Pairs come in the order of `before`.
 */
export function longestOrder(pairs: readonly Pair[], length: (before: number) => number): Pair[] {
  const ranks = [...pairs].sort((a, b) => a[1] - b[1]);
  const sorted = [...pairs].sort((a, b) => a[0] - b[0]);
  if (sorted.every((pair, index) => ranks[index] === pair)) return sorted;
  const rankOf = new Map(ranks.map((pair, rank) => [pair, rank]));
  // Each weight outweighs all of the lesser ones together; whole numbers below 2⁵³ up to 20,000 pairs.
  const place = 1001 * (sorted.length + 1);
  const weights = sorted.map((pair, index) => {
    const stays = rankOf.get(pair) === index ? place : 0;
    return place * (sorted.length + 1) + stays + Math.min(length(pair[0]), 1000);
  });
  // A tree of best chains that end at or before a rank (Fenwick).
  const tree = new Array<number>(sorted.length + 1).fill(-1);
  const total = new Array<number>(sorted.length).fill(0);
  const previous = new Array<number>(sorted.length).fill(-1);
  const better = (a: number, b: number): number => (a < 0 ? b : b < 0 ? a : (total[b] ?? 0) > (total[a] ?? 0) ? b : a);
  let best = -1;
  sorted.forEach((pair, index) => {
    const rank = (rankOf.get(pair) ?? 0) + 1;
    let last = -1;
    for (let at = rank - 1; at > 0; at -= at & -at) last = better(last, tree[at] ?? -1);
    previous[index] = last;
    total[index] = (weights[index] ?? 0) + (last < 0 ? 0 : (total[last] ?? 0));
    for (let at = rank; at < tree.length; at += at & -at) tree[at] = better(tree[at] ?? -1, index);
    best = better(best, index);
  });
  const chain: Pair[] = [];
  for (let at = best; at >= 0; at = previous[at] ?? -1) chain.push(sorted[at] as Pair);
  return chain.reverse();
}

/** Stretches of both sequences between the pairs of an order: [start, end) before and after. */
export interface Gap {
  before: [number, number];
  after: [number, number];
}

export function gapsBetween(order: readonly Pair[], lengthBefore: number, lengthAfter: number): Gap[] {
  const gaps: Gap[] = [];
  let from: Pair = [-1, -1];
  for (const to of [...order, [lengthBefore, lengthAfter] as Pair]) {
    const gap: Gap = { before: [from[0] + 1, to[0]], after: [from[1] + 1, to[1]] };
    if (gap.before[0] < gap.before[1] && gap.after[0] < gap.after[1]) gaps.push(gap);
    from = to;
  }
  return gaps;
}
