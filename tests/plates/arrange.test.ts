import { describe, expect, it } from 'vitest';
import { arrangePlates } from '../../src/plates/arrangement/arrange.js';
import { captionLines } from '../../src/plates/arrangement/caption-room.js';
import type { Plate, PlateItem, PlateItems, PlatesArea } from '../../src/plates/arrangement/plate.js';

const AREA: PlatesArea = {
  width: 680,
  height: 952,
  titleHeight: 88,
  gutter: 16,
  photoGap: 4,
  captionLine: 20,
  captionGap: 4,
  tailHeight: 0,
};
/** Size of a character of a caption, as in the style sheet. */
const CHARACTER = 13;

const SHAPES = { landscape: 1.5, portrait: 2 / 3, square: 1, panorama: 3, strip: 6, scroll: 0.25 };
const USUAL = [4 / 3, 1.5, 16 / 9, 3 / 4, 2 / 3, 1];

/** A caption of words of two characters. */
const caption = (characters: number): number[] => new Array(Math.ceil(characters / 2)).fill(2 * CHARACTER);

const photos = (count: number, ratio: number, characters = 10, more: Partial<PlateItem> = {}): PlateItem[] =>
  Array.from({ length: count }, () => ({ ratios: [ratio], caption: caption(characters), ...more }));

const section = (items: PlateItem[], more: Partial<PlateItems> = {}): PlateItems[] => [
  { items, titled: true, ...more },
];

/** Always the same numbers from 0 to 1. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function mixed(count: number, seed: number, longest: number, shapes = Object.values(SHAPES)): PlateItem[] {
  const next = dice(seed);
  return Array.from({ length: count }, () => ({
    ratios: [(shapes[Math.floor(next() * shapes.length)] ?? 1) * (0.9 + 0.2 * next())],
    caption: caption(Math.round(next() * longest)),
  }));
}

/** Sections of one to twelve photos, some photos with hints. */
function manySections(seed: number): PlateItems[] {
  const next = dice(seed);
  return Array.from({ length: 8 }, (_, i) => ({
    titled: i % 3 !== 2,
    ...(next() < 0.2 && { apart: true }),
    ...(next() < 0.2 && { perPage: 1 + Math.floor(next() * 6) }),
    items: mixed(1 + Math.floor(next() * 12), seed * 10 + i, 40, USUAL).map((item, at) => ({
      ...item,
      ...(next() < 0.08 && { fullBleed: true }),
      ...(next() < 0.1 && { spanning: true }),
      ...(next() < 0.2 && { group: `组${at >> 1}` }),
      ...(next() < 0.2 && { mostWidth: 150 + 300 * next() }),
      ...(next() < 0.2 && { ratios: [1.5, 0.7, 1.2] }),
    })),
  }));
}

const SETS: [string, PlateItems[]][] = [
  ...Object.entries(SHAPES).flatMap(([name, ratio]) =>
    [1, 2, 3, 5, 7, 12].map((count): [string, PlateItems[]] => [
      `${count} of shape ${name}`,
      section(photos(count, ratio)),
    ]),
  ),
  ['200 photos of all shapes', section(mixed(200, 7, 25))],
  ...[1, 2, 3, 4, 5].map((seed): [string, PlateItems[]] => [`20 photos, mix ${seed}`, section(mixed(20, seed, 40))]),
  ['captions of 80 characters', section(mixed(12, 8, 80, USUAL))],
  ['captions of 80 characters under portraits', section(photos(12, 2 / 3, 80))],
  ['no captions', section(photos(9, 1.5, 0))],
  ...[1, 2, 3, 4, 5, 6].map((seed): [string, PlateItems[]] => [`sections with hints, mix ${seed}`, manySections(seed)]),
];

interface Placed {
  item: PlateItem;
  index: number;
  section: number;
  left: number;
  top: number;
  right: number;
  /** Of the pictures, and of the caption under them. */
  foot: number;
  bottom: number;
  lines: number;
}

/** The figures of a plate, from the top left of the area. */
function placesOf(plate: Plate, sections: PlateItems[], area = AREA): Placed[] {
  return plate.blocks.flatMap(({ section: number, top, figures }) =>
    figures.map(({ index, left, top: down, width, height, captionLines: lines }) => ({
      item: sections[number]?.items[index] as PlateItem,
      index,
      section: number,
      left,
      top: top + down,
      right: left + width,
      foot: top + down + height,
      bottom: top + down + height + (lines > 0 ? area.captionGap + lines * area.captionLine : 0),
      lines,
    })),
  );
}

const pagesOf = (plates: Plate[], sections: PlateItems[]): Placed[][] =>
  plates.filter((plate) => !plate.fullBleed).map((plate) => placesOf(plate, sections));

