/** Each mark at the places where the rules of line start and line end speak of it. */
import { describe, expect, it } from 'vitest';
import { breakCosts, FREE, NEVER } from '../../src/compose/breaks.js';
import { NOT_AT_LINE_END, NOT_AT_LINE_START } from '../../src/compose/kinsoku.js';
import { picture, plain } from './picture.js';

const closing = '、，。：；！？…”’）〕】》〉」』］｝·—–～／/％%‰℃,.;:!?)]}';
const opening = '“‘（〔【《〈「『［｛([{/／￥';

describe('line start', () => {
  it.each([...closing])('%s does not open a line', (mark) => {
    expect(NOT_AT_LINE_START).toContain(mark);
    for (const before of ['国', '5', 'B', '）', '”']) expect(breakCosts(`${before}${mark}国`)[1], before).toBe(NEVER);
  });

  it.each([...NOT_AT_LINE_START])('%s does not open a line after a space either', (mark) => {
    expect(breakCosts(`国 ${mark}国`)[2]).toBe(NEVER);
  });
});

describe('line end', () => {
  it.each([...opening])('%s does not end a line', (mark) => {
    expect(NOT_AT_LINE_END).toContain(mark);
    for (const after of ['国', '5', 'B', '《', '“']) expect(breakCosts(`国${mark}${after}`)[2], after).toBe(NEVER);
  });

  it('nor does an opening mark with a stray space after it', () => {
    expect(picture('见（ 国家）')).toBe('见▏（ 国▏家）');
  });
});

describe('marks of two characters', () => {
  it.each(['——', '……', '⸺'])('%s is not divided, does not open a line, and may end one', (mark) => {
    const costs = breakCosts(`国${mark}家`);
    for (let at = 1; at <= mark.length; at += 1) expect(costs[at]).toBe(NEVER);
    expect(costs[mark.length + 1]).toBe(FREE);
  });
});

describe('marks in company', () => {
  it.each([
    '他▏说：▏“好！”▏（鼓▏掌）',
    '《〈论▏语〉▏选》、',
    '甲、▏乙、▏丙',
    '真▏的？！”▏走',
    '党▏建+▏网▏格',
    '“互▏联▏网+”▏行▏动',
    '秦▏岭-▏淮▏河',
    '北▏京—▏上▏海',
    '说▏"你▏好"▏了',
    '5G+▏工▏业',
  ])('%s', (line) => expect(picture(plain(line))).toBe(line));
});
