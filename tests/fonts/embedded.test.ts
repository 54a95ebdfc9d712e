import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddedFontCss } from '../../src/fonts/embedded.js';
import { launchChromium } from './chromium.js';

const cache = mkdtempSync(join(tmpdir(), 'nianjian-embedded-'));
const TEXT = '农业·“水利”，Ab1';
let css: string;

const codePoints = (text: string): Set<number> => new Set([...text].map((each) => each.codePointAt(0) as number));

beforeAll(async () => {
  css = await embeddedFontCss(codePoints(TEXT), cache);
});
afterAll(() => rmSync(cache, { recursive: true, force: true }));

describe('embedded fonts', () => {
  it('are in the rules themselves, no larger than their characters', () => {
    expect(css).not.toContain('file:');
    const files = [...css.matchAll(/url\('data:font\/woff;base64,([^']*)'\)/gu)].map(([, data]) => data?.length ?? 0);
    expect(files).toHaveLength(9);
    expect(Math.max(...files)).toBeLessThan(12_000);
    // A face of one mark holds that mark.
    expect(Math.min(...files)).toBeLessThan(2_500);
  });

  it('leave out a face none of whose characters are shown', async () => {
    const rules = (await embeddedFontCss(codePoints('农'), cache)).match(/@font-face/gu);
    // Without the faces of “ ” and ·.
    expect(rules).toHaveLength(5);
  });

  it('are the same in the same order from the cache', async () => {
    expect(await embeddedFontCss(codePoints(TEXT), cache)).toBe(css);
  });

  it('are loaded by a browser, each mark from the face that serves it', async () => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const span = (family: string, text: string) => `<span style="font: 100px '${family}', monospace">${text}</span>`;
      const words = [...['NJ Song', 'NJ Hei', 'NJ Kai'].map((family) => span(family, '·')), span('NJ Kai', '“')];
      await page.setContent(
        `<html lang="zh-CN"><style>${css} span { text-spacing-trim: space-all }</style>${words.join('')}`,
      );
      await page.evaluate(() => document.fonts.ready);
      const widths = await page.evaluate(() =>
        [...document.querySelectorAll('span')].map((each) => Math.round(each.getBoundingClientRect().width)),
      );
      // All are whole squares, as in the book.
      expect(widths).toEqual([100, 100, 100, 100]);
    } finally {
      await browser.close();
    }
  });
});
