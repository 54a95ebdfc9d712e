import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatRanges, parseRanges, toRanges } from '../../src/fonts/code-points.js';
import { coverageOf, missingGlyphs } from '../../src/fonts/coverage.js';
import { FontError } from '../../src/fonts/font-error.js';
import { fontFaceCss } from '../../src/fonts/font-face.js';
import { fontSources, fontStack, loadManifest } from '../../src/fonts/manifest.js';
import { type SubsetFace, subsetFonts } from '../../src/fonts/subset.js';
import { launchChromium } from './chromium.js';

const cache = mkdtempSync(join(tmpdir(), 'nianjian-fonts-'));
const manifest = loadManifest();
const SAMPLE = '金川区委办公室“一带一路”《意见》（试行）——2021年，增长5.3%。Wave AV·…';

afterAll(() => rmSync(cache, { recursive: true, force: true }));

describe('the manifest', () => {
  it('finds every font file, and a licence for each', () => {
    for (const source of fontSources(manifest)) {
      expect(statSync(source.file).size).toBeGreaterThan(1_000_000);
      const licence = readFileSync(new URL(`../../fonts/${source.licence.file}`, import.meta.url), 'utf8');
      expect(licence).toContain('SIL Open Font License');
    }
  });

  it('names what stands in for a family', () => {
    expect(fontStack(manifest, 'NJ Kai')).toEqual(['NJ Kai', 'NJ Song', 'NJ Hei']);
    expect(() => fontStack(manifest, 'NJ Fang')).toThrow(FontError);
  });

  it('says which package is missing', () => {
    const path = join(cache, 'fonts.json');
    const licence = { id: 'OFL-1.1', file: 'x' };
    const sources = { song: { name: '某宋体', package: '@nobody/no-font', file: 'x.ttf', licence } };
    writeFileSync(path, JSON.stringify({ families: {}, sources, faces: [] }));
    expect(() => loadManifest(path)).toThrow('缺少字体“某宋体”：软件包 @nobody/no-font 未安装或不完整。');
  });
});

describe('code point ranges', () => {
  it('are read and written as CSS has them', () => {
    const list = 'U+B7, U+2018-2019, U+1F600-1F64F';
    expect(formatRanges(parseRanges(list))).toBe(list);
    expect(toRanges([5, 3, 4, 9])).toEqual([
      [3, 5],
      [9, 9],
    ]);
    for (const wrong of ['', 'U+', 'U+20-10', 'U+110000', '4E00', 'U+4??']) {
      expect(() => parseRanges(wrong), wrong).toThrow(RangeError);
    }
  });
});

