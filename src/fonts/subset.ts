/**
 * Fonts cut down to the characters of one book. The full files weigh 60 MB and take Chromium two seconds to load;
 * the subsets of a yearbook (about 2,400 characters) weigh 4 MB.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expandRanges, parseRanges } from './code-points.js';
import { coverageOf } from './coverage.js';
import { type FontFace, type FontManifest, type FontSource, fontSources } from './manifest.js';
import { writeAtomically } from './write-atomically.js';

/** A face whose file holds the characters of one book only. */
export type SubsetFace = Pick<FontFace, 'family' | 'weight' | 'style' | 'file' | 'only'>;

/**
 * The OpenType features that survive. halt, chws and their vertical forms squeeze adjacent marks, locl makes
 * `——` a full-width line under lang=zh-CN, palt and vpal set marks of headings close, kern and mark are Latin's.
 * What they substitute must stay in the font too (layout closure): without it locl silently does nothing.
 */
const FEATURES = ['ccmp', 'chws', 'halt', 'kern', 'locl', 'mark', 'palt', 'vchw', 'vert', 'vhal', 'vkrn', 'vpal'];

/**
 * Characters every subset holds: ASCII, no-break space and word joiner, general and Chinese punctuation, full-width
 * forms. Page furniture needs them, and a first 」 in the book does not make new fonts.
 */
const ALWAYS = parseRanges('U+20-7E, U+A0, U+2010-2027, U+2030, U+2060, U+3000-301F, U+FF01-FF5E');

/** A subset no build has asked for in this time (milliseconds: a week) is deleted when a new one is made. */
const UNUSED = 7 * 24 * 3600 * 1000;

/**
 * Makes one TrueType subset per font file, or takes it from `cacheDir`. The name of a subset is a hash of the font
 * and its characters, so the same characters give the same file whatever was built before.
 *
 * @param codePoints every character the book prints, furniture included; ASCII and punctuation are always added
 */
export async function subsetFonts(
  codePoints: ReadonlySet<number>,
  manifest: FontManifest,
  cacheDir: string,
): Promise<SubsetFace[]> {
  mkdirSync(cacheDir, { recursive: true });
  const wanted = new Set([...codePoints, ...expandRanges(ALWAYS)]);
  const files = new Map<FontSource, string>();
  for (const source of fontSources(manifest)) {
    const faces = manifest.faces.filter((face) => face.source === source);
    const needed = new Set<number>();
    for (const face of faces) {
      const covered = await coverageOf(face, cacheDir);
      for (const codePoint of wanted) if (covered.has(codePoint)) needed.add(codePoint);
    }
    files.set(source, await subsetSource(source, inOrder(needed), cacheDir));
  }
  return manifest.faces.map(({ family, weight, style, source, only }) => ({
    family,
    weight,
    style,
    file: files.get(source) as string,
    ...(only ? { only } : {}),
  }));
}

/** Ascending. */
export function inOrder(codePoints: Iterable<number>): number[] {
  return [...codePoints].sort((a, b) => a - b);
}

/** The names of the formats in which a subset is written. */
const SUFFIX = { truetype: 'ttf', woff: 'woff' } as const;

/** How a subset is written. */
export interface SubsetForm {
  /** WOFF is two thirds as large, for what is sent to somebody; WOFF2 would be half as large and takes a second a font. */
  format?: keyof typeof SUFFIX;
  /** The OpenType features that survive. */
  features?: readonly string[];
}

/**
 * The subset of one font file, made or taken from `cacheDir`; gives its path. Characters that the font lacks are left out.
 *
 * @param codePoints in ascending order
 */
export async function subsetSource(
  source: FontSource,
  codePoints: readonly number[],
  cacheDir: string,
  { format = 'truetype', features = FEATURES }: SubsetForm = {},
): Promise<string> {
  const key = createHash('sha256').update(`${source.stamp}\n${features}\n${codePoints}`).digest('hex').slice(0, 16);
  const file = join(cacheDir, `${source.id}-${key}.${SUFFIX[format]}`);
  try {
    const now = new Date();
    utimesSync(file, now, now);
    return file;
  } catch {
    // Not made yet.
  }
  const text = codePoints.map((codePoint) => String.fromCodePoint(codePoint)).join('');
  const options = { targetFormat: format, keepFeatures: [...features], noHinting: true };
  // HarfBuzz takes a tenth of a second to load, and most builds find their subsets made.
  const { default: subsetFont } = await import('subset-font');
  const subset = await subsetFont(readFileSync(source.file), text, options);
  dropUnused(source, cacheDir);
  writeAtomically(file, subset);
  return file;
}

function dropUnused(source: FontSource, cacheDir: string): void {
  for (const name of readdirSync(cacheDir)) {
    if (!name.startsWith(`${source.id}-`) || !/\.(?:ttf|woff)$/u.test(name)) continue;
    const file = join(cacheDir, name);
    if (Date.now() - statSync(file).mtimeMs > UNUSED) rmSync(file, { force: true });
  }
}
