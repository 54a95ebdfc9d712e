/** The best of all ways to put a run of photos on one page, each tried and judged. CSS pixels. */
import { leastBadness, pageBadness } from './page-badness.js';
import type { ListedItem, Plate, PlateBlock, PlateItems, PlatesArea } from './plate.js';
import { type PageBlock, type PlacedPage, placePage } from './plate-page.js';
import { type StackSlice, slicesOf } from './slices.js';

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

/** The best page of the photos of `run`, which belong together; nothing where no page holds them. */
export function bestPage(
  run: readonly ListedItem[],
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
  if (!best && alone) best = { page: overlong(run[0] as ListedItem, parts[0] as Part, room, area), badness: 10 };
  if (!best) return undefined;
  const { section = 0, flats = [] } = parts.length === 1 ? (parts[0] ?? {}) : {};
  const whole = flats.length === sections[section]?.items.length;
  return { plate: plateOf(best.page, parts, whole && best.page.free > MUCH * area.height), badness: best.badness };
}

interface Part {
  section: number;
  opens: boolean;
  titled: boolean;
  flats: ListedItem[];
}

function partsOf(run: readonly ListedItem[], sections: readonly PlateItems[]): Part[] {
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
function respects(slice: StackSlice, flats: readonly ListedItem[]): boolean {
  return flats.every(({ item }, i) => !item.spanning || slice.children.includes(i));
}

function bleedBlock({ section, opens, flats: [first] }: Part): PlateBlock {
  const nowhere = { left: 0, top: 0, width: 0, height: 0, captionLines: 0 };
  return { section, opens, top: 0, figures: [{ ...nowhere, index: first?.index ?? 0 }] };
}

/** A picture with a caption that fills the page is never dropped: the survey of the pages reports what runs over. */
function overlong({ figure }: ListedItem, { titled }: Part, room: number, area: PlatesArea): PlacedPage {
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
