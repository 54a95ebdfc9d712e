/**
 * Arrangement of plates (彩页): photos flow in their order onto pages of one to six. Nothing is cropped that nobody asked
 * to crop. Every way of cutting a page is tried for the next photos (slices.ts, plate-page.ts), and of all ways to go
 * through the photos the one of least badness (page-badness.ts) is taken, so the same photos always give the same plates.
 *
 * All measures are CSS pixels (1/96 inch).
 */
import { figureShape } from './figure-shape.js';
import { bestPage } from './page-choice.js';
import type { ListedItem, Plate, PlateItems, PlatesArea } from './plate.js';

const MOST_ON_A_PAGE = 6;
/** Sections so short that several stand on one page. */
const MOST_SECTIONS = 3;

interface Choice {
  badness: number;
  plate?: Plate;
  /** How many photos stand before its page. */
  from: number;
}

/** Arranges sections; every item stands on one of the plates, in order. */
export function arrangePlates(sections: readonly PlateItems[], area: PlatesArea): Plate[] {
  const flat = sections.flatMap(({ items }, section) =>
    items.map((item, index): ListedItem => {
      const figure = { ...figureShape(item.ratios, area.photoGap), caption: item.caption };
      return { item, figure, section, index };
    }),
  );
  const bonds = bondsOf(flat, sections);
  const best: (Choice | undefined)[] = new Array(flat.length + 1).fill(undefined);
  best[0] = { badness: 0, from: 0 };
  for (let from = 0; from < flat.length; from += 1) {
    const before = best[from];
    if (!before) continue;
    for (const to of endsFrom(flat, sections, from)) {
      if (bonds.has(to)) continue;
      const room = area.height - (to === flat.length ? area.tailHeight : 0);
      const page = bestPage(flat.slice(from, to), sections, room, area);
      if (!page) continue;
      const badness = before.badness + page.badness;
      const known = best[to];
      if (!known || badness < known.badness) best[to] = { badness, plate: page.plate, from };
    }
  }
  const plates: Plate[] = [];
  for (let choice = best[flat.length]; choice?.plate; choice = best[choice.from]) plates.unshift(choice.plate);
  return plates;
}

/** Numbers of photos before which no page may end: those that go on a 组, where a page can hold it. */
function bondsOf(flat: readonly ListedItem[], sections: readonly PlateItems[]): Set<number> {
  const bonds = new Set<number>();
  for (let from = 0; from < flat.length; ) {
    const { item, section } = flat[from] as ListedItem;
    let to = from + 1;
    while (item.group !== undefined && flat[to]?.section === section && flat[to]?.item.group === item.group) to += 1;
    const run = flat.slice(from, to);
    const holds = run.length <= (sections[section]?.perPage ?? MOST_ON_A_PAGE);
    if (holds && !run.some((each) => each.item.fullBleed)) for (let at = from + 1; at < to; at += 1) bonds.add(at);
    from = to;
  }
  return bonds;
}

/** Where a page that begins with the photo `from` may end. */
function endsFrom(flat: readonly ListedItem[], sections: readonly PlateItems[], from: number): number[] {
  const { section, index, item } = flat[from] as ListedItem;
  if (item.fullBleed) return [from + 1];
  const ends: number[] = [];
  const plain = (at: number): boolean => flat[at] !== undefined && !flat[at]?.item.fullBleed;
  const most = sections[section]?.perPage ?? MOST_ON_A_PAGE;
  let to = from;
  while (to - from < most && plain(to) && flat[to]?.section === section) {
    to += 1;
    ends.push(to);
  }
  // Whole short sections after it may stand on the same page.
  const shares = (each: PlateItems | undefined): boolean =>
    each !== undefined && !each.apart && each.perPage === undefined;
  if (index !== 0 || !shares(sections[section]) || flat[to]?.section === section) return ends;
  for (let more = 1; more < MOST_SECTIONS; more += 1) {
    const next = flat[to]?.section;
    if (next === undefined || !shares(sections[next])) break;
    while (flat[to]?.section === next && plain(to) && to - from <= MOST_ON_A_PAGE) to += 1;
    if (flat[to]?.section === next || to - from > MOST_ON_A_PAGE) break;
    ends.push(to);
  }
  return ends;
}
