/**
 * Which characters the fonts have.
 *
 * Asked before printing, because Chromium does not fail on a character outside the fonts: it takes it from any font
 * of the system. That font differs from machine to machine, and where it has CFF outlines (as all CJK system fonts
 * of Debian have) it enters the PDF as a Type 3 font, unfit for print and seven times slower to rasterise.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CodePointRange, expandRanges, inRanges, toRanges } from './code-points.js';
import { type FontFace, type FontManifest, type FontSource, fontSources, fontStack } from './manifest.js';
import { writeAtomically } from './write-atomically.js';

/** A stretch of text that is set in one family. */
export interface FamilyRun {
  text: string;
  /** Manuscript file; goes into the answer as it is. */
  file: string;
  /** Place of the first character, from 1; columns count UTF-16 units, as unist does. */
  line: number;
  column: number;
  /** A family of the manifest: `NJ Song`. */
  family: string;
}

/** A character no family of the stack has. */
export interface MissingGlyph {
  character: string;
  /** `U+20BB7` */
  codePoint: string;
  file: string;
  line: number;
  column: number;
  /** The families that were asked. */
  families: string[];
}

/**
 * Characters that are never drawn, so no font needs them: controls, soft hyphen, zero-width and directional marks,
 * word joiner, variation selectors, byte order mark.
 */
const UNDRAWN = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/**
 * The code points a face can set. The font is parsed once (0.2 to 0.5 s); the ranges are then kept in `cacheDir`
 * under a key of package version, size and time.
 */
export async function coverageOf(face: FontFace, cacheDir: string): Promise<Set<number>> {
  const covered = await sourceCoverage(face.source, cacheDir);
  const { only } = face;
  return only ? new Set([...covered].filter((codePoint) => inRanges(codePoint, only))) : covered;
}

/**
 * The characters of some runs that neither their family nor its fallbacks have, in the order of the runs.
 * A family has a character when it has it in every weight: the check does not know which words are bold.
 */
export async function missingGlyphs(
  runs: Iterable<FamilyRun>,
  manifest: FontManifest,
  cacheDir: string,
): Promise<MissingGlyph[]> {
  const faces: [FontFace, Set<number>][] = [];
  for (const face of manifest.faces) faces.push([face, await coverageOf(face, cacheDir)]);
  const judges = new Map<string, Judge>();
  const missing: MissingGlyph[] = [];
  for (const run of runs) {
    let judge = judges.get(run.family);
    if (!judge) {
      judge = judgeOf(fontStack(manifest, run.family), faces);
      judges.set(run.family, judge);
    }
    let { line, column } = run;
    for (const character of run.text) {
      const codePoint = character.codePointAt(0) as number;
      if (!judge.draws(codePoint)) {
        const { families } = judge;
        missing.push({ character, codePoint: formatCodePoint(codePoint), file: run.file, line, column, families });
      }
      if (character === '\n') [line, column] = [line + 1, 1];
      else column += character.length;
    }
  }
  return missing;
}

interface Judge {
  families: string[];
  draws: (codePoint: number) => boolean;
}

/** Judges each code point once: a book repeats 2,400 characters a hundred times. */
function judgeOf(families: string[], faces: readonly [FontFace, Set<number>][]): Judge {
  // family → weights → faces: a family draws what every weight draws, a weight what any of its faces draws.
  const stack = families.map((family) => {
    const weights = new Map<string, Set<number>[]>();
    for (const [face, covered] of faces) {
      if (face.family !== family) continue;
      const weight = `${face.style} ${face.weight}`;
      weights.set(weight, [...(weights.get(weight) ?? []), covered]);
    }
    return [...weights.values()];
  });
  const verdicts = new Map<number, boolean>();
  const draws = (codePoint: number): boolean => {
    let verdict = verdicts.get(codePoint);
    if (verdict === undefined) {
      verdict =
        stack.some((weights) => weights.every((weight) => weight.some((covered) => covered.has(codePoint)))) ||
        UNDRAWN.test(String.fromCodePoint(codePoint));
      verdicts.set(codePoint, verdict);
    }
    return verdict;
  };
  return { families, draws };
}

/** In memory for the life of the process: a build asks several times. */
const known = new Map<string, Promise<Set<number>>>();

function sourceCoverage(source: FontSource, cacheDir: string): Promise<Set<number>> {
  let coverage = known.get(source.stamp);
  if (!coverage) {
    coverage = readCoverage(source, cacheDir);
    known.set(source.stamp, coverage);
  }
  return coverage;
}

/** The set-up reads the fonts of the house once and leaves their coverage with the compiled program. */
const SET_UP = fileURLToPath(new URL('../../build/coverage/', import.meta.url));

/** Reads every font that the set-up has not read yet; gives how many it read. */
export async function readFontsForSetUp(manifest: FontManifest): Promise<number> {
  const unread = fontSources(manifest).filter((source) => !existsSync(coverageFile(source, SET_UP)));
  for (const source of unread) await sourceCoverage(source, SET_UP);
  return unread.length;
}

function coverageFile(source: FontSource, folder: string): string {
  const key = createHash('sha256').update(source.stamp).digest('hex').slice(0, 16);
  return join(folder, `coverage-${source.id}-${key}.json`);
}

async function readCoverage(source: FontSource, cacheDir: string): Promise<Set<number>> {
  const cacheFile = coverageFile(source, cacheDir);
  for (const file of [coverageFile(source, SET_UP), cacheFile]) {
    try {
      return expandRanges(JSON.parse(readFileSync(file, 'utf8')) as CodePointRange[]);
    } catch {
      // Not there, or damaged: ask the next, and at last the font itself.
    }
  }
  const { default: opentype } = await import('opentype.js');
  const bytes = readFileSync(source.file);
  const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength), {
    lowMemory: true,
  });
  // The published types know the table but not its contents.
  const { glyphIndexMap } = font.tables.cmap as unknown as { glyphIndexMap: Record<string, number> };
  const codePoints = Object.entries(glyphIndexMap).flatMap(([codePoint, glyph]) => (glyph ? [Number(codePoint)] : []));
  mkdirSync(cacheDir, { recursive: true });
  writeAtomically(cacheFile, JSON.stringify(toRanges(codePoints)));
  return new Set(codePoints);
}

function formatCodePoint(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
