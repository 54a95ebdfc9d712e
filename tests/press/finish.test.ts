import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FinishOptions, finishPdf } from '../../src/press/finish.js';
import { catalogOf, pagesOf } from '../../src/press/pdf/pages.js';
import { openPdf } from '../../src/press/pdf/pdf-file.js';
import { decodeText, type PdfDict, PdfStream, type PdfString } from '../../src/press/pdf/values.js';
import { printSample } from './sample-book.js';

const OPTIONS: FinishOptions = {
  title: '金川区年鉴（2022）',
  author: '金川区地方志编纂中心 <办公室>',
  subject: '地方综合年鉴',
  keywords: ['年鉴', '金川区', '2021'],
  language: 'zh-CN',
  date: new Date('2022-12-01T08:00:00Z'),
  pageLabels: [
    { startPage: 0, style: 'roman', start: 3 },
    { startPage: 1, style: 'decimal', prefix: '附', start: 1 },
  ],
  trim: { widthMm: 208, heightMm: 283, anchor: 'centre' },
  outline: [
    {
      title: '特载',
      page: 0,
      y: 56.7,
      children: [{ title: '𠮷【条目】', page: 0, y: 120, children: [{ title: '深', page: 1 }] }],
    },
    { title: '附录', page: 1 },
  ],
};

const folder = mkdtempSync(join(tmpdir(), 'nianjian-finish-'));
let printed: Uint8Array;
let finished: Uint8Array;

beforeAll(async () => {
  printed = await printSample();
  finished = finishPdf(printed, OPTIONS);
  writeFileSync(join(folder, 'book.pdf'), finished);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = (program: string, ...args: string[]): string =>
  execFileSync(program, [...args, join(folder, 'book.pdf')], { encoding: 'utf8' });

describe('a finished PDF', () => {
  it('is sound to qpdf, and keeps its tags', () => {
    expect(ask('qpdf', '--check')).toContain('No syntax or stream encoding errors');
    expect(ask('pdfinfo')).toMatch(/Tagged:\s+yes/);
  });

  it('says of itself what the volume says, in Info and XMP alike', () => {
    const info = ask('pdfinfo', '-isodates');
    expect(info).toMatch(/Title:\s+金川区年鉴（2022）/);
    expect(info).toMatch(/Author:\s+金川区地方志编纂中心 <办公室>/);
    expect(info).toMatch(/Keywords:\s+年鉴, 金川区, 2021/);
    expect(info).toMatch(/Creator:\s+nianjian/);
    expect(info).toMatch(/Producer:\s+Skia\/PDF/);
    expect(info).toMatch(/CreationDate:\s+2022-12-01T08:00:00(Z|\+00)/);
    const xmp = ask('pdfinfo', '-meta');
    expect(xmp).toContain(
      '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">金川区年鉴（2022）</rdf:li></rdf:Alt></dc:title>',
    );
    expect(xmp).toContain(
      '<dc:creator><rdf:Seq><rdf:li>金川区地方志编纂中心 &lt;办公室&gt;</rdf:li></rdf:Seq></dc:creator>',
    );
    expect(xmp).toContain('<xmp:CreateDate>2022-12-01T08:00:00Z</xmp:CreateDate>');
  });

  it('opens as a book: title, language, spreads, folios', () => {
    const file = openPdf(finished);
    const catalog = catalogOf(file);
    expect(decodeText(catalog.get('Lang') as PdfString)).toBe('zh-CN');
    expect(file.dict(catalog.get('ViewerPreferences')).get('DisplayDocTitle')).toBe(true);
    expect(catalog.get('PageLayout')).toMatchObject({ name: 'TwoPageRight' });
    const labels = JSON.parse(ask('qpdf', '--json', '--json-key=pagelabels')).pagelabels;
    expect(labels).toEqual([
      { index: 0, label: { '/S': '/r', '/St': 3 } },
      { index: 1, label: { '/P': 'u:附', '/S': '/D', '/St': 1 } },
    ]);
  });

  it('has pages of the exact size', () => {
    for (const page of pagesOf(openPdf(finished))) {
      const [left, bottom, right, top] = page.mediaBox;
      expect(right - left).toBeCloseTo((208 / 25.4) * 72, 2);
      expect(top - bottom).toBeCloseTo((283 / 25.4) * 72, 2);
      expect(page.dict.get('TrimBox')).toEqual(page.dict.get('MediaBox'));
      // Chromium's page is 210 mm × 285 mm, give or take 1/300 inch: 1 mm lies outside on each side.
      expect(left).toBeCloseTo((1 / 25.4) * 72, 0);
    }
  });

  it('has our outline, open at the first level only', () => {
    interface Item {
      title: string;
      open: boolean;
      destpageposfrom1: number;
      kids: Item[];
    }
    const titles = (items: Item[]): unknown[] =>
      items.map(({ title, destpageposfrom1, open, kids }) => [
        title,
        destpageposfrom1,
        kids.length ? open : '-',
        titles(kids),
      ]);
    expect(titles(JSON.parse(ask('qpdf', '--json', '--json-key=outlines')).outlines)).toEqual([
      ['特载', 1, false, [['𠮷【条目】', 1, false, [['深', 2, '-', []]]]]],
      ['附录', 2, '-', []],
    ]);
  });

  it('leads to the height asked for', () => {
    const file = openPdf(finished);
    const first = file.dict(file.dict(catalogOf(file).get('Outlines')).get('First'));
    const destination = file.resolve(first.get('Dest')) as (number | PdfDict)[];
    expect(destination[3]).toBeCloseTo((pagesOf(file)[0]?.mediaBox[3] as number) - 56.7, 3);
  });

  it('keeps nothing of what it replaces', () => {
    const text = Buffer.from(finished).toString('latin1');
    expect(text).not.toContain('Mozilla');
    expect(text.match(/\/Type \/Outlines/g)).toHaveLength(1);
    expect(text.match(/\/Type \/Catalog/g)).toHaveLength(1);
    expect(text.match(/D:\d{14}/g)).toEqual(['D:20221201080000', 'D:20221201080000']);
  });

  it('is the same to the byte from two prints in two browsers', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const again = await printSample();
    expect(Buffer.compare(again, printed)).not.toBe(0);
    expect(Buffer.compare(finishPdf(again, OPTIONS), finished)).toBe(0);
  }, 60_000);

  it('keeps Chromium’s outline and page size when none is given', () => {
    const plain = openPdf(finishPdf(printed, { title: '题', language: 'zh-CN', date: new Date(0) }));
    expect(pagesOf(plain).map((page) => page.mediaBox)).toEqual(pagesOf(openPdf(printed)).map((page) => page.mediaBox));
    const first = plain.dict(plain.dict(catalogOf(plain).get('Outlines')).get('First'));
    expect(decodeText(first.get('Title') as PdfString)).toBe('特载');
    expect(plain.resolve(catalogOf(plain).get('Metadata'))).toBeInstanceOf(PdfStream);
  });

  it('can be finished again', () => {
    expect(Buffer.compare(finishPdf(finished, { ...OPTIONS, title: '另题' }), finished)).not.toBe(0);
    expect(pagesOf(openPdf(finishPdf(finished, OPTIONS)))).toHaveLength(2);
  });
});
