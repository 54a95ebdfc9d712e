/**
 * The command line. Each command is a file of this folder that registers itself; what is heavy it imports only when
 * it runs, so that help and slips of the hand are answered at once.
 */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { registerBuild } from './build.js';
import { commanderErrorInChinese, speakChinese } from './commander-in-chinese.js';
import { registerDismiss } from './dismiss.js';
import { EXIT, exitCodeOf } from './exit.js';
import { registerIndex } from './index-command.js';
import { registerInit } from './init.js';
import { registerPreflight } from './preflight.js';
import { registerProof } from './proof.js';
import { registerWhere } from './where.js';

/** The program with all its commands. */
export function createProgram(): Command {
  const program = speakChinese(new Command('nianjian'))
    .description('年鉴排版：把各部门的稿件排成可以付印的书。')
    .version(version(), '-V, --version', '显示版本号');
  registerBuild(program);
  registerProof(program);
  registerDismiss(program);
  registerIndex(program);
  registerInit(program);
  registerPreflight(program);
  registerWhere(program);
  return program;
}

/**
 * Runs one command line and returns its exit code. A command sets `process.exitCode` when it ends without an error
 * but not in order, and throws when it cannot go on.
 */
export async function main(argv: string[]): Promise<number> {
  process.on('uncaughtException', (error) => process.exit(report(error)));
  // `nianjian … | head` closes our output early; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? EXIT.done : 1));
  try {
    await createProgram().parseAsync(argv);
    return Number(process.exitCode ?? EXIT.done);
  } catch (error) {
    return report(error);
  }
}

/** Tells what went wrong in one line; gives the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError) {
    // Help and version also arrive here as "errors"; help that was asked for has exit code 0.
    if (error.exitCode === 0) return EXIT.done;
    if (error.code !== 'commander.help') say(`${commanderErrorInChinese(error)}用 --help 看用法。`);
    return EXIT.usage;
  }
  const expected = exitCodeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  if (process.env.NIANJIAN_DEBUG) process.stderr.write(`${error instanceof Error ? error.stack : message}\n`);
  if (expected !== undefined) {
    say(message);
    return expected;
  }
  const hint = process.env.NIANJIAN_DEBUG ? '' : '（设置环境变量 NIANJIAN_DEBUG=1 再运行，可看到出错的位置）';
  say(`程序出错：${message.split('\n')[0]}${hint}`);
  return EXIT.content;
}

function say(message: string): void {
  process.stderr.write(`nianjian：${message}\n`);
}

function version(): string {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
}
