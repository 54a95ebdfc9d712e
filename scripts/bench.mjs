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
const indexUnchanged = await run(['index', volume]);
editLargestPart(volume, '换');
const indexEdited = await run(['index', volume]);
const part = largestPart(volume).title;
await run(['build', volume]);
const proofFirst = await run(['proof', volume, part]);
const proofUnchanged = await run(['proof', volume, part]);
editLargestPart(volume, '校');
const proofEdited = await run(['proof', volume, part]);
await run(['build', volume, '--only', part], { NIANJIAN_FINISHED_DOM: dom });
const partFloor = await measureFloor(dom);

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
row(
  `地板：启动浏览器，装入并打印《${part}》排好的页面`,
  partFloor.start + partFloor.total,
  `（启动 ${seconds(partFloor.start)}，装入 ${seconds(partFloor.load)}，打印 ${seconds(partFloor.print)}）`,
);
row(`校样《${part}》：排过全书后第一次`, proofFirst, ratio(proofFirst, partFloor.start + partFloor.total));
row(`校样《${part}》：没有变化`, proofUnchanged, ratio(proofUnchanged, partFloor.start + partFloor.total));
row(`校样《${part}》：改一字`, proofEdited, ratio(proofEdited, partFloor.start + partFloor.total));
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

/** Milliseconds that a command takes, from the start of the process to its end. */
function run(words, env = {}) {
  return new Promise((done, fail) => {
    const start = performance.now();
    const child = spawn(process.execPath, [PROGRAM, ...words, '--out', join(work, 'out')], {
      cwd: work,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    child.on('close', (code) =>
      code === 0 ? done(performance.now() - start) : fail(new Error(`${words.join(' ')} ended with ${code}`)),
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

/** The 类目 with most text: its folder and its title. */
function largestPart(folder) {
  const manuscripts = (part) => readdirSync(join(folder, part)).filter((name) => name.endsWith('.md'));
  const size = (part) => manuscripts(part).reduce((sum, name) => sum + statSync(join(folder, part, name)).size, 0);
  const parts = readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory());
  const largest = parts.sort((a, b) => size(b) - size(a))[0];
  const first = join(folder, largest, manuscripts(largest)[0]);
  return { first, title: /^类目:\s*(.+)$/mu.exec(readFileSync(first, 'utf8'))[1].trim() };
}

/** Changes one character in the first long paragraph of the largest 类目. */
function editLargestPart(folder, character = '改') {
  const { first } = largestPart(folder);
  const text = readFileSync(first, 'utf8');
  writeFileSync(first, text.replace(/^(\p{Script=Han}{12,}?)\p{Script=Han}/mu, `$1${character}`));
}

function row(label, ms, note) {
  console.log(`${label}  ${seconds(ms)}  ${note}`);
}

function ratio(ms, under = floor.total) {
  return `地板的 ${(ms / under).toFixed(2)} 倍`;
}

function perPage(times, { ms, pages }, growth) {
  const note = growth === undefined ? '' : `，每页用时是原卷的 ${growth.toFixed(2)} 倍`;
  console.log(`${times} 倍的卷  ${pages} 页  ${seconds(ms)}  每页 ${(ms / pages).toFixed(1)} 毫秒${note}`);
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(2)} 秒`;
}
