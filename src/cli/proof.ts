/** `nianjian proof [卷] 范围…`: proofs of a part of a volume. */
import { relative, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { Round } from '../proof/model.js';
import { parseRound } from '../proof/rounds.js';
import { EXIT, usageError } from './exit.js';
import { formatProof } from './proof-summary.js';
import { endOnSignals } from './signals.js';
import { volumeAndWords } from './volume-argument.js';

interface ProofFlags {
  round?: Round;
  since?: string;
  changed?: boolean;
  paper?: 'A3' | 'A4';
  spreads?: boolean;
  clean?: boolean;
  format: 'pdf' | 'html';
  out?: string;
  cache: boolean;
}

export function registerProof(program: Command): void {
  program
    .command('proof')
    .argument('[范围...]', '要校的类目、分目、条目、稿件或供稿单位；前面可以先写卷的文件夹')
    .description('出校样：断行、分页和成书一样，四周有行号、来源、改动和查出的问题')
    .addOption(new Option('--round <校次>', '校次：1、2、3（不写就接着上次的校次）').argParser(readRound))
    .option('--since <校样>', '与哪一次校样比：一校、日期，或旧校样的文件（不写就是上一次）')
    .option('--changed', '只出上次校样以后有改动的部分')
    .addOption(new Option('--paper <纸>', '纸张：A4 或 A3（不写就用放得下的最小的）').argParser(readPaper))
    .option('--spreads', '对开：左右两页排在一张纸上')
    .option('--clean', '净样：只有版面，不加行号和标记')
    .addOption(
      new Option('--format <格式>', '校样的格式：pdf，或在屏幕上看的 html').choices(['pdf', 'html']).default('pdf'),
    )
    .option('--out <文件夹>', '输出到这个文件夹（不写就是 dist/卷号）')
    .option('--no-cache', '不用上次留下的结果，全部重排')
    .addHelpText('after', HELP)
    .action(proof);
}

const HELP = `
例：
  nianjian proof 农业                    最新一卷的一个类目
  nianjian proof manuscripts/2022 农业 法治
  nianjian proof 农业/水利               一个分目
  nianjian proof 13-农业/03-水利.md      一篇稿件
  nianjian proof 区水务局                一个供稿单位的全部稿件，不论在哪个类目
  nianjian proof --changed               上次校样以后改过的类目
  nianjian proof 农业 --round 2 --since 一校

校样在输出文件夹的 proofs 里。版面和成书的一字不差；页码是最近一次 nianjian build 的页码，
前面的类目后来改过的，校样上注明“页码是临时的”。
57a12 是 57 页左栏第 12 行（b 右栏，t 通栏）：nianjian where 57a12 查它在稿件的哪一行。
查出的问题核过了不用改的：nianjian dismiss 编号 --reason 理由。
范围里的稿件有错时不出校样；别的稿件有错不影响。`;

function readRound(typed: string): Round {
  const round = parseRound(typed);
  if (round === undefined) throw usageError(`没有“${typed}”这个校次，请写 1、2 或 3。`);
  return round;
}

function readPaper(typed: string): 'A3' | 'A4' {
  const paper = typed.normalize('NFKC').trim().toUpperCase();
  if (paper !== 'A3' && paper !== 'A4') throw usageError(`没有“${typed}”这种纸张，请写 A4 或 A3。`);
  return paper;
}

async function proof(given: string[], flags: ProofFlags): Promise<void> {
  const { folder, words } = volumeAndWords(given);
  endOnSignals('已中断，没有出校样；上次的校样没有动。');
  const home = process.cwd();
  const { browserAhead, withBrowser } = await import('../book/browser-ahead.js');
  const { STAMPS } = await import('../book/run.js');
  const wanted = flags.format === 'html' || !flags.cache;
  const ahead = browserAhead(folder, home, wanted ? [] : [STAMPS.book, STAMPS.index, STAMPS.proof]);
  const result = await withBrowser(ahead, async () => {
    const [{ makeProof }, { progressLine }] = await Promise.all([import('../pipeline.js'), import('./progress.js')]);
    const line = progressLine(process.stderr);
    return makeProof(
      {
        folder,
        ...(flags.out === undefined ? {} : { out: resolve(flags.out) }),
        home,
        asked: words,
        from: process.cwd(),
        changed: flags.changed ?? false,
        ...(flags.round !== undefined && { round: flags.round }),
        ...(flags.since !== undefined && { since: flags.since }),
        paper: flags.paper ?? 'auto',
        spreads: flags.spreads ?? false,
        clean: flags.clean ?? false,
        format: flags.format,
        now: new Date(),
        cached: flags.cache,
        strict: false,
      },
      line,
      ahead,
    ).finally(() => line.end());
  });
  const { formatReport } = await import('../check/report.js');
  if (!result.done) {
    const mistyped = result.messages.some(({ rule }) => rule.startsWith('proof-'));
    const advice = mistyped ? '请照上面的话改写命令' : '请先改正上面的错误';
    process.stderr.write(`${formatReport(result.messages)}\n没有出校样：${advice}。上次的校样没有动。\n`);
    process.exitCode = mistyped ? EXIT.usage : EXIT.content;
    return;
  }
  process.stdout.write(result.report ? formatProof(result.report, nameOf) : '上次校样以后没有改动，没有出校样。\n');
}

/** A file as it is typed from here. */
function nameOf(file: string): string {
  return relative(process.cwd(), file) || file;
}
