/** What every renderer may need besides the tree: the prepared pictures and the measures of the book. */
import type { Measures } from '../design/measures.js';
import type { Pictures } from './picture.js';

export interface Material {
  pictures: Pictures;
  measures: Measures;
}
