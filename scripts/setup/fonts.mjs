/** What each font can set, read once: at 0.3 s a font that is nothing a book should wait for. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { say } from './say.mjs';

/** Reads the fonts whose coverage is not on disk yet, through the compiled program. */
export async function readFonts(root) {
  const room = (file) => import(pathToFileURL(join(root, 'build', 'fonts', file)).href);
  const [{ readFontsForSetUp }, { loadManifest }] = await Promise.all([room('coverage.js'), room('manifest.js')]);
  const read = await readFontsForSetUp(loadManifest());
  if (read > 0) say(`读过 ${read} 个字体文件（read the fonts）`);
}
