/**
 * Parsed manuscripts kept on disk: a JSON file each, named by a hash of everything the result depends on. A file
 * that is missing, broken or foreign is as good as none.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ManuscriptResult } from './read-manuscript.js';

/** To be raised whenever a reader gives another result for the same bytes. */
export const READER_VERSION = 4;

/** The name under which the result for these bytes, at this place of the volume, is kept. */
export function cacheKey(file: string, id: string, bytes: Uint8Array): string {
  return createHash('sha1').update(`${READER_VERSION}\0${file}\0${id}\0`).update(bytes).digest('hex');
}

/** The result kept under a key, if there is a sound one. */
export async function fromCache(folder: string, key: string): Promise<ManuscriptResult | undefined> {
  try {
    const kept = JSON.parse(await readFile(path.join(folder, `${key}.json`), 'utf8')) as {
      key?: string;
      result?: ManuscriptResult;
    };
    const { result } = kept;
    const sound = kept.key === key && Array.isArray(result?.messages) && Array.isArray(result.changes);
    return sound ? result : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a result. Written aside and renamed, so that a half-written file is never read; failing is no harm. */
export async function toCache(folder: string, key: string, result: ManuscriptResult): Promise<void> {
  const aside = path.join(folder, `${key}.${randomUUID()}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(aside, JSON.stringify({ key, result }));
    await rename(aside, path.join(folder, `${key}.json`));
  } catch {
    await rm(aside, { force: true }).catch(() => undefined);
  }
}
