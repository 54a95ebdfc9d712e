/** `[卷]` of the command line: which volume folder is meant. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
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
