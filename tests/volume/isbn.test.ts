import { describe, expect, it } from 'vitest';
import { checkDigit, faultOfIsbn } from '../../src/volume/isbn.js';

describe('the check digit of an ISBN', () => {
  // Examples of the ISBN Users' Manual and of books in print.
  it.each([
    ['978030640615', 7],
    ['978186197876', 9],

    ['978700000000', 1],
    ['000000000000', 0],
  ])('of %s is %i', (twelve, digit) => {
    expect(checkDigit(twelve)).toBe(digit);
  });

  it('changes with every single digit', () => {
    const twelve = '978711152416';
    for (let i = 0; i < 12; i += 1) {
      for (const digit of '0123456789') {
        if (digit === twelve[i]) continue;
        expect(checkDigit(twelve.slice(0, i) + digit + twelve.slice(i + 1))).not.toBe(checkDigit(twelve));
      }
    }
  });
});

describe('an ISBN', () => {
  it.each(['978-0-306-40615-7', '9780306406157', '978-7-0000-0000-1'])('is in order: %s', (isbn) => {
    expect(faultOfIsbn(isbn)).toBeUndefined();
  });

  it('with a false check digit is told the right one', () => {
    expect(faultOfIsbn('978-0-306-40615-1')).toEqual({
      reason: '书号“978-0-306-40615-1”的校验码不对：末位是1，按前12位应当是7',
      remedy: '如果前12位没有抄错，改成 978-0-306-40615-7；否则对照书号实名申领单核对',
    });
  });

  it.each([
    ['7-80000-000-1', '应当是13位数字，“7-80000-000-1”是10位'],
    ['978-7-0000-0000-12', '是14位'],
    ['978-7-0000-0000-X', '数字和连字符以外的字'],
    ['978—7—0000—0000—1', '数字和连字符以外的字'],
    ['968-7-0000-0000-1', '以978或979开头'],
    ['978-7000000001', '四个连字符分成五段'],
  ])('%s is refused', (isbn, reason) => {
    expect(faultOfIsbn(isbn)?.reason).toContain(reason);
  });
});
