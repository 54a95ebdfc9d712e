/**
 * The road of a manuscript to the press, one step after the other.
 *
 *     read → check → flows → fonts → set → 索引 → 目录 → 扉页 → number → print → finish → compare →
 *     inspect → deliver
 *
 * Every step is a function of one room; this page only hands the values on. After each step `desk.take` ends the road
 * where a message is an error, before anything is written.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bookDate } from './book/date.js';
import { assertWritable, deliver, isDelivered, isNewer, stampDelivery } from './book/deliver.js';
import { deliverLayout, keptLayout } from './book/layout.js';
import {
  isStalePress,
  type PressEdition,
  type PressReport,
  type PressRequest,
  pressEdition,
} from './book/press-edition.js';
import { openMessageDesk, Refusal } from './book/refusal.js';
import { type BookReport, countBook } from './book/report.js';
import { type Progress, type Run, startRun } from './book/run.js';
import { type SetFlows, setFlows } from './book/set-flows.js';
import { bookPage, bookTheme, bookTitle, checkStyles, engineStamp, programStamp } from './book/theme.js';
import { fontMessages, glyphMessages, pdfMessages } from './check/gates.js';
import { checkVolume } from './check/index.js';
import { printedBleed } from './design/bleed.js';
import { measuresOf } from './design/measures.js';
import { TRIM_SIZES } from './design/trim-sizes.js';
import { bookFonts, roleOf } from './fonts/book-fonts.js';
import { bookmarkLines, contentsOf, FURNITURE, indexOf, manuscriptFlows } from './html/book-flows.js';
import type { Flow } from './html/flow.js';
import { TITLE_EXTENT, titlePages, titlePagesMessages } from './html/front/title-page.js';
import { inspectBook } from './inspect/inspect.js';
import { type LayoutSummary, summaryOf } from './inspect/summary.js';
import { checkPhotos } from './manuscript/photos.js';
import { readVolume } from './manuscript/read-volume.js';
import { expectedPages } from './paginate/expected-pages.js';
import { cacheKey } from './paginate/flow-cache.js';
import { type BookPlan, type FlowExtent, planSheets } from './paginate/folios.js';
import { pageFrames } from './paginate/page-frames.js';
import { type PagePlace, pageMap } from './paginate/page-map.js';
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
import type { Passage } from './subject-index/locate.js';
import type { Occurrence } from './subject-index/model.js';
import type { Message } from './tree/message.js';

export interface BookRequest {
  /** Absolute path of the volume folder. */
  folder: string;
  /** Absolute path of the output folder; without it `dist/<卷号>` in the project folder. */
  out?: string;
  /** The project folder, in which `.nianjian/` is the cache. */
  home: string;
  /** Titles of the 类目 to set; all where it is empty. */
  only: string[];
  cached: boolean;
  /** Warnings count as errors. */
  strict: boolean;
  /** Whether a press PDF is made, and how; absent: none. */
  press?: PressRequest;
  /** Where to leave the finished document, for the benchmark; absolute path. */
  finishedDom?: string;
}

export type BookResult = { done: true; report: BookReport } | { done: false; messages: Message[] };

/** Makes the book of a volume. Throws only where the environment lacks something. */
export async function makeBook(request: BookRequest, progress: Progress): Promise<BookResult> {
  const run = await startRun(request.folder, request.home, request.cached, progress);
  const stampFile = join(run.stamps, `${editionName(request.only)}.json`);
  const press = openPress(bookTheme(run.scratch));
  // Where a book may be printed, the browser starts while the manuscripts are read.
  if (!request.cached || isNewer(request.folder, stampFile)) press.warm();
  try {
    return { done: true, report: await followRoad(request, run, press, stampFile) };
  } catch (error) {
    if (error instanceof Refusal) return { done: false, messages: error.messages };
    throw error;
  } finally {
    await press.close();
    run.close();
  }
}

