/**
 * Numbers of findings (编号), `K3F9`: read aloud, written on paper, typed. Of signs that pass for each other in
 * handwriting only one is used: B not 8, G not 6, S not 5, Z not 2, L not 1 or I; and none of 0 O Q.
 */
export const NUMBER_SIGNS = 'ABCDEFGHJKLMNPRSTUVWXYZ3479';

/** Signs that are not used, and what they were written for. */
const TAKEN_FOR: Record<string, string> = { 8: 'B', 6: 'G', 5: 'S', 2: 'Z', 1: 'L', I: 'L' };
const SHORTEST = 4;
const LONGEST = 6;

/** Reads a number as it is typed; nothing where it cannot be one. */
export function parseFindingNumber(typed: string): string | undefined {
  const word = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s#]/gu, '')
    .replace(/[86521I]/gu, (sign) => TAKEN_FOR[sign] as string);
  const known = [...word].every((sign) => NUMBER_SIGNS.includes(sign));
  return known && word.length >= SHORTEST && word.length <= LONGEST ? word : undefined;
}
