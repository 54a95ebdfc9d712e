/**
 * The road of a manuscript to the press, one step after the other.
 *
 *     read → check → pictures → flows → fonts → set → gate → number → 索引, 目录 → print → gate → finish → deliver
 *
 * Every step is a function of one room; this page only hands the values on. Messages with severity `error` end the
 * road before anything is written.
 */
import { join } from 'node:path';
import { bookDate } from './book/date.js';
import { deliver, isDelivered, isNewer, stampDelivery } from './book/deliver.js';
import { type BookReport, countBook } from './book/report.js';
import { type Progress, startRun } from './book/run.js';
import { setFlows } from './book/set-flows.js';
import { bookPage, bookTheme, bookTitle, engineStamp } from './book/theme.js';
import { fontMessages, glyphMessages, pdfMessages } from './check/gates.js';
import { checkVolume } from './check/index.js';
import { bookFonts, roleOf } from './fonts/book-fonts.js';
import { bookmarkLines, contentsOf, FURNITURE, indexOf, manuscriptFlows } from './html/book-flows.js';
import { TRIMS } from './html/trim.js';
import { checkPhotos } from './manuscript/photos.js';
import { readVolume } from './manuscript/read-volume.js';
import { expectedPages } from './paginate/expected-pages.js';
import { cacheKey } from './paginate/flow-cache.js';
import { planSheets } from './paginate/folios.js';
import { pageMap } from './paginate/page-map.js';
import { openPress } from './paginate/press.js';
import { openSetting } from './paginate/setting.js';
import { openPictureDesk } from './plates/pictures.js';
import { finishPdf } from './press/finish.js';
import { fontsOf } from './press/fonts-of.js';
import { nestOutline } from './press/outline-tree.js';
import { extractText } from './press/text/extract.js';
import { comparePdf } from './press/text-gate.js';
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
  /** Where to leave the finished document, for the benchmark; absolute path. */
  finishedDom?: string;
}

export type BookResult = { done: true; report: BookReport } | { done: false; messages: Message[] };

/** Makes the book of a volume. Throws only where the environment lacks something. */
export async function makeBook(request: BookRequest, progress: Progress): Promise<BookResult> {
  const run = await startRun(request.folder, request.home, request.cached, progress);
  const press = openPress(bookTheme(run.scratch));
  // Where a book may be printed, the browser starts while the manuscripts are read.
  if (!request.cached || isNewer(request.folder, run.stampFile)) press.warm();
  const messages: Message[] = [];
  const failed = (more: Message[]): boolean => {
    messages.push(...more);
    return messages.some(({ severity }) => severity === 'error' || request.strict);
  };
  try {
    run.phase('读稿');
    const {
      volume,
      messages: read,
      changes,
    } = await readVolume(request.folder, {
      cache: run.folders.manuscripts,
      only: request.only,
    });
    if (failed(read) || !volume) return { done: false, messages };
    if (failed([...checkVolume(volume), ...(await checkPhotos(volume))])) return { done: false, messages };
    const { settings } = volume;
    const partial = request.only.length > 0;

    run.phase('图片');
    const pictures = await openPictureDesk(volume, run.folders.pictures);
    const flows = manuscriptFlows(volume, pictures, partial);
    // Photos are prepared while the pages are broken; they are wanted when the book is printed.
    const prepared = pictures.prepare();
    prepared.catch(() => undefined);

    run.phase('字体');
    const runs = flows.flatMap((flow) => flow.runs);
    const fonts = await bookFonts(runs, FURNITURE, run.folders.fonts);
    if (failed(glyphMessages(fonts.missing, roleOf))) return { done: false, messages };

    run.phase('排版');
    const engine = await engineStamp(settings, fonts.stamp);
    const setting = openSetting(run.flows, engine, () => press.open(bookPage(settings, fonts.css, run.scratch)));
    const set = await setFlows(setting, flows, run.step);
    if (failed(set.messages)) return { done: false, messages };

    run.phase('目录和索引');
    const body = planSheets(set.extents);
    const bodyPlaces = pageMap(body, set.surveys);
    const index = partial ? undefined : indexOf(volume, (id) => bodyPlaces.get(id)?.folio ?? '');
    const back = await setFlows(setting, index ? [index] : [], run.step);
    const indexed = pageMap(planSheets([...set.extents, ...back.extents]), new Map([...set.surveys, ...back.surveys]));
    const contents = partial ? undefined : contentsOf(volume, index, (id) => indexed.get(id)?.folio ?? '');
    const middle = await setFlows(setting, contents ? [contents] : [], run.step);
    if (failed([...back.messages, ...middle.messages])) return { done: false, messages };
    const surveys = new Map([...set.surveys, ...middle.surveys, ...back.surveys]);
    const front = set.extents.filter((flow) => flow.numbering === 'roman');
    const rest = set.extents.filter((flow) => flow.numbering === 'decimal');
    const plan = planSheets([...front, ...middle.extents, ...rest, ...back.extents]);
    const places = pageMap(plan, surveys);

    const out = request.out ?? join(request.home, 'dist', settings.number);
    const file = join(out, partial ? `book-${request.only.join('+')}.pdf` : 'book.pdf');
    const report = (unchanged: boolean, bytes: number): BookReport => ({
      file,
      bytes,
      figures: countBook(volume, plan.sheets.length),
      freshFlows: setting.fresh(),
      unchanged,
      times: run.times(),
      messages,
      changes,
    });
    const key = cacheKey(
      engine,
      JSON.stringify([settings, plan, pictures.stamp()]),
      ...[...flows, index, contents].map((flow) => flow?.html ?? ''),
    );
    if (request.cached && isDelivered(run.stampFile, key, file)) return { done: true, report: report(true, 0) };

    run.phase('打印');
    await prepared;
    const printed = await setting.print(plan.sheets);
    if (request.finishedDom) deliver(request.finishedDom, await setting.finished());

    run.phase('核对和收尾');
    const lines = bookmarkLines(volume, contents, index).flatMap(({ id, level, title }) => {
      const place = places.get(id);
      return place ? [{ level, title, page: place.sheet, y: place.y }] : [];
    });
    const { widthMm, heightMm } = TRIMS[settings.trim];
    const pdf = finishPdf(printed, {
      title: bookTitle(settings),
      author: settings.compiler ?? settings.sponsor,
      language: 'zh-CN',
      date: bookDate(settings, process.env),
      pageLabels: plan.labels,
      trim: { widthMm, heightMm, anchor: 'top-left' },
      outline: nestOutline(lines),
    });
    const breaches = comparePdf(extractText(pdf), expectedPages(plan, surveys));
    if (failed([...pdfMessages(breaches), ...fontMessages(fontsOf(pdf))])) return { done: false, messages };

    deliver(file, pdf);
    if (request.cached) stampDelivery(run.stampFile, key, file, pdf);
    const finished = report(false, pdf.length);
    deliver(join(out, 'report.json'), `${JSON.stringify(finished, undefined, 2)}\n`);
    await run.flows.prune();
    return { done: true, report: finished };
  } finally {
    await press.close();
    run.close();
  }
}