describe('coverage', () => {
  it('has GB 2312 in every family, and is the same from the cache', async () => {
    const decoder = new TextDecoder('gb18030');
    const hanzi: string[] = [];
    for (let high = 0xb0; high <= 0xf7; high++) {
      // Row 55 ends at 0xF9.
      for (let low = 0xa1; low <= (high === 0xd7 ? 0xf9 : 0xfe); low++) {
        hanzi.push(decoder.decode(Uint8Array.of(high, low)));
      }
    }
    expect(hanzi).toHaveLength(6763);
    const runs = manifest.families.map(({ name }) => ({
      text: hanzi.join(''),
      file: 'a.md',
      line: 1,
      column: 1,
      family: name,
    }));
    expect(await missingGlyphs(runs, manifest, cache)).toEqual([]);
  }, 60_000);

  it('serves from a second source only the characters named for it', async () => {
    const dot = manifest.faces.find(({ family, only }) => family === 'NJ Song' && only);
    expect([...(await coverageOf(dot as NonNullable<typeof dot>, cache))]).toEqual([0xb7]);
  });

  it('names the place of a character no font has, and lets undrawn ones pass', async () => {
    const text = '金\u2060川\u200b\n𠀋\u{10FFFF}区';
    const missing = await missingGlyphs(
      [{ text, file: '05/02.md', line: 7, column: 3, family: 'NJ Kai' }],
      manifest,
      cache,
    );
    expect(missing).toContainEqual({
      character: '\u{10FFFF}',
      codePoint: 'U+10FFFF',
      file: '05/02.md',
      line: 8,
      column: 3,
      families: ['NJ Kai', 'NJ Song', 'NJ Hei'],
    });
    expect(missing.every(({ line }) => line === 8)).toBe(true);
  });

  it('checks a book of 250,000 characters in a moment', async () => {
    const runs = Array.from({ length: 2500 }, () => ({
      text: SAMPLE.repeat(3).slice(0, 100),
      file: 'a.md',
      line: 1,
      column: 1,
      family: 'NJ Song',
    }));
    await missingGlyphs(runs.slice(0, 1), manifest, cache);
    const start = performance.now();
    expect(await missingGlyphs(runs, manifest, cache)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('subsets in Chromium', () => {
  let browser: Browser;
  let subsets: SubsetFace[];

  beforeAll(async () => {
    subsets = await subsetFonts(new Set([...SAMPLE].map((c) => c.codePointAt(0) as number)), manifest, cache);
    browser = await launchChromium();
  }, 60_000);
  afterAll(() => browser?.close());

  const show = async (faces: readonly SubsetFace[], body: string) => {
    const file = join(cache, `page-${Math.random().toString(36).slice(2)}.html`);
    const css = `${fontFaceCss(faces)} * { font-synthesis: none } body { font-size: 100px }`;
    writeFileSync(file, `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${css}</style>${body}</html>`);
    const page = await browser.newPage();
    await page.goto(`file://${file}`);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return page;
  };

  it('are small, and the same file the second time', async () => {
    const again = await subsetFonts(new Set([...SAMPLE].map((c) => c.codePointAt(0) as number)), manifest, cache);
    expect(again).toEqual(subsets);
    for (const { file } of subsets) expect(statSync(file).size).toBeLessThan(300_000);
  });

  it('measure like the full fonts, squeezed pairs and dashes included', async () => {
    const strings = [
      '区》《区',
      '区”，“区',
      '区。”区',
      '区」「区',
      '区）（区',
      '区：“区',
      '区——区',
      '区……区',
      '区·区',
      '‘区’',
      '5.3%',
      'Wave AV',
    ];
    const body = subsets
      .filter(({ only }) => !only)
      .flatMap(({ family, weight }) =>
        strings.map((s) => `<div><span style="font-family:'${family}';font-weight:${weight}">${s}</span></div>`),
      )
      .join('');
    const widths = async (faces: readonly SubsetFace[]) => {
      const page = await show(faces, body);
      return page.$$eval('span', (spans) => spans.map((span) => span.getBoundingClientRect().width));
    };
    const subset = await widths(subsets);
    expect(subset).toEqual(await widths(manifest.faces));
    const perFace = Array.from({ length: subset.length / strings.length }, (_, i) =>
      subset.slice(i * strings.length, i * strings.length + 10),
    );
    for (const face of perFace) expect(face).toEqual([350, 400, 350, 350, 350, 350, 400, 400, 300, 300]);
  }, 60_000);

  it('print as CID TrueType, never as Type 3', async () => {
    const body = subsets
      .map(({ family, weight }) => `<p style="font-family:'${family}';font-weight:${weight}">${SAMPLE}\u2060</p>`)
      .join('');
    const page = await show(subsets, body);
    const file = join(cache, 'print.pdf');
    writeFileSync(file, await page.pdf());
    const lines = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2);
    expect(lines.map((line) => line.replace(/^[A-Z]+\+(\S+)\s+(.*?)\s+Identity.*$/, '$1 $2')).sort()).toEqual([
      'LXGWWenKai-Regular CID TrueType',
      'NotoSansSC-Bold CID TrueType',
      'NotoSansSC-Medium CID TrueType',
      'NotoSerifSC-Bold CID TrueType',
      'NotoSerifSC-Regular CID TrueType',
    ]);
  }, 60_000);
});
