/** 图号: who is numbered, and how. */
import { describe, expect, it } from 'vitest';
import { figureNumbers } from '../../src/html/figure-numbers.js';
import { volumeOf } from './set.js';

const entry = (category: string, ...captions: string[]): string =>
  `---\n类目: ${category}\n---\n\n### 甲\n\n正文。\n\n${captions.map((words, i) => `![${words}](photos/${i}.jpg)`).join('\n\n')}\n`;

const FILES = {
  '01-卷首/01-彩页.md': '---\n类目: 卷首\n体裁: 彩页\n---\n\n## 风光\n\n![彩页](photos/1.jpg)\n',
  '01-卷首/02-概述.md': entry('卷首', '卷首照片'),
  '02-农业/01-稿件.md': entry('农业', '麦田', '图7　作者自编'),
  '03-工业/01-稿件.md': entry('工业', '厂房', '车间'),
};

describe('图号', () => {
  it('counts through the book, plates and typed numbers left out', async () => {
    expect([...figureNumbers(await volumeOf(FILES), '是').values()]).toEqual(['图1', '图2', '图3', '图4']);
  });

  it('counts within each 类目 of the body', async () => {
    expect([...figureNumbers(await volumeOf(FILES), '按类目').values()]).toEqual(['图1-1', '图2-1', '图2-2']);
  });

  it('is not there where it is not asked for', async () => {
    expect(figureNumbers(await volumeOf(FILES), '否').size).toBe(0);
  });
});
