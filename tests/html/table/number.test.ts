import { describe, expect, it } from 'vitest';
import { isNoNumber, isNumber, pointOf } from '../../../src/html/table/number.js';

describe('a number', () => {
  it.each(['0', '1234', '1,234,567.8', '-10.8', '−3', '+12.34', '100%', '0.3‰', '15.8∶1', '±2'])('is %s', (text) => {
    expect(isNumber(text)).toBe(true);
  });

  it.each(['', '—', '1.2.3', '280元', '2021年', '0935-8211234', '1—2', '约5', '12,34'])('is not %s', (text) => {
    expect(isNumber(text)).toBe(false);
  });

  it.each(['', '-', '—', '……', '…', '/', '无'])('may be wanting as “%s”', (text) => {
    expect(isNoNumber(text)).toBe(true);
  });

  it('meets the others of its column at its point, its end, or the sign of its ratio', () => {
    expect(['327.6', '8', '-1,234.5%', '100%', '15.8∶1'].map(pointOf)).toEqual([3, 1, 6, 3, 4]);
  });
});
