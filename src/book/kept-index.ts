/**
 * The last index of a volume (上次的索引), kept with a stamp of all that it was made from. Where nothing has changed,
 * nothing is read, set or compared again.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bookFontStamp } from '../fonts/book-fonts.js';
import { LOCK_FILE, type LockDifference } from '../subject-index/reading/lock.js';
import type { IndexFile } from '../subject-index/record/index-file.js';
import type { Message } from '../tree/message.js';
import { deliver } from './deliver.js';
import { readingStamp } from './reading-memo.js';
import { toolStamp } from './theme.js';

export interface KeptIndex {
  /** Without what had changed then. */
  index: Omit<IndexFile, 'changes'>;
  messages: Message[];
  differences: LockDifference[];
}

interface KeptFile extends KeptIndex {
  inputs: string;
  lock: string;
}

/** What the program reads as text: of photos, which are large, size and time must do. */
const TEXT = /\.(md|yaml)$/iu;

/**
 * A stamp of everything an index is made from, but for the lock, which the run itself writes: the files of the volume,
 * the program, its dictionary, its styles and fonts, and the browser.
 *
 * @param folder absolute path of the volume
 */
export async function indexInputs(folder: string): Promise<string> {
  const hash = createHash('sha256')
    .update(readingStamp())
    .update(await toolStamp(bookFontStamp()));
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name === LOCK_FILE) continue;
    hash.update(`\0${name}\0`).update(contentOf(join(folder, name), TEXT.test(name)));
  }
  return hash.digest('hex');
}

function contentOf(file: string, text: boolean): Uint8Array | string {
  try {
    const stats = statSync(file);
    return text && stats.isFile() ? readFileSync(file) : `${stats.size} ${stats.mtimeMs}`;
  } catch (error) {
    // What cannot be read is for the reader of the volume to name.
    return String((error as NodeJS.ErrnoException).code);
  }
}

/** The last index, where it was made from these inputs and its readings are still locked. */
export function keptIndex(file: string, folder: string, inputs: string): KeptIndex | undefined {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Partial<KeptFile> | null;
    const { index, messages, differences } = kept ?? {};
    if (kept?.inputs !== inputs || kept.lock !== lockStamp(folder) || !index || !messages || !differences)
      return undefined;
    return { index, messages, differences };
  } catch {
    return undefined;
  }
}

/** Keeps an index that has been delivered, with its lock. */
export function keepIndex(
  file: string,
  folder: string,
  inputs: string,
  { index, messages, differences }: KeptIndex,
): void {
  const kept: KeptFile = { inputs, lock: lockStamp(folder), index, messages, differences };
  deliver(file, JSON.stringify(kept));
}

/** Of the lock as it lies in the volume; a volume without one has a stamp of its own. */
function lockStamp(folder: string): string {
  try {
    return createHash('sha256')
      .update(readFileSync(join(folder, LOCK_FILE)))
      .digest('hex');
  } catch {
    return 'none';
  }
}
