/** A small printed book for the tests: tagged, with an outline, a photo and marks of all kinds. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fontFaceCss } from '../../src/fonts/font-face.js';
import { loadManifest } from '../../src/fonts/manifest.js';
import { subsetFonts } from '../../src/fonts/subset.js';
import { launchChromium } from '../fonts/chromium.js';

/** What the pages print, in the order of painting. */
export const SAMPLE_TEXT = [
  '特载',
  '中国共产党金川区第九次代表大会——“一带一路”·《意见》（试行），2021年，增长5.3%～6.1%。',
  '条目ＡＢＣfi℃㎡①……Office',
  '转角旋转',
  '附录',
  '透明的字',
];

const BODY = `
<h1>${SAMPLE_TEXT[0]}</h1><p>${SAMPLE_TEXT[1]}</p><h2>${SAMPLE_TEXT[2]}</h2>
<img alt="一张照片" src="photo.jpg" width="200" height="150">
<p style="transform:rotate(90deg);width:4em;margin:4em 0">${SAMPLE_TEXT[3]}</p>
<h1 style="break-before:page">${SAMPLE_TEXT[4]}</h1><p style="opacity:.5">${SAMPLE_TEXT[5]}</p>`;

/** Kept between runs: cutting the subsets takes longer than printing. */
const FONT_CACHE = join(tmpdir(), 'nianjian-test-fonts');

/** Prints the book in a browser of its own and returns Chromium's PDF as it is. */
export async function printSample(body = BODY): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'nianjian-press-'));
  const browser = await launchChromium();
  try {
    const { default: sharp } = await import('sharp');
    const photo = sharp({ create: { width: 200, height: 150, channels: 3, background: '#7a3' } });
    await photo.jpeg().toFile(join(folder, 'photo.jpg'));
    const codePoints = new Set([...body].map((character) => character.codePointAt(0) as number));
    const faces = fontFaceCss(await subsetFonts(codePoints, loadManifest(), FONT_CACHE));
    const css = `${faces} @page { size: 210mm 285mm; margin: 20mm } * { font-synthesis: none }
      body { font: 14px/21px 'NJ Song', 'NJ Hei' } h1 { font-family: 'NJ Hei' } h2 { font-family: 'NJ Kai' }`;
    const file = join(folder, 'book.html');
    writeFileSync(
      file,
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>旧题</title><style>${css}</style>${body}</html>`,
    );
    const page = await browser.newPage();
    await page.goto(`file://${file}`);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return await page.pdf({ timeout: 0, preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
