import { describe, expect, it } from 'vitest';
import {
  formatOf,
  inThousands,
  layoutCharacters,
  PAPERS,
  printedSheets,
} from '../../../src/html/front/imprint-figures.js';

describe('印张', () => {
  it.each([
    [16, 16, 1],
    [360, 16, 22.5],
    [364, 16, 22.75],
    // A quarter that is begun is paper used.
    [361, 16, 22.75],
    [185, 16, 11.75],
    [70, 16, 4.5],
    [2, 16, 0.25],
    [320, 32, 10],
    [329, 32, 10.5],
  ])('of %i pages, %i on a side of the sheet: %d', (pages, leaves, sheets) => {
    expect(printedSheets(pages, leaves)).toBe(sheets);
  });
});

describe('字数', () => {
  it('is what the pages would hold, in thousands', () => {
    expect(layoutCharacters({ columns: 2, columnCharacters: 22, lines: 42 }, 70)).toBe(129_360);
    expect(inThousands(129_360)).toBe('129千字');
    expect(inThousands(129_500)).toBe('130千字');
    expect(inThousands(40)).toBe('1千字');
  });
});

describe('开本', () => {
  it('names the paper and its part', () => {
    expect(Object.entries(PAPERS).map(([trim, paper]) => [trim, formatOf(paper)])).toEqual([
      ['大16开', '889毫米×1194毫米　1/16'],
      ['16开', '787毫米×1092毫米　1/16'],
      ['A4', '890毫米×1240毫米　1/16'],
      ['32开', '787毫米×1092毫米　1/32'],
    ]);
  });
});
