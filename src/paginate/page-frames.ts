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
      ...areaFrame(page, side),
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

/** The type area of a page on the side of the leaf where it stands in the book, from the top left of the sheet. */
export function areaFrame(
  page: PageSurvey,
  side: PageSurvey['side'],
): Pick<PageFrame, 'top' | 'bottom' | 'left' | 'right'> {
  const turn = turnOf(page, side);
  return {
    top: points(page.areaTop),
    bottom: points(page.areaBottom),
    left: points(page.areaLeft + turn),
    right: points(page.areaRight + turn),
  };
}

/** How far the type area moves on the other side of the leaf: its inner and outer margins change places. */
function turnOf(page: PageSurvey, side: PageSurvey['side']): number {
  return page.side === side ? 0 : page.width - page.areaRight - page.areaLeft;
}

function points(px: number): number {
  return px * POINTS_PER_PX;
}
