/** `nianjian preflight FILE`: is this PDF fit for the press? */
import { readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { Terms } from '../preflight/rule.js';
import type { VolumeSettings } from '../tree/nodes.js';
import { PRESS_DEFAULTS } from '../tree/press-settings.js';
import { EXIT, usageError } from './exit.js';
import { resolveVolume } from './volume-argument.js';

interface PreflightFlags {
  pdfx?: '4' | '1a';
  format: 'text' | 'json';
  ink?: string;
  bleed?: string;
  trim?: string;
  volume?: string;
  plates: boolean | 'sample' | 'all';
}

export function registerPreflight(program: Command): void {
  program
    .command('preflight')
    .argument('<文件>', '要检查的 PDF，不一定是本程序排的')
    .description('印前检查：一个 PDF 能不能直接交给印厂')
    .addOption(new Option('--pdfx <标准>', '按哪个标准检查（不写就按文件自己标明的）').choices(['4', '1a']))
    .addOption(new Option('--format <格式>', '结果的格式').choices(['text', 'json']).default('text'))
    .option('--ink <百分数>', '总墨量限量（不写就是 300，或这一卷 印刷 里写的）')
    .option('--bleed <毫米>', '要求的出血（不写就是 3，或这一卷 印刷 里写的）')
    .option('--trim <尺寸>', '成品尺寸：宽x高（毫米）或开本，例如 210x285、大16开')
    .addOption(new Option('--volume <卷>', '按这一卷 book.yaml 里的开本和印刷要求检查').conflicts('trim'))
    .addOption(new Option('--plates <范围>', '细查哪些页的正文印版').choices(['sample', 'all']))
    .option('--no-plates', '不检查印版，快，但总墨量等不查')
    .addHelpText('after', HELP)
    .action(preflightFile);
}

const HELP = `
例：
  nianjian preflight dist/2022/book-press.pdf
  nianjian preflight 付印.pdf --volume manuscripts/2022
  nianjian preflight 封面.pdf --trim 大16开 --pdfx 4
  nianjian preflight book-press.pdf --format json > 检查结果.json

检查印版要用 Ghostscript；没有装的话，报告里写明“没有检查”，不算通过。
有错误时退出码是 1，只有警告或全部合格是 0。`;

async function preflightFile(file: string, flags: PreflightFlags): Promise<void> {
  const bytes = readPdf(file);
  const [{ preflight }, { wordReport }, { progressLine }] = await Promise.all([
    import('../preflight/preflight.js'),
    import('../preflight/wording.js'),
    import('./progress.js'),
  ]);
  const asked = flags.volume === undefined ? undefined : await settingsOf(flags.volume);
  const trim = await wantedTrim(flags, asked);
  const line = progressLine(process.stderr);
  const report = await preflight(file, bytes, {
    ...(flags.pdfx ? { pdfx: flags.pdfx } : {}),
    ink: amount(flags.ink ?? String(asked?.press.inkLimit ?? PRESS_DEFAULTS.inkLimit), '--ink', 400),
    bleed: amount(flags.bleed ?? String(asked?.press.bleedMm ?? PRESS_DEFAULTS.bleedMm), '--bleed', 50),
    ...(trim ? { trim } : {}),
    ...(asked ? { leastPpi: asked.press.leastPpi } : {}),
    ...(flags.plates === false ? {} : { plates: { zones: flags.plates === 'all' ? 'all' : 'sample' } }),
    ...(process.stderr.isTTY ? { progress: line } : {}),
  }).finally(() => line.end());
  process.stdout.write(
    flags.format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : wordReport(report, basename(file)),
  );
  if (report.verdict === 'errors') process.exitCode = EXIT.content;
}

function readPdf(file: string): Uint8Array {
  const path = resolve(file);
  try {
    if (statSync(path).isDirectory()) throw usageError(`“${file}”是文件夹。请给出一个 PDF 文件。`);
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw usageError(`找不到“${file}”。`);
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw usageError(`“${file}”没有读取权限。`);
    throw error;
  }
}

/** The trim asked for: in figures, by its name, or as the volume has it. */
async function wantedTrim({ trim }: PreflightFlags, asked: VolumeSettings | undefined): Promise<Terms['trim']> {
  const { parseSize } = await import('../preflight/sizes.js');
  if (trim !== undefined) {
    const size = parseSize(trim);
    if (size) return size;
    throw usageError(`“--trim ${trim}”不是尺寸。请写宽x高（毫米）或开本，例如 210x285、大16开。`);
  }
  return asked && parseSize(asked.trim);
}

/** What a volume asks of its press file. */
async function settingsOf(volume: string): Promise<VolumeSettings> {
  const { readSettings, SETTINGS_FILE } = await import('../volume/settings.js');
  const { settings } = readSettings(readFileSync(join(resolveVolume(volume), SETTINGS_FILE), 'utf8'));
  if (settings) return settings;
  throw usageError(`“${volume}”的 ${SETTINGS_FILE} 有错误，读不出开本。请先用 nianjian build 看错在哪里。`);
}

function amount(text: string, option: string, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= most)) {
    throw usageError(`“${option} ${text}”不对：请写 0 到 ${most} 之间的数。`);
  }
  return value;
}
