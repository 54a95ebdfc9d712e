/** What each sheet of the book says, for the comparison with the PDF. */
import type { BookPlan } from './folios.js';
import type { FlowSurvey } from './in-page/survey.js';
import { turnOf } from './page-frames.js';

const POINTS_PER_PX = 0.75;

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
  const next = new Map<string, number>();
  return plan.sheets.map(({ flow, side }) => {
    const number = next.get(flow ?? '') ?? 0;
    next.set(flow ?? '', number + 1);
    const page = flow === undefined ? undefined : surveys.get(flow)?.pages[number];
    const turn = page ? turnOf(page, side) : 0;
    return {
      printed: page?.boxes.map((box) => box.printed).join('') ?? '',
      top: (page?.areaTop ?? 0) * POINTS_PER_PX,
      bottom: (page?.areaBottom ?? 0) * POINTS_PER_PX,
      left: ((page?.areaLeft ?? 0) + turn) * POINTS_PER_PX,
      right: ((page?.areaRight ?? 0) + turn) * POINTS_PER_PX,
    };
  });
}
