import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { finishPdf } from '../../src/press/finish.js';
import { fontsOf } from '../../src/press/fonts-of.js';
import { extractText, type PageText } from '../../src/press/text/extract.js';
import { printSample, SAMPLE_TEXT } from './sample-book.js';

let printed: Uint8Array;
let pages: PageText[];

beforeAll(async () => {
  printed = await printSample();
  pages = extractText(printed);
}, 60_000);

const textOf = (page: PageText | undefined): string => (page?.runs ?? []).map((run) => run.text).join('');
const solid = (text: string): string => text.replace(/\s/g, '');

describe('the text of a printed book', () => {
  it('is what the pages print, in the order of painting, page by page', () => {
    expect(solid(textOf(pages[0]))).toBe(SAMPLE_TEXT.slice(0, 4).join(''));
    expect(solid(textOf(pages[1]))).toBe(SAMPLE_TEXT.slice(4).join(''));
  });

  it('is what pdftotext reads', () => {
    const theirs = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], { input: printed, encoding: 'utf8' });
    expect(solid(pages.map(textOf).join(''))).toBe(solid(theirs));
  });

  it('stands where it was set, in points from the top left', () => {
    const [heading, paragraph] = pages[0]?.runs ?? [];
    // 20 mm margin and 8 px of the body's own; Chromium's page begins on a whole 1/300 inch.
    expect(heading?.x).toBeCloseTo((20 / 25.4) * 72 + 6, 0);
    expect(heading).toMatchObject({ text: '特载', size: 21, font: 'NotoSansSC-Bold' });
    expect(paragraph?.x).toBeCloseTo(heading?.x as number, 3);
    expect(paragraph).toMatchObject({ size: 10.5, font: 'NotoSerifSC-Regular' });
    expect((paragraph?.y as number) - (heading?.y as number)).toBeGreaterThan(20);
  });

  it('gives every UTF-16 unit a place, and the end of the last glyph', () => {
    for (const run of pages.flatMap((page) => page.runs)) {
      expect(run.xs).toHaveLength(run.text.length);
      expect(run.widths).toHaveLength(run.text.length);
    }
    const [heading] = pages[0]?.runs ?? [];
    expect((heading?.xs[1] as number) - (heading?.xs[0] as number)).toBeCloseTo(21, 2);
    expect((heading?.end as number) - (heading?.xs[1] as number)).toBeCloseTo(21, 2);
  });

  it('turns with the page: rotated glyphs stand below each other', () => {
    const rotated = (pages[0]?.runs ?? []).slice(-4);
    expect(rotated.map((run) => run.text).join('')).toBe('转角旋转');
    expect(new Set(rotated.map((run) => run.x.toFixed(1))).size).toBe(1);
  });

  it('stays when the book is finished, measured from the new corner', () => {
    const trim = { widthMm: 208, heightMm: 283, anchor: 'centre' } as const;
    const finished = extractText(finishPdf(printed, { title: '题', language: 'zh-CN', date: new Date(0), trim }));
    expect(finished.map(textOf)).toEqual(pages.map(textOf));
    const moved = (pages[0]?.runs[0]?.x as number) - (finished[0]?.runs[0]?.x as number);
    expect(moved).toBeCloseTo((1 / 25.4) * 72, 0);
  });
});

describe('the fonts of a printed book', () => {
  it('are embedded TrueType with characters for their glyphs', () => {
    const fonts = fontsOf(printed);
    expect(fonts.map((font) => font.name).sort()).toEqual([
      'LXGWWenKai-Regular',
      'NotoSansSC-Bold',
      'NotoSansSC-Medium',
      'NotoSerifSC-Regular',
    ]);
    for (const font of fonts) {
      expect(font).toMatchObject({ subtype: 'CIDFontType2', embedded: true, toUnicode: true, type3: false });
    }
  });
});
