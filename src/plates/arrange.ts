/**
 * Arrangement of plates (彩页): photos flow in their order onto pages of one to six. Nothing is cropped that nobody asked
 * to crop. Every way of cutting a page is tried for the next photos (slices.ts, plate-page.ts), and of all ways to go
 * through the photos the one of least badness (page-badness.ts) is taken, so the same photos always give the same plates.
 *
 * All measures are CSS pixels (1/96 inch).
 */
import { figureShape } from './figure-shape.js';
import { leastBadness, pageBadness } from './page-badness.js';
import {
  type PageBlock,
  type PageFigure,
  type PlacedFigure,
  type PlacedPage,
  type PlateArea,
  placePage,
} from './plate-page.js';
import { type StackSlice, slicesOf } from './slices.js';

export type { PlacedFigure, PlateArea } from './plate-page.js';

export interface PlateItem {
  /** Width ÷ height of each of its photos, as they are printed. */
  ratios: number[];
  /** Widths of the parts of its caption that are each kept on one line. */
  caption: number[];
  /** 满版: a page of its own, to all its edges. */
  fullBleed?: boolean;
  /** 通栏: a row of its own. */
  spanning?: boolean;
  /** 组: items of one group that follow each other stand on one page. */
  group?: string;
  /** The widest it may be printed at 225 ppi; absent where its pixels do for any size. */
  mostWidth?: number;
}

export interface PlateItems {
  items: PlateItem[];
  titled: boolean;
  /** 每页: how many a page shall hold. */
  perPage?: number;
  /** Its pages are not like others (底色): it shares none. */
  apart?: boolean;
}

export interface PlatesArea extends PlateArea {
  /** Between two photos of one caption. */
  photoGap: number;
  /** Room kept free at the foot of the last page. */
  tailHeight: number;
}

/** What stands of a section on a page. */
export interface PlateBlock {
  /** Its number, from 0. */
  section: number;
  /** Whether the section begins here. */
  opens: boolean;
  /** From the top of the area; a title stands at its head. */
  top: number;
  /** Their numbers in the section, from 0, and their places from the top of the block. */
  figures: (PlacedFigure & { index: number })[];
}

export interface Plate {
  /** One figure that covers the page; its place is not that of `blocks`. */
  fullBleed: boolean;
  blocks: PlateBlock[];
}

export const MOST_ON_A_PAGE = 6;
/** Sections so short that several stand on one page. */
const MOST_SECTIONS = 3;
/** Sharing a page is better than half a page left empty, and worse than two full ones. */
const SHARED = 0.25;
/** A photo that has a page of its own among others that share theirs says that it is more: only an editor may. */
const GIANT = 0.25;
/** A photo alone on a page has at least this share of the width, however few its pixels. */
const LEAST_ALONE = 0.5;
/** The share of what is free that stands above the figures on the only page of a section. */
const ABOVE = 0.4;
/** From this share of the area on, what is free is moved about at all. */
const MUCH = 0.2;

interface Choice {
  badness: number;
  plate?: Plate;
  /** How many photos stand before its page. */
  from: number;
}

interface Flat {
  item: PlateItem;
  figure: PageFigure;
  section: number;
  index: number;
}

