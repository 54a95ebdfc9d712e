/**
 * The road of a manuscript to the press, one step after the other.
 *
 *     read → check → flows → fonts → set → 索引 → 目录 → number → prove       a book and an index alike
 *         → 扉页 → print → finish → compare → prove → inspect → deliver       a book
 *         → what has changed → deliver                                        an index
 *
 * Every step is a function of one room; this page only hands the values on. After each step `desk.take` ends the road
 * where a message is an error, before anything is written.
 */
import { join } from 'node:path';
import { bookDate } from './book/date.js';
import { assertWritable, deliver, isDelivered, isNewer, stampDelivery } from './book/deliver.js';
import { compareWithLast, countIndex, deliverIndex, type IndexReport } from './book/index-report.js';
import { deliverLayout, keptLayout } from './book/layout.js';
import { numberPages, reserved } from './book/numbering.js';
import { keepLock, openLock } from './book/reading-lock.js';
import { type MessageDesk, openMessageDesk, Refusal } from './book/refusal.js';
import { type BookReport, countBook } from './book/report.js';
import type { BookRequest, BookResult, IndexRequest, IndexResult, Request, Result } from './book/request.js';
import { type Progress, type Run, startRun } from './book/run.js';
import { type SetFlows, setFlows } from './book/set-flows.js';
import { bookPage, bookTheme, bookTitle, engineStamp, programStamp } from './book/theme.js';
import { fontMessages, glyphMessages, locatorMessages, pdfMessages } from './check/gates.js';
import { checkVolume } from './check/index.js';
import { measuresOf } from './design/measures.js';
import { TRIM_SIZES } from './design/trim-sizes.js';
import { bookFonts, roleOf } from './fonts/book-fonts.js';
import { bookmarkLines, contentsOf, furnitureOf, indexesOf, manuscriptFlows } from './html/book-flows.js';
import type { Flow } from './html/flow.js';
import { TITLE_EXTENT, titlePages, titlePagesMessages } from './html/front/title-page.js';
import { proveInPdf, proveOnPages } from './inspect/index/proof.js';
import { inspectBook } from './inspect/inspect.js';
import { type LayoutSummary, summaryOf } from './inspect/summary.js';
import { checkPhotos } from './manuscript/photos.js';
import { readVolume } from './manuscript/read-volume.js';
import { expectedPages } from './paginate/expected-pages.js';
import { cacheKey } from './paginate/flow-cache.js';
import { pageFrames } from './paginate/page-frames.js';
import { openPassages } from './paginate/passages.js';
import { POINTS_PER_PX } from './paginate/points.js';
import { openPress, type Press } from './paginate/press.js';
import { openSetting } from './paginate/setting.js';
import { openPictureDesk } from './plates/pictures.js';
import { finishPdf } from './press/finish.js';
import { fontsOf } from './press/fonts-of.js';
import { nestOutline } from './press/outline-tree.js';
import { extractText } from './press/text/extract.js';
import { comparePdf } from './press/text-gate.js';
import { compileIndex } from './subject-index/compile.js';
import { locateIndexes, passageOf } from './subject-index/locate.js';
import { fileIndex } from './subject-index/record/index-file.js';
import type { Message } from './tree/message.js';
import { volumeRuns } from './tree/tree-text.js';

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

/** Makes the index of a volume, and says what has changed in it. Throws only where the environment lacks something. */
export function makeIndex(request: IndexRequest, progress: Progress): Promise<IndexResult> {
  return travel(request, progress, async (run, press) => {
    const stampFile = join(run.stamps, 'index.json');
    const warm = !request.cached || isNewer(request.folder, stampFile);
    const desk = openMessageDesk(request.strict);
    const way = { only: [], warm, prints: false, relock: request.relock, writes: !request.dryRun };
    const half = await setVolume(request, way, run, press, desk);
    return writeIndex(request, half, run, desk, stampFile);
  });
}

/** Goes a road to its end, or to the step that refuses to go on. */
async function travel<Report>(
  request: Request,
  progress: Progress,
  road: (run: Run, press: Press) => Promise<Report>,
): Promise<Result<Report>> {
  const run = await startRun(request.folder, request.home, request.cached, progress);
  const press = openPress(bookTheme(run.scratch));
  try {
    return { done: true, report: await road(run, press) };
  } catch (error) {
    if (error instanceof Refusal) return { done: false, messages: error.messages };
    throw error;
  } finally {
    await press.close();
    run.close();
  }
}

