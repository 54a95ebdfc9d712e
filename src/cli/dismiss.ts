/** `nianjian dismiss NUMBER --reason WHY [卷]`: a finding of a proof set aside, for whoever does not want to edit YAML. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Command } from 'commander';
import type { NumberedFinding } from '../proof/findings/by-number.js';
import type { Dismissal } from '../tree/dismissal.js';
import { CommandError, EXIT, usageError } from './exit.js';
import { outputFolder } from './output-folder.js';
import { resolveVolume } from './volume-argument.js';

interface DismissFlags {
  reason?: string;
  by?: string;
  list?: boolean;
  out?: string;
}

export function registerDismiss(program: Command): void {
  program
    .command('dismiss')
    .argument('[编号]', '校样上待看的地方的编号，例如 K3F9')
    .argument('[卷]', '卷的文件夹；不写就是 manuscripts 下最新的一卷')
    .description('核掉校样上一处待看的地方：看过了，不用改，记下理由')
    .option('--reason <理由>', '为什么不用改（必须写）')
    .option('--by <名字>', '谁核的')
    .option('--list', '列出已核的各处')
    .option('--out <文件夹>', '校样和书在这个文件夹（不写就是 dist/卷号）')
    .addHelpText('after', HELP)
    .action(dismiss);
}

const HELP = `
例：
  nianjian dismiss K3F9 --reason 与原表核对无误 --by 张三
  nianjian dismiss --list               列出已核的各处
  nianjian dismiss --list manuscripts/2022

记在卷的文件夹里的 已核.yaml，可以用编辑器打开修改；删去一条，它就重新列在校样上。
以后的校样上，核过的地方只计数，不再逐处列出；文字搬到别的页、别的稿件也一样。
没有这个编号，或者 已核.yaml 有错误，退出码是 1，什么也不写。`;

async function dismiss(first: string | undefined, second: string | undefined, flags: DismissFlags): Promise<void> {
  if (flags.list) {
    if (second !== undefined) throw usageError('“--list”后面只写卷的文件夹。');
    return list(resolveVolume(first));
  }
  if (first === undefined)
    throw usageError('请写编号，例如 nianjian dismiss K3F9 --reason 理由；看已核的各处用 --list。');
  const [{ parseFindingNumber }, { findingsByNumber, knownNumbers }] = await Promise.all([
    import('../tree/finding-number.js'),
    import('../proof/findings/by-number.js'),
  ]);
  const number = parseFindingNumber(first);
  if (!number) throw usageError(`“${first}”不是编号。照校样上的写，例如 K3F9（没有 0、1 和字母 I、O、Q）。`);
  const reason = flags.reason?.trim();
  if (!reason) throw usageError('请写理由：--reason 与原表核对无误。');
  const folder = resolveVolume(second);
  await soundDismissals(folder);
  const { out, number: volume } = await outputFolder(folder, flags.out);
  const found = findingsByNumber(out, volume, number);
  const [only, more] = found;
  if (!only) {
    const { editDistance } = await import('../volume/suggest.js');
    const guess = knownNumbers(out, volume).find((each) => editDistance(number, each) === 1);
    const hint = guess ? `是不是“${guess}”？` : '先用 nianjian build 或 proof 排一次，编号在校样上。';
    throw new CommandError(`校样和书里没有编号“${number}”。${hint}`, EXIT.content);
  }
  if (more) {
    const all = found.map(({ finding }) => `${finding.number}（${finding.text}）`).join('、');
    throw usageError(`“${number}”有几处，请写全：${all}。`);
  }
  const file = await write(folder, only, reason, flags.by?.trim());
  process.stdout.write(told(only, reason, relative(process.cwd(), file) || file));
}

function told({ finding, title }: NumberedFinding, reason: string, file: string): string {
  const { number, address, reason: what, text } = finding;
  const place = [title, address].filter((each) => each !== undefined).join(' ');
  return [
    `已核　　${number}　${what}`,
    `　　　　文字　${text}（${place}）`,
    `　　　　理由　${reason}`,
    `　　　　记在　${file}`,
    '',
  ].join('\n');
}

/** The dismissals there are. A file with errors is told, and nothing is written. */
async function soundDismissals(folder: string): Promise<Dismissal[]> {
  const [{ openDismissals }, { formatReport }] = await Promise.all([
    import('../volume/open.js'),
    import('../check/report.js'),
  ]);
  const { dismissals, messages } = await openDismissals(folder);
  if (messages.length === 0) return dismissals;
  process.stderr.write(`${formatReport(messages)}\n`);
  throw new CommandError('请先改正上面的错误。什么也没有写。', EXIT.content);
}

async function write(folder: string, { finding }: NumberedFinding, reason: string, by?: string): Promise<string> {
  const [{ addDismissal }, { DISMISSALS_FILE }, { writeAtomically }, { localTime }] = await Promise.all([
    import('../volume/dismissals-edit.js'),
    import('../volume/dismissals-file.js'),
    import('../fonts/write-atomically.js'),
    import('../proof/record/local-time.js'),
  ]);
  const file = join(folder, DISMISSALS_FILE);
  const { number, rule, text } = finding;
  const date = localTime(new Date()).slice(0, 10);
  try {
    writeAtomically(file, addDismissal(readOr(file), { number, rule, text, reason, ...(by ? { by } : {}), date }));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandError(`写不进 ${file}（${code}）。请检查卷的文件夹能不能写。`, EXIT.environment);
  }
  return file;
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

async function list(folder: string): Promise<void> {
  const dismissals = await soundDismissals(folder);
  const rows = dismissals.map(({ number, rule, text, reason, by, date }) => {
    const words = text === undefined ? '' : `“${text}”`;
    const who = [by, date].filter((each) => each !== undefined).join('，');
    return `${number ?? '————'}　${reason}${who === '' ? '' : `（${who}）`}　${[rule, words].filter(Boolean).join(' ')}`;
  });
  process.stdout.write(`${[...rows, `已核 ${dismissals.length} 处`].join('\n')}\n`);
}
