/** The 版式 of the house: what a book gets where book.yaml chooses nothing. */
import type { LayoutSettings, TrimName } from '../tree/layout.js';
import { BODY_SIZES } from './body-sizes.js';
import { TRIM_SIZES } from './trim-sizes.js';

export function houseLayout(trim: TrimName): LayoutSettings {
  return { theme: '典雅', bodyPoints: BODY_SIZES.五号 as number, columns: TRIM_SIZES[trim].columns, gapCharacters: 2 };
}
