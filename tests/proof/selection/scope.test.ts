import { describe, expect, it } from 'vitest';
import { scopeOf } from '../../../src/proof/selection/scope.js';
import type { Target } from '../../../src/proof/selection/targets.js';

const target = (words: string): Target => ({ kind: '类目', name: words, words, keys: [], stretches: [] });
const scope = (...words: string[]): string => scopeOf(words.map(target));

describe('the scope of a proof', () => {
  it('names what was asked for, each once', () => {
    expect(scope('农业', '法治', '农业')).toBe('农业、法治');
  });

  it('counts what would make it too long', () => {
    const long = '一二三四五六七八九十一二三四五';
    expect(scope(long, `${long}乙`, `${long}丙`)).toBe(`${long}、${long}乙等3项`);
    expect(scope(long.repeat(3))).toBe(`${long.repeat(2)}一二三四五六七八九十…`);
  });

  it('may stand in the name of a file on any system', () => {
    expect(scope('农业/水利: “灌溉”? <1>|2\\3*"4"')).toBe('农业／水利： “灌溉”？ ＜1＞｜2＼3＊＂4＂');
    expect(scope('会议　纪要. ')).toBe('会议 纪要');
  });
});
