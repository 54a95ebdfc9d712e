/** Printing a proof (打印): the pages of its flows, out of what lies there of earlier runs, or printed as a book is. */

import { finishingOf } from '../book/finishing.js';
import { openPrints } from '../book/kept-prints.js';
import type { Numbering } from '../book/numbering.js';
import type { MessageDesk } from '../book/refusal.js';
import type { Run } from '../book/run.js';
import { fontMessages, pdfMessages } from '../check/gates.js';
import { printedBleed } from '../design/bleed.js';
import type { Flow } from '../html/flow.js';
import { expectedPages } from '../paginate/expected-pages.js';
import { faultMessages } from '../plates/photos/quality.js';
import { finishPdf } from '../press/finish.js';
import { fontsOf } from '../press/fonts-of.js';
import { extractText, type PageText } from '../press/text/extract.js';
import { comparePdf } from '../press/text-gate.js';
import type { Volume } from '../tree/nodes.js';
import { select } from '../tree/visit.js';
import type { FlowNode } from './flow-nodes.js';
import type { OpenedSetting } from './open-setting.js';
import { type PlacedFlow, placedFlows, printStamp } from './placed-flows.js';

/** Pages of the book in a PDF. */
export interface PrintedPages {
  pdf: Uint8Array;
  /** The finished pages for the screen, where they are wanted, and the sheets of the book on which they stand, from 1. */
  screen?: { document: string; sheets: number[] };
  /** The index in `pdf` of a sheet of the book, both from 0. */
  pageOf(sheet: number): number;
  /** The text of the pages by the sheets of the book; of sheets that are not printed nothing. */
  texts: PageText[];
}

/** Prints flows that are set and numbered, where no earlier print of just these pages is kept. */
export async function printProof(
  flows: readonly Flow[],
  nodes: readonly FlowNode[],
  volume: Volume,
  { setting, pictures }: OpenedSetting,
  { plan, surveys }: Numbering,
  forScreen: boolean,
  run: Run,
  desk: MessageDesk,
): Promise<PrintedPages> {
  const { settings } = volume;
  const placed = placedFlows(flows, { plan, surveys }, setting.keyOf, printStamp(pictures.stamp()));
  const sheets = placed.flatMap((flow) => flow.sheets);
  const wanted = placed.flatMap((flow) => flow.sheets.map((_, i) => flow.first + i));
  const own = photosIn(nodes);
  const prepared = async () => desk.take(faultMessages(volume, await pictures.prepare((file) => own.has(file))));
  if (forScreen) await prepared();
  // Before they are printed: for the press there is paper round each page.
  const screen = forScreen
    ? { document: await setting.document(sheets), sheets: wanted.map((sheet) => sheet + 1) }
    : undefined;
  const prints = openPrints(run.prints);
  const found = placed.map(({ key }) => prints.find(key));
  const file = found[0];
  const kept = file && found.every((print) => print?.file === file.file) ? prints.read(file) : undefined;
  if (kept) {
    return { ...readPrint(kept, placed, (at) => found[at]?.first ?? 0, plan.sheets.length), ...(screen && { screen }) };
  }

  run.phase('打印');
  await prepared();
  const printed = await setting.print(sheets, printedBleed(settings.press.bleedMm));
  const pdf = finishPdf(printed, finishingOf(settings));
  const firsts: number[] = [];
  let pages = 0;
  for (const flow of placed) {
    firsts.push(pages);
    pages += flow.sheets.length;
  }
  const print = readPrint(pdf, placed, (at) => firsts[at] ?? 0, plan.sheets.length);
  const expected = expectedPages(plan, surveys);
  const at = <T>(list: readonly T[]): T[] => wanted.map((sheet) => list[sheet] as T);
  desk.take(pdfMessages(comparePdf(at(print.texts), at(expected))));
  desk.take(fontMessages(fontsOf(pdf)));
  prints.keep(
    pdf,
    placed.map(({ key }, i) => ({ key, first: firsts[i] ?? 0 })),
  );
  return { ...print, ...(screen && { screen }) };
}

/** Other photos of the volume need not be ready for this proof. */
function photosIn(nodes: readonly FlowNode[]): Set<string> {
  return new Set(nodes.flatMap((node) => select(node, 'photo').map(({ file }) => file)));
}

function readPrint(
  pdf: Uint8Array,
  placed: readonly PlacedFlow[],
  firstOf: (at: number) => number,
  count: number,
): PrintedPages {
  const pages = new Map<number, number>();
  for (const [at, { first, sheets }] of placed.entries()) {
    for (const [i] of sheets.entries()) pages.set(first + i, firstOf(at) + i);
  }
  const wanted = new Set(pages.values());
  const read = extractText(pdf, (page) => wanted.has(page));
  const texts = Array.from({ length: count }, (_, sheet): PageText => read[pages.get(sheet) ?? -1] ?? NO_TEXT);
  return { pdf, pageOf: (sheet) => pages.get(sheet) ?? 0, texts };
}

const NO_TEXT: PageText = { page: -1, runs: [] };
