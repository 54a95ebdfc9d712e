/**
 * Which of many texts may be a given one, edited: those that share most of its runs of four characters. A quarter of the
 * runs is enough to tell, chosen by their characters, so that both texts choose the same.
 */
const RUN = 4;
const CHOSEN = 4;
/** So many of the likeliest are looked at closely. */
const LIKELIEST = 5;
/** A run that so many texts have says nothing. */
const COMMON = 60;

/** Gives for a text the items whose texts are likeliest to be it, the likeliest first. */
export function candidateFinder<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
): (text: string) => Item[] {
  const holders = new Map<number, number[]>();
  items.forEach((item, index) => {
    for (const run of new Set(runsOf(textOf(item)))) {
      const list = holders.get(run);
      if (list) list.push(index);
      else holders.set(run, [index]);
    }
  });
  return (text) => {
    const hits = new Map<number, number>();
    for (const run of new Set(runsOf(text))) {
      const list = holders.get(run) ?? [];
      if (list.length > COMMON) continue;
      for (const index of list) hits.set(index, (hits.get(index) ?? 0) + 1);
    }
    return [...hits]
      .sort(([a, hitsA], [b, hitsB]) => hitsB - hitsA || a - b)
      .slice(0, LIKELIEST)
      .map(([index]) => items[index] as Item);
  };
}

function runsOf(text: string): number[] {
  const runs: number[] = [];
  for (let at = 0; at + RUN <= text.length; at += 1) {
    let hash = 0;
    for (let index = at; index < at + RUN; index += 1)
      hash = (Math.imul(hash, 0x01000193) ^ text.charCodeAt(index)) | 0;
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    if ((hash >>> 13) % CHOSEN === 0) runs.push(hash);
  }
  return runs;
}
