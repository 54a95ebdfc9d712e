/** What Chromium seldom or never writes: forms, spots, inline images, glyph procedures, states of other programs. */
import { describe, expect, it } from 'vitest';
import { pagesOf } from '../../../src/press/pdf/pages.js';
import { openPdf } from '../../../src/press/pdf/pdf-file.js';
import { dict, name, PdfRef, PdfStream, type PdfValue } from '../../../src/press/pdf/values.js';
import { pressFile } from '../../../src/press/pdfx/press-file.js';
import { contentOf } from '../../../src/press/text/extract.js';
import { handmadePdf } from '../handmade-pdf.js';

async function press(content: string, resources: Record<string, PdfValue>, objects: PdfValue[] = []) {
  const { bytes, findings } = await pressFile(handmadePdf(content, resources, objects), {
    title: '题',
    language: 'zh-CN',
    date: new Date(0),
    standard: '4',
    profile: { bytes: new Uint8Array(), name: '', identifier: '', condition: '', version: 2 },
    table: [],
    photos: {
      convert: () => Promise.reject(new Error('no photo here')),
      isKnown: async () => false,
      treated: () => [],
    },
    convert: async (colours) => colours.map(() => [0.5, 0, 0, 0]),
    bleedMm: 0,
  });
  const file = openPdf(bytes);
  const [page] = pagesOf(file);
  if (!page) throw new Error('no page');
  const text = Buffer.from(contentOf(file, page)).toString('latin1').replace(/\s+/gu, ' ');
  return { file, page, text, findings: findings.map(({ kind, what }) => `${kind} ${what}`) };
}
const stream = (content: string, entries: Record<string, PdfValue>): PdfStream =>
  new PdfStream(dict(entries), Buffer.from(content, 'latin1'));
const spot = (alternate: string): PdfValue => [
  name('Separation'),
  name('Gold'),
  name(alternate),
  dict({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [0, 0.2, 1, 0.1], N: 1 }),
];

describe('the objects of a page', () => {
  it('are rewritten in forms, which take the resources of the page where they have none', async () => {
    const form = stream('/G1 gs 0 0 0 rg 0 0 1 1 re f', { Subtype: name('Form'), BBox: [0, 0, 1, 1] });
    const states = dict({ G1: dict({ ca: 1, LW: 2, op: true }) });
    const { file, page } = await press('/F1 Do', { XObject: dict({ F1: new PdfRef(10) }), ExtGState: states }, [form]);
    const written = file.resolve(file.dict(page.resources.get('XObject')).get('F1')) as PdfStream;
    const text = Buffer.from(file.decode(written)).toString('latin1').replace(/\s+/gu, ' ');
    expect(text).toBe('/G1 gs 0 0 0 1 k /NJ01 gs 0 0 1 1 re f');
    const kept = file.dict(file.dict(file.dict(written.dict.get('Resources')).get('ExtGState')).get('G1'));
    expect([...kept]).toEqual([['LW', 2]]);
  });

  it('end where a form draws itself', async () => {
    const resources = dict({ XObject: dict({ F1: new PdfRef(10) }) });
    const form = stream('1 1 0 rg f /F1 Do', { Subtype: name('Form'), BBox: [0, 0, 1, 1], Resources: resources });
    const { findings } = await press('/F1 Do', { XObject: dict({ F1: new PdfRef(10) }) }, [form]);
    expect(findings).toEqual(['ink #ffff00']);
  });

  it('keep spots that stand for CMYK, and name those that stand for RGB', async () => {
    const spaces = dict({ Cs1: spot('DeviceCMYK'), Cs2: spot('DeviceRGB') });
    const { page, text, findings } = await press('/Cs1 cs 1 scn f', { ColorSpace: spaces });
    expect(text).toContain('/Cs1 cs 1 scn /NJ10 gs f');
    expect([...(page.resources.get('ColorSpace') as Map<string, PdfValue>).keys()]).toEqual(['Cs1']);
    expect(findings).toEqual(['space Separation']);
  });

  it('make images of their own of coloured ones that stood in a stream', async () => {
    const { file, page, text } = await press('q BI /W 1 /H 1 /CS /RGB /BPC 8 ID \x00\x00\x00 EI Q', {});
    expect(text).toContain('q /NJImage0 Do Q');
    const image = file.resolve(file.dict(page.resources.get('XObject')).get('NJImage0')) as PdfStream;
    expect([...file.decode(image)]).toEqual([0, 0, 0, 255]);
  });

  it('are rewritten in the procedures of glyphs, and their font is named', async () => {
    const procedure = stream('100 0 d0 1 0 0 rg 0 0 9 9 re f', {});
    const font = dict({
      Type: name('Font'),
      Subtype: name('Type3'),
      CharProcs: dict({ a: new PdfRef(11) }),
      Resources: new Map(),
      FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
    });
    const { file, page, findings } = await press('BT /F1 9 Tf (a) Tj ET', { Font: dict({ F1: new PdfRef(10) }) }, [
      font,
      procedure,
    ]);
    const written = file.dict(file.dict(page.resources.get('Font')).get('F1'));
    const glyph = file.resolve(file.dict(written.get('CharProcs')).get('a')) as PdfStream;
    expect(Buffer.from(file.decode(glyph)).toString()).toContain('0.5 0 0 0 k');
    expect(findings).toEqual(['type3 Type 3', 'ink #ff0000']);
  });

  it('lose blend modes that do nothing, and name those that do', async () => {
    const states = dict({ G1: dict({ BM: name('Normal'), SMask: name('None') }), G2: dict({ BM: name('Multiply') }) });
    const { text, findings } = await press('/G1 gs f /G2 gs f', { ExtGState: states });
    expect(text).toContain('/NJ11 gs f /G2 gs f');
    expect(findings).toEqual(['transparency 混合模式 Multiply']);
  });
});
