/** What pages paint: each file has one fault, and the preflight names that fault and nothing else. */
import { describe, expect, it } from 'vitest';
import { dict, name, PdfRef, PdfString, type PdfValue } from '../../src/press/pdf/values.js';
import { faultsOf, type Parts, picture, pressPdf, reportOf, simpleFont, stream } from './press-pdf.js';

type Change = (parts: Parts) => void;

/** Adds operators to the second page. */
const paint =
  (operators: string): Change =>
  (parts) => {
    (parts.pages[1] as Parts['pages'][0]).content += `\n${operators}`;
  };
const both =
  (...changes: Change[]): Change =>
  (parts) => {
    for (const change of changes) change(parts);
  };
const resource =
  (kind: string, key: string, value: PdfValue): Change =>
  (parts) => {
    parts.resources[kind] = { ...parts.resources[kind], [key]: value };
  };
const object =
  (number: number, value: PdfValue): Change =>
  (parts) => {
    parts.objects.set(number, value);
  };
const form = (content: string, resources: Record<string, PdfValue> = {}): PdfValue =>
  stream({ Subtype: name('Form'), BBox: [0, 0, 600, 800], Resources: dict(resources) }, content);
const xobjects = (number: number): Record<string, PdfValue> => ({ XObject: dict({ Fm: new PdfRef(number) }) });

const RGB_SQUARE = '1 0 0 rg 100 100 50 50 re f';
const TEXT = 'BT /F1 10 Tf 80 650 Td (Text) Tj ET';
const ICC_RGB = [name('ICCBased'), new PdfRef(61)];
const SHADING = dict({ ShadingType: 2, ColorSpace: name('DeviceRGB'), Coords: [0, 0, 1, 1], Function: new PdfRef(62) });
const FUNCTION = dict({ FunctionType: 2, Domain: [0, 1], C0: [1, 0, 0], C1: [0, 0, 1], N: 1 });
const SPOT = [name('Separation'), name('PANTONE 185 C'), name('DeviceCMYK'), new PdfRef(62)];
const TINTS = dict({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [0, 1, 0.8, 0], N: 1 });
const tiling = (content: string): PdfValue =>
  stream(
    { PatternType: 1, PaintType: 1, TilingType: 1, BBox: [0, 0, 9, 9], XStep: 9, YStep: 9, Resources: dict({}) },
    content,
  );
const paintPattern = paint('/Pattern cs /P1 scn 100 100 50 50 re f');

