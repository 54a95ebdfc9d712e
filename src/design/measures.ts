/**
 * Every measure of a book from a few choices: 开本, 字号, 栏数, 栏距. The page sheet, the style sheets, the renderers
 * and the report all ask here; sizes are CSS px (1/96 inch).
 */
import type { VolumeSettings } from '../tree/nodes.js';
import { printedBleed } from './bleed.js';
import { bodyPx, linePx } from './body-sizes.js';
import { centredMargins, type Margins, marginsOf } from './margins.js';
import { TRIM_SIZES, type TrimSize } from './trim-sizes.js';
import { type Paper, PX_PER_MM, type TypeArea, typeAreaOf } from './type-area.js';

export interface Measures {
  trim: TrimSize;
  /** Size of a character of running text. */
  body: number;
  /** Size of captions, tables and the index. */
  small: number;
  line: number;
  /** The type area of the body. */
  area: TypeArea;
  margins: Margins;
  plate: PlateMeasures;
  /** From the running head to the text, and from the text to the folio. */
  furniture: { head: number; folio: number };
  /** Columns of 目录, which is set smaller than the body. */
  contentsColumns: number;
  /** Characters of a table, which is set in `small`, across one column and across the type area. */
  table: { column: number; span: number };
  /** The room of photos in the text: in one column, and across the type area (通栏). */
  photo: { column: PhotoMeasures; span: PhotoMeasures };
}

/** The largest size of the photos of one caption. */
export interface PhotoMeasures {
  width: number;
  /** In one row, and in several. */
  height: number;
  groupHeight: number;
}

/** The type area of 彩页, larger than that of the body. */
export interface PlateMeasures extends Paper {
  margins: Margins;
  /** Room of a section's title on its first page. */
  titleHeight: number;
  /** Between two photos, and between those of one caption. */
  gutter: number;
  photoGap: number;
  captionSize: number;
  captionLine: number;
  /** Between a picture and its caption. */
  captionGap: number;
  /** The trimmed page, and what a picture in 满版 goes over each of its edges. */
  paper: Paper;
  bleed: number;
}

/** Plates grow over the type area by these shares of what it leaves. */
const PLATE_WIDER = 0.2405;
const PLATE_HIGHER = 0.1845;
const PLATE_GUTTER = 16;
const PLATE_PHOTO_GAP = 4;
/** A caption is nearer to its own picture than to the next. */
const CAPTION_GAP = 4;
const CAPTION_LINE = 1.5;
/** mm */
const USUAL_BLEED = 3;
/** Shares of the margins in which they stand. */
const HEAD_DISTANCE = 0.24;
const FOLIO_DISTANCE = 0.26;
/** The fewest characters of its own size that a line of 目录 or 索引 may hold. */
const CONTENTS_MEASURE = 18;
const INDEX_MEASURE = 9.5;
/**
 * Shares of the type area: two upright photos with captions of two lines stand below each other in a column, and a photo
 * across the page leaves half of it to the text. In one wide column a photo has white beside it.
 */
const PHOTO_HEIGHT = 0.43;
const PHOTO_GROUP_HEIGHT = 0.606;
const SPAN_HEIGHT = 0.5;
const SPAN_GROUP_HEIGHT = 0.75;
const PHOTO_CHARACTERS = 32;

/** @param settings 印刷 may be left out; then plates bleed by the usual 3 mm */
export function measuresOf(
  settings: Pick<VolumeSettings, 'trim' | 'layout'> & Partial<Pick<VolumeSettings, 'press'>>,
): Measures {
  const { trim: name, layout, press } = settings;
  const trim = TRIM_SIZES[name];
  const paper = { width: trim.widthMm * PX_PER_MM, height: trim.heightMm * PX_PER_MM };
  const body = bodyPx(layout.bodyPoints);
  const small = Math.round((body * 6) / 7);
  const caption = Math.round((body * 13) / 14);
  const line = linePx(body);
  const area = typeAreaOf(paper, body, line, layout);
  const margins = marginsOf(paper, area);
  return {
    trim,
    body,
    small,
    line,
    area,
    margins,
    plate: plateOf(paper, area, caption, line, printedBleed(press?.bleedMm ?? USUAL_BLEED)),
    furniture: { head: Math.round(margins.top * HEAD_DISTANCE), folio: Math.round(margins.bottom * FOLIO_DISTANCE) },
    contentsColumns: columnsThatHold(CONTENTS_MEASURE * caption, area),
    table: { column: tableCharacters(area.columnWidth, small), span: tableCharacters(area.width, small) },
    photo: {
      column: photoMeasures(
        Math.min(area.columnWidth, PHOTO_CHARACTERS * body),
        area,
        PHOTO_HEIGHT,
        PHOTO_GROUP_HEIGHT,
      ),
      span: photoMeasures(area.width, area, SPAN_HEIGHT, SPAN_GROUP_HEIGHT),
    },
  };
}

/** Columns of an index: as many as are wanted, but no more than hold `measure` characters a line. */
export function indexColumns(wanted: number, { small, line, area }: Measures, measure = INDEX_MEASURE): number {
  const most = Math.floor((area.width + line) / (measure * small + line));
  return Math.max(1, Math.min(wanted, most));
}

function photoMeasures(width: number, { height }: Paper, share: number, groupShare: number): PhotoMeasures {
  return { width, height: Math.round(height * share), groupHeight: Math.round(height * groupShare) };
}

function plateOf(paper: Paper, area: Paper, captionSize: number, line: number, bleed: number): PlateMeasures {
  const plate = {
    width: area.width + Math.round((paper.width - area.width) * PLATE_WIDER),
    height: area.height + Math.round((paper.height - area.height) * PLATE_HIGHER),
  };
  return {
    ...plate,
    margins: centredMargins(paper, plate),
    titleHeight: 4 * line,
    gutter: PLATE_GUTTER,
    photoGap: PLATE_PHOTO_GAP,
    captionSize,
    captionLine: Math.round(captionSize * CAPTION_LINE),
    captionGap: CAPTION_GAP,
    paper,
    bleed,
  };
}

/** One character is left for rules and rounding. */
function tableCharacters(width: number, small: number): number {
  return Math.floor(width / small) - 1;
}

function columnsThatHold(width: number, area: TypeArea): number {
  return Math.max(1, Math.floor((area.width + area.gap) / (width + area.gap)));
}
