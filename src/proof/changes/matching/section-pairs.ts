/** Sections of two proofs that are taken to be the same. */
import type { Pair } from '../order.js';
import type { Book, Section } from '../sections.js';

export interface SectionPairs {
  /** By the section before. */
  forth: Map<Section, Section>;
  /** By the section after. */
  back: Map<Section, Section>;
}

export function pair({ forth, back }: SectionPairs, before: Section, after: Section): void {
  forth.set(before, after);
  back.set(after, before);
}

/** The likeliest first, each section once; what scores nothing is no pair. */
export function pairBest(pairs: SectionPairs, scored: { a: Section; b: Section; score: number }[]): void {
  scored.sort((x, y) => y.score - x.score || x.a.at - y.a.at || x.b.at - y.b.at);
  for (const { a, b, score } of scored) if (score > 0 && !pairs.forth.has(a) && !pairs.back.has(b)) pair(pairs, a, b);
}

export function unpaired({ forth, back }: SectionPairs, { sections }: Book): Section[] {
  return sections.filter((section) => !forth.has(section) && !back.has(section));
}

/** Children of both that are one, by their indexes. */
export function childPairs({ forth }: SectionPairs, before: Section, after: Section): Pair[] {
  const indexOf = new Map(after.children.map((child, index) => [child, index]));
  return before.children.flatMap((child, index) => {
    const partner = forth.get(child);
    const at = partner && indexOf.get(partner);
    return at === undefined ? [] : [[index, at] as Pair];
  });
}
