/** A small printed book as a press file: asked are the file itself and, where Ghostscript is there, its plates. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOutlinePen } from '../../../src/fonts/outline-pen.js';
import { finishPdf } from '../../../src/press/finish.js';
import { MARKS_MARGIN, openMarks } from '../../../src/press/marks/marks.js';
import { Keyword, Lexer } from '../../../src/press/pdf/lexer.js';
import { catalogOf, pagesOf } from '../../../src/press/pdf/pages.js';
import { openPdf, type PdfFile } from '../../../src/press/pdf/pdf-file.js';
import { decodeText, PdfName, PdfStream, PdfString, type PdfValue } from '../../../src/press/pdf/values.js';
import type { PdfxStandard } from '../../../src/press/pdfx/identification.js';
import { type PressFile, type PressFileOptions, pressFile } from '../../../src/press/pdfx/press-file.js';
import { extractText } from '../../../src/press/text/extract.js';
import { printSample } from '../sample-book.js';

const BODY = `
<h1>特载</h1><p>黑字——“一带一路”（试行）<a href="https://example.org/" style="color:#000">链接</a></p><p style="color:#8c1c13">朱砂的字</p>
<div style="height:60px;background:linear-gradient(90deg,#8c1c13,#fff)"></div>
<div style="height:60px;background:linear-gradient(90deg,#000,#8c1c13 30%,#7a9b3c)"></div>
<div style="height:60px;background:radial-gradient(#8c1c13,#fff)"></div>
<img alt="一张照片" src="photo.jpg" width="200" height="150">
<h1 style="break-before:page">附录</h1><p style="color:#7a9b3c">不在表里</p><p style="background:#000;color:#fff">白字</p>`;
const TRANSPARENT =
  '<p style="opacity:.5">半透明</p><div style="box-shadow:0 0 4px #000;width:80px;height:30px"></div>';
const GLASS = { create: { width: 2, height: 2, channels: 4, background: '#f008' } } as const;

/** A converter that gives every photo one pixel of two inks. */
const photos: PressFileOptions['photos'] = {
  convert: async ({ width, height }) => {
    const { default: sharp } = await import('sharp');
    const grey = sharp({ create: { width, height, channels: 3, background: '#777' } });
    return { bytes: await grey.toColourspace('cmyk').jpeg().toBuffer(), width, height, inverted: true };
  },
  isKnown: async () => false,
  treated: () => [],
};
const OPTIONS: Omit<PressFileOptions, 'standard'> = {
  title: '金川区年鉴（2022）',
  author: '编写组 <甲>',
  language: 'zh-CN',
  date: new Date('2022-12-01T08:00:00Z'),
  profile: { bytes: Buffer.from('profile'), name: 'Coated', identifier: 'FOGRA39', condition: '铜版纸', version: 2 },
  table: [{ name: '--accent', rgb: [140 / 255, 28 / 255, 19 / 255], cmyk: [0.25, 1, 1, 0.3] }],
  photos,
  convert: async (colours) => colours.map(() => [0.5, 0.25, 1, 0]),
  bleedMm: 3,
};
const MM = 72 / 25.4;
const folder = mkdtempSync(join(tmpdir(), 'nianjian-press-file-'));
let screen: Uint8Array;
const made = new Map<string, PressFile>();

/** The page is printed 10 mm larger than its trim on every side. */
function finished(printed: Uint8Array): Uint8Array {
  const outline = [{ title: '特载', page: 0, y: 20 }];
  const trim = { widthMm: 190, heightMm: 265, anchor: 'centre' } as const;
  const pageLabels = [{ startPage: 0, style: 'decimal', start: 5 } as const];
  return finishPdf(printed, { ...OPTIONS, trim, outline, pageLabels });
}

