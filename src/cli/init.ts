/** `nianjian init DIR`: a new volume to start from, with a short example of every kind of manuscript. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { usageError } from './exit.js';

/** The new volume as files, so that it can be read and edited like any other. */
const TEMPLATE = fileURLToPath(new URL('../../templates/volume', import.meta.url));

export function registerInit(program: Command): void {
  program
    .command('init')
    .argument('<文件夹>', '新卷的文件夹，例如 manuscripts/2027')
    .description('新建一卷：写好 book.yaml、各种体裁的样稿和写稿须知')
    .action((folder: string) => {
      const number = volumeNumber(folder, new Date());
      createVolume(resolve(folder), number);
      process.stdout.write(
        `已新建 ${folder}（卷号 ${number}，记述 ${number - 1} 年）。\n先改 ${join(folder, 'book.yaml')}，再看 ${join(folder, 'README.md')}（写稿须知）；排版输入：nianjian build ${folder}\n`,
      );
    });
}

/** The 卷号: the year in the folder's name, or this year. */
export function volumeNumber(folder: string, today: Date): number {
  const year = /(?:19|20)\d\d/.exec(basename(resolve(folder)))?.[0];
  return year ? Number(year) : today.getFullYear();
}

/** Writes a new volume into `folder`, which must be empty or not exist yet. */
export function createVolume(folder: string, number: number): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw usageError(`“${folder}”是一个文件，不能在这里新建一卷。`);
    if (readdirSync(folder).length > 0) throw usageError(`“${folder}”里已有文件。请换一个空的文件夹，以免覆盖稿件。`);
  }
  mkdirSync(folder, { recursive: true });
  cpSync(TEMPLATE, folder, { recursive: true });
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (/\.(?:md|yaml)$/.test(name)) fillInYears(join(folder, name), number);
  }
}

/** The template writes {卷号} and {记述年份} where the years belong. */
function fillInYears(file: string, number: number): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replaceAll('{卷号}', String(number)).replaceAll('{记述年份}', String(number - 1)));
}
