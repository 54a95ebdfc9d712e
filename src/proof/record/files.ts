/** The records of a volume on disk: written, read, looked through. What is damaged or of another format is told and left alone. */
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Finding, ProofRecord } from '../model.js';
import { decodeHead, decodeRecord, encodeRecord, OtherFormat, type RecordHead } from './encoding.js';
import { parseRecordName, recordName, recordsFolder } from './names.js';

export interface KeptRecord {
  /** Path of its file. */
  file: string;
  record: ProofRecord;
  findings: Finding[];
}

/** Why there is no record, in Chinese, and what to do. */
export interface RecordProblem {
  problem: string;
}

/** A record of which only the first line has been read. */
export interface ListedRecord extends RecordHead {
  file: string;
  /** Sorts as time goes. */
  order: string;
}

/** So many records of a scope are kept, and the first of each round. */
const KEPT = 50;
/** The first line of a record nearly always ends before this, bytes. */
const HEAD = 64 * 1024;

/**
 * Writes the record of a proof, and takes away the oldest of its scope where there are too many.
 *
 * @param out the output folder of the volume
 * @param deliver writes a file in one step
 * @returns the path of the record
 */
export function writeRecord(
  out: string,
  record: ProofRecord,
  findings: readonly Finding[],
  deliver: (file: string, text: string) => void,
): string {
  const folder = recordsFolder(out);
  let again = 1;
  while (existsSync(join(folder, recordName(record, again)))) again += 1;
  const name = recordName(record, again);
  deliver(join(folder, name), encodeRecord(record, findings));
  prune(folder, parseRecordName(name)?.scope);
  return join(folder, name);
}

/** Whole records are removed and never half of one; what cannot be removed stays. */
function prune(folder: string, scope: string | undefined): void {
  const own = namesIn(folder).filter((each) => each.scope === scope);
  const newest = own.toSorted((a, b) => (a.order < b.order ? 1 : -1));
  const firsts = new Map(newest.map((each) => [each.round, each]));
  for (const each of newest.slice(KEPT)) {
    if (firsts.get(each.round) === each) continue;
    try {
      rmSync(join(folder, each.name));
    } catch {
      // Another program may hold it open.
    }
  }
}

function namesIn(folder: string): { name: string; scope: string; round: string; order: string }[] {
  try {
    return readdirSync(folder).flatMap((name) => {
      const parsed = parseRecordName(name);
      return parsed ? [{ name, ...parsed }] : [];
    });
  } catch {
    // No proof has been made yet.
    return [];
  }
}

/** Reads a record. Never throws: what is wrong with the file is in `problem`. */
export function readRecord(file: string): KeptRecord | RecordProblem {
  try {
    return { file, ...decodeRecord(readFileSync(file, 'utf8')) };
  } catch (error) {
    return { problem: problemOf(file, error) };
  }
}

/**
 * The records of a volume, the newest first; only their first lines are read.
 *
 * @param out the output folder of the volume
 * @param number 卷号: records of another volume are left out, and told
 */
export function listRecords(out: string, number?: string): { records: ListedRecord[]; problems: string[] } {
  const folder = recordsFolder(out);
  const problems: string[] = [];
  const records = namesIn(folder).flatMap(({ name, order }): ListedRecord[] => {
    const file = join(folder, name);
    try {
      const head = decodeHead(firstLine(file));
      const strange = strangeVolume(file, head, number);
      if (strange === undefined) return [{ file, order, ...head }];
      problems.push(strange);
    } catch (error) {
      problems.push(problemOf(file, error));
    }
    return [];
  });
  return { records: records.sort((a, b) => (a.order < b.order ? 1 : -1)), problems };
}

/** What is to be said of a record that belongs to another volume; nothing where it belongs to this one. */
export function strangeVolume(
  file: string,
  { volume }: Pick<ProofRecord, 'volume'>,
  number: string | undefined,
): string | undefined {
  if (number === undefined || volume.number === number) return undefined;
  return `校样记录“${basename(file)}”是《${volume.title}》${volume.number}卷的，不是${number}卷的，没有用它`;
}

function firstLine(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(HEAD);
    const head = bytes.subarray(0, readSync(handle, bytes, 0, HEAD, 0));
    const end = head.indexOf('\n');
    if (end !== -1) return head.toString('utf8', 0, end);
  } finally {
    closeSync(handle);
  }
  return readFileSync(file, 'utf8').split('\n', 1)[0] as string;
}

function problemOf(file: string, error: unknown): string {
  const name = `校样记录“${basename(file)}”`;
  if (error instanceof OtherFormat) {
    const newer = typeof error.format === 'number' && error.format > 1;
    return `${name}的格式本程序不认识${newer ? '（它是较新的程序写的）' : ''}，没有用它；重新出一次校样就有新的记录`;
  }
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return `找不到${name}`;
  if (code === 'EISDIR') return `“${basename(file)}”是文件夹，不是校样记录`;
  if (code === 'EACCES' || code === 'EPERM') return `${name}没有读取权限`;
  return `${name}损坏了，读不出来，没有用它；重新出一次校样就有新的记录`;
}
