import { describe, expect, it } from 'vitest';
import { readFunction } from '../../../src/press/ink/functions.js';
import { openInks } from '../../../src/press/ink/inks.js';
import { pressShading } from '../../../src/press/ink/shading.js';
import { openPdf } from '../../../src/press/pdf/pdf-file.js';
import { dict, name, type PdfDict, PdfStream, type PdfValue } from '../../../src/press/pdf/values.js';
import { handmadePdf } from '../handmade-pdf.js';

const file = openPdf(handmadePdf('', {}));
const ramp = (from: number[], to: number[]): PdfDict =>
  dict({ FunctionType: 2, Domain: [0, 1], C0: from, C1: to, N: 1 });
const calculator = (source: string, inputs = 1): PdfStream =>
  new PdfStream(
    dict({ FunctionType: 4, Domain: new Array(inputs).fill([0, 1]).flat(), Range: [0, 1, 0, 1, 0, 1] }),
    Buffer.from(source),
  );

describe('functions of a PDF', () => {
  it('run straight from one colour to the other, and are stitched', () => {
    const stitched = dict({
      FunctionType: 3,
      Domain: [0, 1],
      Functions: [ramp([0], [1]), ramp([1], [0.5])],
      Bounds: [0.25],
      Encode: [0, 1, 0, 1],
    });
    const run = readFunction(file, stitched);
    expect([0, 0.125, 0.25, 1, 2].map((x) => run([x])[0])).toEqual([0, 0.5, 1, 0.5, 0.5]);
  });

  it('run between samples', () => {
    const entries = { FunctionType: 0, Domain: [0, 1], Range: [0, 1], Size: [3], BitsPerSample: 8 };
    const run = readFunction(file, new PdfStream(dict(entries), Uint8Array.from([0, 255, 0])));
    expect([0, 0.25, 0.5, 1].map((x) => run([x])[0])).toEqual([0, 0.5, 1, 0]);
  });

  it.each([
    ['{dup dup}', [0.5, 0.5, 0.5]],
    ['{0.5 exch 1 index 2 mul}', [0.5, 0.5, 1]],
    ['{0.25 0.75 3 1 roll}', [0.75, 0.5, 0.25]],
    ['{0.5 eq {0.1 0.2 0.3} {1 1 1} ifelse}', [0.1, 0.2, 0.3]],
    ['{dup 0.4 gt {pop 0 0 0} if}', [0, 0, 0]],
    ['{pop 0.2 sqrt dup mul 90 sin 0 cos}', [0.2, 1, 1]],
  ])('are computed: %s', (source, expected) => {
    const found = readFunction(file, calculator(source))([0.5]);
    for (const [i, value] of expected.entries()) expect(found[i]).toBeCloseTo(value, 6);
  });

  it.each(['', '{1 2', '{fly}', '{pop pop}', '(1)'])('are refused where they are damaged: %j', (source) => {
    expect(() => readFunction(file, calculator(source))([0.5])).toThrow(/渐变/u);
  });
});

describe('gradients', () => {
  const inks = () => openInks([{ name: '--accent', rgb: [1, 0, 0], cmyk: [0.1, 1, 1, 0.2] }]);
  const shading = (kind: number, run: PdfValue): PdfDict =>
    dict({ ShadingType: kind, ColorSpace: name('DeviceRGB'), Function: run });

  it('have stops in inks where their colours run straight', () => {
    const { value, foreign } = pressShading(file, shading(2, ramp([1, 0, 0], [1, 1, 1])), new Map(), inks());
    const run = (value as PdfDict).get('Function') as PdfDict;
    expect([run.get('C0'), run.get('C1')]).toEqual([
      [0.1, 1, 1, 0.2],
      [0, 0, 0, 0],
    ]);
    expect(foreign).toEqual([]);
  });

  it('are sampled where they are computed, and say so', () => {
    const { value, sampled } = pressShading(file, shading(1, calculator('{pop pop 0 0 0}', 2)), new Map(), inks());
    const run = (value as PdfDict).get('Function') as PdfStream;
    expect(run.bytes).toHaveLength(128 * 128 * 4);
    expect([...run.bytes.subarray(0, 4)]).toEqual([0, 0, 0, 255]);
    expect(sampled).toContain('渐变');
  });

  it('are refused where their colours are in a mesh', () => {
    expect(pressShading(file, shading(4, null), new Map(), inks()).refused).toBe('ShadingType 4');
  });
});
