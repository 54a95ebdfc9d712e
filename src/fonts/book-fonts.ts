/** The fonts of one book: what no font has, and the rules and files for all the rest. */
import { type MissingGlyph, missingGlyphs } from './coverage.js';
import { fontFaceCss } from './font-face.js';
import { type FontManifest, fontSources, loadManifest } from './manifest.js';
import { subsetFonts } from './subset.js';

export interface BookFonts {
  /** `@font-face` rules of the subsets, of what is not missing. */
  css: string;
  /** Each missing character once, at its first place. */
  missing: MissingGlyph[];
  /** Changes whenever a font file may have changed. */
  stamp: string;
}

/** The family that every other falls back to: what it has, the book can print. */
const LAST_RESORT = 'NJ Song';

/**
 * @param runs the text of the manuscripts with its places
 * @param furniture characters that the tool itself prints
 * @param cache folder for coverage and subsets
 */
export async function bookFonts(
  runs: { text: string; file: string; line: number; column: number }[],
  furniture: string,
  cache: string,
): Promise<BookFonts> {
  const manifest = loadManifest();
  const stamp = bookFontStamp(manifest);
  const own = { text: furniture, file: '', line: 0, column: 0 };
  const all = [...runs, own].map((run) => ({ ...run, family: LAST_RESORT }));
  const missing = firstOfEach(await missingGlyphs(all, manifest, cache));
  const characters = new Set<number>();
  for (const { text } of all) for (const character of text) characters.add(character.codePointAt(0) as number);
  return { css: fontFaceCss(await subsetFonts(characters, manifest, cache)), missing, stamp };
}

/** Changes whenever a font file may have changed. */
export function bookFontStamp(manifest: FontManifest = loadManifest()): string {
  return fontSources(manifest)
    .map((source) => source.stamp)
    .join('\n');
}

/** The role of a family, as an editor knows it: 宋, 黑, 楷. */
export function roleOf(family: string): string {
  return loadManifest().families.find(({ name }) => name === family)?.role ?? family;
}

function firstOfEach(missing: MissingGlyph[]): MissingGlyph[] {
  const first = new Map<string, MissingGlyph>();
  for (const glyph of missing) if (!first.has(glyph.codePoint)) first.set(glyph.codePoint, glyph);
  return [...first.values()];
}
