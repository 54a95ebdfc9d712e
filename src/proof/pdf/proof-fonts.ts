/**
 * The fonts of the furniture: subsets of 宋, 黑 and 楷 with the characters of one proof, which measure words while sheets
 * are laid out and are embedded when they are painted.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { type FontFace, loadManifest } from '../../fonts/manifest.js';
import { subsetSource } from '../../fonts/subset.js';
import { readTrueType, type TrueTypeFont } from '../../fonts/true-type.js';
import type { ProofFont } from '../drawing.js';

/** A font file as the painter embeds it. */
export interface FontFile {
  /** `NotoSerifSC-Regular` */
  name: string;
  font: TrueTypeFont;
}

/** A character as it is set. */
export interface SetGlyph {
  file: FontFile;
  glyph: number;
  character: string;
  /** In parts of the size. */
  width: number;
}

export interface ProofFonts {
  /** Width of a text, points. */
  measure(text: string, font: ProofFont, size: number): number;
  /** The glyphs of a text; what one font lacks comes from the next. */
  set(text: string, font: ProofFont): SetGlyph[];
}

/** 宋 and 黑 stand in for each other, and both for 楷. */
const STACKS: Record<ProofFont, readonly ProofFont[]> = { 宋: ['宋', '黑'], 黑: ['黑', '宋'], 楷: ['楷', '宋', '黑'] };

/**
 * Makes the fonts of a proof, or takes them from the cache: the same characters give the same files.
 *
 * 楷 is a large WOFF that takes most of a second to cut down; the sheets as they are laid out do without it, so it is
 * opened only where it is asked for, and what names it without is set in 宋.
 *
 * @param characters every character the furniture may print: `proofCharacters`
 * @param cacheFolder where subsets are kept
 */
export async function proofFonts(
  characters: string,
  cacheFolder: string,
  wanted: readonly ProofFont[] = ['宋', '黑'],
): Promise<ProofFonts> {
  const codePoints = [...new Set([...characters].map((each) => each.codePointAt(0) as number))].sort((a, b) => a - b);
  mkdirSync(cacheFolder, { recursive: true });
  const files = new Map<ProofFont, FontFile>();
  for (const role of wanted) {
    const { source } = faceOf(role);
    const file = await subsetSource(source, codePoints, cacheFolder, { features: [] });
    files.set(role, { name: postScriptName(source.name), font: readTrueType(readFileSync(file)) });
  }
  const known = new Map<ProofFont, Map<string, SetGlyph>>();
  const find = (character: string, role: ProofFont): SetGlyph => {
    const glyphs = known.get(role) ?? new Map<string, SetGlyph>();
    known.set(role, glyphs);
    const found = glyphs.get(character) ?? glyphOf(character, STACKS[role], files);
    glyphs.set(character, found);
    return found;
  };
  return {
    measure(text, role, size) {
      let width = 0;
      for (const character of text) width += find(character, role).width;
      return width * size;
    },
    set: (text, role) => [...text].map((character) => find(character, role)),
  };
}

/** Where no font has the character, the empty box of the first. */
function glyphOf(character: string, stack: readonly ProofFont[], files: ReadonlyMap<ProofFont, FontFile>): SetGlyph {
  const candidates = stack.map((role) => files.get(role)).filter((file) => file !== undefined);
  const codePoint = character.codePointAt(0) as number;
  const file = candidates.find(({ font }) => font.glyph(codePoint) !== 0) ?? candidates[0];
  if (!file) throw new RangeError('a proof without fonts');
  const glyph = file.font.glyph(codePoint);
  return { file, glyph, character, width: file.font.advance(glyph) / file.font.unitsPerEm };
}

/** The whole face of a role, in its lightest weight. */
function faceOf(role: ProofFont): FontFace {
  const manifest = loadManifest();
  const family = manifest.families.find((each) => each.role === role)?.name;
  const faces = manifest.faces.filter((each) => each.family === family && each.only === undefined);
  const [lightest] = faces.sort((a, b) => a.weight - b.weight);
  if (!lightest) throw new RangeError(`no font for ${role}`);
  return lightest;
}

/** `Noto Serif SC Regular` as `NotoSerifSC-Regular`. */
function postScriptName(name: string): string {
  const words = name.split(' ');
  const weight = words.pop() ?? '';
  return `${words.join('')}-${weight}`;
}
