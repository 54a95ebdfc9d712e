/**
 * `npm run manual [例…]`: the pictures of docs/手册, made of real pages. Every example whose source has
 * changed since its picture was made (or that is named) is built as a small volume; its page is cut to what is printed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { PAGES, readExamples, writeVolume } from './manual/examples.mjs';

const PROGRAM = fileURLToPath(new URL('../bin/nianjian.js', import.meta.url));
const MANUAL = fileURLToPath(new URL('../docs/手册', import.meta.url));
const PICTURES = join(MANUAL, '图');
const MANIFEST = join(PICTURES, 'manifest.json');
const DPI = 110;
const POINT = DPI / 72;
/** Points round what is printed. */
const MARGIN = 8;
/** Points from the edges of the paper to the type area; and from the baseline of the 类目 to the end of its opener. */
const AREAS = { '32开': { side: 39, head: 47, foot: 40 }, 大16开: { side: 53, head: 60, foot: 50 } };
const OPENER = 34;
/** The example that shows what the first page of a 类目 looks like. */
const WITH_OPENER = '条目';

const examples = PAGES.flatMap((page) => readExamples(readFileSync(join(MANUAL, page), 'utf8')));
const asked = process.argv.slice(2);
mkdirSync(PICTURES, { recursive: true });
const made = existsSync(MANIFEST) ? JSON.parse(readFileSync(MANIFEST, 'utf8')) : {};
for (const example of examples) {
  const { name, digest } = example;
  const file = join(PICTURES, `${name}.png`);
  const stale = made[name] !== digest || !existsSync(file);
  if (asked.length > 0 ? !asked.includes(name) : !stale) continue;
  await picture(example, file);
  made[name] = digest;
  writeManifest();
  process.stdout.write(`${name}\n`);
}
const names = new Set(examples.map(({ name }) => name));
for (const file of readdirSync(PICTURES)) {
  if (file.endsWith('.png') && !names.has(file.slice(0, -4))) rmSync(join(PICTURES, file));
}
writeManifest();

/** Which source each picture was made from; written after each, so that a run that stops is not lost. */
function writeManifest() {
  const kept = examples.flatMap(({ name }) => (made[name] ? [[name, made[name]]] : []));
  writeFileSync(MANIFEST, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
}

async function picture(example, file) {
  const work = mkdtempSync(join(tmpdir(), 'nianjian-manual-'));
  try {
    const volume = join(work, '2023');
    const manuscript = writeVolume(example, volume);
    const out = join(work, 'out');
    const built = spawnSync(process.execPath, [PROGRAM, 'build', volume, '--out', out], {
      cwd: work,
      encoding: 'utf8',
    });
    if (built.status !== 0) throw new Error(`例“${example.name}”没有排成：\n${built.stderr}`);
    const messages = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')).messages;
    if (messages.length > 0) throw new Error(`例“${example.name}”有消息：\n${built.stderr}`);
    const { pages } = JSON.parse(readFileSync(join(out, 'layout.json'), 'utf8'));
    const sheets = pages.filter((page) => (example.look ? page.flow === example.look : isOf(page, manuscript)));
    const images = [];
    for (const page of sheets) images.push(await cut(join(out, 'book.pdf'), page, example));
    await save(images, file);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Whether a page has words of the manuscript. */
function isOf({ columns }, manuscript) {
  return columns.some(({ lines }) => lines.some(({ source }) => source?.file === manuscript));
}

/** A page at twice the size, trimmed to what is printed in the type area below the opener; or the whole page. */
async function cut(pdf, { sheet, flow, columns }, { name, wholePage, look, trim }) {
  const args = ['-r', String(2 * DPI), '-f', String(sheet), '-l', String(sheet), '-png', '-singlefile', pdf];
  const page = execFileSync('pdftoppm', args, { maxBuffer: 1 << 28 });
  if (wholePage || look === '扉页') return framed(page);
  const { width, height } = await sharp(page).metadata();
  const area = AREAS[trim];
  const opener = columns.flatMap(({ lines }) => lines).find(({ text }) => text.replace(/\s/gu, '') === flow);
  const pixels = (points) => Math.round(points * 2 * POINT);
  const top = pixels(opener && name !== WITH_OPENER ? opener.y + OPENER : area.head);
  const side = pixels(name === WITH_OPENER ? 0 : area.side);
  const body = await sharp(page)
    .extract({ left: side, top, width: width - 2 * side, height: height - top - pixels(area.foot) })
    .toBuffer();
  const trimmed = await sharp(body).trim({ background: '#ffffff', threshold: 4 }).toBuffer();
  const space = pixels(MARGIN);
  return sharp(trimmed)
    .extend({ top: space, bottom: space, left: space, right: space, background: '#ffffff' })
    .png()
    .toBuffer();
}

/** A whole page gets an edge, or nobody would see where the paper ends. */
function framed(page) {
  return sharp(page).extend({ top: 2, bottom: 2, left: 2, right: 2, background: '#bbbbbb' }).png().toBuffer();
}

/** Side by side, at half the size, in as few colours as do. */
async function save(images, file) {
  const sizes = await Promise.all(images.map((image) => sharp(image).metadata()));
  const gap = 24;
  const width = sizes.reduce((sum, size) => sum + size.width, gap * (sizes.length - 1));
  const height = Math.max(...sizes.map((size) => size.height));
  let left = 0;
  const row = images.map((input, index) => {
    const at = { input, left, top: 0 };
    left += sizes[index].width + gap;
    return at;
  });
  const sheet = await sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .composite(row)
    .png()
    .toBuffer();
  const { isOpaque, channels } = await sharp(sheet).stats();
  const colourful = isOpaque && channels.length > 2 && channels.some(({ mean }) => mean < 200);
  await sharp(sheet)
    .resize({ width: Math.round(width / 2), height: Math.round(height / 2), fit: 'fill' })
    .png({ palette: true, colours: colourful ? 128 : 24, compressionLevel: 9, effort: 10 })
    .toFile(file);
}
