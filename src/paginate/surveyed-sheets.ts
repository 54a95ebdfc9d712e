/** The sheets of a book with the survey of what stands on each. */
import type { BookPlan } from './folios.js';
import type { SheetPlan } from './in-page/arrange.js';
import type { FlowSurvey, PageSurvey } from './in-page/survey.js';

export interface SurveyedSheet {
  sheet: SheetPlan;
  /** Absent for a blank. */
  page: PageSurvey | undefined;
  /** How far what stands on it moved across, where the page has come to stand on the other side of the leaf; CSS px. */
  turn: number;
}

/** Every sheet in its order, blanks included. */
export function surveyedSheets(plan: BookPlan, surveys: ReadonlyMap<string, FlowSurvey>): SurveyedSheet[] {
  return plan.sheets.map((sheet, at) => {
    const first = plan.firstSheet.get(sheet.flow ?? '') ?? at;
    const page = sheet.flow === undefined ? undefined : surveys.get(sheet.flow)?.pages[at - first];
    return { sheet, page, turn: page ? turnOf(page, sheet.side) : 0 };
  });
}

function turnOf({ width, areaLeft, areaRight, side: made }: PageSurvey, side: PageSurvey['side']): number {
  // The inner and the outer margin change places.
  return made === side ? 0 : width - areaRight - areaLeft;
}
