/** Delivering: finished files take the place of old ones in one step, so that a failed build leaves the old book whole. */
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** The output folder cannot be written. */
export class DeliveryError extends Error {
  readonly exitCode = 3;
}

/** Whether files can be put into `folder`, asked before the work is done. Throws {@link DeliveryError}. */
export function assertWritable(folder: string): void {
  let place = folder;
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  try {
    if (!statSync(place).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' });
    accessSync(place, constants.W_OK);
  } catch (error) {
    throw failure(folder, error);
  }
}

/** Writes beside, then renames. Throws {@link DeliveryError}. */
export function deliver(file: string, data: Uint8Array | string): void {
  const half = `${file}.${process.pid}.half`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(half, data);
    renameSync(half, file);
  } catch (error) {
    discard(half);
    throw failure(file, error);
  }
}

function failure(place: string, error: unknown): DeliveryError {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return new DeliveryError(
    `无法写入 ${place}：${WHY[code] ?? code}。请换一个输出文件夹（--out），或先关闭正在使用它的程序。`,
  );
}

/** The error that is told is the first one: where a folder of the path is a file, not even looking for `half` works. */
function discard(half: string): void {
  try {
    rmSync(half, { force: true });
  } catch {
    // Then it was never written.
  }
}

const WHY: Record<string, string> = {
  EACCES: '没有写入的权限',
  EPERM: '没有写入的权限',
  EROFS: '这个磁盘是只读的',
  ENOSPC: '磁盘满了',
  ENOTDIR: '路径中有一段不是文件夹',
  EEXIST: '输出文件夹的位置上有一个同名文件',
  EISDIR: '同名的文件夹占了它的位置',
  EBUSY: '文件正被别的程序使用',
};

/** What the last finished book was made from. */
interface Stamp {
  key: string;
  file: string;
  sha256: string;
}

/** Whether `file` is the book that was made from exactly `key`. */
export function isDelivered(stampFile: string, key: string, file: string): boolean {
  try {
    const stamp = JSON.parse(readFileSync(stampFile, 'utf8')) as Partial<Stamp>;
    return stamp.key === key && stamp.file === file && stamp.sha256 === digest(readFileSync(file));
  } catch {
    return false;
  }
}

/** Remembers that `file`, with these bytes, was made from `key`. */
export function stampDelivery(stampFile: string, key: string, file: string, bytes: Uint8Array): void {
  const stamp: Stamp = { key, file, sha256: digest(bytes) };
  deliver(stampFile, JSON.stringify(stamp));
}

/** SHA-256 of a file, in hex. */
export function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whether anything in the volume may have changed since the stamp was written: a hint, never the last word. */
export function isNewer(folder: string, stampFile: string): boolean {
  try {
    const { mtimeMs } = statSync(stampFile);
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some(
      (name) => statSync(join(folder, name)).mtimeMs > mtimeMs,
    );
  } catch {
    return true;
  }
}
