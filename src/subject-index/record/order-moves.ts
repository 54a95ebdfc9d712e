/**
 * What has moved in a list: the fewest members that, taken out, leave the others in their old order. One line that
 * moved is one line, and not the hundred that it passed.
 *
 *     before 甲 乙 丙 丁    after 甲 丁 乙 丙    →    丁
 */

/** The members of `after` that moved; both lists hold the same members, each once. */
export function movedMembers(before: readonly string[], after: readonly string[]): string[] {
  const places = new Map(before.map((member, at) => [member, at]));
  const kept = longestRising(after.map((member) => places.get(member) as number));
  return after.filter((_, at) => !kept.has(at));
}

/** Where the members of a longest rising subsequence stand. */
function longestRising(values: readonly number[]): Set<number> {
  /** For each length: where the subsequence of that length with the smallest last value ends. */
  const ends: number[] = [];
  const previous: number[] = [];
  values.forEach((value, at) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    previous[at] = low > 0 ? (ends[low - 1] as number) : -1;
    ends[low] = at;
  });
  const rising = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] as number) rising.add(at);
  return rising;
}
