/** The tools with which the tests look into finished PDF files. Making a book does not need them. */

import { say, stop } from './say.mjs';
import { canInstall, commandFor, hasProgram, install } from './system-packages.mjs';

const TOOLS = {
  pdftotext: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  qpdf: 'qpdf',
  // Draws the plates of a press file, which nothing else does.
  gs: 'ghostscript',
};

/** Installs the missing tools, or says what to type. */
export function installPdfTools() {
  const missing = Object.keys(TOOLS).filter((tool) => !hasProgram(tool));
  if (missing.length === 0) return;
  const packages = [...new Set(missing.map((tool) => TOOLS[tool]))];
  if (canInstall()) {
    say(`安装测试用的工具 ${packages.join('、')}（apt-get）……`);
    if (install(packages) && missing.every(hasProgram)) return;
  }
  const command = commandFor({ apt: packages.join(' '), brew: packages.join(' ').replace('poppler-utils', 'poppler') });
  stop(
    `测试缺少 ${missing.join('、')}。${command ? `请输入（please run）：${command}` : `请安装 poppler、qpdf 和 Ghostscript（please install poppler, qpdf and Ghostscript）。`}`,
  );
}
