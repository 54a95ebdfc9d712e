import { describe, expect, it } from 'vitest';
import type { PageText } from '../../src/press/text/extract.js';
import { comparePdf } from '../../src/press/text-gate.js';

const AREA = { top: 60, bottom: 700, left: 50, right: 530 };

/** A run whose glyphs stand at these places. */
function run(text: string, y: number, ...xs: number[]) {
  return sized(10, text, y, ...xs);
}

function sized(size: number, text: string, y: number, ...xs: number[]) {
  const widths = xs.map(() => size);
  return { text, x: xs[0] as number, y, xs, widths, end: (xs.at(-1) as number) + size, size, font: 'Song' };
}

const page = (...runs: PageText['runs']): PageText => ({ page: 0, runs });
const compare = (pages: PageText[], printed: string) => comparePdf(pages, [{ printed, ...AREA }]);

describe('the gate for the text of the PDF', () => {
  it('reads the type area, and neither heads nor folios nor tabs', () => {
    const furniture = [run('年鉴', 40, 50, 60), run('12', 750, 520, 525), run('农', 300, 570), run('业', 320, 570)];
    expect(compare([page(run('甲乙', 100, 50, 60), ...furniture)], '甲乙')).toEqual([]);
  });

  it('parts a tab from a line of the page with which it shares baseline and font', () => {
    expect(compare([page(run('甲乙农', 100, 510, 520, 570))], '甲乙')).toEqual([]);
    expect(compare([page(run('农甲乙', 100, 8, 50, 60))], '甲乙')).toEqual([]);
  });

  it('has room for the origin of a mark that is squeezed at a line start', () => {
    expect(compare([page(run('（甲', 100, 45, 50))], '（甲')).toEqual([]);
    expect(compare([page(sized(24, '《甲', 100, 38, 50))], '《甲')).toEqual([]);
    expect(compare([page(run('（甲', 100, 38, 50))], '（甲')).toHaveLength(1);
  });

  it('names what is lost in the area, even if the tab says the same', () => {
    expect(compare([page(run('甲', 100, 50), run('乙', 300, 570))], '甲乙')).toEqual([
      { page: 0, expected: '乙', found: '' },
    ]);
  });

  it('names what stands in the area and should not: a tab that was pushed into it', () => {
    expect(compare([page(run('甲', 100, 50), run('乙', 300, 525))], '甲')).toEqual([
      { page: 0, expected: '', found: '乙' },
    ]);
  });

  it('names a line that was pushed over the side of the area', () => {
    expect(compare([page(run('甲乙', 100, 530, 540))], '甲乙')).toEqual([{ page: 0, expected: '乙', found: '' }]);
    expect(compare([page(run('甲乙', 100, 20, 50))], '甲乙')).toEqual([{ page: 0, expected: '甲乙', found: '乙' }]);
  });
});
