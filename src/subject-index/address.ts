/**
 * Addresses (路径) as rules write them: where a thing stands, then the thing.
 *
 *     概况                            every 概况
 *     农业/概况                       类目/条目
 *     农业/种植业/概况                类目/分目/条目
 *     05-农业/02-水利.md/概况         稿件/条目
 *     农业/种植业/概况/第2个          the second of several
 */
import { splitPath, termKey } from './words.js';

/** Where something stands: the file, and its titles from the 类目 down. */
export interface Location {
  file: string;
  titles: readonly string[];
}

export interface Address {
  /** Titles that the location must hold, in their order. */
  within: string[];
  /** The manuscript, where one is named. */
  file?: string;
  /** What the address names. */
  name: string;
  /** From 1, where one of several is meant. */
  ordinal?: number;
}

const ORDINAL = /^第\s*(\d+|[一二三四五六七八九十])\s*个$/u;
const NUMERALS = '一二三四五六七八九十';

/** The ways to read an address, likeliest first: a title may hold a stroke itself. */
export function readAddress(words: string): Address[] {
  const segments = splitPath(words);
  const count = ORDINAL.exec(segments.at(-1) ?? '')?.[1];
  const ordinal = count === undefined ? undefined : NUMERALS.indexOf(count) + 1 || Number(count);
  if (ordinal !== undefined) segments.pop();
  const head = segments.findIndex((segment) => /\.md$/iu.test(segment)) + 1;
  const file = head > 0 ? segments.splice(0, head).join('/') : undefined;
  const readings: Address[] = [];
  for (let cut = segments.length - 1; cut >= 0; cut -= 1) {
    readings.push({
      within: segments.slice(0, cut),
      name: segments.slice(cut).join('/'),
      ...(file !== undefined && { file }),
      ...(ordinal !== undefined && { ordinal }),
    });
  }
  return readings;
}

/** Whether an address leads to a location. */
export function isAt({ within, file }: Address, location: Location): boolean {
  if (file !== undefined && location.file !== file && !location.file.endsWith(`/${file}`)) return false;
  let next = 0;
  for (const title of location.titles)
    if (next < within.length && termKey(title) === termKey(within[next] ?? '')) next += 1;
  return next === within.length;
}

/** One of several, where the address says which. */
export function chosen<T>({ ordinal }: Address, found: readonly T[]): T[] {
  return ordinal === undefined ? [...found] : found.slice(ordinal - 1, ordinal);
}
