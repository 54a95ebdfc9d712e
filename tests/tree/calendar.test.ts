import { describe, expect, it } from 'vitest';
import { dateExists, daysInMonth } from '../../src/tree/calendar.js';

describe('the calendar', () => {
  it('knows leap years, and is lenient without a year', () => {
    expect([2020, 2021, 1900, 2000, undefined].map((year) => daysInMonth(2, year))).toEqual([29, 28, 28, 29, 29]);
  });

  it.each([
    [2021, 1, 31, true],
    [2021, 4, 31, false],
    [2021, 0, 1, false],
    [2021, 13, undefined, false],
    [2021, 6, undefined, true],
    [2021, undefined, undefined, true],
    [2021, 6, 0, false],
  ])('%s-%s-%s: %s', (year, month, day, exists) => {
    expect(dateExists(year, month, day)).toBe(exists);
  });
});
