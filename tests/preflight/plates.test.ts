/** The plates, where Ghostscript is there: what the inks of a page add up to, whatever its operators say. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findGhostscript } from '../../src/preflight/plates/ghostscript.js';
import { pamReader, type Raster } from '../../src/preflight/plates/pam.js';
import { preflight } from '../../src/preflight/preflight.js';
import type { Report } from '../../src/preflight/report.js';
import { dict, name, PdfRef } from '../../src/press/pdf/values.js';
import { type Parts, pressPdf } from './press-pdf.js';

const folder = mkdtempSync(join(tmpdir(), 'nianjian-plates-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A standard font, which Ghostscript has and the file lacks: the plates show its glyphs. */
const withText = (content: string) => (parts: Parts) => {
  parts.resources.Font = { F2: new PdfRef(60) };
  const font = { Type: name('Font'), Subtype: name('Type1'), BaseFont: name('Helvetica') };
  parts.objects.set(60, dict({ ...font, Encoding: name('WinAnsiEncoding') }));
  for (const page of parts.pages) page.content = '/over gs 0 0 0 1 k BT /F2 10 Tf 80 700 Td (Yearbook) Tj ET';
  (parts.pages[1] as Parts['pages'][0]).content += `\n${content}`;
};

async function platesOf(content: string, zones: 'sample' | 'all' = 'sample', ink = 300): Promise<Report> {
  const bytes = pressPdf(withText(content));
  const file = join(folder, 'test.pdf');
  writeFileSync(file, bytes);
  return preflight(file, bytes, { ink, bleed: 3, plates: { zones } });
}

const plateFaults = ({ findings }: Report): string[] =>
  findings.filter(({ rule }) => rule.startsWith('plate-')).map(({ rule, page }) => `${rule} ${page}`);

describe.skipIf(!findGhostscript())('the plates', () => {
  it.each(['sample', 'all'] as const)('of a clean file are in order (%s)', async (zones) => {
    const report = await platesOf('', zones);
    expect(plateFaults(report)).toEqual([]);
    const states = report.checks.filter(({ rule }) => rule.startsWith('plate-')).map(({ state }) => state);
    expect(states).toEqual(['passed', 'passed', 'passed']);
  });

  it('show ink above the limit that no single colour has', async () => {
    const twice = '/over gs 0.9 0.9 0 0 k 100 100 80 80 re f 0 0 0.9 0.6 k 100 100 80 80 re f';
    const report = await platesOf(twice);
    expect(plateFaults(report)).toEqual(['plate-total-ink 2']);
    const found = report.findings.find(({ rule }) => rule === 'plate-total-ink');
    expect(found?.what).toMatch(/^墨量最高 (?:329|330)%，超过 300% 的有 \d+ 平方毫米$/);
    // 100 pt from the left of the media, 3 mm of which are bleed.
    expect(found?.places[0]?.x).toBeCloseTo(32.3, 0);
    expect(plateFaults(await platesOf(twice, 'sample', 340))).toEqual([]);
  });

  it.each(['sample', 'all'] as const)('show body text that is not K alone (%s)', async (zones) => {
    const report = await platesOf('0 0 0 rg BT /F2 10 Tf 80 600 Td (Four inks) Tj ET', zones);
    expect(plateFaults(report)).toEqual(['plate-text-ink 2']);
  });

  it('do not take coloured things near the text for its ink', async () => {
    const report = await platesOf('0 0.5 0.5 0 k 70 590 100 30 re f 0 0 0 1 k BT /F2 10 Tf 80 600 Td (On tint) Tj ET');
    expect(plateFaults(report)).toEqual([]);
  });

  it('show where ink stops at the trim', async () => {
    expect(plateFaults(await platesOf('0 0.5 0.5 0 k 500 400 103.78 100 re f'))).toEqual(['plate-bleed 2']);
    expect(plateFaults(await platesOf('0 0.5 0.5 0 k 500 400 112.284 100 re f'))).toEqual([]);
  });
});

describe('without Ghostscript', () => {
  it('the program is not found', () => {
    expect(findGhostscript('')).toBeUndefined();
    expect(findGhostscript(folder)).toBeUndefined();
  });
});

describe('maps of inks', () => {
  const map = (width: number, height: number, fill: number): Buffer =>
    Buffer.concat([
      Buffer.from(`P7\nWIDTH ${width}\nHEIGHT ${height}\nDEPTH 4\nMAXVAL 255\nTUPLTYPE CMYK\n# x\nENDHDR\n`),
      Buffer.alloc(width * height * 4, fill),
    ]);

  it('are read one after the other, however they are cut', () => {
    const rasters: Raster[] = [];
    const read = pamReader((raster) => rasters.push(raster));
    const all = Buffer.concat([map(2, 3, 7), map(1, 1, 9)]);
    for (let at = 0; at < all.length; at += 5) expect(read(all.subarray(at, at + 5))).toBe(true);
    expect(rasters.map(({ width, height, inks }) => [width, height, inks[0], inks.length])).toEqual([
      [2, 3, 7, 24],
      [1, 1, 9, 4],
    ]);
  });

  it('that are none are refused', () => {
    const refuse = pamReader(() => expect.unreachable());
    expect(refuse(Buffer.from('P7\nWIDTH 2\nHEIGHT 2\nDEPTH 3\nMAXVAL 255\nENDHDR\n'))).toBe(false);
    expect(pamReader(() => expect.unreachable())(Buffer.alloc(2000, 65))).toBe(false);
  });
});
