import { describe, expect, it } from 'vitest';
import { fold, onlyPlaceOf } from '../../../src/proof/where/folded.js';

describe('a folded text', () => {
  it.each([
    ['全县　粮食 1.2万', '全县粮食12万'],
    ['ＡＢＣ（甲）', 'abc甲'],
    ['**粗体**:索引[放管服改革]{词="另词"}继续', '粗体放管服改革继续'],
    [':索引[]{词="道路安全"}道路', '道路'],
    ['甲&lt;乙&gt;<br>丙', '甲乙丙'],
    ['| 小麦 | ^ | 600 |', '小麦600'],
    ['![试验田](photos/田.jpg)', '试验田'],
  ])('keeps letters, Han and digits: %s', (source, text) => {
    expect(fold(source).text).toBe(text);
  });

  it('knows where each character stands', () => {
    const { text, places } = fold('## 种植业\n\n:索引[𠮷林]，甲');
    expect(text).toBe('种植业𠮷林甲');
    expect(places).toHaveLength(text.length);
    expect(places[0]).toEqual({ line: 1, column: 4 });
    expect(places[text.indexOf('𠮷')]).toEqual({ line: 3, column: 5 });
    expect(places[text.indexOf('甲')]).toEqual({ line: 3, column: 10 });
  });

  it('finds words that stand in it once', () => {
    const source = fold('全县稳定，\n比上年增长。\n\n全县增收。');
    expect(onlyPlaceOf('稳定，比上年', source)).toEqual({ line: 1, column: 3 });
    expect(onlyPlaceOf('全县', source)).toBeUndefined();
    expect(onlyPlaceOf('没有', source)).toBeUndefined();
    expect(onlyPlaceOf('，。', source)).toBeUndefined();
  });
});
