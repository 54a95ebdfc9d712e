/** `nianjian index [卷]`: the index of a volume made anew, and what has changed in it. */
import { relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { EXIT } from './exit.js';
import { endOnSignals } from './signals.js';
import { resolveVolume } from './volume-argument.js';

interface IndexFlags {
  out?: string;
  csv?: boolean;
  json?: boolean;
  dryRun?: boolean;
  readings?: boolean;
  relock?: boolean;
  cache: boolean;
  strict?: boolean;
}

export function registerIndex(program: Command): void {
  program
    .command('index')
    .argument('[卷]', '卷的文件夹；不写就是 manuscripts 下最新的一卷')
    .description('重编一卷的索引和目录，说明比上次变了什么；不出书')
    .option('--out <文件夹>', '输出到这个文件夹（不写就是 dist/卷号）')
    .option('--csv', '另存 index.csv，可用 Excel、WPS 打开')
    .option('--json', '在屏幕上输出 JSON，不输出中文摘要')
    .option('--dry-run', '试运行：只报告，不写文件')
    .option('--readings', '列出全部待核的读音（不写只列前10条）')
    .option('--relock', '不用读音锁定.yaml，重新取字典的读音')
    .option('--no-cache', '不用上次留下的结果，全部重排')
    .option('--strict', '有警告也算错误，不写索引')
    .addHelpText('after', HELP)
    .action(index);
}

const HELP = `
例：
  nianjian index                        重编最新一卷的索引
  nianjian index manuscripts/2022 --csv 另存一份表格，给校对用
  nianjian index --dry-run              只看会变什么

输出文件夹里有：index.json（标引词、页码、读音、来源和变化），加 --csv 还有 index.csv。
变化是与输出文件夹里上次的 index.json 比出来的；nianjian build 也写这个文件。
各词的读音记在卷里的 读音锁定.yaml，字典更新不会改变已有的词的次序；要改读音，写进 读音.yaml。
稿件有错时什么也不写。`;

async function index(given: string | undefined, flags: IndexFlags): Promise<void> {
  const folder = resolveVolume(given);
  endOnSignals('已中断，没有写索引；上次的文件没有动。');
  const home = process.cwd();
  const { browserAhead, withBrowser } = await import('../book/browser-ahead.js');
  const { STAMPS } = await import('../book/run.js');
  // Either has set all that an index needs.
  const ahead = flags.cache ? browserAhead(folder, home, [STAMPS.book, STAMPS.index]) : undefined;
  const result = await withBrowser(ahead, async () => {
    const [{ makeIndex }, { progressLine }] = await Promise.all([import('../pipeline.js'), import('./progress.js')]);
    const line = progressLine(process.stderr);
    return makeIndex(
      {
        folder,
        ...(flags.out === undefined ? {} : { out: resolve(flags.out) }),
        home,
        relock: flags.relock ?? false,
        csv: flags.csv ?? false,
        dryRun: flags.dryRun ?? false,
        cached: flags.cache,
        strict: flags.strict ?? false,
      },
      line,
      ahead,
    ).finally(() => line.end());
  });
  const [{ formatReport }, { formatIndexReport }] = await Promise.all([
    import('../check/report.js'),
    import('./index-summary.js'),
  ]);
  const messages = result.done ? result.report.messages : result.messages;
  if (messages.length > 0) process.stderr.write(`${formatReport(messages)}\n`);
  if (!result.done) {
    process.stderr.write('没有写索引：请先改正上面的错误。上次的文件没有动。\n');
    process.exitCode = EXIT.content;
    return;
  }
  const { report } = result;
  if (flags.json) {
    const { formatIndexFile } = await import('../subject-index/record/index-file.js');
    process.stdout.write(formatIndexFile(report.index));
    return;
  }
  process.stdout.write(
    formatIndexReport(report, {
      dryRun: flags.dryRun ?? false,
      allReadings: flags.readings ?? false,
      nameOf,
    }),
  );
}

/** A file as it is typed from here. */
function nameOf(file: string): string {
  return relative(process.cwd(), file) || file;
}
