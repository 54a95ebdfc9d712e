/** What is arranged and what comes of it: the items of sections, and the plates on which they stand. CSS pixels. */
import type { PageFigure, PlacedFigure, PlateArea } from './plate-page.js';

export interface PlateItem {
  /** Width ÷ height of each of its photos, as they are printed. */
  ratios: number[];
  /** Widths of the parts of its caption that are each kept on one line. */
  caption: number[];
  /** 满版: a page of its own, to all its edges. */
  fullBleed?: boolean;
  /** 通栏: a row of its own. */
  spanning?: boolean;
  /** 组: items of one group that follow each other stand on one page. */
  group?: string;
  /** The widest it may be printed at 225 ppi; absent where its pixels do for any size. */
  mostWidth?: number;
}

export interface PlateItems {
  items: PlateItem[];
  titled: boolean;
  /** 每页: how many a page shall hold. */
  perPage?: number;
  /** Its pages are not like others (底色): it shares none. */
  apart?: boolean;
}

export interface PlatesArea extends PlateArea {
  /** Between two photos of one caption. */
  photoGap: number;
  /** Room kept free at the foot of the last page. */
  tailHeight: number;
}

/** What stands of a section on a page. */
export interface PlateBlock {
  /** Its number, from 0. */
  section: number;
  /** Whether the section begins here. */
  opens: boolean;
  /** From the top of the area; a title stands at its head. */
  top: number;
  /** Their numbers in the section, from 0, and their places from the top of the block. */
  figures: (PlacedFigure & { index: number })[];
}

export interface Plate {
  /** One figure that covers the page; its place is not that of `blocks`. */
  fullBleed: boolean;
  blocks: PlateBlock[];
}

/** An item of a section with what the arrangement has to know of it. */
export interface ListedItem {
  item: PlateItem;
  figure: PageFigure;
  section: number;
  index: number;
}
