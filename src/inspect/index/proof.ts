/**
 * The proof of the index (索引核对), made when the last page is numbered: what it says is held against the pages, and in
 * a book against the PDF. A fault here is a fault of the program, and no book is made of it.
 */
import type { BookPlan } from '../../paginate/folios.js';
import type { PageFrame } from '../../paginate/page-frames.js';
import type { PagePlace } from '../../paginate/page-map.js';
import type { FlowSurvey } from '../../paginate/paginator.js';
import type { LocatedGroup, LocatedHeading } from '../../subject-index/model.js';
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

/** An index as it was set, and located anew on the finished pages. */
export interface ProvenIndex {
  /** Its flow. */
  flow: string;
  /** From the numbers of the body alone: this is printed. */
  printed: readonly LocatedGroup[];
  /** From the numbers of the whole book. */
  located: readonly LocatedGroup[];
}

/** Holds an index against the pages. */
export function proveOnPages(index: ProvenIndex, book: ProvenBook, settings: IndexSettings): LocatorFault[] {
  const pages = {
    standing: openStanding(book.plan, book.flows, book.surveys),
    places: book.places,
    folios: book.plan.sheets.map(({ folio }) => folio),
  };
  const headings = allHeadings(index.located);
  return [
    ...movedFaults(allHeadings(index.printed), headings),
    ...headings.flatMap((heading) => headingFaults(heading, pages, settings)),
  ];
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

/** Holds an index against the text of the finished PDF: the words on their sheets, and the lines of the index itself. */
export function proveInPdf(
  index: ProvenIndex,
  book: ProvenBook,
  sheets: readonly SheetText[],
  frames: readonly PageFrame[],
): LocatorFault[] {
  const { plan, flows, surveys } = book;
  const standing = openStanding(plan, flows, surveys);
  const pdf = openPrintedWords(sheets, frames);
  const absent = allHeadings(index.located).flatMap(({ term, occurrences }) =>
    occurrences.flatMap(({ words, file, start }): LocatorFault[] => {
      const spot = words === '' ? undefined : standing.words(file, start, words);
      if (!spot || pdf.stand(words, spot)) return [];
      const folio = plan.sheets[spot.sheet]?.folio ?? '';
      return [{ term, file, ...start, what: `PDF 的第 ${folio} 页上没有“${words}”` }];
    }),
  );
  const first = plan.firstSheet.get(index.flow) ?? 0;
  const printed = pdf.plainText(first, surveys.get(index.flow)?.pages.length ?? 0);
  return [...absent, ...printedFaults(printed, index.located)];
}
