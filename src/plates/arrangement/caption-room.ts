/** The room of captions: how many lines one takes at a width, and which captions stand side by side. */
import type { Slice } from './slices.js';

/** What a line may be shorter than its measure: marks may not open a line, and sizes are rounded. */
const SLACK = 6;

/** Lines of a caption whose parts, each kept on one line, are `words` CSS px wide. */
export function captionLines(words: readonly number[], width: number): number {
  if (words.length === 0) return 0;
  const measure = Math.max(1, width - SLACK);
  let lines = 1;
  let used = 0;
  for (const word of words) {
    if (used + word <= measure) used += word;
    else if (word <= measure) {
      lines += 1;
      used = word;
    } else {
      // Too long for any line: it is broken where it must be.
      const rest = used + word;
      lines += Math.ceil(rest / measure) - 1;
      used = rest - measure * Math.floor(rest / measure);
    }
  }
  return lines;
}

/**
 * Gives all figures that end at one height the same number of lines, so that their pictures end at one height too.
 * `lines` is changed.
 */
export function levelCaptions(slice: Slice, lines: number[]): void {
  for (const level of levelsOf(slice)) {
    let most = 0;
    for (const figure of level) most = Math.max(most, lines[figure] ?? 0);
    for (const figure of level) lines[figure] = most;
  }
}

/** The same slicings are asked for again and again. */
const known = new WeakMap<Slice & object, number[][]>();

/** Figures that end at one height: those at the foot of each row, of outer rows first. */
function levelsOf(slice: Slice): number[][] {
  if (typeof slice === 'number') return [];
  const found = known.get(slice);
  if (found) return found;
  const own = slice.kind === 'row' ? [slice.children.flatMap(bottomOf)] : [];
  const levels = [...own, ...slice.children.flatMap(levelsOf)];
  known.set(slice, levels);
  return levels;
}

/** The figures at the foot of a slice. */
function bottomOf(slice: Slice): number[] {
  if (typeof slice === 'number') return [slice];
  return slice.kind === 'row' ? slice.children.flatMap(bottomOf) : bottomOf(slice.children.at(-1) as Slice);
}
