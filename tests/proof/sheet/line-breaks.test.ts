import { describe, expect, it } from 'vitest';
import { breakLines } from '../../../src/proof/sheet/line-breaks.js';
import { cutToWidth, setLines, setPath } from '../../../src/proof/sheet/type.js';
import { measure } from './sample-proof.js';

/** Lines of so many characters. */
const broken = (text: string, characters: number): string[] => setLines(text, '黑', 10, characters * 10, measure);

describe('lines of furniture', () => {
  it('are filled, and hold every character', () => {
    expect(broken('全区新修乡村道路若干条', 4)).toEqual(['全区新修', '乡村道路', '若干条']);
  });

  it('do not begin with a stop, nor end with an opening mark', () => {
    expect(broken('全区新修。道路', 4)).toEqual(['全区新', '修。道路']);
    expect(broken('全区修《道路》', 4)).toEqual(['全区修', '《道路》']);
  });

  it('keep numbers with their units, and words whole', () => {
    expect(broken('新修道40公里', 5)).toEqual(['新修道', '40公里']);
    expect(broken('新修道路十二条', 6)).toEqual(['新修道路', '十二条']);
    expect(broken('使用Windows系统', 6)).toEqual(['使用Windows', '系统']);
    expect(broken('新系统Windows', 6)).toEqual(['新系统', 'Windows']);
  });

  it('break what has no break at the edge rather than run over it', () => {
    expect(broken('。'.repeat(7), 3)).toEqual(['。。。', '。。。', '。']);
  });

  it('drop the spaces at their ends', () => {
    expect(broken('全区新修 道路', 4)).toEqual(['全区新修', '道路']);
  });

  it('never end: one character is a line however narrow the measure', () => {
    expect(breakLines('全区', [10, 10], 3)).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });
});

describe('what is too long', () => {
  it('is cut with …', () => {
    expect(cutToWidth('全区新修道路', '黑', 10, 40, measure)).toBe('全区新…');
    expect(cutToWidth('全区', '黑', 10, 40, measure)).toBe('全区');
  });

  it('parts a path between folder and file', () => {
    expect(setPath('农业/水利.md:3', '黑', 10, 50, measure)).toEqual(['农业/', '水利.md:3']);
    expect(setPath('农业/水利.md:3', '黑', 10, 90, measure)).toEqual(['农业/水利.md:3']);
  });
});
