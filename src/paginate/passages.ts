/**
 * From a place in a manuscript to its place on the pages. The pages hold the text of the runs in their order, each
 * character once (the conservation gate sees to that; captions are counted apart, `streams.ts`): so the number of a
 * character in its flow tells its box, to the character, wherever a paragraph is divided. The way back is `src/inspect/sources.ts`.
 */
import type { SourceRun } from './conservation.js';
import type { BookPlan } from './folios.js';
import type { BoxSurvey, FlowSurvey, PageSurvey } from './in-page/survey.js';
import { holderOf, printedLength, runEnds } from './run-ends.js';
import { streamsOf } from './streams.js';

/** A place in a manuscript, from 1. */
export interface ManuscriptPlace {
  file: string;
  line: number;
  column: number;
}

/** A place on the pages of the book. */
export interface PageSpot {
  /** Index of the sheet in the book, from 0. */
  sheet: number;
  /** As printed. */
  folio: string;
  /** From 0, as the page is read; -1 for what spans the type area, and for all of a page of one column. */
  column: number;
}

export interface Passages {
  /** Where the first character of the run stands that begins at this place, or that holds it. */
  first(place: ManuscriptPlace): PageSpot | undefined;
  /** Where the last character of that run stands. */
  last(place: ManuscriptPlace): PageSpot | undefined;
  /** Where an anchor stands: for what prints nothing. */
  anchor(id: string): PageSpot | undefined;
  /** Where the text of a sheet begins. */
  page(sheet: number): PageSpot | undefined;
}

/** The pages of one flow by the characters that stand on them. */
interface FlowPages {
  firstSheet: number;
  /** Boxes in the order of the streams: up to which character each goes, and on which page of the flow it stands. */
  ends: number[];
  boxes: { page: number; column: number }[];
}

interface PlacedRun {
  line: number;
  column: number;
  /** Characters that print. */
  length: number;
  /** Its first character in the flow. */
  offset: number;
  flow: FlowPages;
}

/** Prepares the finder; flows without pages in the plan are left out. Anchors are looked up in all surveys. */
export function openPassages(
  plan: BookPlan,
  flows: readonly { id: string; runs: readonly SourceRun[] }[],
  surveys: ReadonlyMap<string, FlowSurvey>,
): Passages {
  const files = new Map<string, PlacedRun[]>();
  for (const { id, runs } of flows) {
    const pages = pagesOf(id, plan, surveys);
    if (pages) collectRuns(runs, pages, files);
  }
  for (const runs of files.values()) runs.sort(byPlace);
  const anchors = anchorsOf(plan, surveys);
  const spot = ({ flow }: PlacedRun, offset: number): PageSpot | undefined => {
    const box = flow.boxes[holderOf(offset, flow.ends)];
    return box && spotOf(plan, flow.firstSheet + box.page, box.column);
  };
  return {
    first: (place) => {
      const run = runAt(files.get(place.file), place);
      return run && spot(run, run.offset);
    },
    last: (place) => {
      const run = runAt(files.get(place.file), place);
      return run && spot(run, run.offset + run.length - 1);
    },
    anchor: (id) => anchors.get(id),
    page: (sheet) => {
      const flow = plan.sheets[sheet]?.flow;
      const page = flow === undefined ? undefined : surveys.get(flow)?.pages[sheet - (plan.firstSheet.get(flow) ?? 0)];
      // A figure may stand over the text that goes on.
      const box = page?.boxes.find(({ text }) => text !== '') ?? page?.boxes[0];
      return page && box && spotOf(plan, sheet, columnOf(box, page));
    },
  };
}

function collectRuns(runs: readonly SourceRun[], flow: FlowPages, files: Map<string, PlacedRun[]>): void {
  const ends = runEnds(runs);
  for (const [at, { text, file, line, column }] of runs.entries()) {
    const length = printedLength(text);
    // What the tool writes comes from no file, and white space stands nowhere.
    if (file === '' || length === 0) continue;
    const placed = { line, column, length, offset: (ends[at] as number) - length, flow };
    const known = files.get(file);
    if (known) known.push(placed);
    else files.set(file, [placed]);
  }
}

/** Marks that join (；：（) carry the place of the words that they join: the words come first. */
function byPlace(a: PlacedRun, b: PlacedRun): number {
  return byLine(a, b) || b.length - a.length;
}

function byLine(a: Pick<PlacedRun, 'line' | 'column'>, b: Pick<PlacedRun, 'line' | 'column'>): number {
  return a.line - b.line || a.column - b.column;
}

/** The run that begins at a place, or the last one before it. */
function runAt(runs: readonly PlacedRun[] = [], place: ManuscriptPlace): PlacedRun | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byLine(runs[middle] as PlacedRun, place) < 0) low = middle + 1;
    else high = middle;
  }
  const here = runs[low];
  if (here && byLine(here, place) === 0) return here;
  // Of those that begin at one place the words stand first, and the mark right before this place last.
  let before = low - 1;
  while (before > 0 && byLine(runs[before - 1] as PlacedRun, runs[before] as PlacedRun) === 0) before -= 1;
  return runs[before];
}

function pagesOf(id: string, plan: BookPlan, surveys: ReadonlyMap<string, FlowSurvey>): FlowPages | undefined {
  const survey = surveys.get(id);
  const firstSheet = plan.firstSheet.get(id);
  if (!survey || firstSheet === undefined) return undefined;
  const pages: FlowPages = { firstSheet, ends: [], boxes: [] };
  let end = 0;
  for (const { text, page, box } of streamsOf(survey)) {
    const sheet = survey.pages[page] as PageSurvey;
    end += text.length;
    pages.ends.push(end);
    pages.boxes.push({ page, column: columnOf(sheet.boxes[box] as BoxSurvey, sheet) });
  }
  return pages;
}

function anchorsOf(plan: BookPlan, surveys: ReadonlyMap<string, FlowSurvey>): Map<string, PageSpot> {
  const spots = new Map<string, PageSpot>();
  for (const [flow, { anchors, pages }] of surveys) {
    const first = plan.firstSheet.get(flow);
    if (first === undefined) continue;
    for (const { id, page, column } of anchors) {
      const sheet = pages[page];
      const box = sheet?.boxes.find((each) => each.column === column);
      spots.set(id, spotOf(plan, first + page, sheet && box ? columnOf(box, sheet) : column));
    }
  }
  return spots;
}

/** A column as wide as the type area is none. */
function columnOf({ column, width }: BoxSurvey, { areaLeft, areaRight }: PageSurvey): number {
  return width > (areaRight - areaLeft) * SPANNING ? -1 : column;
}

const SPANNING = 0.9;

function spotOf(plan: BookPlan, sheet: number, column: number): PageSpot {
  return { sheet, folio: plan.sheets[sheet]?.folio ?? '', column };
}
