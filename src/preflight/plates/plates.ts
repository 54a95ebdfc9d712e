/** The plates of a file judged: total ink and bleed on every page, text zones on a sample or on all pages. */
import { resolve } from 'node:path';
import type { Findings } from '../findings.js';
import type { PreflightProgress } from '../preflight.js';
import type { Book, Needs, Rule } from '../rule.js';
import { findGhostscript, rasterise } from './ghostscript.js';
import { type Plate, plateOf } from './plate.js';
import { judgePlateBleed, plateBleed } from './plate-bleed.js';
import { judgeTextZones, textZone, type Zones } from './text-zones.js';
import { judgeTotalInk, totalInk } from './total-ink.js';

export const PLATE_RULES: readonly Rule[] = [totalInk, textZone, plateBleed];

export interface PlateOptions {
  /** Pages whose text zones are looked at closely. */
  zones: 'sample' | 'all';
}

const COARSE = 150;
const FINE = 300;
/** Pages of a sample. */
const SAMPLE = 12;
const PROCESSES = 2;
const NEEDS: readonly Needs[] = ['plates', 'text-zones', 'plate-bleed'];

export async function lookAtPlates(
  file: string,
  book: Book,
  zones: ReadonlyMap<number, Zones>,
  findings: Findings,
  options: PlateOptions | undefined,
  progress: PreflightProgress | undefined,
): Promise<void> {
  const program = options && findGhostscript();
  if (!options || !program || book.pages.length === 0) {
    const why = !options ? '没有要求检查印版' : program ? '文件里读不到页' : '需要 Ghostscript';
    for (const needs of NEEDS) findings.gap(needs, why);
    return;
  }
  const wanted = zonePages(zones, options.zones);
  const all = options.zones === 'all';
  progress?.phase('检查印版');
  let done = 0;
  const total = book.pages.length + (all ? 0 : wanted.size);
  const step = (): void => progress?.step(++done, total, done);
  const paths = { program, file: resolve(file) };
  const missing = await run(paths, pageNumbers(book), all ? FINE : COARSE, book, (plate) => {
    judgeTotalInk(plate, book.terms.ink, findings.say);
    if (plate.page.rotate === 0) judgePlateBleed(plate, book.terms.bleed, findings.say);
    else findings.gap('plate-bleed', '页面转了方向', plate.page);
    if (all) lookAtZones(plate, zones, findings);
    step();
  });
  for (const number of missing) giveUp(book, number, all ? NEEDS : ['plates', 'plate-bleed'], findings);
  if (all) return;
  const lost = await run(paths, [...wanted], FINE, book, (plate) => {
    lookAtZones(plate, zones, findings);
    step();
  });
  for (const number of lost) giveUp(book, number, ['text-zones'], findings);
}

function pageNumbers({ pages }: Book): number[] {
  return pages.map(({ number }) => number);
}

function lookAtZones(plate: Plate, zones: ReadonlyMap<number, Zones>, findings: Findings): void {
  const own = zones.get(plate.page.number);
  if (!own || own.boxes.length === 0) return;
  if (plate.page.rotate === 0) judgeTextZones(plate, own, findings.say);
  else findings.gap('text-zones', '页面转了方向', plate.page);
}

function giveUp({ pages }: Book, number: number, needs: readonly Needs[], findings: Findings): void {
  for (const each of needs) findings.gap(each, 'Ghostscript 画不出这一页，或用时太长', pages[number - 1]);
}

/** Pages spread over the book; pages without body text have nothing to show. */
function zonePages(zones: ReadonlyMap<number, Zones>, which: PlateOptions['zones']): Set<number> {
  const pages = [...zones].filter(([, { boxes }]) => boxes.length > 0).map(([page]) => page);
  if (which === 'all' || pages.length <= SAMPLE) return new Set(pages);
  return new Set(
    Array.from({ length: SAMPLE }, (_, i) => pages[Math.floor(((i + 0.5) * pages.length) / SAMPLE)] as number),
  );
}

/** Rasterises pages in a few processes at a time; gives the pages that did not come. */
async function run(
  paths: { program: string; file: string },
  numbers: readonly number[],
  dpi: number,
  { pages }: Book,
  each: (plate: Plate) => void,
): Promise<number[]> {
  const waiting = rangesOf(numbers);
  const missing: number[] = [];
  const work = async (): Promise<void> => {
    for (let range = waiting.shift(); range; range = waiting.shift()) {
      const { first, last } = range;
      const came = await rasterise({ ...paths, first, last, dpi }, (number, raster) => {
        const page = pages[number - 1];
        if (page && number <= last) each(plateOf(page, raster));
      });
      for (let number = first + came; number <= last; number++) missing.push(number);
    }
  };
  await Promise.all(Array.from({ length: PROCESSES }, work));
  return missing;
}

/** Runs of following pages, short enough for two processes to share the work evenly. */
const LONGEST_RANGE = 40;

function rangesOf(numbers: readonly number[]): { first: number; last: number }[] {
  const longest = Math.min(LONGEST_RANGE, Math.max(1, Math.ceil(numbers.length / PROCESSES)));
  const ranges: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const range = ranges.at(-1);
    if (range && range.last === number - 1 && number - range.first < longest) range.last = number;
    else ranges.push({ first: number, last: number });
  }
  return ranges;
}