/** Distances between figures that see each other across, and down. */
function gutters(figures: Placed[]): { across: number[]; down: number[] } {
  const across: number[] = [];
  const down: number[] = [];
  for (const one of figures) {
    const right = figures.filter(
      (each) => each.left > one.right - 1 && each.top < one.foot - 1 && each.foot > one.top + 1,
    );
    if (right.length > 0) across.push(Math.min(...right.map((each) => each.left)) - one.right);
    const below = figures.filter(
      (each) => each.top > one.bottom - 1 && each.left < one.right - 1 && each.right > one.left + 1,
    );
    if (below.length > 0) down.push(Math.min(...below.map((each) => each.top)) - one.bottom);
  }
  return { across, down };
}

describe.each(SETS)('the arrangement of %s', (_, sections) => {
  const plates = arrangePlates(sections, AREA);
  const pages = pagesOf(plates, sections);

  it('has every photo once and in order', () => {
    const order = plates.flatMap(({ blocks }) =>
      blocks.flatMap(({ section: s, figures }) => figures.map(({ index }) => [s, index])),
    );
    expect(order).toEqual(sections.flatMap(({ items }, s) => items.map((_item, i) => [s, i])));
  });

  it('has them in the order in which they are read', () => {
    for (const page of pages) {
      const read = page.toSorted((a, b) => (Math.abs(a.top - b.top) < 0.5 ? a.left - b.left : a.top - b.top));
      expect(read).toEqual(page);
    }
  });

  it('keeps within its area, and lets nothing overlap', () => {
    for (const page of pages) {
      for (const [i, one] of page.entries()) {
        expect(one.right - one.left).toBeGreaterThan(10);
        expect(Math.min(one.left, one.top, AREA.width - one.right, AREA.height - one.bottom)).toBeGreaterThan(-1e-6);
        for (const other of page.slice(i + 1)) {
          const apart =
            other.left >= one.right || one.left >= other.right || other.top >= one.bottom || one.top >= other.bottom;
          expect(apart).toBe(true);
        }
      }
    }
  });

  it('keeps the shape of every photo', () => {
    for (const { item, left, right, top, foot } of pages.flat()) {
      const [ratio, ...more] = item.ratios;
      if (more.length === 0) expect((right - left) / (foot - top)).toBeCloseTo(ratio as number, 6);
    }
  });

  it('has equal gutters across, and equal ones down, not much wider than those', () => {
    for (const page of pages) {
      for (const run of new Set(page.map((each) => each.section))) {
        const { across, down } = gutters(page.filter((each) => each.section === run));
        for (const gutter of across) expect(gutter).toBeCloseTo(AREA.gutter, 6);
        // Captions of a row may differ in length; under the longest the gutter is that of the page.
        if (down.length > 0) expect(Math.min(...down)).toBeGreaterThan(AREA.gutter - 1e-6);
        const strips = page.every(({ item }) => item.ratios.length === 1 && (item.ratios[0] as number) >= 3);
        if (!strips && down.length > 0) expect(Math.max(...down)).toBeLessThan(AREA.gutter + 8 + 1e-6);
        if (down.length > 0) expect(Math.max(...down) - Math.min(...down)).toBeLessThan(1e-6);
      }
    }
  });

  it('leaves room for every caption at the width that its photo has in the end', () => {
    for (const { item, left, right, lines } of pages.flat()) {
      expect(lines).toBeGreaterThanOrEqual(captionLines(item.caption, right - left));
    }
  });

  it('ends pages of several photos where the area ends, at both sides alike', () => {
    for (const page of pages) {
      const left = Math.min(...page.map((each) => each.left));
      const right = Math.max(...page.map((each) => each.right));
      expect(left).toBeCloseTo(AREA.width - right, 6);
    }
  });

  it('is always the same', () => {
    expect(arrangePlates(sections, AREA)).toEqual(plates);
  });
});

