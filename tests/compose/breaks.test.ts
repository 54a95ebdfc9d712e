/** Whole texts, drawn with ▏ at each place where a line may end at little cost. */
import { describe, expect, it } from 'vitest';
import { breakCosts, FREE, GLUED, INSIDE, NEVER, UNLOVED } from '../../src/compose/breaks.js';
import { NOT_AT_LINE_END, NOT_AT_LINE_START } from '../../src/compose/kinsoku.js';
import { picture, plain } from './picture.js';

const tables = {
  'words and codes': [
    '使▏用 ▏Microsoft ▏Office ▏软▏件',
    '评▏为▏4A级▏景▏区，▏持▏A2证',
    '监▏测▏PM2.5▏浓▏度，▏沿▏G30线▏建▏设',
    '执▏行▏GB/T 15834-2011▏标▏准',
    '依▏托▏5G▏网▏络、▏R&D▏经▏费、▏don’t▏和▏it’s',
    '含▏Wi-▏Fi▏与▏COVID-19，▏拍▏X-ray▏片',
    '约▏定▏Ⅲ级▏响▏应',
  ],
  'spaces and joiners': ['前▏文 ▏后', '前\u3000▏后▏来', '甲\u00a0乙', '甲\u2060乙', '  前▏言'],
  labels: [
    '一、总▏体▏情▏况',
    '（一）基▏本▏情▏况',
    '（1）基▏本▏情▏况',
    '1. 基▏本▏情▏况',
    '1．基▏本▏情▏况',
    '①基▏本；▏②其▏他',
    '第三条\u3000为▏了▏规▏范',
    '△\u3000全▏区',
    '如▏下：▏（一）基▏本▏情▏况',
  ],
  names: ['目\u3000录', '主▏任\u3000▏李\u3000强\u3000▏王▏建▏国', '买▏买▏提·艾▏力', '注▏释[1]▏见▏后'],
  addresses: ['见▏https://www.▏jinchuan.▏gov.▏cn/zwgk▏网▏站', '邮▏箱▏abc.▏def@example.▏com。'],
};

describe.each(Object.entries(tables))('%s', (_, lines) => {
  it.each(lines)('%s', (line) => expect(picture(plain(line))).toBe(line));
});

describe('places that a careful hand avoids', () => {
  it.each([
    ['出席：李志强、王芳（女）、欧阳文', '出▏席：▏李志强、▏王芳（女）、▏欧阳文'],
    ['第一，一是学习', '第一，▏一是▏学▏习'],
    ['做B超检查', '做▏B超▏检▏查'],
  ])('%s', (text, drawn) => expect(picture(text, FREE)).toBe(drawn));
});

describe('kept ranges', () => {
  it('cost at least GLUED inside, and nothing at their ends', () => {
    expect([...breakCosts('甲乙丙丁戊', [[1, 4]])]).toEqual([NEVER, FREE, GLUED, GLUED, FREE]);
  });

  it('do not make a forbidden place cheaper, and may reach past the text', () => {
    expect([...breakCosts('甲，乙', [[0, 9]])]).toEqual([NEVER, NEVER, GLUED]);
  });
});

describe('addresses', () => {
  it('break after a solidus only when nothing else helps, and never inside ://', () => {
    const text = 'http://a.cn/b';
    const costs = breakCosts(text);
    expect(costs[text.indexOf('/') + 1]).toBe(NEVER);
    expect(costs[text.indexOf('a.cn')]).toBe(GLUED);
    expect(costs[text.indexOf('cn')]).toBe(UNLOVED);
    expect(costs[text.length - 1]).toBe(GLUED);
    expect(breakCosts('word')[2]).toBe(INSIDE);
  });
});

describe('any text', () => {
  const alphabet = [
    ...`国年月日亿元第一三十李约aB5093.,:/-—～·%℃ \u3000\u00a0“”（）《》〔〕……、。！+×"'@#①`,
    '𠮷',
    '👨‍👩‍👧',
    'e\u0301',
    '葛\u{e0100}',
    '🇨🇳',
  ];
  const texts = Array.from({ length: 3000 }, (_, seed) => randomText(alphabet, seed + 1));

  it('has one cost a place, the first NEVER, the rest no dearer than NEVER', () => {
    for (const text of texts) {
      const costs = breakCosts(text);
      expect(costs.length).toBe(text.length);
      expect(costs[0]).toBe(NEVER);
      expect(Math.max(...costs)).toBe(NEVER);
    }
    expect(breakCosts('').length).toBe(0);
  });

  it('is never broken inside a character', () => {
    for (const text of texts) {
      const costs = breakCosts(text);
      for (let at = 1; at < text.length; at += 1) {
        const inside = /^[\udc00-\udfff]/.test(text.slice(at)) || /^(?:\p{M}|\u200d)/u.test(text.slice(at));
        if (inside) expect(costs[at], `${at} of ${text}`).toBe(NEVER);
      }
    }
  });

  it('never opens a line with a closing mark, nor ends one with an opening mark but / in an address', () => {
    for (const text of texts) {
      const costs = breakCosts(text);
      for (let at = 1; at < text.length; at += 1) {
        if ((costs[at] ?? 0) === NEVER) continue;
        expect(NOT_AT_LINE_START.includes(text.charAt(at)), `${at} of ${text}`).toBe(false);
        const ending = text.charAt(at - 1);
        if (ending !== '/') expect(NOT_AT_LINE_END.includes(ending), `${at} of ${text}`).toBe(false);
      }
    }
  });
});

/** A text of up to 24 characters, the same for the same seed. */
function randomText(alphabet: string[], seed: number): string {
  let state = seed * 2654435761;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const length = 1 + Math.floor(next() * 24);
  return Array.from({ length }, () => alphabet[Math.floor(next() * alphabet.length)]).join('');
}
