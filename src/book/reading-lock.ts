/** `读音锁定.yaml` of a volume: the readings of its index, which no newer dictionary changes unasked. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompiledIndex, readTerms } from '../subject-index/compile.js';
import { LOCK_FILE, lockReadings, parseLock, type ReadingLock, serializeLock } from '../subject-index/reading/lock.js';
import type { Message } from '../tree/message.js';

/** Reads the lock of a volume; one that is not there locks nothing. */
export function openLock(folder: string): { lock?: ReadingLock; messages: Message[] } {
  let text: string;
  try {
    text = readFileSync(join(folder, LOCK_FILE), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { messages: [] };
    return { messages: [lockMessage('lock-unreadable', '打不开', error)] };
  }
  return parseLock(text);
}

/** Writes the lock where it says something new. A folder that cannot be written is a warning: the index is made all the same. */
export function keepLock(
  folder: string,
  { subjects, persons }: Pick<CompiledIndex, 'subjects' | 'persons'>,
): { written?: string; messages: Message[] } {
  const file = join(folder, LOCK_FILE);
  const text = serializeLock(lockReadings(readTerms(subjects), readTerms(persons)));
  const half = `${file}.${process.pid}.half`;
  try {
    if (readOr(file) === text) return { messages: [] };
    writeFileSync(half, text);
    renameSync(half, file);
    return { written: file, messages: [] };
  } catch (error) {
    rmSync(half, { force: true });
    return { messages: [lockMessage('lock-unwritable', '写不进', error)] };
  }
}

function readOr(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function lockMessage(rule: string, what: string, error: unknown): Message {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return {
    severity: 'warning',
    rule,
    file: LOCK_FILE,
    reason: `读音锁定文件${what}（${code}），索引照常编制，但读音没有锁定`,
    remedy: '检查卷的文件夹能不能读写',
  };
}
