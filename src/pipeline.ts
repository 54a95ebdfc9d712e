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
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STAMPS } from './book/browser-ahead.js';
import { bookDate } from './book/date.js';
import { assertWritable, deliver, isDelivered, isNewer, stampDelivery } from './book/deliver.js';
import { compareWithLast, countIndex, deliverIndex, type IndexReport } from './book/index-report.js';
import { openHtml } from './book/kept-html.js';
import { indexInputs, type KeptIndex, keepIndex, keptIndex } from './book/kept-index.js';
import { deliverLayout, keptLayout } from './book/layout.js';
import { numberPages, reserved } from './book/numbering.js';
import type { PressEdition, PressReport } from './book/press-edition.js';
import { keepLock, openLock } from './book/reading-lock.js';
import { openMemo } from './book/reading-memo.js';
import { type MessageDesk, openMessageDesk, Refusal } from './book/refusal.js';
import { type BookReport, countBook } from './book/report.js';
import type { BookRequest, BookResult, IndexRequest, IndexResult, Request, Result } from './book/request.js';
import { type Progress, type Run, startRun } from './book/run.js';
import { type SetFlows, setFlows } from './book/set-flows.js';
import { isStalePress } from './book/stale-press.js';
import { bookPage, bookTheme, bookTitle, checkStyles, engineStamp, programStamp } from './book/theme.js';
import { fontMessages, glyphMessages, locatorMessages, pdfMessages } from './check/gates.js';
import { checkVolume } from './check/index.js';
import { printedBleed } from './design/bleed.js';
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
import type { StartingBrowser } from './paginate/browser.js';
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
import { draftIndex, readIndex, unsorted } from './subject-index/compile.js';
import { locateIndexes, passageOf } from './subject-index/locate.js';
import type { LockDifference } from './subject-index/reading/lock.js';
import { fileIndex, type IndexFile } from './subject-index/record/index-file.js';
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

