/** The second opinion must be able to find fault: pages made by hand, sound and unsound. */
import { describe, expect, it } from 'vitest';
import type { PageText } from '../../src/press/text/extract.js';
import {
  dividedNumbers,
  kinsokuBreaches,
  lineEndMarks,
  lonelyLines,
  markDistances,
  onGrid,
  readPrinted,
} from './measure.js';

const EM = 10;
const LEFT = 50;

interface Written {
  text: string;
  /** Where each character stands, em from the left edge; without it one after the other. */
  at?: number[];
  y?: number;
}

/** A page of lines of ten characters, among which `lines` stand. */
function page(...lines: Written[]): PageText[] {
  const full = '东西南北山川江河湖海';
  const all = [...Array.from({ length: 12 }, () => ({ text: full })), ...lines, { text: full }];
  const runs = all.map(({ text, at, y }: Written, row) => {
    const xs = [...text].map((_, i) => LEFT + (at?.[i] ?? i) * EM);
    return {
      text,
      x: xs[0] as number,
      y: y ?? 100 + row * 15,
      xs,
      widths: xs.map(() => EM),
      end: 0,
      size: EM,
      font: '宋',
    };
  });
  return [{ page: 0, runs }];
}

const read = (...lines: Written[]) => readPrinted(page(...lines));

describe('the measure of printed lines', () => {
  it('finds nothing on a sound page', () => {
    const sound = read({ text: '天地人，日月星辰光明' });
    expect([kinsokuBreaches(sound), dividedNumbers(sound), lonelyLines(sound)]).toEqual([[], [], []]);
    expect(onGrid(sound, 15)).toBe(1);
  });

  it('finds marks at the wrong end of a line', () => {
    expect(kinsokuBreaches(read({ text: '，天地人日月星辰光明' }))).toHaveLength(1);
    expect(kinsokuBreaches(read({ text: '天地人日月星辰光明（' }))).toHaveLength(1);
  });

  it('finds divided numbers', () => {
    expect(dividedNumbers(read({ text: '天地人日月星辰光12' }, { text: '345亿元日月星辰' }))).toHaveLength(1);
    expect(dividedNumbers(read({ text: '天地人日月星辰光15' }, { text: '亿元日月星辰' }))).toHaveLength(1);
  });

  it('finds two marks that stand too wide, and a mark at a line’s end with its whole square', () => {
    expect(markDistances(read({ text: '天地》，日月星辰光明' }))[0]?.distance).toBeCloseTo(1, 6);
    expect(lineEndMarks(read({ text: '天地人日月星辰光明，' }))[0]?.off).toBeCloseTo(0.5, 6);
  });

  it('finds a last line of one character', () => {
    expect(lonelyLines(read({ text: '天。' }))).toHaveLength(1);
  });

  it('finds lines off the grid', () => {
    expect(onGrid(read({ text: '天地人日月星辰光明天', y: 285 }), 15)).toBeLessThan(1);
  });
});
