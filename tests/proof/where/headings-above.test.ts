import { describe, expect, it } from 'vitest';
import { headingsAbove } from '../../../src/proof/where/headings-above.js';

const ENTRIES = `---
类目: 农业
分目: "水利"
---

【防汛】汛期平稳。

第二段。

## 林业

### :索引[造林]{词="绿化"}与**管护**

一段。

## 牧业

一段。
`;

describe('the titles above a line', () => {
  it.each([
    [1, []],
    [3, ['水利']],
    [6, ['水利', '防汛']],
    [8, ['水利', '防汛']],
    [10, ['林业']],
    [12, ['林业', '造林与管护']],
    [14, ['林业', '造林与管护']],
    [18, ['牧业']],
    [99, ['牧业']],
  ])('line %i', (line, titles) => {
    expect(headingsAbove(ENTRIES, line)).toEqual(titles);
  });

  it('begin with the title of an article', () => {
    const article = '---\n类目: 特载\n标题: 政府工作报告\n---\n\n## 一、上年工作\n\n### （一）农业\n\n段落。\n';
    expect(headingsAbove(article, 10)).toEqual(['政府工作报告', '一、上年工作', '（一）农业']);
  });
});
