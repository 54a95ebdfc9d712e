/** Setting a book (排版、索引和目录): what a book and an index have in common, up to the last number of every page. */
import { join } from 'node:path';
import { compareWithLast } from '../book/index-report.js';
import { numberPages, reserved } from '../book/numbering.js';
import { openMemo } from '../book/reading-memo.js';
import type { MessageDesk } from '../book/refusal.js';
import type { Request } from '../book/request.js';
import type { Run } from '../book/run.js';
import { locatorMessages } from '../check/gates.js';
import { contentsOf, indexesOf } from '../html/book-flows.js';
import { TITLE_EXTENT } from '../html/front/title-page.js';
import { proveOnPages } from '../inspect/index/proof.js';
import { openPassages } from '../paginate/passages.js';
import type { Press } from '../paginate/press.js';
import { readIndex } from '../subject-index/compile.js';
import { locateIndexes, passageOf } from '../subject-index/locate.js';
import { fileIndex } from '../subject-index/record/index-file.js';
import { openVolumeSetting } from './open-setting.js';
import { readBook, type Way } from './read.js';

/** A volume whose pages are set and numbered, but for its 扉页. */
export type SetVolume = Awaited<ReturnType<typeof setVolume>>;

/** Reads, checks, sets and numbers a volume. */
export async function setVolume(request: Request, way: Way, run: Run, press: Press, desk: MessageDesk) {
  const partial = way.only.length > 0;
  if (way.warm) press.warm();
  const read = await readBook(request, way, run, desk);
  const { volume, changes, out, lock, draft } = read;
  const { settings } = volume;
  const opened = await openVolumeSetting(read, way, run, press, desk);
  const { engine, setting, set, flows, pictures } = opened;
  // Photos are prepared while the pages are broken; they are wanted when the book is printed.
  const prepared = way.prints ? pictures.prepare() : Promise.resolve([]);
  prepared.catch(() => undefined);

  run.phase('排版');
  const setParts = set(flows);
  // Terms are read while the browser sets; a refusal there is told to whoever waits for the pages.
  setParts.catch(() => undefined);
  await Promise.race([setting.busy, setParts]);
  const memo = openMemo(join(run.stamps, 'readings.json'), volume.readings);
  const compiled = readIndex(draft, volume, lock.lock, memo);
  desk.take(partial ? [] : compiled.messages);
  if (request.cached) opened.saveHtml();
  const parts = await setParts;

  run.phase('索引和目录');
  // 扉页 and 版权页 are set last, and take two pages whatever they say.
  const front = partial ? [] : [reserved(TITLE_EXTENT)];
  const body = numberPages([...front, parts]);
  const bodyPassages = openPassages(body.plan, flows, parts.surveys);
  const indexes = partial ? [] : indexesOf(compiled, (each) => passageOf(each, bodyPassages), settings);
  const back = await set(indexes);
  // The 目录 stands between 卷首 and body; it counts in roman folios, so its length moves no folio that it prints.
  const contents = partial ? undefined : contentsOf(volume, indexes, numberPages([...front, parts, back]).folio);
  const middle = await set([contents]);
  const numbering = numberPages([...front, parts, middle, back]);

  // Here the pages have their last numbers: what the index says is held against them.
  const passages = openPassages(numbering.plan, flows, parts.surveys);
  const printed = locateIndexes(compiled, (each) => passageOf(each, bodyPassages), settings.index);
  const located = locateIndexes(compiled, (each) => passageOf(each, passages), settings.index);
  const proven = { printed, located };
  desk.take(locatorMessages(proveOnPages(proven, { ...numbering, flows }, settings.index)));
  const volumeName = { title: settings.title, number: settings.number };
  /** The index as it is filed, beside the last one. */
  const filed = () => {
    const index = fileIndex(volumeName, settings.index, located, compiled.doubts());
    memo.save();
    return compareWithLast(out, index);
  };

  const numbered = [parts, middle, back];
  const pages = { flows, indexes, contents, numbered, numbering };
  return { volume, changes, out, compiled, pictures, prepared, engine, setting, set, proven, filed, ...pages };
}
