/**
 * `npm run bench [卷]`: how long a book takes, beside the floor (Chromium loading and printing the finished pages), and
 * how that grows with the volume. Everything is measured in one run on one machine, so the ratios mean something where
 * the seconds do not. With `--quick` the larger volumes are left out.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startBrowser } from '../build/paginate/browser.js';
import { watchMemory } from './bench/memory.mjs';
import { multiplyVolume } from './bench/multiply.mjs';

const PROGRAM = fileURLToPath(new URL('../bin/nianjian.js', import.meta.url));
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const quick = process.argv.includes('--quick');
const source = resolve(words[0] ?? 'manuscripts/2022');
const work = mkdtempSync(join(tmpdir(), 'nianjian-bench-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

const volume = join(work, basename(source));
cpSync(source, volume, { recursive: true });
const dom = join(work, 'finished.html');

console.log(`卷：${source}`);
const cold = await build(volume, { NIANJIAN_FINISHED_DOM: dom });
const floor = await measureFloor(dom);
editLargestPart(volume);
const edited = await build(volume);
const unchanged = await build(volume);
const indexUnchanged = await index(volume);
editLargestPart(volume, '换');
const indexEdited = await index(volume);

row(
  '地板：装入并打印排好的页面',
  floor.total,
  `（装入 ${seconds(floor.load)}，打印 ${seconds(floor.print)}；另启动浏览器 ${seconds(floor.start)}）`,
);
row('从头排版', cold.ms, ratio(cold.ms));
row('最大的类目改一字后重排', edited.ms, ratio(edited.ms));
row('没有变化', unchanged.ms, ratio(unchanged.ms));
row('索引：最大的类目改一字', indexEdited, ratio(indexEdited));
row('索引：没有变化', indexUnchanged, ratio(indexUnchanged));
console.log(`内存峰值（程序和浏览器合计）  ${Math.round(cold.peak / 1e6)} MB`);
perPage(1, cold);

if (!quick) {
  for (const times of [4, 10]) {
    const large = join(work, `${times}`);
    multiplyVolume(source, large, times);
    const result = await build(large);
    perPage(times, result, result.ms / result.pages / (cold.ms / cold.pages));
    console.log(`　　内存峰值  ${Math.round(result.peak / 1e6)} MB`);
  }
}

/** Runs the program as a user does, and watches the memory of everything it starts. */
function build(folder, env = {}) {
  return new Promise((done, fail) => {
    const start = performance.now();
    const child = spawn(process.execPath, [PROGRAM, 'build', folder, '--out', join(work, 'out')], {
      cwd: work,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const memory = watchMemory(child.pid);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.on('close', (code) => {
      const ms = performance.now() - start;
      const peak = memory.stop();
      if (code !== 0) return fail(new Error(`build ended with ${code}:\n${said}`));
      const report = JSON.parse(readFileSync(join(work, 'out', 'report.json'), 'utf8'));
      done({ ms, peak, pages: report.figures.pages });
    });
  });
}

/** Milliseconds that `nianjian index` takes, from the start of the process to its end. */
function index(folder) {
  return new Promise((done, fail) => {
    const start = performance.now();
    const child = spawn(process.execPath, [PROGRAM, 'index', folder, '--out', join(work, 'out')], {
      cwd: work,
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    child.on('close', (code) =>
      code === 0 ? done(performance.now() - start) : fail(new Error(`index ended with ${code}`)),
    );
  });
}

async function measureFloor(file) {
  const start = performance.now();
  const browser = await startBrowser();
  const page = await browser.newPage();
  const started = performance.now();
  await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const loaded = performance.now();
  await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: false, timeout: 0 });
  const printed = performance.now();
  await browser.close();
  return { start: started - start, load: loaded - started, print: printed - loaded, total: printed - started };
}

/** Changes one character in the first long paragraph of the largest 类目. */
function editLargestPart(folder, character = '改') {
  const size = (part) =>
    readdirSync(join(folder, part)).reduce(
      (sum, name) => (name.endsWith('.md') ? sum + statSync(join(folder, part, name)).size : sum),
      0,
    );
  const parts = readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory());
  const largest = parts.sort((a, b) => size(b) - size(a))[0];
  const name = readdirSync(join(folder, largest)).find((each) => each.endsWith('.md'));
  const path = join(folder, largest, name);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace(/^(\p{Script=Han}{12,}?)\p{Script=Han}/mu, `$1${character}`));
}

function row(label, ms, note) {
  console.log(`${label}  ${seconds(ms)}  ${note}`);
}

function ratio(ms) {
  return `地板的 ${(ms / floor.total).toFixed(2)} 倍`;
}

function perPage(times, { ms, pages }, growth) {
  const note = growth === undefined ? '' : `，每页用时是原卷的 ${growth.toFixed(2)} 倍`;
  console.log(`${times} 倍的卷  ${pages} 页  ${seconds(ms)}  每页 ${(ms / pages).toFixed(1)} 毫秒${note}`);
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(2)} 秒`;
}
