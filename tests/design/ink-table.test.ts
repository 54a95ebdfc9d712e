import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inkSheets } from '../../src/book/theme.js';
import { inkTableOf, readDeclarations } from '../../src/design/ink-table.js';
import { accentInks, PALETTE_INKS, PALETTES } from '../../src/design/palettes.js';
import { THEMES } from '../../src/tree/layout.js';

const table = (...sheets: string[]) => inkTableOf(readDeclarations(sheets));
const inks = (name: string, ...sheets: string[]) => table(...sheets).rows.find((row) => row.name === name)?.cmyk;
const ACCENT = ':root { --accent: #8c1c13; --accent-press: device-cmyk(25% 100% 100% 30%); }';

describe('the ink table', () => {
  it('has the inks that stand beside a colour', () => {
    expect(inks('--accent', ACCENT)).toEqual([0.25, 1, 1, 0.3]);
  });

  it('has tints for what is mixed with white, without dots that would not hold', () => {
    const mixed = `${ACCENT} :root { --soft: color-mix(in srgb, var(--accent) 40%, #fff); --tint: color-mix(in srgb, var(--accent) 7%, #fff) }`;
    expect(inks('--soft', mixed)).toEqual([0.1, 0.4, 0.4, 0.12]);
    expect(inks('--tint', mixed)).toEqual([0, 0.07, 0.07, 0]);
  });

  it('has black for greys, and follows other names', () => {
    expect(inks('--grey', ':root { --grey: #333; --other: var(--grey) }')).toEqual([0, 0, 0, 0.8]);
    expect(inks('--other', ':root { --grey: #333; --other: var(--grey) }')).toEqual([0, 0, 0, 0.8]);
  });

  it('does not give a colour the inks of the one it took the place of', () => {
    const { rows, inkless } = table(ACCENT, ':root { --accent: #1d4e79; }');
    expect(rows).toEqual([]);
    expect(inkless.map(({ name }) => name)).toEqual(['--accent']);
  });

  it('ends where names go in a circle', () => {
    expect(table(':root { --a: var(--b); --b: var(--a) }')).toEqual({ rows: [], inkless: [] });
  });
});

describe('the colours of the house', () => {
  it.each(THEMES)('all have inks in %s', (theme) => {
    const sheets = inkSheets({ theme } as Parameters<typeof inkSheets>[0]);
    const { rows, inkless } = table(...sheets.map((sheet) => readFileSync(sheet, 'utf8')));
    expect(inkless).toEqual([]);
    expect(rows.length).toBeGreaterThanOrEqual(10);
    // A page of type must dry: no colour of the styles takes as much ink as a photo may.
    for (const { cmyk } of rows) expect(cmyk.reduce((sum, ink) => sum + ink, 0)).toBeLessThan(2.8);
  });

  it('have inks under every name that book.yaml may choose', () => {
    expect(Object.keys(PALETTE_INKS)).toEqual(Object.keys(PALETTES));
    for (const [name, colour] of Object.entries(PALETTES)) expect(accentInks(colour)).toEqual(PALETTE_INKS[name]);
    expect(accentInks('#123456')).toBeUndefined();
  });
});
