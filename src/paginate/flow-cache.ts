/**
 * Kept pages: the finished pages of a flow with their survey, under a hash of everything that can change them. The
 * cache may be deleted at any time, and a damaged file in it counts as missing.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FlowSurvey } from './in-page/survey.js';

export interface KeptFlow {
  pages: string;
  survey: FlowSurvey;
}

export interface FlowCache {
  /** False where nothing is kept, so that nobody prepares what would be thrown away. */
  keeps: boolean;
  get(key: string): Promise<KeptFlow | undefined>;
  put(key: string, flow: KeptFlow): Promise<void>;
  /** Deletes what no run has asked for in a week, once there is more than a few books' worth. */
  prune(): Promise<void>;
}

const MOST_FILES = 400;
const UNUSED_MS = 7 * 24 * 3600 * 1000;

/** Opens the cache in `folder`. */
export async function openFlowCache(folder: string): Promise<FlowCache> {
  await mkdir(folder, { recursive: true });
  const path = (key: string): string => join(folder, `${key}.json`);
  return {
    keeps: true,
    async get(key) {
      try {
        const kept = JSON.parse(await readFile(path(key), 'utf8')) as Partial<KeptFlow> | null;
        if (!isWhole(kept)) return undefined;
        const now = new Date();
        await utimes(path(key), now, now);
        return kept;
      } catch {
        return undefined;
      }
    },
    async put(key, flow) {
      const half = `${path(key)}.${process.pid}.half`;
      await writeFile(half, JSON.stringify(flow));
      await rename(half, path(key));
    },
    async prune() {
      const files = await readdir(folder);
      if (files.length <= MOST_FILES) return;
      for (const file of files) await pruneFile(join(folder, file)).catch(() => undefined);
    },
  };
}

function isWhole(kept: Partial<KeptFlow> | null): kept is KeptFlow {
  const survey = kept?.survey;
  return typeof kept?.pages === 'string' && [survey?.pages, survey?.anchors, survey?.faults].every(Array.isArray);
}

/** Fails where another run has deleted the file already. */
async function pruneFile(path: string): Promise<void> {
  const { mtimeMs } = await stat(path);
  if (Date.now() - mtimeMs > UNUSED_MS) await unlink(path);
}

/** No cache: everything is made anew and nothing is kept. */
export const NO_CACHE: FlowCache = {
  keeps: false,
  get: async () => undefined,
  put: async () => undefined,
  prune: async () => undefined,
};

/** A key from everything that can change the result. */
export function cacheKey(...parts: string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}\0`).update(part);
  return hash.digest('hex').slice(0, 32);
}
