/** Where everything stands on the sheets of a book, in points, for whoever measures the PDF. */
import type { BookPlan } from './folios.js';
import type { BlockSurvey } from './in-page/blocks.js';
import type { FlowSurvey, PageSurvey } from './in-page/survey.js';

const POINTS_PER_PX = 0.75;

export interface BoxFrame {
  /** From 0; -1 for what spans the type area. */
  column: number;
  /** From the top left of the sheet. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Characters of its printed text. */
  length: number;
  generated: [number, number][];
  blocks: BlockSurvey[];
}

export interface PageFrame {
  /** Absent for a blank. */
  flow?: string;
  folio: string;
  /** The type area, from the top left of the sheet. */
  top: number;
  bottom: number;
  left: number;
  right: number;
  boxes: BoxFrame[];
}

/** The frames of every sheet, blanks included. */
export function pageFrames(plan: BookPlan, surveys: ReadonlyMap<string, FlowSurvey>): PageFrame[] {
  const next = new Map<string, number>();
  return plan.sheets.map(({ flow, folio, side }) => {
    const number = next.get(flow ?? '') ?? 0;
    next.set(flow ?? '', number + 1);
    const page = flow === undefined ? undefined : surveys.get(flow)?.pages[number];
    if (!page) return { folio, top: 0, bottom: 0, left: 0, right: 0, boxes: [] };
    const turn = turnOf(page, side);
    const across = (px: number): number => points(px + turn);
    return {
      ...(flow === undefined ? {} : { flow }),
      folio,
      top: points(page.areaTop),
      bottom: points(page.areaBottom),
      left: across(page.areaLeft),
      right: across(page.areaRight),
      boxes: page.boxes.map((box) => ({
        column: box.column,
        left: across(box.left),
        right: across(box.left + box.width),
        top: points(box.top),
        bottom: points(box.bottom),
        length: box.printed.length,
        generated: box.generated,
        blocks: box.blocks.map((block) => ({
          ...block,
          left: across(block.left),
          right: across(block.right),
          indent: points(block.indent),
        })),
      })),
    };
  });
}

/** How far the type area moves, CSS px, where a page has come to stand on the other side of the leaf. */
export function turnOf({ width, areaLeft, areaRight, side: made }: PageSurvey, side: PageSurvey['side']): number {
  // The inner and the outer margin change places.
  return made === side ? 0 : width - areaRight - areaLeft;
}

function points(px: number): number {
  return px * POINTS_PER_PX;
}