/** How the first half of the road is gone. */
interface Way {
  /** Titles of the 类目 to set, without 目录 and 索引; all where it is empty. */
  only: string[];
  /** Whether something will have to be set: the browser starts while the manuscripts are read. */
  warm: boolean;
  /** Whether the pages are printed afterwards. */
  prints: boolean;
  /** Whether readings are taken anew from the dictionary. */
  relock: boolean;
  /** Whether anything will be written into the output folder. */
  writes: boolean;
}

/** What the first half of the road gives: a volume whose pages are set and numbered, but for its 扉页. */
type SetVolume = Awaited<ReturnType<typeof setVolume>>;

/** The half of the road that a book and an index share. */
async function setVolume(request: Request, way: Way, run: Run, press: Press, desk: MessageDesk) {
  const partial = way.only.length > 0;

  if (way.warm) press.warm();

  run.phase('读稿');
  const read = await readVolume(request.folder, { cache: run.folders.manuscripts, only: way.only });
  desk.take(read.messages);
  const { volume, changes } = read;
  if (!volume) throw new Refusal(desk.messages);
  const { settings } = volume;
  const out = request.out ?? join(request.home, 'dist', settings.number);
  if (way.writes) assertWritable(out);

  run.phase('检查');
  const lock = way.relock ? { messages: [] } : openLock(request.folder);
  const compiled = await compileIndex(volume, lock.lock);
  // Where only some 类目 are read no index is printed, and half of what its rules name is not there.
  const indexMessages = partial ? [] : [...lock.messages, ...compiled.messages];
  desk.take([...checkVolume(volume), ...indexMessages, ...(await checkPhotos(volume, run.folders.pictures))]);

  run.phase('图片和字体');
  const fonts = await bookFonts(
    [...volumeRuns(volume), ...titlePages(settings, 0).runs],
    // Running heads name the book even where no title page is set.
    `${furnitureOf(compiled, settings)}${bookTitle(settings)}`,
    run.folders.fonts,
  );
  desk.take(glyphMessages(fonts.missing, roleOf));
  const engine = await engineStamp(settings, fonts.stamp);
  const open = () => press.open(bookPage(settings, fonts.css, run.scratch));
  const setting = openSetting(run.flows, engine, open, way.prints);
  // The browser loads the fonts while the flows are rendered.
  if (way.warm) setting.warm();
  const pictures = await openPictureDesk(volume, run.folders.pictures);
  const flows = manuscriptFlows(volume, pictures);
  // Photos are prepared while the pages are broken; they are wanted when the book is printed.
  const prepared = way.prints ? pictures.prepare() : Promise.resolve();
  prepared.catch(() => undefined);

  run.phase('排版');
  const set = async (
    wanted: (Flow | undefined)[],
    refuse: (done: SetFlows) => Message[] = () => [],
  ): Promise<SetFlows> => {
    const done = await setFlows(
      setting,
      wanted.filter((flow) => flow !== undefined),
      run.step,
    );
    // Where a flow is refused for what it says, what came of setting it is no news.
    desk.take(refuse(done));
    desk.take(done.messages);
    return done;
  };
  const parts = await set(flows);

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
  const filed = () => compareWithLast(out, fileIndex(volumeName, settings.index, located, compiled.doubts()));

  const numbered = [parts, middle, back];
  const pages = { flows, indexes, contents, numbered, numbering };
  return { volume, changes, out, compiled, pictures, prepared, engine, setting, set, proven, filed, ...pages };
}

