/** `[卷]` of the command line: which volume folder is meant. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { usageError } from './exit.js';

/** Where volumes are kept, relative to the folder the command is typed in. */
const SHELF = 'manuscripts';

/**
 * The absolute path of the volume folder: the one named, by path or by its name under manuscripts/, or else the
 * newest under manuscripts/, which is the one with the highest name.
 */
export function resolveVolume(given?: string, workingFolder = process.cwd()): string {
  return given === undefined ? newestVolume(workingFolder) : namedVolume(given, workingFolder);
}

/**
 * The volume and what is wanted of it, for commands that take both: the first word may be a volume, or the path of a
 * manuscript in one.
 */
export function volumeAndWords(
  words: readonly string[],
  workingFolder = process.cwd(),
): { folder: string; words: string[] } {
  const [first, ...rest] = words;
  if (first === undefined) return { folder: newestVolume(workingFolder), words: [] };
  const named = [resolve(workingFolder, first), join(workingFolder, SHELF, first)].find(isVolume);
  if (named) return { folder: named, words: rest };
  const around = existsSync(resolve(workingFolder, first)) ? volumeAround(resolve(workingFolder, first)) : undefined;
  return { folder: around ?? newestVolume(workingFolder), words: [...words] };
}

/** The volume that a file lies in. */
function volumeAround(path: string): string | undefined {
  for (let folder = dirname(path); dirname(folder) !== folder; folder = dirname(folder)) {
    if (isVolume(folder)) return folder;
  }
  return undefined;
}

function namedVolume(given: string, workingFolder: string): string {
  const candidates = [resolve(workingFolder, given), join(workingFolder, SHELF, given)];
  const volume = candidates.find(isVolume);
  if (volume) return volume;
  // People often name the settings file itself.
  const folder = candidates.find((path) => basename(path) === 'book.yaml' && existsSync(path));
  if (folder) return resolve(folder, '..');
  throw usageError(
    existsSync(resolve(workingFolder, given))
      ? `“${given}”不是一卷年鉴：里面没有 book.yaml。新建一卷用 nianjian init。`
      : `找不到“${given}”。请给出卷的文件夹，例如 ${SHELF}/2022。`,
  );
}

function newestVolume(workingFolder: string): string {
  const shelf = join(workingFolder, SHELF);
  const names = existsSync(shelf) ? readdirSync(shelf) : [];
  const newest = names
    .filter((name) => isVolume(join(shelf, name)))
    .sort((a, b) => a.localeCompare(b, 'zh-CN', { numeric: true }))
    .at(-1);
  if (newest) return join(shelf, newest);
  throw usageError(`${SHELF} 下没有带 book.yaml 的卷。请在程序文件夹里输入命令，或给出卷的文件夹。`);
}

function isVolume(folder: string): boolean {
  return existsSync(join(folder, 'book.yaml'));
}