const CASES: [fault: string, change: Change, expected: string[]][] = [
  ['nothing', () => undefined, []],
  [
    'an RGB picture',
    both(
      resource('XObject', 'Im2', new PdfRef(60)),
      object(60, picture(320, 'DeviceRGB', 3)),
      paint('q 72 0 0 54 80 400 cm /Im2 Do Q'),
    ),
    ['rgb-image 2'],
  ],
  ['RGB text', paint(`0 0 1 rg ${TEXT}`), ['rgb-text 2']],
  ['an RGB square', paint(RGB_SQUARE), ['rgb-vector 2']],
  ['an RGB line', paint('0 1 0 RG 100 100 m 200 100 l S'), ['rgb-vector 2']],
  ['RGB that is set and not used', paint('1 0 0 rg'), ['rgb-unused 2']],
  [
    'RGB with a profile',
    both(
      resource('ColorSpace', 'C1', ICC_RGB),
      object(61, stream({ N: 3 }, '')),
      paint('/C1 cs 1 0 0 sc 100 100 50 50 re f'),
    ),
    ['rgb-vector 2'],
  ],
  [
    'DeviceRGB with a default space',
    both(resource('ColorSpace', 'DefaultRGB', ICC_RGB), object(61, stream({ N: 3 }, '')), paint(RGB_SQUARE)),
    ['rgb-vector 2'],
  ],
  [
    'CMYK with a profile',
    both(
      resource('ColorSpace', 'C1', ICC_RGB),
      object(61, stream({ N: 4 }, '')),
      resource('ExtGState', 'not', dict({ op: false })),
      paint('/not gs /C1 cs 1 0 0 0 sc 100 100 50 50 re f'),
    ),
    ['profiled-colour 2'],
  ],
  [
    'Lab',
    both(
      resource('ColorSpace', 'C1', [name('Lab'), dict({ WhitePoint: [0.96, 1, 0.82] })]),
      paint('/C1 cs 50 20 20 sc 100 100 50 50 re f'),
    ),
    ['lab-colour 2'],
  ],
  [
    'an indexed RGB picture',
    both(
      resource('XObject', 'Im2', new PdfRef(60)),
      object(
        60,
        stream(
          {
            Subtype: name('Image'),
            Width: 320,
            Height: 240,
            BitsPerComponent: 8,
            ColorSpace: [name('Indexed'), name('DeviceRGB'), 1, new PdfString('abcdef')],
          },
          new Uint8Array(76800),
        ),
      ),
      paint('q 72 0 0 54 80 400 cm /Im2 Do Q'),
    ),
    ['rgb-image 2'],
  ],
  [
    'an RGB picture in the content',
    paint('q 1 0 0 1 80 400 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID EI! EI Q'),
    ['rgb-image 2'],
  ],
  [
    'a spot colour',
    both(resource('ColorSpace', 'C1', SPOT), object(62, TINTS), paint('/C1 cs 1 scn 100 100 50 50 re f')),
    ['spot-colour 2'],
  ],
  [
    'a pattern with RGB',
    both(resource('Pattern', 'P1', new PdfRef(60)), object(60, tiling('1 0 0 rg 0 0 5 5 re f')), paintPattern),
    ['rgb-vector 2'],
  ],
  [
    'a shading with RGB',
    both(
      resource('Shading', 'S1', new PdfRef(60)),
      object(60, SHADING),
      object(62, FUNCTION),
      paint('q 100 100 50 50 re W n /S1 sh Q'),
    ),
    ['rgb-shading 2'],
  ],
  [
    'a shading pattern with RGB',
    both(
      resource('Pattern', 'P1', new PdfRef(60)),
      object(60, dict({ PatternType: 2, Shading: SHADING })),
      object(62, FUNCTION),
      paintPattern,
    ),
    ['rgb-shading 2'],
  ],
  [
    'RGB in a form five deep',
    both(
      resource('XObject', 'Fm', new PdfRef(60)),
      ...[60, 61, 62, 63].map((number) => object(number, form('/Fm Do', xobjects(number + 1)))),
      object(64, form(RGB_SQUARE)),
      paint('/Fm Do'),
    ),
    ['rgb-vector 2'],
  ],
  [
    'a Type 3 font whose glyph is RGB',
    both(
      resource('Font', 'F3', new PdfRef(60)),
      object(
        60,
        dict({
          Type: name('Font'),
          Subtype: name('Type3'),
          FontBBox: [0, 0, 10, 10],
          FontMatrix: [0.1, 0, 0, 0.1, 0, 0],
          CharProcs: dict({ box: new PdfRef(61) }),
          Encoding: dict({ Differences: [65, name('box')] }),
          FirstChar: 65,
          LastChar: 65,
          Widths: [10],
        }),
      ),
      object(61, stream({}, '10 0 d0 1 0 0 rg 0 0 8 8 re f')),
      paint('BT /F3 10 Tf 80 600 Td (A) Tj ET'),
    ),
    ['font-type3 2', 'rgb-vector 2'],
  ],
  ['rich-black text', paint(`0.6 0.4 0.4 1 k ${TEXT}`), ['rich-black-text 2']],
  ['text of four converted inks', paint(`0.72 0.68 0.67 0.8 k ${TEXT}`), ['rich-black-text 2']],
  ['a four-colour black line', paint('0.6 0.5 0.5 0.9 K 100 100 m 200 100 l S'), ['four-colour-black 2']],
  ['small text of three inks', paint(`0.5 0.9 0.2 0 k BT /F1 7 Tf 80 650 Td (Text) Tj ET`), ['thin-coloured-text 2']],
  [
    'black text that does not overprint',
    both(resource('ExtGState', 'not', dict({ op: false, OP: false })), paint(`/not gs 0 0 0 1 k ${TEXT}`)),
    ['black-text-knockout 2'],
  ],
  [
    'black text in overprint mode 0',
    both(resource('ExtGState', 'zero', dict({ OPM: 0 })), paint(`/zero gs 0 0 0 1 k ${TEXT}`)),
    ['overprint-mode 2'],
  ],
  ['white text that overprints', paint(`0 0 0 0 k ${TEXT}`), ['white-overprint 2']],
  ['a white square that overprints', paint('1 g 100 100 50 50 re f'), ['white-overprint 2']],
  [
    'half opacity',
    both(resource('ExtGState', 'half', dict({ ca: 0.5 })), paint('/half gs 0 1 0 0 k 100 100 50 50 re f')),
    ['transparency-live 2'],
  ],
  [
    'a blend mode',
    both(resource('ExtGState', 'mult', dict({ BM: name('Multiply') })), paint('/mult gs 0 1 0 0 k 100 100 50 50 re f')),
    ['transparency-live 2'],
  ],
  [
    'a soft mask',
    both(
      resource('ExtGState', 'mask', dict({ SMask: dict({ S: name('Luminosity'), G: new PdfRef(60) }) })),
      object(60, form('0.5 g 0 0 100 100 re f')),
      paint('/mask gs 0 1 0 0 k 100 100 50 50 re f'),
    ),
    ['transparency-live 2'],
  ],
  [
    'a picture with a soft mask',
    (parts) => {
      parts.resources.XObject = { ...parts.resources.XObject, Im2: new PdfRef(60) };
      const image = picture(320, 'DeviceCMYK', 4);
      image.dict.set('SMask', new PdfRef(61));
      parts.objects.set(60, image).set(61, picture(320, 'DeviceGray', 1));
      paint('q 72 0 0 54 80 400 cm /Im2 Do Q')(parts);
    },
    ['transparency-live 2'],
  ],
  [
    'a page group',
    (parts) => {
      (parts.pages[1] as Parts['pages'][0]).entries.Group = dict({ S: name('Transparency'), CS: name('DeviceCMYK') });
    },
    ['transparency-group 2'],
  ],
  ['a picture of 144 ppi', paint('q 160 0 0 120 80 300 cm /Im1 Do Q'), ['image-resolution 2']],
  [
    'a picture of 144 ppi, turned and in a form',
    both(
      resource('XObject', 'Fm', new PdfRef(60)),
      object(60, form('q 0 160 -120 0 300 300 cm /Im1 Do Q', { XObject: dict({ Im1: new PdfRef(24) }) })),
      paint('/Fm Do'),
    ),
    ['image-resolution 2'],
  ],
  [
    'a bitmap of 300 ppi',
    both(
      resource('XObject', 'Im2', new PdfRef(60)),
      object(
        60,
        stream(
          { Subtype: name('Image'), ImageMask: true, Width: 300, Height: 300, BitsPerComponent: 1 },
          new Uint8Array(11400),
        ),
      ),
      paint('q 72 0 0 72 80 400 cm /Im2 Do Q'),
    ),
    ['bitmap-resolution 2'],
  ],
  ['a hairline', paint('0.1 w 100 100 m 200 100 l S'), ['hairline 2']],
  ['a line of no width', paint('0 w 100 100 m 200 100 l S'), ['hairline 2']],
  ['a line made thin by its matrix', paint('q 0.2 0 0 0.2 0 0 cm 1 w 500 500 m 900 500 l S Q'), ['hairline 2']],
  ['a hairline drawn as a rectangle', paint('100 100 200 0.1 re f'), ['hairline 2']],
  ['a tint of two per cent', paint('0 0 0 0.02 k 100 100 50 50 re f'), ['tint-too-light 2']],
  [
    'a grey of one per cent',
    both(resource('ExtGState', 'not', dict({ op: false })), paint('/not gs 0.99 g 100 100 50 50 re f')),
    ['tint-too-light 2'],
  ],
  [
    'a fill of 340 per cent',
    paint('0.9 0.9 0.9 0.2 k 0.9 0.8 0.9 0 k 100 100 50 50 re f 1 1 1 0.1 k 100 200 50 50 re f'),
    ['four-colour-black 2', 'ink-total-vector 2'],
  ],
  ['a picture that ends at the trim', paint('q 72 0 0 54 8.504 400 cm /Im1 Do Q'), ['bleed-not-inked 2']],
  ['a fill with a bleed of 1 mm', paint('0 1 0 0 k 580 400 26.6 50 re f'), ['bleed-not-inked 2']],
  ['a fill 1 mm from the trim', paint('0 1 0 0 k 500 400 101 50 re f'), ['trim-too-near 2']],
  ['text at the edge', paint('BT /F1 10 Tf 590 650 Td (Te) Tj ET'), ['trim-too-near 2']],
  [
    'a font that is not embedded',
    both(
      resource('Font', 'F2', new PdfRef(60)),
      object(
        60,
        dict({
          Type: name('Font'),
          Subtype: name('Type1'),
          BaseFont: name('Helvetica'),
          Encoding: name('WinAnsiEncoding'),
        }),
      ),
      paint('BT /F2 10 Tf 80 650 Td (Text) Tj ET'),
    ),
    ['font-not-embedded 2'],
  ],
  [
    'a font without ToUnicode',
    both(
      resource('Font', 'F2', new PdfRef(60)),
      object(60, simpleFont({ ToUnicode: undefined })),
      paint('BT /F2 10 Tf 80 650 Td (Text) Tj ET'),
    ),
    ['font-to-unicode 2'],
  ],
  [
    'a font whose ToUnicode says nothing',
    both(
      resource('Font', 'F2', new PdfRef(60)),
      object(60, simpleFont({ ToUnicode: new PdfRef(61) })),
      object(61, stream({}, '4 beginbfchar <54> <FFFD> <65> <FFFD> <78> <FFFD> <74> <FFFD> endbfchar')),
      paint('BT /F2 10 Tf 80 650 Td (Text) Tj ET'),
    ),
    ['font-to-unicode 2'],
  ],
  ['text without a font', paint('BT /F9 10 Tf 80 650 Td (Text) Tj ET'), ['content-damaged 2']],
  [
    'a picture that names no colour space',
    both(
      resource('XObject', 'Im2', new PdfRef(60)),
      object(60, stream({ Subtype: name('Image'), Width: 320, Height: 240, BitsPerComponent: 8 }, '')),
      paint('q 72 0 0 54 80 400 cm /Im2 Do Q'),
    ),
    ['colour-unknown 2'],
  ],
  ['an unknown operator', paint('1 2 frob'), ['content-damaged 2']],
  ['more Q than q', paint('Q'), ['content-damaged 2']],
  [
    'a form that draws itself',
    both(resource('XObject', 'Fm', new PdfRef(60)), object(60, form('/Fm Do', xobjects(60))), paint('/Fm Do')),
    ['content-damaged 2'],
  ],
];

