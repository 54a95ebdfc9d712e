/** “Did you mean”: the known name nearest to an unknown one. */

/** Levenshtein distance, by characters. */
export function editDistance(left: string, right: string): number {
  const a = [...left];
  const b = [...right];
  let row = b.map((_, index) => index + 1);
  row.unshift(0);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const replace = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, replace));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * The nearest of `known`, or nothing if none is near: more than half of the characters would have to change.
 * A name that contains the other counts as near: 供稿人 means 供稿.
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  return nearestFew(name, known, 1)[0];
}

/** Those that are near in this sense, the nearest first, at most so many. */
export function nearestFew(name: string, known: readonly string[], most: number): string[] {
  return known
    .map((candidate) => {
      const contained = name !== '' && (candidate.includes(name) || name.includes(candidate));
      const distance = editDistance(name, candidate) - (contained ? 1 : 0);
      const limit = Math.max(name.length, candidate.length) / 2;
      return { candidate, distance, near: contained || distance <= limit };
    })
    .filter(({ near }) => near)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** The remedy for an unknown name: 「是不是“供稿”？…」 */
export function remedyForUnknown(name: string, known: readonly string[]): string {
  const guess = nearest(name, known);
  const list = known.join('、');
  return guess ? `是不是“${guess}”？可用的有：${list}` : `可用的有：${list}`;
}