async function followRoad(request: BookRequest, run: Run, press: Press, stampFile: string): Promise<BookReport> {
  const desk = openMessageDesk(request.strict);
  const partial = request.only.length > 0;

  run.phase('读稿');
  const read = await readVolume(request.folder, { cache: run.folders.manuscripts, only: request.only });
  desk.take(read.messages);
  const { volume, changes } = read;
  if (!volume) throw new Refusal(desk.messages);
  const { settings } = volume;
  const out = request.out ?? join(request.home, 'dist', settings.number);
  const file = join(out, `${editionName(request.only)}.pdf`);
  const pressName = file.replace(/\.pdf$/u, '-press.pdf');
  const layoutFile = join(out, `${editionName(request.only).replace(/^book/, 'layout')}.json`);
  assertWritable(out);

  run.phase('检查');
  const compiled = await compileIndex(volume);
  desk.take([
    ...checkStyles(settings.layout),
    ...checkVolume(volume),
    ...compiled.messages,
    ...(await checkPhotos(volume, run.folders.pictures)),
  ]);

  run.phase('图片和字体');
  const pictures = await openPictureDesk(volume, run.folders.pictures);
  const flows = manuscriptFlows(volume, pictures);
  // Photos are prepared while the pages are broken; they are wanted when the book is printed.
  const prepared = pictures.prepare();
  prepared.catch(() => undefined);
  const fonts = await bookFonts(
    [...flows, titlePages(settings, 0)].flatMap((flow) => flow.runs),
    // Running heads name the book even where no title page is set.
    `${FURNITURE}${bookTitle(settings)}`,
    run.folders.fonts,
  );
  desk.take(glyphMessages(fonts.missing, roleOf));

  run.phase('排版');
  const engine = await engineStamp(settings, fonts.stamp);
  const setting = openSetting(run.flows, engine, () => press.open(bookPage(settings, fonts.css, run.scratch)));
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
  const body = number([parts]);
  const index = partial ? undefined : indexOf(compiled, body.passage, settings.index);
  const back = await set([index]);
  const contents = partial ? undefined : contentsOf(volume, index, number([parts, back]).folio);
  const middle = await set([contents]);
  // 扉页 and 版权页 open the book and are set last: 印张 and 字数 are counted from the pages of all the rest. They take
  // two pages whatever they say, and no folio that 目录 or 索引 print depends on them.
  const counted = planSheets([TITLE_EXTENT, ...number([parts, middle, back]).extents]).sheets.length;
  const title = partial ? undefined : titlePages(settings, counted);
  const front = await set([title], ({ extents }) => titlePagesMessages(extents[0]?.pages ?? 0));
  // The 目录 stands between 卷首 and body; it counts in roman folios, so its length moves no folio that it prints.
  const { plan, places, surveys } = number([front, parts, middle, back]);

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
    await prepared;
    const material = {
      settings,
      folder: request.folder,
      file: pressName,
      cache: join(run.folders.pictures, 'press'),
      originals: pictures.original,
      onPhoto: (done: number, total: number) => run.step(done, total, plan.sheets.length),
    };
    const made = await pressEdition(pdf, request.press, material);
    desk.take(made.messages);
    return 'bytes' in made ? made : undefined;
  };
  const all = [title, ...flows, index, contents].filter((flow) => flow !== undefined);
  const html = all.map((flow) => flow.html);
  const inputs = JSON.stringify([settings, plan, pictures.stamp(), bookDate(settings)]);
  const key = cacheKey(engine, programStamp(), inputs, ...html);
  const kept = request.cached && isDelivered(stampFile, key, file) ? keptLayout(layoutFile) : undefined;
  if (kept) {
    const pdf = readFileSync(file);
    const edition = await forPress(pdf);
    if (edition) deliver(edition.report.file, edition.bytes);
    return report(true, 0, kept, pdf, edition?.report);
  }

  run.phase('打印');
  await prepared;
  const bleed = printedBleed(settings.press.bleedMm);
  const printed = await setting.print(plan.sheets, bleed);
  if (request.finishedDom) deliver(request.finishedDom, await setting.finished());

  run.phase('核对和收尾');
  const { widthMm, heightMm } = TRIM_SIZES[settings.trim];
  const bookmarks = bookmarkLines(volume, contents, index).flatMap(({ id, level, title }) => {
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
  const layout = inspectBook({ texts, frames, flows: all, lineHeight: measuresOf(settings).line * POINTS_PER_PX });
  const edition = await forPress(pdf);

  deliver(file, pdf);
  if (edition) deliver(edition.report.file, edition.bytes);
  deliverLayout(layoutFile, layout);
  if (request.cached) stampDelivery(stampFile, key, file, pdf);
  const finished = report(false, pdf.length, summaryOf(layout), pdf, edition?.report);
  deliver(join(out, 'report.json'), `${JSON.stringify(finished, undefined, 2)}\n`);
  await run.flows.prune();
  return finished;
}

interface Numbered {
  /** All flows in the order of the book. */
  extents: FlowExtent[];
  plan: BookPlan;
  places: Map<string, PagePlace>;
  surveys: SetFlows['surveys'];
  /** The printed folio of an id. */
  folio: (id: string) => string;
  /** Where a passage of the index begins and ends. */
  passage: (occurrence: Occurrence) => Passage;
}

/** Numbers the pages of what is set so far: all that counts in roman folios, then all that counts in decimal ones. */
function number(groups: SetFlows[]): Numbered {
  const all = groups.flatMap((group) => group.extents);
  const extents = (['roman', 'decimal'] as const).flatMap((style) => all.filter((each) => each.numbering === style));
  const plan = planSheets(extents);
  const surveys = new Map(groups.flatMap((group) => [...group.surveys]));
  const places = pageMap(plan, surveys);
  const placeOf = (id: string): PagePlace => {
    const place = places.get(id);
    // Every id that the 目录 and 索引 name stands in the tree, so it stands on a page; an empty folio would be a lie.
    if (!place) throw new Error(`no page holds ${id}`);
    return place;
  };
  const folio = (id: string): string => placeOf(id).folio;
  const passage = ({ id }: Occurrence): Passage => ({ from: placeOf(id), to: placeOf(id) });
  return { extents, plan, places, surveys, folio, passage };
}

/** `book`, or `book-农业+法治` where only some 类目 are set: a part must never pass for the whole. */
function editionName(only: string[]): string {
  return ['book', only.join('+')]
    .filter((part) => part !== '')
    .join('-')
    .replace(/[\\/:*?"<>|]/gu, '-');
}
