/** One run of the program: where it keeps what it may need again, where it scribbles, and how long its phases took. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { type FlowCache, NO_CACHE, openFlowCache } from '../paginate/flow-cache.js';

/** Told what the run is doing; the command line draws it. */
export interface Progress {
  phase(name: string): void;
  /** `done` of `total` parts of this phase; `pages` made so far. */
  step(done: number, total: number, pages: number): void;
}

export interface Run {
  /** Parsed manuscripts, fonts, pictures: absolute paths. */
  folders: { manuscripts: string; fonts: string; pictures: string };
  flows: FlowCache;
  /** Holds what the last finished books were made from; absolute path. */
  stamps: string;
  /** Holds prints of parts of the book; absolute path. */
  prints: string;
  /** Gone when the run ends. */
  scratch: string;
  phase(name: string): void;
  step(done: number, total: number, pages: number): void;
  /** Milliseconds a phase, in their order. */
  times(): Record<string, number>;
  close(): void;
}

/**
 * What the runs of a volume leave in the folder of its stamps: what the last book and the last index were made from,
 * when a proof last found all that it needed, and how long each flow is.
 */
export const STAMPS = { book: 'book.json', index: 'index.json', proof: 'proof.json', extents: 'extents.json' } as const;

/** Where the stamps of a volume lie in the cache `root`. */
export function stampsFolder(folder: string, root: string): string {
  return join(root, ownFolder(folder), 'books');
}

/** Two volumes may have one name. */
function ownFolder(folder: string): string {
  return `${basename(folder)}-${createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 8)}`;
}

/**
 * @param folder absolute path of the volume
 * @param home the project folder, in which `.nianjian/` is the cache
 * @param cached false: nothing of an earlier run is used, and nothing is kept
 */
export async function startRun(folder: string, home: string, cached: boolean, progress: Progress): Promise<Run> {
  const scratch = mkdtempSync(join(tmpdir(), 'nianjian-'));
  const root = cached ? join(home, '.nianjian') : scratch;
  const own = ownFolder(folder);
  const folders = {
    manuscripts: join(root, own, 'manuscripts'),
    fonts: join(root, 'fonts'),
    pictures: join(root, own, 'pictures'),
  };
  for (const each of Object.values(folders)) mkdirSync(each, { recursive: true });
  // Runs on every exit, also on one that a signal asked for.
  const clear = (): void => rmSync(scratch, { recursive: true, force: true });
  process.once('exit', clear);

  const times: Record<string, number> = {};
  let current: { name: string; start: number } | undefined;
  const finish = (): void => {
    if (current) times[current.name] = (times[current.name] ?? 0) + Math.round(performance.now() - current.start);
  };
  return {
    folders,
    flows: cached ? await openFlowCache(join(root, own, 'flows')) : NO_CACHE,
    stamps: stampsFolder(folder, root),
    prints: join(root, own, 'prints'),
    scratch,
    phase(name) {
      finish();
      current = { name, start: performance.now() };
      progress.phase(name);
    },
    step: progress.step,
    times() {
      finish();
      current = undefined;
      return times;
    },
    close() {
      clear();
      process.removeListener('exit', clear);
    },
  };
}
