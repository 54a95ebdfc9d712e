import { describe, expect, it } from 'vitest';
import { arrangePlates, type Plate, type PlateArea, type PlateItem } from '../../src/plates/arrange.js';

const AREA: PlateArea = { width: 680, height: 952, titleHeight: 88, gutter: 16, captionLine: 22 };
/** Size of a character of a caption, as in the style sheet. */
const CHARACTER = 13;

const SHAPES = { landscape: 1.5, portrait: 2 / 3, square: 1, panorama: 3, strip: 8, scroll: 0.25 };

const photos = (count: number, ratio: number, captionWidth = 130): PlateItem[] =>
  Array.from({ length: count }, () => ({ ratio, captionWidth }));

/** Always the same numbers from 0 to 1. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function mixed(count: number, seed: number, longestCaption: number): PlateItem[] {
  const next = dice(seed);
  const ratios = Object.values(SHAPES);
  return Array.from({ length: count }, () => ({
    ratio: (ratios[Math.floor(next() * ratios.length)] ?? 1) * (0.8 + 0.4 * next()),
    captionWidth: Math.round(next() * longestCaption),
  }));
}

const SETS: [string, PlateItem[]][] = [
  ...Object.entries(SHAPES).flatMap(([name, ratio]) =>
    [1, 2, 3, 5, 7, 12].map((count): [string, PlateItem[]] => [`${count} of shape ${name}`, photos(count, ratio)]),
  ),
  ['200 photos of all shapes', mixed(200, 7, 300)],
  ...[1, 2, 3, 4, 5].map((seed): [string, PlateItem[]] => [`20 photos, mix ${seed}`, mixed(20, seed, 500)]),
  ['long captions', photos(12, 1.5, 2000)],
  ['long captions under portraits', photos(12, 2 / 3, 1300)],
  ['no captions', photos(9, 1.5, 0)],
];

const heightOf = (plate: Plate, area: PlateArea): number =>
  plate.rows.reduce((sum, row) => sum + row.height + row.captionLines * area.captionLine, 0) +
  area.gutter * (plate.rows.length - 1);

const roomOf = (page: number, area: PlateArea): number => area.height - (page === 0 ? area.titleHeight : 0);

/** Lines that a caption takes when every line ends up to one character early. */
const linesOf = (captionWidth: number, width: number): number =>
  captionWidth <= width ? 1 : Math.ceil(captionWidth / (Math.floor(width / CHARACTER) * CHARACTER - CHARACTER));

describe.each(SETS)('the arrangement of %s', (_, items) => {
  const plates = arrangePlates(items, AREA);

  it('has every photo once and in order', () => {
    const order = plates.flatMap((plate) => plate.rows.flatMap((row) => row.items.map(({ index }) => index)));
    expect(order).toEqual(items.map((_item, i) => i));
  });

  it('keeps within its area and gives every photo a size', () => {
    for (const [page, plate] of plates.entries()) {
      expect(heightOf(plate, AREA)).toBeLessThanOrEqual(roomOf(page, AREA) + 1e-6);
      for (const row of plate.rows) {
        const width = row.items.reduce((sum, item) => sum + item.width, 0) + AREA.gutter * (row.items.length - 1);
        expect(width).toBeLessThanOrEqual(AREA.width + 1e-6);
        expect(row.height).toBeGreaterThan(10);
      }
    }
  });

  it('keeps the shape of every photo', () => {
    for (const row of plates.flatMap((plate) => plate.rows)) {
      for (const { index, width } of row.items) expect(width / row.height).toBeCloseTo(items[index]?.ratio ?? 0, 6);
    }
  });

  it('leaves room for every caption at the width that its photo has in the end', () => {
    for (const row of plates.flatMap((plate) => plate.rows)) {
      for (const { index, width } of row.items) {
        const caption = items[index]?.captionWidth ?? 0;
        if (caption > 0 && width > 4 * CHARACTER)
          expect(row.captionLines).toBeGreaterThanOrEqual(linesOf(caption, width));
      }
    }
  });

  it('is always the same', () => {
    expect(arrangePlates(items, AREA)).toEqual(plates);
  });
});

describe('the pages of an arrangement', () => {
  const filled = (items: PlateItem[], area = AREA): number[] =>
    arrangePlates(items, area).map((plate, page) => heightOf(plate, area) / roomOf(page, area));

  it.each([2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 20, 31])(
    'are at least half full with %i photos of usual shapes',
    (count) => {
      for (const ratio of [4 / 3, 1.5, 16 / 9, 3 / 4, 2 / 3, 1]) {
        for (const share of filled(photos(count, ratio))) expect(share, `ratio ${ratio}`).toBeGreaterThan(0.5);
      }
    },
  );

  it('are at least half full with any mix of usual shapes', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const next = dice(seed);
      const shapes = [4 / 3, 1.5, 16 / 9, 3 / 4, 2 / 3, 1];
      const items = Array.from({ length: 2 + (seed % 23) }, () => ({
        ratio: shapes[Math.floor(next() * shapes.length)] ?? 1,
        captionWidth: Math.round(next() * 300),
      }));
      for (const share of filled(items)) expect(share, `mix ${seed}`).toBeGreaterThan(0.5);
    }
  });

  it('share panoramas out, instead of leaving one alone on the last', () => {
    expect(arrangePlates(photos(5, 3), AREA).map((plate) => plate.rows.length)).toEqual([2, 3]);
    expect(arrangePlates(photos(6, 6), AREA).map((plate) => plate.rows.map((row) => row.items.length))).toEqual([
      [1, 1, 1, 1, 1, 1],
    ]);
  });

  it('are few: a dozen photos do not take a page each', () => {
    expect(arrangePlates(photos(12, 1.5), AREA).length).toBeLessThanOrEqual(5);
    expect(arrangePlates(mixed(200, 3, 200), AREA).length).toBeLessThan(70);
  });

  it('leave out no photo whose caption is longer than any page', () => {
    const items = [...photos(2, 1.5), { ratio: 0.2, captionWidth: 50_000 }, ...photos(2, 1.5)];
    const order = arrangePlates(items, AREA).flatMap((plate) => plate.rows.flatMap((row) => row.items));
    expect(order.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
  });

  it('have room for the title on the first only', () => {
    const [first, second] = arrangePlates(photos(2, 0.7, 0), AREA).map((plate) => heightOf(plate, AREA));
    expect(first).toBeCloseTo(864, 0);
    expect(second).toBeCloseTo(952, 0);
  });

  it('fit a smaller trim size', () => {
    const area = { ...AREA, width: 596, height: 856 };
    for (const [page, plate] of arrangePlates(mixed(30, 9, 300), area).entries()) {
      expect(heightOf(plate, area)).toBeLessThanOrEqual(roomOf(page, area) + 1e-6);
    }
  });

  it('are found quickly, and there are none without photos', () => {
    const start = performance.now();
    arrangePlates(mixed(500, 11, 300), AREA);
    // A tenth of a second is usual; a way that grew with the square of the photos would take minutes.
    expect(performance.now() - start).toBeLessThan(5000);
    expect(arrangePlates([], AREA)).toEqual([]);
  });
});
