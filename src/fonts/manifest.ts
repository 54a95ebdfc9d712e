/**
 * The fonts of the house, as fonts/fonts.json declares them: families, the files they are set from, licences.
 *
 * Only static TrueType outlines are admitted. Chromium writes CFF outlines, variable fonts and synthetic bold into
 * a PDF as Type 3 fonts, which printers refuse; so every weight that is used has a file of its own.
 *
 * A family is composed from several faces, and where two of the same weight cover a character the later one wins
 * (CSS Fonts 4, §4.5). That is how marks of the wrong width are replaced:
 *
 * - `·` is 0.33 em wide in Noto Serif SC and 0.35 em in LXGW WenKai; both take it from Noto Sans SC, where it is 1 em.
 * - “ ” ‘ ’ are 0.35 em in LXGW WenKai. It also lacks `halt`, without which Chromium cannot squeeze adjacent marks,
 *   so 楷 takes all marks that are squeezed from 宋. Its dash and its dots (1 em) are its own.
 */
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CodePointRange, parseRanges } from './code-points.js';
import { FontError } from './font-error.js';

/** A font file of a package. */
export interface FontSource {
  /** Its key in the manifest: `song-400`. */
  id: string;
  /** Its name in print: `Noto Serif SC Regular`. */
  name: string;
  /** Absolute path of the TTF or WOFF. */
  file: string;
  /** Package, version, size and time of the file: changes whenever the file may have changed. */
  stamp: string;
  licence: { id: string; file: string };
}

/** What one `@font-face` rule says. */
export interface FontFace {
  family: string;
  /** 400, 500 or 700. */
  weight: number;
  style: 'normal' | 'italic';
  source: FontSource;
  /** Absolute path of the font file; the source's. */
  file: string;
  /** The face serves only these characters; absent where it serves all it has. */
  only?: readonly CodePointRange[];
}

export interface FontFamily {
  name: string;
  /** 宋, 黑 or 楷. */
  role: string;
  /** The families asked, in order, for a character this one lacks. */
  fallback: readonly string[];
}

export interface FontManifest {
  families: readonly FontFamily[];
  /** In the order of their `@font-face` rules: later ones win. */
  faces: readonly FontFace[];
}

/** fonts.json as it stands in the file. */
interface ManifestFile {
  families: Record<string, { role: string; fallback: string[] }>;
  sources: Record<string, { name: string; package: string; file: string; licence: { id: string; file: string } }>;
  faces: { family: string; weight: number; style: 'normal' | 'italic'; source: string; only?: string }[];
}

const MANIFEST = fileURLToPath(new URL('../../fonts/fonts.json', import.meta.url));

/**
 * Reads a font manifest and finds its files among the installed packages.
 * Throws a FontError that names the package when a file is missing.
 */
export function loadManifest(path: string = MANIFEST): FontManifest {
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as ManifestFile;
  const sources = new Map(
    Object.entries(manifest.sources).map(([id, source]) => [id, { id, ...locate(path, source), name: source.name }]),
  );
  const families = Object.entries(manifest.families).map(([name, family]) => ({ name, ...family }));
  const faces = manifest.faces.map(({ only, ...face }): FontFace => {
    const source = sources.get(face.source);
    if (!source) throw new FontError(`字体清单 ${path} 中的“${face.family}”指向未声明的字体文件“${face.source}”。`);
    return { ...face, source, file: source.file, ...(only ? { only: parseRanges(only) } : {}) };
  });
  return { families, faces };
}

/** The families to name in `font-family` for one of them: itself, then what stands in for it. */
export function fontStack(manifest: FontManifest, family: string): string[] {
  const declared = manifest.families.find(({ name }) => name === family);
  if (!declared) throw new FontError(`字体清单中没有“${family}”字体族。`);
  return [family, ...declared.fallback];
}

/** The font files of a manifest, each once. */
export function fontSources(manifest: FontManifest): FontSource[] {
  return [...new Set(manifest.faces.map((face) => face.source))];
}

function locate(
  manifestPath: string,
  source: ManifestFile['sources'][string],
): Pick<FontSource, 'file' | 'stamp' | 'licence'> {
  const missing = new FontError(
    `缺少字体“${source.name}”：软件包 ${source.package} 未安装或不完整。请在项目文件夹中运行 npm ci。`,
  );
  try {
    const packageJson = createRequire(manifestPath).resolve(`${source.package}/package.json`);
    const { version } = JSON.parse(readFileSync(packageJson, 'utf8')) as { version: string };
    const file = join(dirname(packageJson), source.file);
    const { size, mtimeMs } = statSync(file);
    return {
      file,
      stamp: `${source.package}@${version}/${source.file} ${size} ${Math.trunc(mtimeMs)}`,
      licence: source.licence,
    };
  } catch (cause) {
    missing.cause = cause;
    throw missing;
  }
}
