/** 字号: the sizes that running text may have, and the line height of each. */

/** Sizes with a name, in points. */
export const BODY_SIZES: Readonly<Record<string, number>> = { 小五: 9, 五号: 10.5, 小四: 12, 四号: 14 };

const SMALLEST = 8;
const LARGEST = 14;

const PX_PER_POINT = 96 / 72;
/** A line of 五号 (14 px) is 22 px high; other sizes keep the proportion. */
const LINE_HEIGHT = 22 / 14;
/**
 * Chromium lays out in 1/64 px. A size of whole sixteenths has room for whole characters in every column, where 10磅,
 * 13⅓ px, would be rounded down and push the last character of each line out. The error stays below 0.03 pt.
 */
const STEP = 1 / 16;

/** The points of `小五`, `10.5磅`, `10.5`; nothing for what is no size of running text. */
export function bodyPointsOf(text: string): number | undefined {
  const named = Object.hasOwn(BODY_SIZES, text) ? BODY_SIZES[text] : undefined;
  if (named !== undefined) return named;
  const [, digits] = /^(\d+(?:\.\d+)?)\s*(?:磅|pt|P)?$/iu.exec(text) ?? [];
  const points = Number(digits);
  return points >= SMALLEST && points <= LARGEST ? points : undefined;
}

/** How an editor may write a size. */
export const BODY_SIZE_REMEDY = `可用的有：${Object.keys(BODY_SIZES).join('、')}，或者${SMALLEST}磅到${LARGEST}磅之间的磅数，例如“10磅”`;

/** The character in CSS px. */
export function bodyPx(points: number): number {
  return Math.round((points * PX_PER_POINT) / STEP) * STEP;
}

/** The line in CSS px: whole pixels keep every baseline within 0.1 pt of the grid. */
export function linePx(body: number): number {
  return Math.round(body * LINE_HEIGHT);
}