/** The rest of the way of a book: 扉页 → print → finish → compare → prove → inspect → deliver. */
async function printBook(
  request: BookRequest,
  half: SetVolume,
  run: Run,
  desk: MessageDesk,
  stampFile: string,
): Promise<BookReport> {
  const { volume, changes, out, pictures, engine, setting, flows, contents } = half;
  const { settings } = volume;
  const partial = request.only.length > 0;
  const file = join(out, `${editionName(request.only)}.pdf`);
  const layoutFile = join(out, `${editionName(request.only).replace(/^book/, 'layout')}.json`);
  // 印张 and 字数 are counted from the pages of the whole book; the 扉页 that prints them moves no folio.
  const title = partial ? undefined : titlePages(settings, half.numbering.plan.sheets.length);
  const front = await half.set([title], ({ extents }) => titlePagesMessages(extents[0]?.pages ?? 0));
  const { plan, places, surveys } = numberPages([front, ...half.numbered]);

  const report = (unchanged: boolean, bytes: number, layout: LayoutSummary): BookReport => ({
    file,
    bytes,
    figures: countBook(volume, plan.sheets.length),
    freshFlows: setting.fresh(),
    unchanged,
    times: run.times(),
    layout,
    layoutFile,
    messages: desk.messages,
    changes,
  });
  const all = [title, ...flows, ...half.indexes, contents].filter((flow) => flow !== undefined);
  const html = all.map((flow) => flow.html);
  const inputs = JSON.stringify([settings, plan, pictures.stamp(), bookDate(settings)]);
  const key = cacheKey(engine, programStamp(), inputs, ...html);
  const kept = request.cached && isDelivered(stampFile, key, file) ? keptLayout(layoutFile) : undefined;
  if (kept) {
    if (!partial) deliverIndex(out, half.filed(), false);
    return report(true, 0, kept);
  }

  run.phase('打印');
  await half.prepared;
  const printed = await setting.print(plan.sheets);
  if (request.finishedDom) deliver(request.finishedDom, await setting.finished());

  run.phase('核对和收尾');
  const { widthMm, heightMm } = TRIM_SIZES[settings.trim];
  const bookmarks = bookmarkLines(volume, contents, half.indexes).flatMap(({ id, level, title }) => {
    const place = places.get(id);
    return place ? [{ level, title, page: place.sheet, y: place.y }] : [];
  });
  const pdf = finishPdf(printed, {
    title: bookTitle(settings),
    author: settings.compiler ?? settings.sponsor,
    language: 'zh-CN',
    date: bookDate(settings),
    pageLabels: plan.labels,
    trim: { widthMm, heightMm, anchor: 'top-left' },
    outline: nestOutline(bookmarks),
  });
  const texts = extractText(pdf);
  desk.take(pdfMessages(comparePdf(texts, expectedPages(plan, surveys))));
  desk.take(fontMessages(fontsOf(pdf)));
  const frames = pageFrames(plan, surveys);
  desk.take(locatorMessages(proveInPdf(half.proven, { plan, places, surveys, flows }, texts, frames)));
  const layout = inspectBook({ texts, frames, flows: all, lineHeight: measuresOf(settings).line * POINTS_PER_PX });

  deliver(file, pdf);
  deliverLayout(layoutFile, layout);
  if (!partial) deliverIndex(out, half.filed(), false);
  if (request.cached) stampDelivery(stampFile, key, file, pdf);
  const finished = report(false, pdf.length, summaryOf(layout));
  deliver(join(out, 'report.json'), `${JSON.stringify(finished, undefined, 2)}\n`);
  await run.flows.prune();
  return finished;
}

/** The rest of the way of an index: deliver, and lock the readings. */
async function writeIndex(
  request: IndexRequest,
  { out, compiled, setting, filed }: SetVolume,
  run: Run,
  desk: MessageDesk,
  stampFile: string,
): Promise<IndexReport> {
  // A later build takes these pages from the cache.
  await setting.settled();
  const index = filed();
  const lock = request.dryRun ? { messages: [] } : keepLock(request.folder, compiled);
  desk.take(lock.messages);
  const files = request.dryRun ? [] : deliverIndex(out, index, request.csv);
  if (request.cached) deliver(stampFile, '{}');
  await run.flows.prune();
  return {
    files,
    ...(lock.written !== undefined && { lock: lock.written }),
    index,
    subjects: countIndex(index.subjects),
    persons: countIndex(index.persons),
    freshFlows: setting.fresh(),
    times: run.times(),
    messages: desk.messages,
  };
}

/** `book`, or `book-农业+法治` where only some 类目 are set: a part must never pass for the whole. */
function editionName(only: string[]): string {
  return ['book', only.join('+')]
    .filter((part) => part !== '')
    .join('-')
    .replace(/[\\/:*?"<>|]/gu, '-');
}
