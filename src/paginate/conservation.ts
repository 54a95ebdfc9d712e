/**
 * The conservation gate (一字不失): what stands on the pages must equal what stands in the tree, each character once
 * and in order. White space is left out on both sides, since typesetting makes and drops it.
 */

/** Printed text with the place it comes from. */
export interface SourceRun {
  text: string;
  file: string;
  line: number;
  column: number;
}

export interface Breach {
  kind: 'lost' | 'added' | 'changed';
  /** What the manuscript says there; empty for added text. */
  expected: string;
  /** What the pages say there; empty for lost text. */
  found: string;
  /** Where the manuscript says it; the last place before it for added text. */
  file: string;
  line: number;
  column: number;
}

/** A stretch of this many equal characters is taken for the same text again after a difference. */
const RESYNC = 12;
/** How far ahead the two texts are searched for each other. */
const WINDOW = 20_000;
const MOST_BREACHES = 20;

/** Compares the runs of a flow with the text of its pages; gives no breach where they are equal. */
export function findBreaches(runs: SourceRun[], pages: string): Breach[] {
  const texts = runs.map((run) => squeeze(run.text));
  const expected = texts.join('');
  const found = squeeze(pages);
  if (expected === found) return [];
  const breaches: Breach[] = [];
  let i = 0;
  let j = 0;
  while (breaches.length < MOST_BREACHES) {
    const same = commonPrefix(expected, i, found, j);
    i += same;
    j += same;
    if (i === expected.length && j === found.length) break;
    const next = resync(expected, i, found, j);
    const lost = expected.slice(i, next.expected);
    const added = found.slice(j, next.found);
    breaches.push({
      kind: added === '' ? 'lost' : lost === '' ? 'added' : 'changed',
      expected: lost,
      found: added,
      ...placeOf(runs, texts, lost === '' ? Math.max(0, i - 1) : i),
    });
    i = next.expected;
    j = next.found;
  }
  return breaches;
}

/** Drops all white space, the ideographic space among it. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}

function commonPrefix(a: string, i: number, b: string, j: number): number {
  let length = 0;
  while (i + length < a.length && j + length < b.length && a[i + length] === b[j + length]) length += 1;
  // Never ends inside a character of two code units, whose first half may be equal.
  return length > 0 && /[\uD800-\uDBFF]/.test(a[i + length - 1] as string) ? length - 1 : length;
}

/**
 * The nearest places from which both texts agree again. Both are searched no further than a window, and the stretches
 * of the pages are put in a map first, so that texts that have nothing in common cost no more than others.
 */
function resync(expected: string, i: number, found: string, j: number): { expected: number; found: number } {
  const tail = commonSuffix(expected, i, found, j);
  let best = { expected: expected.length - tail, found: found.length - tail };
  const nearest = (): number => best.expected - i + (best.found - j);
  const stretches = new Map<string, number>();
  for (let at = Math.min(j + WINDOW, found.length - RESYNC); at >= j; at -= 1) {
    stretches.set(found.slice(at, at + RESYNC), at);
  }
  const end = Math.min(i + WINDOW, expected.length - RESYNC);
  for (let from = i; from <= end && from - i < nearest(); from += 1) {
    const at = stretches.get(expected.slice(from, from + RESYNC));
    if (at !== undefined && from - i + (at - j) < nearest()) best = { expected: from, found: at };
  }
  return best;
}

/** How many characters both texts have in common at their ends, behind `i` and `j`. */
function commonSuffix(a: string, i: number, b: string, j: number): number {
  const most = Math.min(a.length - i, b.length - j);
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return length > 0 && /[\uDC00-\uDFFF]/.test(a[a.length - length] as string) ? length - 1 : length;
}

function placeOf(runs: SourceRun[], texts: string[], offset: number): Pick<Breach, 'file' | 'line' | 'column'> {
  let end = 0;
  let place: SourceRun | undefined;
  for (const [index, text] of texts.entries()) {
    place = runs[index];
    end += text.length;
    if (end > offset) break;
  }
  return { file: place?.file ?? '', line: place?.line ?? 0, column: place?.column ?? 0 };
}
