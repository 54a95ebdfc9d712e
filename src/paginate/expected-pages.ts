/** What each sheet of the book says, for the comparison with the PDF. */
import type { BookPlan } from './folios.js';
import type { FlowSurvey } from './in-page/survey.js';

const POINTS_PER_PX = 0.75;

/** The printed text and the type area (points from the top of the page) of every sheet, blanks included. */
export function expectedPages(
  plan: BookPlan,
  surveys: ReadonlyMap<string, FlowSurvey>,
): { printed: string; top: number; bottom: number }[] {
  const next = new Map<string, number>();
  return plan.sheets.map(({ flow }) => {
    const number = next.get(flow ?? '') ?? 0;
    next.set(flow ?? '', number + 1);
    const page = flow === undefined ? undefined : surveys.get(flow)?.pages[number];
    return {
      printed: page?.boxes.map((box) => box.printed).join('') ?? '',
      top: (page?.areaTop ?? 0) * POINTS_PER_PX,
      bottom: (page?.areaBottom ?? 0) * POINTS_PER_PX,
    };
  });
}
