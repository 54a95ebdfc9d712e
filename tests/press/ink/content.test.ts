import { describe, expect, it } from 'vitest';
import { type ContentDesk, pressContent } from '../../../src/press/ink/content.js';
import { openInks } from '../../../src/press/ink/inks.js';
import { readSpace } from '../../../src/press/ink/spaces.js';
import type { PdfFile } from '../../../src/press/pdf/pdf-file.js';
import { dict, name, PdfString, type PdfValue } from '../../../src/press/pdf/values.js';

const file = {
  resolve: (value: PdfValue | undefined) => value ?? null,
  dict: (value: PdfValue | undefined) => (value instanceof Map ? value : new Map()),
} as unknown as PdfFile;
const palette: PdfValue = [name('Indexed'), name('DeviceRGB'), 1, new PdfString('\x00\x00\x00\x8c\x1c\x13')];
const resources = dict({
  ColorSpace: dict({ Cs1: palette, Cs2: [name('Pattern'), name('DeviceRGB')], Cs3: [name('Lab'), dict({})] }),
});

function rewrite(content: string, begins: 'black' | 'as-drawn' = 'as-drawn') {
  const inks = openInks([{ name: '--accent', rgb: [140 / 255, 28 / 255, 19 / 255], cmyk: [0.25, 1, 1, 0.3] }]);
  const desk: ContentDesk = {
    inks,
    space: (value) => readSpace(file, value, resources),
    keepsState: (named) => named !== 'G3',
    inlineImage: () => 'NJImage0',
  };
  const { bytes, foreign, spaces } = pressContent(Buffer.from(content, 'latin1'), desk, begins);
  return { text: Buffer.from(bytes).toString('latin1'), foreign, spaces };
}
const words = (content: string, begins?: 'black' | 'as-drawn'): string =>
  rewrite(content, begins).text.replace(/\s+/gu, ' ').trim();

describe('the colours of a content stream', () => {
  it('are inks of the table, with the overprint that belongs to them', () => {
    expect(words('.549 .1098 .0745 rg 0 0 1 1 re f')).toBe('0.25 1 1 0.3 k /NJ00 gs 0 0 1 1 re f');
    expect(words('0 0 0 rg BT ET')).toBe('0 0 0 1 k /NJ01 gs BT ET');
    expect(words('0 0 0 RG 0 0 0 rg BT ET')).toBe('0 0 0 1 K 0 0 0 1 k /NJ11 gs BT ET');
  });

  it('are tints of black where they are grey, and nothing where they are white', () => {
    expect(words('.302 .302 .302 rg f')).toBe('0 0 0 0.698 k /NJ00 gs f');
    expect(words('.25 g f')).toBe('0 0 0 0.75 k /NJ00 gs f');
    expect(words('1 1 1 rg f')).toBe('0 0 0 0 k /NJ00 gs f');
    expect(words('0 g f')).toBe('0 0 0 1 k /NJ01 gs f');
  });

  it('begin with black that overprints on a page', () => {
    expect(words('BT (x) Tj ET', 'black')).toBe('0 0 0 1 K 0 0 0 1 k /NJ11 gs BT (x) Tj ET');
  });

  it('keep their overprint over q and Q', () => {
    expect(words('0 0 0 rg f q 1 1 1 rg f Q f 0 0 0 rg f')).toBe(
      '0 0 0 1 k /NJ01 gs f q 0 0 0 0 k /NJ00 gs f Q f 0 0 0 1 k f',
    );
  });

  it('are found in every space', () => {
    expect(words('/DeviceRGB cs 0 0 0 sc f')).toBe('0 0 0 1 k 0 0 0 1 k /NJ01 gs f');
    expect(words('/Cs1 cs 1 scn f')).toBe('0 0 0 1 k 0.25 1 1 0.3 k /NJ00 gs f');
    expect(words('/Pattern cs /P1 scn f')).toBe('/Pattern cs /P1 scn /NJ00 gs f');
    expect(words('/Cs2 cs 0 0 0 /P1 scn f')).toBe('/Pattern cs /NJPattern cs 0 0 0 1 /P1 scn /NJ00 gs f');
    expect(words('0 .5 0 0 k f')).toBe('0 0.5 0 0 k /NJ00 gs f');
  });

  it('are counted where they are in no table, and named where they cannot be converted', () => {
    const { foreign } = rewrite('.478 .608 .235 rg f 0 0 0 rg .478 .608 .235 rg f 1 1 1 rg');
    expect([...foreign]).toEqual([['#7a9b3c', 2]]);
    expect([...rewrite('/Cs3 cs 50 0 0 sc f').spaces]).toEqual(['Lab']);
  });
});

describe('everything else of a content stream', () => {
  it('stays byte by byte, whatever stands in strings', () => {
    const shown = 'BT (a \\) 0 0 0 rg (b) ) Tj <0041 2072 67> Tj [(\\\\) 1 0 0 (rg)] TJ ET % 0 0 0 rg\n/rg gs';
    expect(rewrite(shown).text).toBe(shown);
  });

  it('loses marks of structure, and keeps those that say the text of glyphs', () => {
    expect(words('/P <</MCID 3>>BDC f EMC /Artifact BMC f EMC')).toBe('f f');
    expect(words('/P <</MCID 3>>BDC /Span <</ActualText <FEFF>>>BDC f EMC EMC')).toBe(
      '/Span <</ActualText <FEFF>>>BDC f EMC',
    );
  });

  it('loses states that say nothing', () => {
    expect(words('/G3 gs f /G4 gs f')).toBe('f /G4 gs f');
  });

  it('draws an image that stood in it by name', () => {
    expect(words('q BI /W 1 /H 1 /CS /RGB /BPC 8 ID \x01EI\x02 EI Q')).toBe('q /NJImage0 Do Q');
  });
});
