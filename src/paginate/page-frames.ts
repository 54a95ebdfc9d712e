/** Where everything stands on the sheets of a book, in points, for whoever measures the PDF. */
import type { BookPlan } from './folios.js';
import type { BlockSurvey } from './in-page/blocks.js';
import type { FlowSurvey } from './in-page/survey.js';
import { POINTS_PER_PX } from './points.js';
import { surveyedSheets } from './surveyed-sheets.js';

export type { BlockKind, BlockSurvey as BlockFrame } from './in-page/blocks.js';

export interface BoxFrame {
  /** From 0; -1 for what spans the type area. */
  column: number;
  /** From the top left of the sheet. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Characters in it, white space left out. */
  length: number;
  /** Stretches of them that no manuscript holds. */
  generated: [number, number][];
  /** Captions of figures: [from, to) of its characters. */
  captions: { from: number; to: number }[];
  blocks: BlockSurvey[];
}

/** A photo as it stands on the sheet; one that bleeds reaches over its edges. */
export interface PhotoFrame {
  /** Relative to the volume folder. */
  file: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
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
  photos: PhotoFrame[];
}

/** The frames of every sheet, blanks included. */
export function pageFrames(plan: BookPlan, surveys: ReadonlyMap<string, FlowSurvey>): PageFrame[] {
  return surveyedSheets(plan, surveys).map(({ sheet: { flow, folio }, page, turn }) => {
    if (!page) return { folio, top: 0, bottom: 0, left: 0, right: 0, boxes: [], photos: [] };
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
        captions: box.figures
          .filter(({ start, end }) => end > start)
          .map(({ start, end }) => ({ from: start, to: end })),
        blocks: box.blocks.map((block) => ({
          ...block,
          left: across(block.left),
          right: across(block.right),
          indent: points(block.indent),
        })),
      })),
      photos: page.photos.map(({ file, left, top, width, height }) => ({
        file,
        left: across(left),
        top: points(top),
        right: across(left + width),
        bottom: points(top + height),
      })),
    };
  });
}

function points(px: number): number {
  return px * POINTS_PER_PX;
}