describe('the pages of an arrangement', () => {
  const arranged = (items: PlateItem[], more: Partial<PlateItems> = {}, area = AREA): Placed[][] => {
    const sections = section(items, more);
    return arrangePlates(sections, area).map((plate) => placesOf(plate, sections, area));
  };
  const counts = (pages: Placed[][]): number[] => pages.map((page) => page.length);
  const filled = (pages: Placed[][]): number[] =>
    pages.map((page, i) => {
      const room = AREA.height - (i === 0 ? AREA.titleHeight : 0);
      return (Math.max(...page.map((each) => each.bottom)) - Math.min(...page.map((each) => each.top))) / room;
    });

  it.each([2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 20, 31])('are nearly full with %i photos of usual shapes', (count) => {
    // Two or three photos have few ways to stand.
    const least = count < 4 ? 0.7 : 0.75;
    for (const ratio of USUAL) {
      for (const share of filled(arranged(photos(count, ratio))))
        expect(share, `ratio ${ratio}`).toBeGreaterThan(least);
    }
  });

  it('are three quarters full with any mix of usual shapes', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      for (const share of filled(arranged(mixed(3 + (seed % 23), seed, 25, USUAL)))) {
        expect(share, `mix ${seed}`).toBeGreaterThan(0.75);
      }
    }
  });

  it('hold no stamp beside a giant', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      for (const page of arranged(mixed(20, seed, 20, USUAL))) {
        const areas = page.map(({ left, right, top, foot }) => (right - left) * (foot - top));
        expect(Math.max(...areas) / Math.min(...areas), `mix ${seed}`).toBeLessThan(12);
        expect(Math.min(...areas) / (AREA.width * AREA.height)).toBeGreaterThan(0.025);
      }
    }
  });

  it('give strips the width of the page, and white between them', () => {
    expect(counts(arranged(photos(6, 6)))).toEqual([6]);
    for (const page of arranged(photos(7, 6))) {
      for (const { left, right } of page) expect(right - left).toBeCloseTo(AREA.width, 6);
    }
    expect(counts(arranged(photos(7, 6)))).toEqual([3, 4]);
  });

  it('are few: a dozen photos do not take a page each', () => {
    expect(arranged(photos(12, 1.5)).length).toBeLessThanOrEqual(4);
    expect(arranged(mixed(200, 3, 16)).length).toBeLessThan(60);
  });

  it('hold up to as many as an editor wants, and share out what is left over', () => {
    expect(counts(arranged(photos(8, 1.5), { perPage: 4 }))).toEqual([4, 4]);
    expect(counts(arranged(photos(3, 1.5), { perPage: 1 }))).toEqual([1, 1, 1]);
    expect(Math.max(...counts(arranged(mixed(30, 4, 20, USUAL), { perPage: 3 })))).toBe(3);
    const nine = counts(arranged(photos(9, 1.5), { perPage: 4 }));
    expect([nine.length, Math.min(...nine) >= 2, Math.max(...nine) <= 4]).toEqual([3, true, true]);
  });

  it('keep a group together', () => {
    for (let at = 0; at <= 8; at += 1) {
      const items = photos(12, 1.5).map((item, i) => (i >= at && i < at + 4 ? { ...item, group: '剪彩' } : item));
      const holding = arranged(items).filter((page) => page.some((each) => each.item.group));
      expect(holding, `from ${at}`).toHaveLength(1);
    }
  });

  it('give a photo a row of its own that wants one', () => {
    const items = photos(7, 4 / 3).map((item, i) => (i === 2 ? { ...item, spanning: true } : item));
    const page = arranged(items).find((each) => each.some(({ index }) => index === 2)) ?? [];
    const wide = page.find(({ index }) => index === 2) as Placed;
    for (const other of page.filter((each) => each !== wide)) {
      expect(other.bottom <= wide.top || other.top >= wide.bottom).toBe(true);
    }
  });

  it('leave a page to a photo that covers it', () => {
    const items = photos(5, 1.5).map((item, i) => (i === 2 ? { ...item, fullBleed: true } : item));
    const plates = arrangePlates(section(items), AREA);
    expect(plates.map(({ fullBleed, blocks }) => [fullBleed, blocks[0]?.figures.length])).toEqual([
      [false, 2],
      [true, 1],
      [false, 2],
    ]);
  });

  it('make no photo larger than its pixels bear, where it can be had', () => {
    const items = photos(8, 1.5).map((item, i) => (i === 3 ? { ...item, mostWidth: 340 } : item));
    const small = arranged(items)
      .flat()
      .find(({ index }) => index === 3) as Placed;
    expect(small.right - small.left).toBeLessThanOrEqual(340);
    const alone = arranged(photos(1, 1.5, 10, { mostWidth: 400 })).flat()[0] as Placed;
    expect(alone.right - alone.left).toBeCloseTo(400, 6);
  });

  it('hold two short sections where each would leave half a page empty', () => {
    const sections = [...section(photos(1, 1.5)), ...section(photos(1, 1.5)), ...section(photos(9, 1.5))];
    const [first] = arrangePlates(sections, AREA);
    expect(first?.blocks.map((block) => [block.section, block.opens])).toEqual([
      [0, true],
      [1, true],
    ]);
    const apart = sections.map((each) => ({ ...each, apart: true }));
    expect(arrangePlates(apart, AREA)[0]?.blocks).toHaveLength(1);
  });

  it('leave out no photo whose caption is longer than any page', () => {
    const items = [...photos(2, 1.5), ...photos(1, 0.2, 4000), ...photos(2, 1.5)];
    expect(
      arranged(items)
        .flat()
        .map(({ index }) => index),
    ).toEqual([0, 1, 2, 3, 4]);
  });

  it('have room for the title on the first only, and for what stands at the end on the last', () => {
    const area = { ...AREA, tailHeight: 40 };
    const pages = arranged(photos(2, 0.6, 0), { perPage: 1 }, area);
    expect(pages.map(([only]) => [only?.top, only?.foot])).toEqual([
      [88, expect.closeTo(952, 6)],
      [0, expect.closeTo(912, 6)],
    ]);
  });

  it('are found for five hundred photos as for one, and there are none without photos', () => {
    // A way that grew with the square of the photos would end at the time limit of a test.
    expect(arranged(mixed(500, 11, 25)).flat()).toHaveLength(500);
    expect(arrangePlates([], AREA)).toEqual([]);
  });
});
