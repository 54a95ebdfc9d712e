import { describe, expect, it } from 'vitest';
import { addressAt, passageAt, wordsAt } from '../../../src/proof/findings/passage-at.js';
import type { Passage } from '../../../src/proof/model.js';

const passage = (line: number, column: number, text: string, lines: Passage['lines']): Passage => ({
  kind: 'paragraph',
  file: '甲.md',
  line,
  column,
  text,
  path: [],
  lines,
});
const SOURCE =
  '### 粮食\n\n全县 **粮食** :索引[播种面积]{词="面积"}稳定，“比上年增长。\n第二行也是这一段。\n\n尾段。\n';
const PASSAGES = [
  passage(1, 5, '粮食', [[0, '57a1']]),
  passage(3, 1, '全县粮食播种面积稳定，“比上年增长。第二行也是这一段。', [
    [0, '57a1'],
    [8, '57a2'],
    [18, '57b1'],
  ]),
  passage(6, 1, '尾段。', [[0, '57b2']]),
];
const at = (line: number, column: number, source: string | undefined = SOURCE) => {
  const place = passageAt(PASSAGES, { line, column }, source);
  return (
    place && { words: wordsAt(place), address: addressAt(place), next: place.passage.text.slice(place.offset ?? 99)[0] }
  );
};

describe('the passage at a place', () => {
  it('is found to the character behind markup and white space', () => {
    const row = SOURCE.split('\n')[2] as string;
    expect(at(3, row.indexOf('稳定') + 1)).toEqual({
      words: '全县粮食播种面积稳定，“比上年增长。第二',
      address: '57a2',
      next: '稳',
    });
    expect(at(3, row.indexOf('增长') + 1)).toMatchObject({ next: '增', address: '57a2' });
    expect(at(3, 1)).toMatchObject({ next: '全', address: '57a1' });
    // A mark is where the marks begin behind the last letter.
    expect(at(3, row.indexOf('“') + 1)).toMatchObject({ next: '，' });
  });

  it('goes over the lines of the manuscript', () => {
    expect(at(4, 1)).toMatchObject({ address: '57a2', next: '。' });
    expect(at(4, 3)).toMatchObject({ address: '57b1', next: '行' });
  });

  it('of a heading is its title, wherever on the line it is', () => {
    expect(at(1, 1)).toEqual({ words: '粮食', address: '57a1', next: '粮' });
  });

  it('of what stands between two passages is the end of the first, without words', () => {
    expect(at(5, 1)).toMatchObject({ words: '', address: '57b1' });
    expect(at(9, 1)).toMatchObject({ words: '', address: '57b2' });
  });

  it('is near enough without the manuscript', () => {
    const place = passageAt(PASSAGES, { line: 3, column: 4 }, undefined);
    expect(place && wordsAt(place)).toBe('全县粮食播种面积稳定，“比上年');
    expect(passageAt(PASSAGES, { line: 3, column: 99 }, undefined)).toEqual({ passage: PASSAGES[1] });
    expect(passageAt([], { line: 3, column: 1 }, SOURCE)).toBeUndefined();
  });
});
