/** What every renderer may need besides the tree: the prepared pictures and the measures of the book. */
import type { Measures } from '../design/measures.js';
import type { Figure, Manuscript, Part } from '../tree/nodes.js';
import type { Pictures } from './picture.js';

/** The HTML of a part of the book: made, or kept from an earlier run. `outside` is what it depends on besides the node. */
export type Rendered = (node: Part | Manuscript, make: () => string, outside?: string) => string;

export interface Material {
  pictures: Pictures;
  measures: Measures;
  /** 图号 of a figure in the text, 图3; nothing where figures are not numbered. */
  figureNumber(figure: Figure): string | undefined;
  rendered: Rendered;
}
