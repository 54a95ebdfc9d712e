import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import opentype from 'opentype.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadManifest } from '../../src/fonts/manifest.js';
import { subsetSource } from '../../src/fonts/subset.js';
import { readTrueType } from '../../src/fonts/true-type.js';

const CHARACTERS = '0Aa/年鉴校样，—𠮷';
const folder = mkdtempSync(join(tmpdir(), 'nianjian-true-type-'));
let bytes: Uint8Array;

beforeAll(async () => {
  const { source } = loadManifest().faces[0] as { source: Parameters<typeof subsetSource>[0] };
  const codePoints = [...CHARACTERS].map((each) => each.codePointAt(0) as number).sort((a, b) => a - b);
  bytes = readFileSync(await subsetSource(source, codePoints, folder, { features: [] }));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a TrueType font', () => {
  it('says glyphs and widths as opentype.js reads them', () => {
    const font = readTrueType(bytes);
    const theirs = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    expect(font.unitsPerEm).toBe(theirs.unitsPerEm);
    expect(font.glyphs).toBe(theirs.numGlyphs);
    expect(font.ascender).toBe(theirs.ascender);
    for (const character of CHARACTERS) {
      const glyph = font.glyph(character.codePointAt(0) as number);
      expect(glyph).toBe(theirs.charToGlyphIndex(character));
      expect(font.advance(glyph)).toBe(theirs.charToGlyph(character).advanceWidth);
    }
  });

  it('has glyph 0 for what it lacks', () => {
    expect(readTrueType(bytes).glyph(0x6c34)).toBe(0);
  });

  it('is refused where it is no font', () => {
    expect(() => readTrueType(new Uint8Array(40))).toThrow(RangeError);
    expect(() => readTrueType(bytes.subarray(0, 200))).toThrow(RangeError);
  });
});
