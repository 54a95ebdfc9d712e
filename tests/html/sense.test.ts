/** Titles turned over by sense: what is kept together is drawn in brackets, one pair inside the other. */

import type { ElementContent } from 'hast';
import { describe, expect, it } from 'vitest';
import { renderBySense, wordsOf } from '../../src/html/sense.js';

function picture(nodes: ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type !== 'element') return '';
      const inside = picture(node.children);
      return node.properties.dataKeep === undefined ? inside : `[${inside}]`;
    })
    .join('');
}

describe('a title', () => {
  it.each([
    // Short: nothing to turn over.
    '重要会议',
    // The author parted the phrases.
    '[弘扬时代精神]　[凝聚奋进力量]',
    '[创新社会治理，][保持和谐稳定]',
    '[[创新][“放管服”][改革，]][保持稳定]',
    '[推进][“放管服”][改革][若干][措施][（试行）]',
    '[中国][人民][政治协商][会议][金川区][第八届][委员会][工作][报告]',
    '[农田][水利工程][建设][与管理][办法]',
  ])('%s', (drawn) => {
    expect(picture(renderBySense(drawn.replace(/[[\]]/gu, '')))).toBe(drawn);
  });

  it('keeps the words of a long phrase inside the phrase', () => {
    expect(picture(renderBySense('弘扬精神　谱写金川区全面建设新篇章'))).toBe(
      '[弘扬精神]　[[谱写][金川区][全面][建设][新篇章]]',
    );
  });
});

describe('words', () => {
  it.each([
    '2021年|国民|经济|和社会|发展',
    '坚定|不移|创新|社会|治理',
    '第三次|会议',
    '区委|常委、|区委|副书记',
    '现代化|建设',
  ])('%s', (drawn) => {
    expect(wordsOf(drawn.replaceAll('|', '')).join('|')).toBe(drawn);
  });

  it('lose and double no character, whatever the text', () => {
    for (const text of ['（一）', '——在会上', '“', '。', '第', '2021', 'GDP的30%', '李\u{20bb7}和王', ' ', '']) {
      expect(wordsOf(text).join('')).toBe(text);
    }
  });
});
