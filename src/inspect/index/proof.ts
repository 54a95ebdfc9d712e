/**
 * The proof of the index (索引核对), made when the last page is numbered: what it says is held against the pages, and in
 * a book against the PDF. A fault here is a fault of the program, and no book is made of it.
 */
import type { BookPlan } from '../../paginate/folios.js';
import type { PageFrame } from '../../paginate/page-frames.js';
import type { PagePlace } from '../../paginate/page-map.js';
import type { FlowSurvey } from '../../paginate/paginator.js';
import type { LocatedIndexes } from '../../subject-index/locate.js';
import type { LocatedHeading } from '../../subject-index/model.js';
import type { IndexSettings } from '../../tree/index-settings.js';
import { allHeadings, headingFaults, type LocatorFault } from './locators.js';
import { printedFaults } from './printed-index.js';
import { openPrintedWords, type SheetText } from './printed-words.js';
import { openStanding, type StandingFlow } from './standing.js';

/** A finished book: what is on its pages and where. */
export interface ProvenBook {
  plan: BookPlan;
  places: ReadonlyMap<string, PagePlace>;
  surveys: ReadonlyMap<string, FlowSurvey>;
  flows: readonly StandingFlow[];
}

/** The indexes of a book as they were set, and located anew on the finished pages. */
export interface ProvenIndexes {
  /** From the numbers of the body alone: these are printed. */
  printed: LocatedIndexes;
  /** From the numbers of the whole book. */
  located: LocatedIndexes;
}

/** The flows of the indexes; one that has no headings is not in the plan. */
const FLOWS = { subjects: 'index', persons: 'index-persons' } as const;
const INDEXES = ['subjects', 'persons'] as const;

/** Holds the indexes against the pages: the locators, and the lines of the indexes themselves. */
export function proveOnPages(
  { printed, located }: ProvenIndexes,
  book: ProvenBook,
  settings: IndexSettings,
): LocatorFault[] {
  const pages = {
    standing: openStanding(book.plan, book.flows, book.surveys),
    places: book.places,
    folios: book.plan.sheets.map(({ folio }) => folio),
  };
  return INDEXES.flatMap((index) => {
    const survey = book.surveys.get(FLOWS[index]);
    if (!survey) return [];
    const headings = allHeadings(located[index]);
    return [
      ...movedFaults(allHeadings(printed[index]), headings),
      ...headings.flatMap((heading) => headingFaults(heading, pages, settings)),
      ...printedFaults(survey.pages.flatMap((page) => page.boxes.map((box) => box.text)).join(''), located[index]),
    ];
  });
}

/** The pages were numbered once for the index and once for the book: both must give one number. */
function movedFaults(printed: readonly LocatedHeading[], located: readonly LocatedHeading[]): LocatorFault[] {
  return printed.flatMap(({ term, locators, occurrences }, at) => {
    const said = locators.map(({ text }) => text).join('，');
    const now = located[at]?.locators.map(({ text }) => text).join('，');
    if (said === now) return [];
    const { file, start } = occurrences[0] ?? { file: '索引', start: { line: 1, column: 1 } };
    return [{ term, file, ...start, what: `“${term}”的出处按索引编号是“${said}”，成书后是“${now ?? ''}”` }];
  });
}

/** Holds the indexes against the text of the PDF: the words on their sheets, and the lines of the indexes themselves. */
export function proveInPdf(
  { located }: ProvenIndexes,
  { plan, flows, surveys }: ProvenBook,
  sheets: readonly SheetText[],
  frames: readonly PageFrame[],
): LocatorFault[] {
  const standing = openStanding(plan, flows, surveys);
  const pdf = openPrintedWords(sheets, frames);
  const absent = ({ term, occurrences }: LocatedHeading): LocatorFault[] =>
    occurrences.flatMap(({ words, file, start }) => {
      const spot = words === '' ? undefined : standing.words(file, start, words);
      if (!spot || pdf.stand(words, spot)) return [];
      return [{ term, file, ...start, what: `PDF 的第 ${plan.sheets[spot.sheet]?.folio} 页上没有“${words}”` }];
    });
  return INDEXES.flatMap((index) => {
    const first = plan.firstSheet.get(FLOWS[index]);
    const survey = surveys.get(FLOWS[index]);
    if (first === undefined || !survey) return [];
    return [
      ...allHeadings(located[index]).flatMap(absent),
      ...printedFaults(pdf.plainText(first, survey.pages.length), located[index]),
    ];
  });
}
