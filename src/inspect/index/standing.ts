/**
 * Where the words of the manuscripts stand on the pages, found by counting: the pages of a flow say its runs in their
 * order, each character once (captions apart), so the number of a character tells its page and column. Locators are made in another
 * way or by other hands; this is what they are held against.
 */
import type { BookPlan } from '../../paginate/folios.js';
import type { FlowSurvey } from '../../paginate/paginator.js';
import { streamsOf } from '../../paginate/streams.js';
import type { SourcePoint } from '../../subject-index/model.js';
import type { Run } from '../../tree/tree-text.js';

/** A character on the pages. */
export interface Spot {
  /** Index of the sheet in the book, from 0. */
  sheet: number;
  /** From 0; -1 for what spans the type area. */
  column: number;
}

export interface Standing {
  /** Where `words` stand that begin at this place of a manuscript; nothing where the pages say something else there. */
  words(file: string, at: SourcePoint, words: string): Spot | undefined;
  /** Where the last character stands of the text that begins at this place; `words` are the least of it. */
  end(file: string, at: SourcePoint, words: string): Spot | undefined;
  /** The characters before and behind a place where nothing is printed: a mark between them may stand with either. */
  around(file: string, at: SourcePoint): Spot[];
}

export interface StandingFlow {
  id: string;
  runs: readonly Run[];
}

interface PlacedRun {
  line: number;
  column: number;
  text: string;
  /** Its first character in the flow, white space left out. */
  offset: number;
  length: number;
  /** Of a figure in the text. */
  caption: boolean;
}

interface Paper {
  /** The text of the pages of the flow. */
  text: string;
  spotOf(offset: number): Spot;
}

/** Prepares the search in the flows of a book. */
export function openStanding(
  plan: BookPlan,
  flows: readonly StandingFlow[],
  surveys: ReadonlyMap<string, FlowSurvey>,
): Standing {
  const manuscripts = new Map<string, { runs: PlacedRun[]; paper: Paper }>();
  for (const { id, runs } of flows) {
    const first = plan.firstSheet.get(id);
    const survey = surveys.get(id);
    if (first === undefined || !survey) continue;
    const paper = readPaper(survey, first);
    let offset = 0;
    for (const { text, file, line, column, figure } of runs) {
      const { length } = squeeze(text);
      if (length > 0 && file !== '') {
        const manuscript = manuscripts.get(file) ?? { runs: [], paper };
        manuscript.runs.push({ line, column, text, offset, length, caption: figure !== undefined });
        manuscripts.set(file, manuscript);
      }
      offset += length;
    }
  }
  // What is printed last may be written first: the byline stands in the front matter. A ； carries the place of the name
  // behind it: words come before marks.
  for (const { runs } of manuscripts.values()) {
    runs.sort((a, b) => a.line - b.line || a.column - b.column || b.length - a.length);
  }

  /** The text that begins at `at` or behind it. */
  const find = (file: string, at: SourcePoint) => {
    const manuscript = manuscripts.get(file);
    if (!manuscript) return undefined;
    const { runs, paper } = manuscript;
    const next = runs.findIndex((run) => isBehind(run, at));
    const holder = runs[(next === -1 ? runs.length : next) - 1];
    const begins = runs[next]?.line === at.line && runs[next]?.column === at.column;
    if (!begins && holder && holds(holder, at)) {
      const offset = holder.offset + squeeze(holder.text.slice(0, at.column - holder.column)).length;
      return { paper, run: holder, offset };
    }
    const run = runs[next];
    return run && { paper, run, offset: run.offset };
  };
  return {
    words(file, at, words) {
      const found = find(file, at);
      return found?.paper.text.startsWith(squeeze(words), found.offset) ? found.paper.spotOf(found.offset) : undefined;
    },
    end(file, at, words) {
      const found = find(file, at);
      if (!found) return undefined;
      const { paper, run, offset } = found;
      return paper.spotOf(Math.max(run.offset + run.length, offset + squeeze(words).length) - 1);
    },
    around(file, at) {
      const manuscript = manuscripts.get(file);
      const last = manuscript?.runs.at(-1);
      if (!manuscript || !last) return [];
      // Behind the last text of a manuscript there is nothing but its end.
      const offset = find(file, at)?.offset ?? last.offset + last.length;
      return [offset - 1, offset, ...besideCaptions(manuscript.runs, at)]
        .filter((each) => each >= 0)
        .map((each) => manuscript.paper.spotOf(each));
    },
  };
}

/**
 * The text beside a caption in the manuscript may stand on another page: of text and captions each the last character
 * before a place and the first behind it. Nothing where there are no captions.
 */
function besideCaptions(runs: readonly PlacedRun[], at: SourcePoint): number[] {
  if (!runs.some(({ caption }) => caption)) return [];
  return [true, false].flatMap((caption) => {
    const stream = runs.filter((run) => run.caption === caption);
    const next = stream.find((run) => isBehind(run, at));
    const before = stream.findLast((run) => !isBehind(run, at));
    return [...(before ? [before.offset + before.length - 1] : []), ...(next ? [next.offset] : [])];
  });
}

function readPaper(survey: FlowSurvey, firstSheet: number): Paper {
  const boxes: (Spot & { start: number })[] = [];
  let text = '';
  for (const { text: words, page, box } of streamsOf(survey)) {
    const column = survey.pages[page]?.boxes[box]?.column ?? -1;
    boxes.push({ sheet: firstSheet + page, column, start: text.length });
    text += squeeze(words);
  }
  return {
    text,
    spotOf(offset) {
      // Boxes without text of the manuscripts hold no character: the last of those that begin here does.
      const { sheet, column } = boxes.findLast((box) => box.start <= offset) as Spot;
      return { sheet, column };
    },
  };
}

function isBehind(run: PlacedRun, { line, column }: SourcePoint): boolean {
  return run.line > line || (run.line === line && run.column >= column);
}

function holds(run: PlacedRun, { line, column }: SourcePoint): boolean {
  return run.line === line && run.column <= column && column < run.column + run.text.length;
}

/** Drops all white space, as the pages do. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}
