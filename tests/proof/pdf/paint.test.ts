import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finishPdf } from '../../../src/press/finish.js';
import { fontsOf } from '../../../src/press/fonts-of.js';
import { pagesOf } from '../../../src/press/pdf/pages.js';
import { openPdf, type PdfFile } from '../../../src/press/pdf/pdf-file.js';
import { decodeText, type PdfDict, PdfName, PdfRef, PdfString, type PdfValue } from '../../../src/press/pdf/values.js';
import { extractText } from '../../../src/press/text/extract.js';
import type { TextRun } from '../../../src/press/text/text-run.js';
import type { Sheet } from '../../../src/proof/drawing.js';
import { paintProof } from '../../../src/proof/pdf/paint.js';
import { type ProofFonts, proofFonts } from '../../../src/proof/pdf/proof-fonts.js';
import { proofCharacters } from '../../../src/proof/sheet/characters.js';
import { layOutProof } from '../../../src/proof/sheet/lay-out.js';
import { printSample, SAMPLE_TEXT } from '../../press/sample-book.js';
import { sampleChange, sampleFinding, sampleProof, sketchPage } from '../sheet/sample-proof.js';

const FONT_CACHE = join(tmpdir(), 'nianjian-test-fonts');
const INFO = { title: '样书　一校', author: '编写组', date: new Date(0) };
const folder = mkdtempSync(join(tmpdir(), 'nianjian-proof-'));

let book: Uint8Array;
let fonts: ProofFonts;
let sheets: Sheet[];
let proof: Uint8Array;
let file: PdfFile;

/** The book's second page, folio 2; its first is not in the proof. */
const page = { ...sketchPage({ folio: 2 }), sheet: 2 };
const input = sampleProof({
  // Smaller than the paper it was printed on: the page's box begins away from the corner.
  trim: { widthMm: 208, heightMm: 283 },
  pages: [page],
  changes: [sampleChange({ address: '2a12', bars: ['2a12'] })],
  findings: [sampleFinding({ address: '2b7' }), sampleFinding({ address: '2a7', severity: 'error' })],
  notes: [{ address: '2a3', file: '12-城乡建设/03-交通.md', line: 3, contributor: '交通局' }],
});

const paint = (of: readonly Sheet[]): Uint8Array =>
  paintProof({ pages: book, pageOf: (sheet) => sheet - 1, sheets: of, fonts, info: INFO });

