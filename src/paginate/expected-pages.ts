/** What each sheet of the book says, for the comparison with the PDF. */
import type { BookPlan } from './folios.js';
import type { FlowSurvey } from './in-page/survey.js';
import { POINTS_PER_PX } from './points.js';
import { surveyedSheets } from './surveyed-sheets.js';

export interface SheetText {
  printed: string;
  /** The type area, points from the top left of the page. */
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The printed text and the type area of every sheet, blanks included. */
export function expectedPages(plan: BookPlan, surveys: ReadonlyMap<string, FlowSurvey>): SheetText[] {
  return surveyedSheets(plan, surveys).map(({ page, turn }) => ({
    printed: page?.boxes.map((box) => box.printed).join('') ?? '',
    top: (page?.areaTop ?? 0) * POINTS_PER_PX,
    bottom: (page?.areaBottom ?? 0) * POINTS_PER_PX,
    left: ((page?.areaLeft ?? 0) + turn) * POINTS_PER_PX,
    right: ((page?.areaRight ?? 0) + turn) * POINTS_PER_PX,
  }));
}
