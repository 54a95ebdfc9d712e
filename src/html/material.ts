/** What every renderer may need besides the tree: the prepared pictures and the trim size. */
import type { Pictures } from './picture.js';
import type { Trim } from './trim.js';

export interface Material {
  pictures: Pictures;
  trim: Trim;
}
