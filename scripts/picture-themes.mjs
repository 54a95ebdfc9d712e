/**
 * `node scripts/picture-themes.mjs`: the pictures of docs/themes.md, drawn from real pages. One 类目 of the sample volume
 * is built in every 版式 that the page shows; pdftoppm makes pictures of it, sharp puts them side by side.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const PROGRAM = fileURLToPath(new URL('../bin/nianjian.js', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../manuscripts/2022', import.meta.url));
const PICTURES = fileURLToPath(new URL('../docs/pictures', import.meta.url));
const PART = '中国共产党金川区委员会';
const DESK = '#d9d9d9';
const GAP = 12;

const work = mkdtempSync(join(tmpdir(), 'nianjian-themes-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
mkdirSync(PICTURES, { recursive: true });
const volume = join(work, 'volume');
cpSync(SAMPLE, volume, { recursive: true });
const book = readFileSync(join(SAMPLE, 'book.yaml'), 'utf8').replace(/^开本:.*\n|^版式:\n(?: {2}.*\n)*/gmu, '');
let count = 0;

await draw('theme-dianya', 55, [await pages('大16开', ['主题: 典雅'], 1, 3)]);
await draw('theme-suya', 55, [await pages('大16开', ['主题: 素雅'], 1, 3)]);
await draw('trim-sizes', 50, [
  [
    ...(await pages('A4', [], 2, 2)),
    ...(await pages('大16开', [], 2, 2)),
    ...(await pages('16开', [], 2, 2)),
    ...(await pages('32开', [], 2, 2)),
  ],
]);
await draw('columns', 55, [
  [
    ...(await pages('大16开', ['栏数: 1', '字号: 小四'], 2, 2)),
    ...(await pages('大16开', ['栏数: 2'], 2, 2)),
    ...(await pages('大16开', ['栏数: 3'], 2, 2)),
  ],
]);
const palettes = [];
for (const name of ['朱砂', '赭石', '墨绿', '石青', '黛蓝', '绛紫', '玄青']) {
  palettes.push(...(await pages('16开', ['主题: 素雅', `配色: ${name}`], 1, 1, 0.32)));
}
await draw('palettes', 50, [palettes.slice(0, 4), palettes.slice(4)], 96);

/** Pages `first` to `last` of the 类目 in a 版式, as PDF and page number; `part` is the share of the height to show. */
async function pages(trim, choices, first, last, part = 1) {
  count += 1;
  const layout = choices.length > 0 ? `版式:\n${choices.map((line) => `  ${line}\n`).join('')}` : '';
  writeFileSync(join(volume, 'book.yaml'), `${book}开本: ${trim}\n${layout}`);
  const out = join(work, `${count}`);
  execFileSync(process.execPath, [PROGRAM, 'build', volume, '--only', PART, '--out', out], {
    cwd: work,
    stdio: 'pipe',
  });
  const file = join(out, `book-${PART}.pdf`);
  return Array.from({ length: last - first + 1 }, (_, i) => ({ file, page: first + i, part }));
}

/** Rows of pages on a desk, all at one scale, in few colours. */
async function draw(name, dpi, rows, colours = 12) {
  const sheets = [];
  let [width, top] = [0, GAP];
  for (const row of rows) {
    let [left, bottom] = [GAP, 0];
    for (const { file, page, part } of row) {
      // Twice the size and scaled down: small type stays grey instead of breaking up.
      const args = ['-r', String(2 * dpi), '-f', String(page), '-l', String(page), '-png', '-singlefile', file];
      const large = execFileSync('pdftoppm', args, { maxBuffer: 1 << 28 });
      const size = await sharp(large).metadata();
      const image = sharp(large).extract({
        left: 0,
        top: 0,
        width: size.width,
        height: Math.round(size.height * part),
      });
      const { data, info } = await sharp(await image.png().toBuffer())
        .resize({ width: Math.round(size.width / 2) })
        .png()
        .toBuffer({ resolveWithObject: true });
      sheets.push({ input: data, left, top });
      left += info.width + GAP;
      bottom = Math.max(bottom, top + info.height + GAP);
    }
    width = Math.max(width, left);
    top = bottom;
  }
  const target = join(PICTURES, `${name}.png`);
  const { size } = await sharp({ create: { width, height: top, channels: 3, background: DESK } })
    .composite(sheets)
    .png({ palette: true, colours, compressionLevel: 9, effort: 10 })
    .toFile(target);
  console.log(`${target}  ${Math.round(size / 1000)} kB`);
}
