import { describe, expect, it } from 'vitest';
import { bodyPx, linePx } from '../../src/design/body-sizes.js';
import { houseLayout } from '../../src/design/house-layout.js';
import { indexColumns, measuresOf } from '../../src/design/measures.js';
import { TRIM_SIZES } from '../../src/design/trim-sizes.js';
import type { Columns, LayoutSettings, TrimName } from '../../src/tree/layout.js';

const TRIMS = Object.keys(TRIM_SIZES) as TrimName[];
const PX_PER_MM = 96 / 25.4;

const measure = (trim: TrimName, choices: Partial<LayoutSettings> = {}) =>
  measuresOf({ trim, layout: { ...houseLayout(trim), ...choices } });

/** Every book that book.yaml can ask for, by trim size, 字号 and 栏数. */
const EVERY = TRIMS.flatMap((trim) =>
  [8, 9, 10, 10.5, 11, 12, 14].flatMap((bodyPoints) =>
    ([1, 2, 3] as Columns[]).map((columns) => ({ trim, bodyPoints, columns })),
  ),
);

describe('the measures of a book', () => {
  it('are those of the house on 大16开', () => {
    expect(measure('大16开')).toMatchObject({
      body: 14,
      small: 12,
      line: 22,
      area: { columnCharacters: 22, spanCharacters: 46, lines: 42, width: 644, height: 924, columnWidth: 308, gap: 28 },
      margins: { top: 83, outer: 71.7, bottom: 68.76, inner: 78 },
      plate: { width: 680, height: 952, margins: { top: 62, outer: 56.85, bottom: 63.1, inner: 56.85 } },
      table: { column: 24, span: 52 },
    });
  });

  it.each([
    ['大16开', 2, 22, 42],
    ['16开', 2, 19, 38],
    ['A4', 2, 22, 44],
    ['32开', 1, 27, 26],
  ] as const)('give %s %i columns of %i characters and %i lines of 五号', (trim, columns, columnCharacters, lines) => {
    expect(measure(trim).area).toMatchObject({ columns, columnCharacters, lines });
  });

  it.each(EVERY)('are whole characters and whole lines: $trim, $bodyPoints pt, $columns columns', (choice) => {
    const { area, body, line } = measure(choice.trim, choice);
    expect(Number.isInteger(line)).toBe(true);
    expect(area.columnWidth).toBe(area.columnCharacters * body);
    expect(area.columns * area.columnWidth + (area.columns - 1) * area.gap).toBeCloseTo(area.width, 6);
    expect(area.height).toBe(area.lines * line);
    // Chromium lays out in 1/64 px: a width between two of them would be rounded down.
    expect(Number.isInteger(area.columnWidth * 64)).toBe(true);
    // One more character in every column, or one more line, would be too much.
    const { widthMm, heightMm } = TRIM_SIZES[choice.trim];
    expect(area.width + area.columns * body).toBeGreaterThan(Math.min(0.815 * widthMm, widthMm - 28) * PX_PER_MM);
    expect(area.height + line).toBeGreaterThan(Math.min(0.863 * heightMm, heightMm - 32) * PX_PER_MM);
  });

  it.each(EVERY)('add up to the paper: $trim, $bodyPoints pt, $columns columns', (choice) => {
    const { area, margins, plate, trim } = measure(choice.trim, choice);
    for (const [size, sides, ends] of [
      [area, margins, 1.4],
      [plate, plate.margins, 0],
    ] as const) {
      const width = trim.widthMm * PX_PER_MM - size.width - sides.inner - sides.outer;
      const height = trim.heightMm * PX_PER_MM - size.height - sides.top - sides.bottom;
      expect(width).toBeGreaterThanOrEqual(0);
      expect(width).toBeLessThan(0.11);
      expect(height).toBeGreaterThanOrEqual(ends);
      expect(height).toBeLessThan(ends + 0.11);
    }
  });

  it.each(EVERY)('leave room for thumbs and furniture: $trim, $bodyPoints pt, $columns columns', (choice) => {
    const { margins, furniture, small, plate } = measure(choice.trim, choice);
    expect(margins.inner).toBeGreaterThan(margins.outer);
    expect(margins.top).toBeGreaterThan(margins.bottom);
    // 12 mm at the fore-edge; 3 mm between the folio and the edge where the paper is cut.
    expect(margins.outer).toBeGreaterThan(12 * PX_PER_MM);
    expect(margins.top - furniture.head - 1.5 * small).toBeGreaterThan(3 * PX_PER_MM);
    expect(Math.min(margins.bottom, plate.margins.bottom) - furniture.folio - 1.5 * small).toBeGreaterThan(
      3 * PX_PER_MM,
    );
  });

  it('set 目录 and 索引 in as many columns as their measure allows', () => {
    const columns = (trim: TrimName) => [
      measure(trim).contentsColumns,
      ...[2, 3, 4].map((wanted) => indexColumns(wanted, measure(trim))),
    ];
    expect(Object.fromEntries(TRIMS.map((trim) => [trim, columns(trim)]))).toEqual({
      大16开: [2, 2, 3, 4],
      '16开': [2, 2, 3, 4],
      A4: [2, 2, 3, 4],
      '32开': [1, 2, 2, 2],
    });
  });

  it('give names a shorter measure', () => {
    expect(indexColumns(4, measure('32开'), 6)).toBe(4);
  });

  it('keep a photo in the text inside its column, and in one wide column narrower than that', () => {
    expect(measure('大16开').photo.column).toEqual({ width: 308, height: 397, groupHeight: 560 });
    expect(measure('大16开').photo.span.width).toBe(644);
    expect(measure('大16开', { columns: 1 }).photo.column.width).toBe(32 * 14);
    expect(measure('大16开', { columns: 3 }).photo.column.width).toBe(14 * 14);
  });
});

describe('the sizes of running text', () => {
  it('are px of whole sixteenths, with lines of whole px in one proportion', () => {
    expect([9, 10, 10.5, 12, 14].map((points) => [bodyPx(points), linePx(bodyPx(points))])).toEqual([
      [12, 19],
      [13.3125, 21],
      [14, 22],
      [16, 25],
      [18.6875, 29],
    ]);
  });
});
