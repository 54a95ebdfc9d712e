/**
 * The road of a manuscript to the press, one step after the other.
 *
 *     read → check → flows → fonts → set → 索引 → 目录 → number → prove       a book and an index alike
 *         → 扉页 → print → finish → compare → prove → inspect → deliver       a book
 *         → what has changed → deliver                                        an index
 *     read → check → flows → fonts → set → folios of the book → print → inspect
 *         → what has changed → findings → sheets → deliver                    a proof
 *
 * Every step is a function of one room; this page only hands the values on, and `src/road/` has the stretches between
 * its milestones. After each step `desk.take` ends the road where a message is an error, before anything is written.
 */
import { join } from 'node:path';
import { deliver, isNewer } from './book/deliver.js';
import type { IndexReport } from './book/index-report.js';
import { indexInputs, keepIndex, keptIndex } from './book/kept-index.js';
import type { ProofReport } from './book/proof-report.js';
import { openMessageDesk } from './book/refusal.js';
import type { BookRequest, BookResult, IndexRequest, IndexResult, ProofRequest, ProofResult } from './book/request.js';
import { type Progress, type Run, STAMPS } from './book/run.js';
import type { StartingBrowser } from './paginate/browser.js';
import type { Press } from './paginate/press.js';
import { editionName, printBook } from './road/print-book.js';
import { setVolume } from './road/set-book.js';
import { setProof } from './road/set-proof.js';
import { travel } from './road/travel.js';
import { repeatIndex, writeIndex } from './road/write-index.js';
import { writeProof } from './road/write-proof.js';

/** Makes the book of a volume. Throws only where the environment lacks something. */
export function makeBook(request: BookRequest, progress: Progress): Promise<BookResult> {
  return travel(request, progress, async (run, press) => {
    const stampFile = join(run.stamps, `${editionName(request.only)}.json`);
    const warm = !request.cached || isNewer(request.folder, stampFile);
    const desk = openMessageDesk(request.strict);
    const way = { only: request.only, warm, prints: true, relock: false, writes: true };
    const half = await setVolume(request, way, run, press, desk);
    return printBook(request, half, run, desk, stampFile);
  });
}

/**
 * Makes the index of a volume, and says what has changed in it. Throws only where the environment lacks something.
 *
 * @param ahead the browser, where it was started because the volume has changed
 */
export function makeIndex(request: IndexRequest, progress: Progress, ahead?: StartingBrowser): Promise<IndexResult> {
  const road = async (run: Run, press: Press): Promise<IndexReport> => {
    const keptFile = join(run.stamps, STAMPS.index);
    const warm = !request.cached || ahead !== undefined;
    const desk = openMessageDesk(request.strict);
    if (!warm && !request.relock) {
      run.phase('核对');
      const kept = keptIndex(keptFile, request.folder, await indexInputs(request.folder));
      if (kept) return repeatIndex(request, kept, run, desk);
    }
    const inputs = await indexInputs(request.folder);
    const way = { only: [], warm, prints: false, relock: request.relock, writes: !request.dryRun };
    const half = await setVolume(request, way, run, press, desk);
    return writeIndex(request, half, run, desk, (index) => keepIndex(keptFile, request.folder, inputs, index));
  };
  return travel(request, progress, road, ahead);
}

/**
 * Makes a proof of a part of a volume; gives no report where only what has changed was asked for, and nothing has.
 * Throws only where the environment lacks something.
 *
 * @param ahead the browser, where it was started because the volume has changed
 */
export function makeProof(request: ProofRequest, progress: Progress, ahead?: StartingBrowser): Promise<ProofResult> {
  const road = async (run: Run, press: Press): Promise<ProofReport | undefined> => {
    const set = await setProof(request, !request.cached || ahead !== undefined, run, press);
    if (!set) return undefined;
    const report = await writeProof(request, set, run);
    // Until the volume is newer than this, a proof finds all that it needs.
    if (request.cached) deliver(join(run.stamps, STAMPS.proof), report.file);
    await run.flows.prune();
    return report;
  };
  return travel(request, progress, road, ahead);
}
