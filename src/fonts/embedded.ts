/** The fonts of a document that is one file: `@font-face` rules that hold the characters it shows and nothing else. */
import { mkdirSync, readFileSync } from 'node:fs';
import { coverageOf } from './coverage.js';
import { fontFaceCss } from './font-face.js';
import { type FontManifest, loadManifest } from './manifest.js';
import { inOrder, type SubsetFace, subsetSource } from './subset.js';

/**
 * The same faces as those of the book, by the same rules, as WOFF in `data:` URLs. A face that serves a few characters
 * gets a file of these only, because a URL cannot be shared between two rules.
 *
 * @param characters code points; those that no face has are left to whoever shows the document
 * @param cache folder for coverage and subsets
 */
export async function embeddedFontCss(
  characters: ReadonlySet<number>,
  cache: string,
  manifest: FontManifest = loadManifest(),
): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const faces: SubsetFace[] = [];
  for (const face of manifest.faces) {
    const covered = await coverageOf(face, cache);
    const needed = inOrder(characters).filter((codePoint) => covered.has(codePoint));
    if (needed.length === 0) continue;
    faces.push({ ...face, file: await subsetSource(face.source, needed, cache, { format: 'woff' }) });
  }
  return fontFaceCss(faces, (file) => `data:font/woff;base64,${readFileSync(file).toString('base64')}`);
}
