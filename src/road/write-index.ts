/** Writing an index (重编索引): what is left of its way when its pages are set and numbered. */
import { join } from 'node:path';
import { assertWritable } from '../book/deliver.js';
import { compareWithLast, countIndex, deliverIndex, type IndexReport } from '../book/index-report.js';
import type { KeptIndex } from '../book/kept-index.js';
import { extentsToKeep, keepExtents } from '../book/kept-plan.js';
import { keepLock } from '../book/reading-lock.js';
import type { MessageDesk } from '../book/refusal.js';
import type { IndexRequest } from '../book/request.js';
import { type Run, STAMPS } from '../book/run.js';
import type { LockDifference } from '../subject-index/reading/lock.js';
import type { IndexFile } from '../subject-index/record/index-file.js';
import type { SetVolume } from './set-book.js';

/** Delivers, and locks the readings. */
export async function writeIndex(
  request: IndexRequest,
  { out, compiled, setting, filed, flows, indexes, contents, numbered }: SetVolume,
  run: Run,
  desk: MessageDesk,
  keep: (index: KeptIndex) => void,
): Promise<IndexReport> {
  // A later build takes these pages from the cache.
  await setting.settled();
  const differences = compiled.differences();
  const index = filed();
  const lock = request.dryRun ? { messages: [] } : keepLock(request.folder, compiled);
  desk.take(lock.messages);
  const files = request.dryRun ? [] : deliverIndex(out, index, request.csv);
  if (request.cached && !request.dryRun) {
    const set = [...flows, ...indexes, contents].filter((flow) => flow !== undefined);
    const extents = extentsToKeep(
      numbered.flatMap((each) => each.extents),
      set,
      setting.keyOf,
    );
    keepExtents(join(run.stamps, STAMPS.extents), extents);
    keep({ index, messages: desk.messages, differences });
  }
  await run.flows.prune();
  return {
    ...indexReport(index, differences, files, run, desk),
    ...(lock.written !== undefined && { lock: lock.written }),
    freshFlows: setting.fresh(),
  };
}

/** An index of which nothing has changed: it is only laid beside what lies in the output folder. */
export function repeatIndex(
  request: IndexRequest,
  { index: last, messages, differences }: KeptIndex,
  run: Run,
  desk: MessageDesk,
): IndexReport {
  const out = request.out ?? join(request.home, 'dist', last.volume.number);
  if (!request.dryRun) assertWritable(out);
  desk.take(messages);
  const index = compareWithLast(out, last);
  return indexReport(index, differences, request.dryRun ? [] : deliverIndex(out, index, request.csv), run, desk);
}

function indexReport(
  index: IndexFile,
  differences: LockDifference[],
  files: string[],
  run: Run,
  desk: MessageDesk,
): IndexReport {
  const { subjects, persons } = index;
  return {
    files,
    index,
    differences,
    subjects: countIndex(subjects),
    persons: countIndex(persons),
    freshFlows: 0,
    times: run.times(),
    messages: desk.messages,
  };
}
