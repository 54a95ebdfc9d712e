/** `nianjian build [卷]`: the manuscripts of a volume set as a book. */
import { basename, relative, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { PressRequest } from '../book/press-edition.js';
import type { BookReport } from '../book/report.js';
import { formatLayout } from '../inspect/summary.js';
import { EXIT } from './exit.js';
import { formatPhotos } from './photo-summary.js';
import { formatPress } from './press-summary.js';
import { endOnSignals } from './signals.js';
import { resolveVolume } from './volume-argument.js';

interface BuildFlags {
  only?: string[];
  out?: string;
  cache: boolean;
  strict?: boolean;
  press?: boolean;
  pdfx?: '1a' | '4';
  marks?: boolean;
}

export function registerBuild(program: Command): void {
  program
    .command('build')
    .argument('[卷]', '卷的文件夹；不写就是 manuscripts 下最新的一卷')
    .description('排出一卷：生成 book.pdf；加 --press 另生成印刷文件 book-press.pdf')
    .addOption(onlyOption())
    .option('--out <文件夹>', '输出到这个文件夹（不写就是 dist/卷号）')
    .option('--no-cache', '不用上次留下的结果，全部重排')
    .option('--strict', '有警告也算错误，不出书')
    .option('--press', '另外生成印刷厂用的 book-press.pdf')
    .addOption(new Option('--pdfx <标准>', '印刷文件的标准：4（PDF/X-4）或 1a（PDF/X-1a:2001）').choices(['4', '1a']))
    .option('--marks', '印刷文件带裁切标记')
    .addHelpText('after', HELP)
    .action(build);
}

/** Commander takes an option for repeatable by its ASCII name; ours is Chinese, so it is told. */
function onlyOption(): Option {
  const option = new Option('--only <类目...>', '只排这几个类目（另存为 book-类目.pdf，页码从 1 起）');
  option.variadic = true;
  return option;
}

const HELP = `
例：
  nianjian build                        排 manuscripts 下最新的一卷
  nianjian build manuscripts/2022       排指定的一卷
  nianjian build --only 农业 法治       只排两个类目，看个大概
  nianjian build --press                另出印刷文件 book-press.pdf（PDF/X-4，CMYK，带出血）
  nianjian build --pdfx 1a --marks      印刷文件用 PDF/X-1a:2001，带裁切标记

输出文件夹里有：book.pdf（成书）、report.json（消息、归一化改动和统计）、
index.json（索引：标引词、页码、读音和来源）、
layout.json（版面检查：每处不合规矩的地方在哪一页、哪一栏、哪一行，对应稿件的哪一行）、
photos.html（照片联系表：每张照片印多大、多少 ppi、在哪一页，哪些没有用到）。
版面上待看的地方不是错误，加 --strict 也照常出书。
稿件有错时不出书，上次的 book.pdf 保持原样。`;

async function build(given: string | undefined, flags: BuildFlags): Promise<void> {
  const folder = resolveVolume(given);
  endOnSignals('已中断，没有出书；上次的 PDF 没有动。');
  const [{ makeBook }, { progressLine }, { formatReport }] = await Promise.all([
    import('../pipeline.js'),
    import('./progress.js'),
    import('../check/report.js'),
  ]);
  const line = progressLine(process.stderr);
  const result = await makeBook(
    {
      folder,
      ...(flags.out === undefined ? {} : { out: resolve(flags.out) }),
      home: process.cwd(),
      only: flags.only ?? [],
      cached: flags.cache,
      strict: flags.strict ?? false,
      ...pressRequest(flags),
      ...(process.env.NIANJIAN_FINISHED_DOM ? { finishedDom: process.env.NIANJIAN_FINISHED_DOM } : {}),
    },
    line,
  ).finally(() => line.end());
  const messages = result.done ? result.report.messages : result.messages;
  if (messages.length > 0) process.stderr.write(`${formatReport(messages)}\n`);
  if (!result.done) {
    process.stderr.write('没有出书：请先改正上面的错误。上次的 PDF 没有动。\n');
    const mistyped = messages.some(({ rule }) => rule === 'only-unknown-category');
    process.exitCode = mistyped ? EXIT.usage : EXIT.content;
    return;
  }
  process.stdout.write(summary(result.report, flags.only));
}

/** Whoever says how the press PDF is to be wants one. */
function pressRequest({ press, pdfx, marks }: BuildFlags): { press?: PressRequest } {
  if (!press && pdfx === undefined && !marks) return {};
  return { press: { ...(pdfx !== undefined && { standard: pdfx }), ...(marks && { marks }) } };
}

function summary(report: BookReport, only: string[] | undefined): string {
  const { figures, times, changes } = report;
  const file = relative(process.cwd(), report.file) || report.file;
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} 秒`;
  const total = Object.values(times).reduce((sum, ms) => sum + ms, 0);
  const number = (value: number): string => value.toLocaleString('zh-CN');
  return [
    report.unchanged ? `没有变化：${file} 已是最新。` : `已出书：${file}（${(report.bytes / 1e6).toFixed(1)} MB）`,
    `页数　　${number(figures.pages)}`,
    `字数　　${number(figures.characters)}（稿件字符）　版面字数 ${number(figures.layoutCharacters)}`,
    `内容　　类目 ${figures.parts}　分目 ${figures.subcategories}　条目 ${figures.entries}　表格 ${figures.tables}　图片 ${figures.photos}`,
    ...(changes.length > 0 ? [`归一化　改动 ${number(changes.length)} 处空格和符号，逐条列在 report.json`] : []),
    ...(report.photos ? [formatPhotos(report.photos)] : []),
    ...(report.press ? formatPress(report.press) : []),
    ...formatLayout(report.layout, basename(report.layoutFile)),
    `用时　　${seconds(total)}（${Object.entries(times)
      .map(([phase, ms]) => `${phase} ${seconds(ms)}`)
      .join('，')}）`,
    ...(report.stalePress
      ? [`注意　　${basename(report.file, '.pdf')}-press.pdf 是按以前的书做的，付印前请加 --press 重做。`]
      : []),
    ...(only && only.length > 0 ? ['注意　　只排了部分类目，页码不是全书的页码，没有目录和索引。'] : []),
    '',
  ].join('\n');
}