/** Goes a road to its end, or to the step that refuses to go on. */
async function travel<Report>(
  request: Request,
  progress: Progress,
  road: (run: Run, press: Press) => Promise<Report>,
  ahead?: StartingBrowser,
): Promise<Result<Report>> {
  const run = await startRun(request.folder, request.home, request.cached, progress);
  const press = openPress(bookTheme(run.scratch), ahead);
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
  const draft = draftIndex(volume);
  desk.take([
    ...checkStyles(settings.layout),
    ...checkVolume(volume),
    // Where only some 类目 are read no index is printed, and half of what its rules name is not there.
    ...(partial ? [] : [...lock.messages, ...draft.messages]),
    ...(await checkPhotos(volume, run.folders.pictures)),
  ]);

  run.phase('图片和字体');
  const fonts = await bookFonts(
    [...volumeRuns(volume), ...titlePages(settings, 0).runs],
    // Running heads name the book even where no title page is set.
    `${furnitureOf(unsorted(draft), settings)}${bookTitle(settings)}`,
    run.folders.fonts,
  );
  desk.take(glyphMessages(fonts.missing, roleOf));
  const engine = await engineStamp(settings, fonts.stamp);
  const open = () => press.open(bookPage(settings, fonts.css, run.scratch));
  const setting = openSetting(run.flows, engine, open, way.prints);
  // The browser loads the fonts while the flows are rendered.
  if (way.warm) setting.warm();
  const pictures = await openPictureDesk(volume, run.folders.pictures);
  const html = openHtml(join(run.stamps, 'html.json'), measuresOf(settings));
  const flows = manuscriptFlows(volume, pictures, html.rendered);
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
  const setParts = set(flows);
  // Terms are read while the browser sets; a refusal there is told to whoever waits for the pages.
  setParts.catch(() => undefined);
  await Promise.race([setting.busy, setParts]);
  const memo = openMemo(join(run.stamps, 'readings.json'), volume.readings);
  const compiled = readIndex(draft, volume, lock.lock, memo);
  desk.take(partial ? [] : compiled.messages);
  if (request.cached) html.save();
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
  const pressName = file.replace(/\.pdf$/u, '-press.pdf');
  const layoutFile = join(out, `${editionName(request.only).replace(/^book/, 'layout')}.json`);
  // 印张 and 字数 are counted from the pages of the whole book; the 扉页 that prints them moves no folio.
  const title = partial ? undefined : titlePages(settings, half.numbering.plan.sheets.length);
  const front = await half.set([title], ({ extents }) => titlePagesMessages(extents[0]?.pages ?? 0));
  const { plan, places, surveys } = numberPages([front, ...half.numbered]);

  const report = (
    unchanged: boolean,
    bytes: number,
    layout: LayoutSummary,
    pdf: Uint8Array,
    press?: PressReport,
  ): BookReport => ({
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
    ...(press ? { press } : { stalePress: isStalePress(pressName, pdf) }),
  });
  /** The press edition, which is made of the finished PDF alone; nothing where none was asked for. */
  const forPress = async (pdf: Uint8Array): Promise<PressEdition | undefined> => {
    if (!request.press) return undefined;
    run.phase('印刷文件');
    await half.prepared;
    const material = {
      settings,
      folder: request.folder,
      file: pressName,
      cache: join(run.folders.pictures, 'press'),
      originals: pictures.original,
      onPhoto: (done: number, total: number) => run.step(done, total, plan.sheets.length),
    };
    // Loaded where it is wanted: most runs make no press file.
    const { pressEdition } = await import('./book/press-edition.js');
    const made = await pressEdition(pdf, request.press, material);
    desk.take(made.messages);
    return 'bytes' in made ? made : undefined;
  };
  const all = [title, ...flows, ...half.indexes, contents].filter((flow) => flow !== undefined);
  const html = all.map((flow) => flow.html);
  const inputs = JSON.stringify([settings, plan, pictures.stamp(), bookDate(settings)]);
  const key = cacheKey(engine, programStamp(), inputs, ...html);
  const kept = request.cached && isDelivered(stampFile, key, file) ? keptLayout(layoutFile) : undefined;
  if (kept) {
    const pdf = readFileSync(file);
    const edition = await forPress(pdf);
    if (edition) deliver(edition.report.file, edition.bytes);
    if (!partial) deliverIndex(out, half.filed(), false);
    return report(true, 0, kept, pdf, edition?.report);
  }

  run.phase('打印');
  await half.prepared;
  const bleed = printedBleed(settings.press.bleedMm);
  const printed = await setting.print(plan.sheets, bleed);
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
    trim: { widthMm, heightMm, anchor: 'top-left', bleed: bleed * POINTS_PER_PX },
    outline: nestOutline(bookmarks),
  });
  const texts = extractText(pdf);
  desk.take(pdfMessages(comparePdf(texts, expectedPages(plan, surveys))));
  desk.take(fontMessages(fontsOf(pdf)));
  const frames = pageFrames(plan, surveys);
  desk.take(locatorMessages(proveInPdf(half.proven, { plan, places, surveys, flows }, texts, frames)));
  const layout = inspectBook({ texts, frames, flows: all, lineHeight: measuresOf(settings).line * POINTS_PER_PX });
  const edition = await forPress(pdf);

  deliver(file, pdf);
  if (edition) deliver(edition.report.file, edition.bytes);
  deliverLayout(layoutFile, layout);
  if (!partial) deliverIndex(out, half.filed(), false);
  if (request.cached) stampDelivery(stampFile, key, file, pdf);
  const finished = report(false, pdf.length, summaryOf(layout), pdf, edition?.report);
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
  keep: (index: KeptIndex) => void,
): Promise<IndexReport> {
  // A later build takes these pages from the cache.
  await setting.settled();
  const differences = compiled.differences();
  const index = filed();
  const lock = request.dryRun ? { messages: [] } : keepLock(request.folder, compiled);
  desk.take(lock.messages);
  const files = request.dryRun ? [] : deliverIndex(out, index, request.csv);
  if (request.cached && !request.dryRun) keep({ index, messages: desk.messages, differences });
  await run.flows.prune();
  return {
    ...indexReport(index, differences, files, run, desk),
    ...(lock.written !== undefined && { lock: lock.written }),
    freshFlows: setting.fresh(),
  };
}

/** An index of which nothing has changed: it is only laid beside what lies in the output folder. */
function repeatIndex(
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

/** `book`, or `book-农业+法治` where only some 类目 are set: a part must never pass for the whole. */
function editionName(only: string[]): string {
  return ['book', only.join('+')]
    .filter((part) => part !== '')
    .join('-')
    .replace(/[\\/:*?"<>|]/gu, '-');
}