beforeAll(async () => {
  const trim = { widthMm: 208, heightMm: 283, anchor: 'centre' } as const;
  book = finishPdf(await printSample(), { title: '样书', language: 'zh-CN', date: new Date(0), trim });
  fonts = await proofFonts(proofCharacters(input), FONT_CACHE);
  sheets = layOutProof({ ...input, measure: fonts.measure });
  proof = paint(sheets);
  file = openPdf(proof);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const solid = (text: string): string => text.replace(/\s/gu, '');
const bookRuns = (): TextRun[] => extractText(book)[1]?.runs ?? [];

describe('the pages in a proof', () => {
  it('hold the glyphs of the book, each moved by the place of the page on its sheet and by nothing else', () => {
    const theirs = bookRuns();
    const ours = extractText(proof)[0]?.runs.slice(0, theirs.length) ?? [];
    expect(ours.map(({ text }) => text)).toEqual(theirs.map(({ text }) => text));
    expect(ours.map(({ text }) => text).join('')).toContain(SAMPLE_TEXT[4]);
    const placed = sheets[0]?.pages[0];
    for (const [i, run] of ours.entries()) {
      const before = theirs[i] as TextRun;
      expect(run.size).toBe(before.size);
      expect(run.font).toBe(before.font);
      expect(run.y - before.y).toBeCloseTo(placed?.top as number, 2);
      for (const [k, x] of run.xs.entries())
        expect(x - (before.xs[k] as number)).toBeCloseTo(placed?.left as number, 2);
    }
  });

  it('are smaller where the paper is', () => {
    const reduced = layOutProof({ ...input, paper: 'A4', measure: fonts.measure });
    const [before] = bookRuns();
    const run = extractText(paint(reduced))[0]?.runs[0];
    const placed = reduced[0]?.pages[0];
    expect(run?.size).toBeCloseTo((before?.size ?? 0) * 0.89, 1);
    expect(run?.x).toBeCloseTo((placed?.left ?? 0) + (before?.x ?? 0) * 0.89, 1);
  });

  it('bring nothing with them that no sheet shows', () => {
    const text = Buffer.from(proof).toString('latin1');
    expect(text).not.toContain('/StructElem');
    expect(text).not.toContain('/ParentTree');
    // The photo stands on the first page alone.
    expect(Buffer.from(book).toString('latin1')).toContain('/DCTDecode');
    expect(text).not.toContain('/DCTDecode');
    expect(
      solid(
        extractText(proof)
          .flatMap(({ runs }) => runs)
          .map((run) => run.text)
          .join(''),
      ),
    ).not.toContain(SAMPLE_TEXT[3]);
  });

  it('are those that the sheets ask for', () => {
    const other = sheets.map((sheet) => ({ ...sheet, pages: sheet.pages.map((placed) => ({ ...placed, sheet: 9 })) }));
    expect(() => paint(other)).toThrow(RangeError);
  });
});

describe('the file', () => {
  it('is whole, and every word can be searched', () => {
    const path = join(folder, 'proof.pdf');
    writeFileSync(path, proof);
    expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain('No syntax or stream encoding');
    const text = solid(execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', path, '-'], { encoding: 'utf8' }));
    for (const words of [
      '改动表（核红单）',
      '供稿交通局',
      '2a5',
      '《样书（2022）》',
      '03-交通.md:3',
      '签字',
      SAMPLE_TEXT[5] as string,
    ]) {
      expect(text).toContain(words);
    }
  });

  it('is the same for the same input', () => {
    expect(Buffer.compare(Buffer.from(paint(sheets)), Buffer.from(proof))).toBe(0);
  });

  it('has fonts that are embedded, with characters for their glyphs', () => {
    for (const font of fontsOf(proof)) {
      expect(font).toMatchObject({ subtype: 'CIDFontType2', embedded: true, toUnicode: true, type3: false });
    }
  });

  it('draws every word of the sheets where the sheet has it', () => {
    for (const [index, sheet] of sheets.entries()) {
      const runs = extractText(proof)[index]?.runs.slice(index === 0 ? bookRuns().length : 0) ?? [];
      const items = sheet.items.filter((item) => item.type === 'text').filter(({ angle }) => angle === undefined);
      expect(items.length).toBeGreaterThan(10);
      for (const item of items) {
        const width = fonts.measure(item.text, item.font, item.size);
        const x = item.x - { left: 0, centre: width / 2, right: width }[item.align ?? 'left'];
        const run = runs.find((each) => Math.abs(each.x - x) < 0.02 && Math.abs(each.y - item.y) < 0.02);
        expect(run && item.text.startsWith(run.text), item.text).toBe(true);
      }
    }
  });

  it('calls its sheets by their folios, and lists them', () => {
    const catalog = file.dict(file.trailer.get('Root'));
    const nums = file.resolve(file.dict(catalog.get('PageLabels')).get('Nums')) as PdfValue[];
    expect(textOf(file.dict(nums[1]).get('P'))).toBe('2');
    const outline = file.dict(file.dict(catalog.get('Outlines')).get('First'));
    expect(textOf(outline.get('Title'))).toBe('2页');
  });
});

describe('notes and links', () => {
  const annotations = (index: number): PdfDict[] => {
    const list = file.resolve(pagesOf(file)[index]?.dict.get('Annots'));
    return Array.isArray(list) ? list.map((each) => file.dict(each)) : [];
  };

  it('say author, rule, reason and what to do, at the words, on the screen only', () => {
    const [note] = annotations(0);
    expect(nameIn(note, 'Subtype')).toBe('Highlight');
    expect(textOf(note?.get('T'))).toBe('读稿');
    expect(textOf(note?.get('Subj'))).toBe('road-lengths');
    expect(textOf(note?.get('Contents'))).toBe('警告：里程与表中的数不同\n处理：与交通局核对');
    expect(note?.get('F')).toBe(0);
    const mark = sheets[0]?.notes[0];
    const [left, bottom, right, top] = listIn(note, 'Rect') as number[];
    const height = sheets[0]?.height as number;
    expect([left, right]).toEqual([mark?.left, mark?.right].map((x) => expect.closeTo(x as number, 2)));
    expect([top, bottom]).toEqual([mark?.top, mark?.bottom].map((y) => expect.closeTo(height - (y as number), 2)));
  });

  it('have names of their own, and colours by severity', () => {
    const [warning, error] = annotations(0);
    expect(textOf(warning?.get('NM'))).toBe('K3F9');
    expect(textOf(error?.get('NM'))).toBe('K3F9-2');
    expect(warning?.get('C')).not.toEqual(error?.get('C'));
  });

  it('lead from the lists to the sheet of the line', () => {
    const links = annotations(1).filter((each) => nameIn(each, 'Subtype') === 'Link');
    expect(links).toHaveLength(3);
    const [target] = listIn(links[0], 'Dest');
    expect(target instanceof PdfRef && target.number).toBe(pagesOf(file)[0]?.number);
  });
});

describe('the fonts', () => {
  it('measure what they draw', () => {
    expect(fonts.measure('校样', '黑', 10)).toBeCloseTo(20, 6);
    expect(fonts.measure('57a12', '黑', 10)).toBeGreaterThan(20);
    expect(fonts.measure('57a12', '黑', 10)).toBeLessThan(35);
  });

  it('take a character from another where one lacks it', async () => {
    const both = await proofFonts('一·A', FONT_CACHE);
    for (const { glyph } of [...both.set('一·A', '宋'), ...both.set('一·A', '黑')]) expect(glyph).toBeGreaterThan(0);
  });
});

function textOf(value: PdfValue | undefined): string {
  return value instanceof PdfString ? decodeText(value) : '';
}

function nameIn(entries: PdfDict | undefined, key: string): string {
  const value = entries?.get(key);
  return value instanceof PdfName ? value.name : '';
}

function listIn(entries: PdfDict | undefined, key: string): PdfValue[] {
  const value = entries?.get(key);
  return Array.isArray(value) ? value : [];
}
