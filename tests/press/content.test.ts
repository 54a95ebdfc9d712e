import { describe, expect, it } from 'vitest';
import { fontsOf } from '../../src/press/fonts-of.js';
import { dict, name, PdfRef, PdfStream, textString } from '../../src/press/pdf/values.js';
import { extractText } from '../../src/press/text/extract.js';
import { ASCII_MAP, handmadePdf, plainFont } from './handmade-pdf.js';

const FONTS = { Font: dict({ F1: new PdfRef(11) }) };

/** The runs of a content stream as `text@x,y`, y down from the top of a page 100 pt high. */
function read(content: string): string[] {
  const [page] = extractText(handmadePdf(content, FONTS, [ASCII_MAP, plainFont()]));
  return (page?.runs ?? []).map(({ text, x, y }) => `${text}@${x},${y}`);
}

describe('a content stream', () => {
  it.each([
    ['BT /F1 10 Tf 20 80 Td (AB) Tj ET', ['AB@20,20']],
    ['BT /F1 10 Tf 1 0 0 1 20 80 Tm (A) Tj 5 0 Td (B) Tj 0 -12 Td (C) Tj ET', ['AB@20,20', 'C@25,32']],
    ['BT /F1 10 Tf 12 TL 20 80 Td (A) Tj T* (B) Tj (C) \' 1 2 (D) " ET', ['A@20,20', 'B@20,32', 'C@20,44', 'D@20,56']],
    ['BT /F1 10 Tf 20 80 TD (A) Tj 0 -15 TD (B) Tj T* (C) Tj ET', ['A@20,20', 'B@20,35', 'C@20,50']],
    ['BT /F1 10 Tf 20 80 Td 3 Ts (A) Tj ET', ['A@20,17']],
    ['q 2 0 0 2 10 10 cm BT /F1 10 Tf 5 5 Td (A) Tj ET Q BT 5 5 Td (B) Tj ET', ['A@20,80']],
    ['q BI /W 1 /H 1 ID \x00(EI\xff EI Q BT /F1 10 Tf 20 80 Td (A) Tj ET', ['A@20,20']],
    ['(no font) Tj BT (none) Tj ET unknown Q Q EMC', []],
  ])('%s', (content, runs) => {
    expect(read(content)).toEqual(runs);
  });

  it('moves the pen by widths, spacing and scale', () => {
    const places = (content: string) => {
      const [page] = extractText(handmadePdf(`BT /F1 10 Tf ${content} ET`, FONTS, [ASCII_MAP, plainFont()]));
      return [...(page?.runs[0]?.xs ?? []), page?.runs[0]?.end];
    };
    expect(places('(ABC) Tj')).toEqual([0, 5, 10, 15]);
    expect(places('1 Tc (AB) Tj')).toEqual([0, 6, 12]);
    expect(places('3 Tw (A B) Tj')).toEqual([0, 5, 13, 18]);
    expect(places('50 Tz (AB) Tj')).toEqual([0, 2.5, 5]);
    expect(places('[(A) -200 (B)] TJ')).toEqual([0, 7, 12]);
  });

  it('knows how wide a glyph is in its font, whatever spacing and kerning make of it', () => {
    const widths = (content: string) =>
      extractText(handmadePdf(`BT /F1 10 Tf ${content} ET`, FONTS, [ASCII_MAP, plainFont()]))[0]?.runs[0]?.widths;
    expect(widths('3 Tc [(A) -200 (B)] TJ')).toEqual([5, 5]);
    expect(widths('50 Tz (AB) Tj')).toEqual([2.5, 2.5]);
  });

  it('gives /ActualText once for all glyphs inside, direct or from the resources', () => {
    const content = `BT /F1 10 Tf /Span <</ActualText <FEFF20142014>>> BDC (xyz) Tj EMC (a) Tj
      /Span /P1 BDC (q) Tj EMC /Artifact BMC (b) Tj EMC ET`;
    const resources = { ...FONTS, Properties: dict({ P1: dict({ ActualText: textString('～') }) }) };
    const [page] = extractText(handmadePdf(content, resources, [ASCII_MAP, plainFont()]));
    expect(page?.runs.map((run) => run.text)).toEqual(['——a～b']);
    expect(page?.runs[0]?.xs).toEqual([0, 0, 15, 20, 25]);
    expect(page?.runs[0]?.widths).toEqual([15, 0, 5, 5, 5]);
  });

  it('goes into forms, with their matrix, and is not fooled by one that draws itself', () => {
    const form = new PdfStream(
      dict({ Subtype: name('Form'), Matrix: [1, 0, 0, 1, 30, 40], Resources: dict(FONTS) }),
      Buffer.from('BT /F1 10 Tf (A) Tj ET'),
    );
    const page = (stream: PdfStream) =>
      extractText(handmadePdf('/X Do', { XObject: dict({ X: new PdfRef(12) }) }, [ASCII_MAP, plainFont(), stream]));
    expect(page(form)[0]?.runs[0]).toMatchObject({ text: 'A', x: 30, y: 60 });
    const own = dict({ XObject: dict({ X: new PdfRef(12) }) });
    const ring = new PdfStream(dict({ Subtype: name('Form'), Resources: own }), Buffer.from('/X Do /X Do'));
    expect(() => page(ring)).toThrow('图形嵌套过深');
  });

  it('shows a glyph without a character as U+FFFD', () => {
    const [page] = extractText(handmadePdf('BT /F1 10 Tf (A\x80) Tj ET', FONTS, [ASCII_MAP, plainFont()]));
    expect(page?.runs[0]?.text).toBe('A\ufffd');
  });
});

describe('the fonts', () => {
  it('say when one is Type 3, not embedded, or without characters', () => {
    const drawn = plainFont({ Subtype: name('Type3'), FontMatrix: [0.001, 0, 0, 0.001, 0, 0] });
    const bare = dict({ Type: name('Font'), Subtype: name('Type1'), BaseFont: name('Helvetica') });
    const resources = { Font: dict({ F1: new PdfRef(11), F2: new PdfRef(12) }) };
    expect(fontsOf(handmadePdf('', resources, [ASCII_MAP, drawn, bare]))).toEqual([
      { name: 'Plain', subtype: 'Type3', embedded: true, toUnicode: true, type3: true },
      { name: 'Helvetica', subtype: 'Type1', embedded: false, toUnicode: false, type3: false },
    ]);
  });
});
