/** `nianjian where PLACE [卷]`: from an address on the pages to the manuscripts, and back. */
import type { Command } from 'commander';
import { EXIT, usageError } from './exit.js';
import { manuscriptsIn } from './manuscripts-now.js';
import { outputFolder } from './output-folder.js';
import { resolveVolume } from './volume-argument.js';

interface WhereFlags {
  out?: string;
  proof?: string;
  json?: boolean;
}

export function registerWhere(program: Command): void {
  program
    .command('where')
    .argument('<位置>', '行址（57a12），或者稿件和行号（01-农业农村.md:10）')
    .argument('[卷]', '卷的文件夹；不写就是 manuscripts 下最新的一卷')
    .description('查位置：校样上的一行在稿件的哪里，稿件的一行印在哪里')
    .option('--out <文件夹>', '校样和书在这个文件夹（不写就是 dist/卷号）')
    .option('--proof <校样>', '查这一次校样：一校、9月1日，或者文件名（不写就查最新的）')
    .option('--json', '在屏幕上输出 JSON')
    .addHelpText('after', HELP)
    .action(where);
}

const HELP = `
例：
  nianjian where 57a12                          57页左栏第12行是稿件的哪一行
  nianjian where 57页右栏3行                    也可以这样写
  nianjian where 13-农业/01-农业农村.md:10       稿件第10行印在哪几行
  nianjian where 01-农业农村.md:10:45            第10行第45列；文件名不重复时不用写文件夹
  nianjian where 57a12 --proof 一校             手里是一校的校样

行址是页码、栏、行：57a12。左栏是 a，右栏是 b，通栏是 t；不分栏的页只有 a。
答案来自最新的校样，和上次排的书（layout.json）；稿件在那以后改过时会说明，并找出文字现在的位置。
没有这一页、这一栏或这一行，或者稿件的这一行没有印出来，退出码是 1。`;

async function where(place: string, given: string | undefined, flags: WhereFlags): Promise<void> {
  const folder = resolveVolume(given);
  const [{ parseQuestion }, { whereIs }, { booksOf, bookOf }, { formatWhere, whereJson }] = await Promise.all([
    import('../proof/where/question.js'),
    import('../proof/where/where-is.js'),
    import('../proof/where/books.js'),
    import('./where-summary.js'),
  ]);
  const question = parseQuestion(place);
  if (!question) {
    throw usageError(`“${place}”不是位置。请写行址，例如 57a12；或者稿件和行号，例如 01-农业农村.md:10。`);
  }
  const { out, number } = await outputFolder(folder, flags.out);
  const { books, problems } =
    flags.proof === undefined
      ? booksOf(out, number)
      : { books: [bookOf(await proofOf(flags.proof, out, number))], problems: [] };
  const answer = whereIs(books, question, manuscriptsIn(folder));
  for (const problem of problems) process.stderr.write(`注意：${problem}。\n`);
  if (answer.kind === 'unclear') throw usageError(`${answer.problem}。`);
  if (answer.kind === 'nowhere') {
    if (flags.json) process.stdout.write(whereJson(place, answer));
    else process.stderr.write(`nianjian：${answer.problem}。\n`);
    process.exitCode = EXIT.content;
    return;
  }
  process.stdout.write(flags.json ? whereJson(place, answer) : formatWhere(answer));
}

async function proofOf(since: string, out: string, number: string) {
  const { findRecord } = await import('../proof/record/find.js');
  const found = findRecord(out, { volume: { number }, scope: '', flows: [] }, since);
  if ('problem' in found) throw usageError(`${found.problem}。`);
  return found;
}
