/**
 * Kept pages: the finished pages of a flow and their survey, under a hash of everything that can change them. They are
 * two files, since whoever only asks where things stand wants the survey alone. The cache may be deleted at any time,
 * and a damaged file in it counts as missing.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FlowSurvey } from './in-page/survey.js';

export interface KeptFlow {
  survey: FlowSurvey;
  /** The pages themselves, read when they are wanted. */
  pages(): Promise<string>;
}

export interface FlowCache {
  /** False where nothing is kept, so that nobody prepares what would be thrown away. */
  keeps: boolean;
  get(key: string): Promise<KeptFlow | undefined>;
  put(key: string, survey: FlowSurvey, pages: string): Promise<void>;
  /** Deletes what no run has asked for in a week, once there is more than a few books' worth. */
  prune(): Promise<void>;
}

const MOST_FILES = 800;
const UNUSED_MS = 7 * 24 * 3600 * 1000;

/** Opens the cache in `folder`. */
export async function openFlowCache(folder: string): Promise<FlowCache> {
  await mkdir(folder, { recursive: true });
  const surveyFile = (key: string): string => join(folder, `${key}.json`);
  const pagesFile = (key: string): string => join(folder, `${key}.html`);
  return {
    keeps: true,
    async get(key) {
      try {
        const kept = JSON.parse(await readFile(surveyFile(key), 'utf8')) as Partial<Kept> | null;
        if (!isWhole(kept) || (await stat(pagesFile(key))).size !== kept.bytes) return undefined;
        const now = new Date();
        await Promise.all([surveyFile(key), pagesFile(key)].map((file) => utimes(file, now, now)));
        return { survey: kept.survey, pages: () => readFile(pagesFile(key), 'utf8') };
      } catch {
        return undefined;
      }
    },
    async put(key, survey, pages) {
      const kept: Kept = { bytes: Buffer.byteLength(pages), survey };
      // The survey says that the pages are there, so it comes last.
      await writeWhole(pagesFile(key), pages);
      await writeWhole(surveyFile(key), JSON.stringify(kept));
    },
    async prune() {
      const files = await readdir(folder);
      if (files.length <= MOST_FILES) return;
      for (const file of files) await pruneFile(join(folder, file)).catch(() => undefined);
    },
  };
}

/** What the file of a survey holds. */
interface Kept {
  /** Length of the file of its pages: one that was cut off is none. */
  bytes: number;
  survey: FlowSurvey;
}

function isWhole(kept: Partial<Kept> | null): kept is Kept {
  const survey = kept?.survey;
  return typeof kept?.bytes === 'number' && [survey?.pages, survey?.anchors, survey?.faults].every(Array.isArray);
}

async function writeWhole(file: string, content: string): Promise<void> {
  const half = `${file}.${process.pid}.half`;
  await writeFile(half, content);
  await rename(half, file);
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
