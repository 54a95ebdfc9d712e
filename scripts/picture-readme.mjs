/**
 * `node scripts/picture-readme.mjs [DIR]`: the picture on top of README.md, four pages of the sample volume side by side.
 * DIR is where `nianjian build` has put the book; without it, dist/2022.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PICTURE = join(ROOT, 'docs/pictures/pages.png');
/** Part of the book, and which of its pages. */
const PAGES = [
  ['彩页', 0],
  ['区情概览', 0],
  ['农业', 1],
  ['索引', 0],
];
const DPI = 54;
const GAP = 14;
const DESK = '#d9d9d9';

const folder = resolve(process.argv[2] ?? join(ROOT, 'dist/2022'));
const { pages } = JSON.parse(readFileSync(join(folder, 'layout.json'), 'utf8'));
const images = PAGES.map(([flow, index]) => {
  const page = pages.filter((each) => each.flow === flow)[index];
  if (!page) throw new Error(`the book has no page ${index + 1} of ${flow}`);
  // Twice the size and scaled down: small type stays grey instead of breaking up.
  const args = ['-r', String(2 * DPI), '-f', String(page.sheet), '-l', String(page.sheet), '-png', '-singlefile'];
  return execFileSync('pdftoppm', [...args, join(folder, 'book.pdf')], { maxBuffer: 1 << 28 });
});
const size = await sharp(images[0]).metadata();
const [width, height] = [Math.round(size.width / 2), Math.round(size.height / 2)];
const composite = await Promise.all(
  images.map(async (image, index) => ({
    input: await sharp(image).resize(width, height, { fit: 'fill' }).toBuffer(),
    left: GAP + index * (width + GAP),
    top: GAP,
  })),
);
const desk = { width: GAP + images.length * (width + GAP), height: height + 2 * GAP, channels: 3, background: DESK };
// Flattened first: a palette is chosen from all of the picture.
const sheet = await sharp({ create: desk }).composite(composite).png().toBuffer();
await sharp(sheet).png({ palette: true, colours: 96, compressionLevel: 9, effort: 10 }).toFile(PICTURE);
