import { describe, expect, it } from 'vitest';
import { accentOf, contrastWithPaper, PALETTES } from '../../src/design/palettes.js';

describe('the accent colours', () => {
  it.each(Object.entries(PALETTES))('%s can be read on paper and told from black', (_, colour) => {
    expect(contrastWithPaper(colour)).toBeGreaterThan(7);
    expect(contrastWithPaper(colour)).toBeLessThan(15);
  });

  it('are told by name or by six digits', () => {
    expect(accentOf('朱砂')).toBe('#8c1c13');
    expect(accentOf('#8C1C13')).toBe('#8c1c13');
    expect(accentOf('8c1c13')).toBe('#8c1c13');
    expect(['红', '#8c1', 'red', 'toString', '#8c1c13;'].map(accentOf)).toEqual(Array(5).fill(undefined));
  });

  it('have the contrast that WCAG gives them', () => {
    expect(contrastWithPaper('#000000')).toBeCloseTo(21, 5);
    expect(contrastWithPaper('#ffffff')).toBeCloseTo(1, 5);
    expect(contrastWithPaper('#777777')).toBeCloseTo(4.48, 2);
  });
});
