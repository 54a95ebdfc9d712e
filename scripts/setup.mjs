/**
 * Makes a fresh machine ready: packages, compiled program, fonts, browser and, for the tests, tools that read PDF.
 *
 *     node scripts/setup.mjs               for making books
 *     node scripts/setup.mjs --for test    for the tests as well
 *
 * Each step looks first and does nothing when there is nothing to do, so this may run before every command.
 * It uses nothing but Node's own modules, because it runs before anything is installed.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provideBrowser } from './setup/browser.mjs';
import { compile } from './setup/compile.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { readFonts } from './setup/fonts.mjs';
import { checkNodeVersion } from './setup/node-version.mjs';
import { installPdfTools } from './setup/pdf-tools.mjs';
import { stop } from './setup/say.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const forTests = process.argv.slice(2).join(' ') === '--for test';

try {
  checkNodeVersion(root);
  installDependencies(root);
  compile(root);
  await readFonts(root);
  if (forTests) installPdfTools();
  await provideBrowser(root);
} catch (error) {
  // Whoever may not write here, or has no room left, can mend that; everything else is our own mistake.
  if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(error.code)) throw error;
  stop(
    `不能写入 ${error.path}（cannot write, ${error.code}）。请检查文件夹的权限和磁盘空间，或请管理员先运行一次 npm run setup。`,
  );
}
