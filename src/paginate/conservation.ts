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
  return length;
}

/** The nearest places from which both texts agree again. */
function resync(expected: string, i: number, found: string, j: number): { expected: number; found: number } {
  let best: { expected: number; found: number } | undefined;
  for (let skip = 0; skip < WINDOW && i + skip < expected.length; skip += 1) {
    if (best && skip >= best.expected - i + (best.found - j)) break;
    const sample = expected.slice(i + skip, i + skip + RESYNC);
    const at = found.indexOf(sample, j);
    if (at === -1 || at - j > WINDOW || (sample.length < RESYNC && at + sample.length !== found.length)) continue;
    if (!best || skip + at - j < best.expected - i + (best.found - j)) best = { expected: i + skip, found: at };
  }
  return best ?? { expected: expected.length, found: found.length };
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