beforeAll(async () => {
  screen = finished(await printSample(BODY));
  const pen = openOutlinePen('NJ Hei');
  const slug = { book: '年鉴　2022-12-01', sheet: (page: number, pages: number) => `第${page + 1}面，共${pages}面` };
  const marks = { marginMm: MARKS_MARGIN, draw: openMarks(pen, slug) };
  made.set('4', await pressFile(screen, { ...OPTIONS, standard: '4' }));
  made.set('1a', await pressFile(screen, { ...OPTIONS, standard: '1a', marks }));
  for (const [standard, { bytes }] of made) writeFileSync(join(folder, `${standard}.pdf`), bytes);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytesOf = (standard: PdfxStandard): Uint8Array => (made.get(standard) as PressFile).bytes;
const fileOf = (standard: PdfxStandard): PdfFile => openPdf(bytesOf(standard));
const ask = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: 'utf8' });

/** Every object of a file. */
function objectsOf(file: PdfFile): PdfValue[] {
  return [...file.offsets.keys()].map((number) => file.object(number));
}

/** The operators of every content stream, with their operands: pages, forms and patterns. */
function* operatorsOf(file: PdfFile): Generator<[string, PdfValue[]]> {
  const contents = pagesOf(file).flatMap((page) => file.resolve(page.dict.get('Contents')) as PdfValue[]);
  const drawn = objectsOf(file).filter((each) => each instanceof PdfStream && each.dict.has('BBox'));
  for (const stream of [...contents, ...drawn].map(file.resolve)) {
    const lexer = new Lexer(file.decode(stream as PdfStream));
    let operands: PdfValue[] = [];
    for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
      if (!(token instanceof Keyword)) operands.push(token);
      else {
        yield [token.word, operands];
        operands = [];
      }
    }
  }
}

const STANDARDS: PdfxStandard[] = ['4', '1a'];

