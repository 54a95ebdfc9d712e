/** The page map: id → its sheet in the book, its printed folio, its column and height. */
import type { BookPlan } from './folios.js';
import type { FlowSurvey } from './in-page/survey.js';
import { POINTS_PER_PX } from './points.js';

export interface PagePlace {
  /** Index of the sheet in the book, from 0. */
  sheet: number;
  /** As printed: xii, 57. */
  folio: string;
  /** From 0; -1 for what spans the type area. */
  column: number;
  /** From the top of the trimmed page, points. */
  y: number;
}

/** Joins the anchors of all flows into one map. */
export function pageMap(plan: BookPlan, surveys: ReadonlyMap<string, FlowSurvey>): Map<string, PagePlace> {
  const places = new Map<string, PagePlace>();
  for (const [flow, survey] of surveys) {
    const first = plan.firstSheet.get(flow);
    if (first === undefined) continue;
    for (const { id, page, column, y } of survey.anchors) {
      const sheet = first + page;
      places.set(id, { sheet, folio: plan.sheets[sheet]?.folio ?? '', column, y: y * POINTS_PER_PX });
    }
  }
  return places;
}
