/**
 * Code point ranges, written as CSS `unicode-range` writes them: `U+B7`, `U+2018-2019, U+201C-201D`.
 */

/** First and last code point, both included. */
export type CodePointRange = readonly [first: number, last: number];

/** Reads a `unicode-range` list. Throws a RangeError on anything but single code points and ranges. */
export function parseRanges(list: string): CodePointRange[] {
  return list.split(',').map((item) => {
    const match = /^\s*U\+([0-9A-F]{1,6})(?:-([0-9A-F]{1,6}))?\s*$/i.exec(item);
    if (!match?.[1]) throw new RangeError(`not a unicode-range: ${item}`);
    const first = Number.parseInt(match[1], 16);
    const last = match[2] ? Number.parseInt(match[2], 16) : first;
    if (last < first || last > 0x10ffff) throw new RangeError(`not a unicode-range: ${item}`);
    return [first, last] as const;
  });
}

/** The inverse of parseRanges. */
export function formatRanges(ranges: readonly CodePointRange[]): string {
  const hex = (codePoint: number): string => codePoint.toString(16).toUpperCase();
  return ranges
    .map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(', ');
}

/** Whether a code point lies in one of a few ranges. */
export function inRanges(codePoint: number, ranges: readonly CodePointRange[]): boolean {
  return ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}

/** The ranges a set of code points forms, in ascending order. */
export function toRanges(codePoints: Iterable<number>): CodePointRange[] {
  const ranges: [number, number][] = [];
  for (const codePoint of [...codePoints].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && codePoint <= last[1] + 1) last[1] = codePoint;
    else ranges.push([codePoint, codePoint]);
  }
  return ranges;
}

/** Every code point of some ranges. */
export function expandRanges(ranges: readonly CodePointRange[]): Set<number> {
  const codePoints = new Set<number>();
  for (const [first, last] of ranges) {
    for (let codePoint = first; codePoint <= last; codePoint++) codePoints.add(codePoint);
  }
  return codePoints;
}