describe.each(STANDARDS)('a press file of PDF/X-%s', (standard) => {
  it('is sound, of its version, and says which standard it follows', () => {
    const path = join(folder, `${standard}.pdf`);
    expect(ask('qpdf', '--check', path)).toContain('No syntax or stream encoding errors');
    expect(Buffer.from(bytesOf(standard)).toString('latin1', 0, 8)).toBe(standard === '4' ? '%PDF-1.6' : '%PDF-1.3');
    const info = ask('pdfinfo', path);
    expect(info).toContain(standard === '4' ? 'PDF/X-4' : 'PDF/X-1a:2001'.replace('1a', '1'));
    expect(info).toMatch(/Tagged:\s+no/u);
  });

  it('says the same of itself in Info and XMP', () => {
    const file = fileOf(standard);
    const info = file.dict(file.trailer.get('Info'));
    const text = (key: string): string => decodeText(info.get(key) as PdfString);
    const metadata = file.resolve(catalogOf(file).get('Metadata')) as PdfStream;
    const packet = Buffer.from(file.decode(metadata)).toString('utf8');
    expect(packet).toContain(`<rdf:li xml:lang="x-default">${text('Title')}</rdf:li>`);
    expect(packet).toContain(`<rdf:li>${text('Author').replace('<', '&lt;').replace('>', '&gt;')}</rdf:li>`);
    expect(packet).toContain(`<pdf:Producer>${text('Producer')}</pdf:Producer>`);
    expect(packet).toContain(`<xmp:CreatorTool>${text('Creator')}</xmp:CreatorTool>`);
    expect(text('CreationDate')).toBe('D:20221201080000Z');
    expect(packet).toContain('<xmp:CreateDate>2022-12-01T08:00:00Z</xmp:CreateDate>');
    expect(info.get('Trapped')).toEqual(new PdfName('False'));
    expect(packet).toContain('<pdf:Trapped>False</pdf:Trapped>');
    expect(packet).toContain(`GTS_PDFXVersion>${text('GTS_PDFXVersion')}<`);
    if (standard === '1a') expect(text('GTS_PDFXConformance')).toBe('PDF/X-1a:2001');
  });

  it('holds the profile of the press for which it is meant', () => {
    const file = fileOf(standard);
    const [intent] = file.resolve(catalogOf(file).get('OutputIntents')) as PdfValue[];
    const entries = file.dict(intent);
    expect(entries.get('S')).toEqual(new PdfName('GTS_PDFX'));
    expect(entries.get('OutputConditionIdentifier')).toEqual(new PdfString('FOGRA39'));
    const profile = file.resolve(entries.get('DestOutputProfile')) as PdfStream;
    expect(profile.dict.get('N')).toBe(4);
    expect(Buffer.from(file.decode(profile)).toString()).toBe('profile');
  });

  it('has pages trimmed to size, 3 mm of bleed, and room for marks where there are some', () => {
    const margin = standard === '1a' ? MARKS_MARGIN : 0;
    for (const { dict } of pagesOf(fileOf(standard))) {
      const [media, bleed, trim] = ['MediaBox', 'BleedBox', 'TrimBox'].map((key) => dict.get(key) as number[]);
      const around = (outer: number[], inner: number[]) =>
        outer.map((edge, i) => Math.abs(edge - (inner[i] as number)) / MM);
      expect(((trim?.[2] as number) - (trim?.[0] as number)) / MM).toBeCloseTo(190, 3);
      expect(((trim?.[3] as number) - (trim?.[1] as number)) / MM).toBeCloseTo(265, 3);
      for (const mm of around(bleed as number[], trim as number[])) expect(mm).toBeCloseTo(3, 3);
      for (const mm of around(media as number[], bleed as number[])) expect(mm).toBeCloseTo(margin, 3);
      expect(dict.has('ArtBox') || dict.has('Annots') || dict.has('Group')).toBe(false);
    }
  });

  it('paints with inks alone', () => {
    const words = new Set<string>();
    for (const [word, operands] of operatorsOf(fileOf(standard))) {
      if (word === 'cs' || word === 'CS') expect(['Pattern', 'NJAll']).toContain((operands[0] as PdfName).name);
      words.add(word);
    }
    for (const word of ['rg', 'RG', 'g', 'G', 'sc', 'SC', 'BI']) expect(words).not.toContain(word);
    expect(words).toContain('k');
    const text = Buffer.from(bytesOf(standard)).toString('latin1');
    expect(text).not.toMatch(/DeviceRGB|CalRGB|ICCBased|\/SMask|\/Type3|\/JavaScript|\/Annots|\/StructTreeRoot|\/URI/u);
    expect(text).not.toMatch(/\/ca |\/CA |\/BM |\/ObjStm|\/XRef|\/JPXDecode|\/Encrypt/u);
  });

  it('prints black type with K100 over what is below it, and knocks out everything else', () => {
    const file = fileOf(standard);
    const inks = new Map<string, Set<string>>();
    let ink = '';
    let state = '';
    for (const [word, operands] of operatorsOf(file)) {
      if (word === 'k') ink = operands.join(' ');
      if (word === 'gs' && (operands[0] as PdfName).name.startsWith('NJ')) state = (operands[0] as PdfName).name;
      if (word === 'Tj') inks.set(ink, (inks.get(ink) ?? new Set()).add(state.slice(-1)));
    }
    expect(Object.fromEntries(inks)).toEqual({
      '0 0 0 1': new Set(['1']),
      '0.25 1 1 0.3': new Set(['0']),
      '0.5 0.25 1 0': new Set(['0']),
      '0 0 0 0': new Set(['0']),
    });
    const states = file.dict(pagesOf(file)[0]?.resources.get('ExtGState'));
    const overprint = file.dict(states.get('NJ11'));
    expect([overprint.get('op'), overprint.get('OP'), overprint.get('OPM')]).toEqual([true, true, 1]);
    expect(file.dict(states.get('NJ00')).get('op')).toBe(false);
  });

  it('has gradients from the inks of one colour to those of another', () => {
    const file = fileOf(standard);
    const stops = objectsOf(file)
      .filter((each): each is Map<string, PdfValue> => each instanceof Map && each.has('Shading'))
      .map((pattern) =>
        JSON.stringify(file.dict(pattern.get('Shading')), (_, value) => (value instanceof Map ? [...value] : value)),
      );
    expect(stops).toHaveLength(3);
    for (const each of stops) expect(each).toContain('DeviceCMYK');
    expect(stops.join()).toContain('["C0",[0.25,1,1,0.3]],["C1",[0,0,0,0]]');
    expect(stops.join()).toContain('["C1",[0.5,0.25,1,0]]');
  });

  it('has its photos in CMYK', () => {
    const images = objectsOf(fileOf(standard)).filter((each) => each instanceof PdfStream && each.dict.has('Width'));
    expect(images).toHaveLength(1);
    const { dict } = images[0] as PdfStream;
    expect(dict.get('ColorSpace')).toEqual(new PdfName('DeviceCMYK'));
    expect(dict.get('Decode')).toEqual([1, 0, 1, 0, 1, 0, 1, 0]);
  });

  it('says word for word what the screen PDF says, and keeps bookmarks and folios', () => {
    const words = (pdf: Uint8Array) => extractText(pdf).map((page) => page.runs.map((run) => run.text));
    expect(words(bytesOf(standard))).toEqual(words(screen));
    const file = fileOf(standard);
    expect(file.dict(catalogOf(file).get('Outlines')).get('Count')).toBe(1);
    expect(catalogOf(file).has('PageLabels')).toBe(true);
  });
});

