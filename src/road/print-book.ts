/** Printing a book (打印、核对和收尾): what is left of its way when its pages are set and numbered. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deliverContactSheet, type SheetSummary } from '../book/contact-sheet.js';
import { bookDate } from '../book/date.js';
import { deliver, isDelivered, stampDelivery } from '../book/deliver.js';
import { finishingOf } from '../book/finishing.js';
import { deliverIndex } from '../book/index-report.js';
import { extentsToKeep, keepExtents } from '../book/kept-plan.js';
import { openPrints } from '../book/kept-prints.js';
import { deliverLayout, keptLayout } from '../book/layout.js';
import { numberPages } from '../book/numbering.js';
import type { PressEdition, PressReport } from '../book/press-edition.js';
import type { MessageDesk } from '../book/refusal.js';
import { type BookReport, countBook } from '../book/report.js';
import type { BookRequest } from '../book/request.js';
import { type Run, STAMPS } from '../book/run.js';
import { isStalePress } from '../book/stale-press.js';
import { programStamp } from '../book/theme.js';
import { fontMessages, locatorMessages, pdfMessages } from '../check/gates.js';
import { printedBleed } from '../design/bleed.js';
import { measuresOf } from '../design/measures.js';
import { bookmarkLines } from '../html/book-flows.js';
import { titlePages, titlePagesMessages } from '../html/front/title-page.js';
import { proveInPdf } from '../inspect/index/proof.js';
import { inspectBook } from '../inspect/inspect.js';
import { type LayoutSummary, summaryOf } from '../inspect/summary.js';
import { expectedPages } from '../paginate/expected-pages.js';
import { cacheKey } from '../paginate/flow-cache.js';
import { pageFrames } from '../paginate/page-frames.js';
import { POINTS_PER_PX } from '../paginate/points.js';
import { faultMessages } from '../plates/photos/quality.js';
import { finishPdf } from '../press/finish.js';
import { fontsOf } from '../press/fonts-of.js';
import { nestOutline } from '../press/outline-tree.js';
import { extractText } from '../press/text/extract.js';
import { comparePdf } from '../press/text-gate.js';
import { placedFlows, printStamp } from './placed-flows.js';
import type { SetVolume } from './set-book.js';

/** 扉页 → print → finish → compare → prove → inspect → deliver. */
export async function printBook(
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
  const allPrepared = async () => desk.take(faultMessages(volume, await half.prepared));
  /** The press edition, which is made of the finished PDF alone; nothing where none was asked for. */
  const forPress = async (pdf: Uint8Array): Promise<PressEdition | undefined> => {
    if (!request.press) return undefined;
    run.phase('印刷文件');
    await allPrepared();
    const material = {
      settings,
      folder: request.folder,
      file: pressName,
      cache: join(run.folders.pictures, 'press'),
      originals: pictures.original,
      onPhoto: (done: number, total: number) => run.step(done, total, plan.sheets.length),
    };
    // Loaded where it is wanted: most runs make no press file.
    const { pressEdition } = await import('../book/press-edition.js');
    const made = await pressEdition(pdf, request.press, material);
    desk.take(made.messages);
    return 'bytes' in made ? made : undefined;
  };
  const all = [title, ...flows, ...half.indexes, contents].filter((flow) => flow !== undefined);
  const html = all.map((flow) => flow.html);
  const inputs = JSON.stringify([settings, plan, pictures.stamp(), bookDate(settings)]);
  const key = cacheKey(engine, programStamp(), inputs, ...html);
  const extents = extentsToKeep(
    [...front.extents, ...half.numbered.flatMap((each) => each.extents)],
    all,
    setting.keyOf,
  );
  const extentsFile = join(run.stamps, STAMPS.extents);
  const kept = request.cached && isDelivered(stampFile, key, file) ? keptLayout(layoutFile) : undefined;
  const frames = pageFrames(plan, surveys);
  /** The contact sheet of the whole book; its thumbnails are made of prepared pictures. */
  const photos = async (): Promise<{ photos?: SheetSummary }> => {
    if (partial) return {};
    await allPrepared();
    const sheet = await deliverContactSheet(out, { volume, pictures, frames, cache: run.folders.pictures });
    return sheet ? { photos: sheet } : {};
  };
  if (kept) {
    const pdf = readFileSync(file);
    const sheet = await photos();
    const edition = await forPress(pdf);
    if (edition) deliver(edition.report.file, edition.bytes);
    if (!partial) {
      deliverIndex(out, half.filed(), false);
      keepExtents(extentsFile, extents);
    }
    return { ...report(true, 0, kept, pdf, edition?.report), ...sheet };
  }

  run.phase('打印');
  await allPrepared();
  const printed = await setting.print(plan.sheets, printedBleed(settings.press.bleedMm));
  if (request.finishedDom) deliver(request.finishedDom, await setting.finished());

  run.phase('核对和收尾');
  const bookmarks = bookmarkLines(volume, contents, half.indexes).flatMap(({ id, level, title }) => {
    const place = places.get(id);
    return place ? [{ level, title, page: place.sheet, y: place.y }] : [];
  });
  const pdf = finishPdf(printed, {
    ...finishingOf(settings),
    pageLabels: plan.labels,
    outline: nestOutline(bookmarks),
  });
  const texts = extractText(pdf);
  desk.take(pdfMessages(comparePdf(texts, expectedPages(plan, surveys))));
  desk.take(fontMessages(fontsOf(pdf)));
  desk.take(locatorMessages(proveInPdf(half.proven, { plan, places, surveys, flows }, texts, frames)));
  const layout = inspectBook({ texts, frames, flows: all, lineHeight: measuresOf(settings).line * POINTS_PER_PX });
  const edition = await forPress(pdf);

  deliver(file, pdf);
  if (edition) deliver(edition.report.file, edition.bytes);
  deliverLayout(layoutFile, layout);
  if (!partial) deliverIndex(out, half.filed(), false);
  const sheet = await photos();
  if (request.cached) stampDelivery(stampFile, key, file, pdf);
  if (request.cached && !partial) {
    keepExtents(extentsFile, extents);
    const stamp = printStamp(pictures.stamp());
    const keys = placedFlows(all, { plan, surveys }, setting.keyOf, stamp);
    openPrints(run.prints).remember(file, pdf, keys);
  }
  const finished = { ...report(false, pdf.length, summaryOf(layout), pdf, edition?.report), ...sheet };
  deliver(join(out, 'report.json'), `${JSON.stringify(finished, undefined, 2)}\n`);
  await Promise.all([run.flows.prune(), pictures.prune()]);
  return finished;
}

/** `book`, or `book-农业+法治` where only some 类目 are set: a part must never pass for the whole. */
export function editionName(only: string[]): string {
  return ['book', only.join('+')]
    .filter((part) => part !== '')
    .join('-')
    .replace(/[\\/:*?"<>|]/gu, '-');
}