describe('the preflight of what pages paint', () => {
  it.each(CASES)('names %s', async (_fault, change, expected) => {
    expect(await faultsOf(pressPdf(change))).toEqual(expected);
  });

  it('says where: millimetres from the top left corner of the trimmed page, and the object', async () => {
    const { findings } = await reportOf(pressPdf(paint(RGB_SQUARE)));
    // 100 pt from the left of the media, which is 3 mm to the left of the trim.
    expect(findings[0]?.places).toEqual([{ x: 32.3, y: 235.1, width: 17.6, height: 17.6, object: 11 }]);
    expect(findings[0]).toMatchObject({
      severity: 'error',
      page: 2,
      label: '2',
      what: '线条或色块是 RGB 255 0 0',
      count: 1,
    });
  });

  it('holds photos to the resolution that the volume asks for', async () => {
    const pdf = pressPdf(paint('q 120 0 0 90 80 300 cm /Im1 Do Q'));
    const severities = async (leastPpi: number) => {
      const { findings } = await reportOf(pdf, { leastPpi });
      return findings.filter(({ rule }) => rule === 'image-resolution').map(({ page, severity }) => [page, severity]);
    };
    expect(await severities(150)).toEqual([[2, 'warning']]);
    expect(await severities(200)).toEqual([[2, 'error']]);
    // Every picture of this file has 320 ppi but that one.
    expect((await severities(400)).every(([, severity]) => severity === 'error')).toBe(true);
    expect((await severities(400)).length).toBeGreaterThan(1);
  });

  it('says in which nested stream', async () => {
    const nested = both(resource('XObject', 'Fm', new PdfRef(60)), object(60, form(RGB_SQUARE)), paint('/Fm Do'));
    const { findings } = await reportOf(pressPdf(nested));
    expect(findings[0]?.places[0]).toMatchObject({ object: 60, via: '嵌套图形 60' });
  });

  it('does not take printers’ marks outside of the bleed for faults', async () => {
    const marks = both((parts) => {
      for (const page of parts.pages) page.entries.MediaBox = [-30, -30, 650, 860];
    }, paint('1 1 1 1 K 0.2 w -20 8.504 m -10 8.504 l S'));
    expect(await faultsOf(pressPdf(marks))).toEqual([]);
  });

  it('takes words of a line and lines of a column for one place', async () => {
    const lines = Array.from({ length: 20 }, (_, i) => `BT /F1 10 Tf 80 ${600 - i * 16} Td (One) Tj ( two) Tj ET`);
    const { findings } = await reportOf(pressPdf(paint(`0 0 1 rg ${lines.join(' ')}`)));
    expect(findings).toHaveLength(1);
    expect(findings[0]?.count).toBe(1);
  });
});