describe('making a press file', () => {
  it('names the colours that are in no table, by page', () => {
    const { findings } = made.get('4') as PressFile;
    expect(findings).toEqual([{ kind: 'ink', what: '#7a9b3c', pages: [0, 1], count: expect.any(Number) }]);
  });

  it('gives the same bytes again', async () => {
    const again = await pressFile(screen, { ...OPTIONS, standard: '4' });
    expect(Buffer.compare(again.bytes, bytesOf('4'))).toBe(0);
  });

  it('names what can be seen through', async () => {
    const { default: sharp } = await import('sharp');
    const glass = (await sharp(GLASS).png().toBuffer()).toString('base64');
    const seen = finished(await printSample(`${TRANSPARENT}<img src="data:image/png;base64,${glass}">`));
    const { findings } = await pressFile(seen, { ...OPTIONS, standard: '4' });
    expect(findings.map(({ kind, what }) => `${kind} ${what}`)).toEqual(
      expect.arrayContaining(['transparency 不透明度 50%', 'flattened 图片']),
    );
    for (const { pages } of findings) expect(pages).toEqual([0]);
  }, 30_000);
});

const ghostscript = (() => {
  try {
    return ask('gs', '--version') !== '';
  } catch {
    return false;
  }
})();

describe.skipIf(!ghostscript)('the plates of a press file (needs Ghostscript)', () => {
  const RESOLUTION = 150;
  /** The most ink of each plate in a part of the first page, mm from the top left of its paper. */
  function most(standard: PdfxStandard, left: number, top: number, right: number, bottom: number): number[] {
    const args = ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=pamcmyk32', `-r${RESOLUTION}`, '-dLastPage=1'];
    const path = join(folder, `${standard}.pdf`);
    const pam = execFileSync('gs', [...args, '-sOutputFile=-', path], { maxBuffer: 1 << 28 });
    const start = pam.indexOf('ENDHDR\n') + 7;
    const width = Number(/WIDTH (\d+)/u.exec(pam.toString('latin1', 0, start))?.[1]);
    const dots = (mm: number): number => Math.round((mm / 25.4) * RESOLUTION);
    const inks = [0, 0, 0, 0];
    for (let y = dots(top); y < dots(bottom); y++) {
      for (let x = dots(left); x < dots(right); x++) {
        for (let ink = 0; ink < 4; ink++) {
          inks[ink] = Math.max(inks[ink] as number, pam[start + 4 * (y * width + x) + ink] as number);
        }
      }
    }
    return inks;
  }

  it('have the black type on the black plate alone', () => {
    // The head and the paragraph below it, down to where the type in 朱砂 begins.
    const [cyan, magenta, yellow, black] = most('4', 12, 12, 190, 24);
    expect([cyan, magenta, yellow]).toEqual([0, 0, 0]);
    expect(black).toBe(255);
  });

  it('have the marks on every plate, and none of them on the page', () => {
    const corner = most('1a', 0, 0, MARKS_MARGIN + 3, MARKS_MARGIN + 3);
    expect(corner).toEqual([255, 255, 255, 255]);
    const bleed = most('1a', MARKS_MARGIN, MARKS_MARGIN, MARKS_MARGIN + 3, MARKS_MARGIN + 200);
    expect(bleed).toEqual([0, 0, 0, 0]);
  });
});