/** Arranges sections; every item stands on one of the plates, in order. */
export function arrangePlates(sections: readonly PlateItems[], area: PlatesArea): Plate[] {
  const flat = sections.flatMap(({ items }, section) =>
    items.map((item, index): Flat => {
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
function bondsOf(flat: readonly Flat[], sections: readonly PlateItems[]): Set<number> {
  const bonds = new Set<number>();
  for (let from = 0; from < flat.length; ) {
    const { item, section } = flat[from] as Flat;
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
function endsFrom(flat: readonly Flat[], sections: readonly PlateItems[], from: number): number[] {
  const { section, index, item } = flat[from] as Flat;
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

function bestPage(
  run: readonly Flat[],
  sections: readonly PlateItems[],
  room: number,
  area: PlatesArea,
): { plate: Plate; badness: number } | undefined {
  const parts = partsOf(run, sections);
  if (run[0]?.item.fullBleed) return { plate: { fullBleed: true, blocks: parts.map(bleedBlock) }, badness: 0 };
  const alone = run.length === 1;
  const mostAlone = Math.max(run[0]?.item.mostWidth ?? area.width, LEAST_ALONE * area.width);
  const most = alone ? Math.min(area.width, mostAlone) : area.width;
  const items = run.map(({ item }) => item);
  const { items: all = [], perPage } = sections[run[0]?.section ?? 0] ?? {};
  const giant = alone && all.length > 1 && perPage === undefined;
  const extra = SHARED * (parts.length - 1) + (giant ? GIANT : 0);
  let best: { page: PlacedPage; badness: number } | undefined;
  const hopeless = (width: number): boolean =>
    best !== undefined && leastBadness({ free: 0, width }, run.length, area, perPage) + extra >= best.badness;
  for (const blocks of waysOf(parts)) {
    const page = placePage(blocks, room, most, area, hopeless);
    if (!page) continue;
    const badness = pageBadness(page, items, area, perPage) + extra;
    if (!best || badness < best.badness) best = { page, badness };
  }
  if (!best && alone) best = { page: overlong(run[0] as Flat, parts[0] as Part, room, area), badness: 10 };
  if (!best) return undefined;
  const { section = 0, flats = [] } = parts.length === 1 ? (parts[0] ?? {}) : {};
  const whole = flats.length === sections[section]?.items.length;
  return { plate: plateOf(best.page, parts, whole && best.page.free > MUCH * area.height), badness: best.badness };
}

interface Part {
  section: number;
  opens: boolean;
  titled: boolean;
  flats: Flat[];
}

function partsOf(run: readonly Flat[], sections: readonly PlateItems[]): Part[] {
  const parts: Part[] = [];
  for (const each of run) {
    const last = parts.at(-1);
    if (last?.section === each.section) last.flats.push(each);
    else {
      const opens = each.index === 0;
      const titled = opens && (sections[each.section]?.titled ?? false);
      parts.push({ section: each.section, opens, titled, flats: [each] });
    }
  }
  return parts;
}

/** All ways to cut the page for its parts. */
function waysOf(parts: readonly Part[]): PageBlock[][] {
  let ways: PageBlock[][] = [[]];
  for (const { flats, titled } of parts) {
    const figures = flats.map(({ figure }) => figure);
    const slices = slicesOf(flats.length).filter((slice) => respects(slice, flats));
    ways = ways.flatMap((before) => slices.map((slice) => [...before, { slice, figures, titled }]));
  }
  return ways;
}

/** Whether what wants a row of its own (通栏) has one. */
function respects(slice: StackSlice, flats: readonly Flat[]): boolean {
  return flats.every(({ item }, i) => !item.spanning || slice.children.includes(i));
}

function bleedBlock({ section, opens, flats: [first] }: Part): PlateBlock {
  const nowhere = { left: 0, top: 0, width: 0, height: 0, captionLines: 0 };
  return { section, opens, top: 0, figures: [{ ...nowhere, index: first?.index ?? 0 }] };
}

/** A picture with a caption that fills the page is never dropped: the survey of the pages reports what runs over. */
function overlong({ figure }: Flat, { titled }: Part, room: number, area: PlatesArea): PlacedPage {
  const width = Math.min(area.width, room / 2 / figure.slope);
  const top = titled ? area.titleHeight : 0;
  const place = { left: (area.width - width) / 2, top, width, height: figure.slope * width + figure.base };
  return { blocks: [{ top: 0, figures: [{ ...place, captionLines: 1 }] }], width, free: 0 };
}

/** @param afloat whether figures stand in the free part of the page instead of at its head */
function plateOf({ blocks, free }: PlacedPage, parts: readonly Part[], afloat: boolean): Plate {
  const stands = afloat ? ABOVE * free : 0;
  return {
    fullBleed: false,
    blocks: blocks.map(({ top, figures }, i) => {
      const { section, opens, flats } = parts[i] as Part;
      const placed = figures.map((figure, at) => ({
        ...figure,
        top: figure.top + stands,
        index: flats[at]?.index ?? 0,
      }));
      return { section, opens, top, figures: placed };
    }),
  };
}
