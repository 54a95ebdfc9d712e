/** A stack (一摞) of blocks of an index, in their order: how high a stretch of it stands in a column, and where it may end. */

/** A block of the index that is not divided: a letter, or the lines of a heading. */
export interface IndexBlock {
  /** CSS px. */
  height: number;
  /** Space above it, which falls away at the head of a column. */
  space: number;
  /** Belongs with the block behind it. */
  keep: boolean;
  /** Opens a letter: the space above it may grow. */
  opens: boolean;
  /** Height of the heading that is said again where this sub-heading begins a column; 0 where none is. */
  resumed: number;
}

export interface Stack {
  blocks: readonly IndexBlock[];
  /** Height of all blocks before each, with the space above them. */
  sums: Float64Array;
}

/** Sums of lengths differ by less than this, CSS px. */
export const ROUNDING = 0.5;

export function stackOf(blocks: readonly IndexBlock[]): Stack {
  const sums = new Float64Array(blocks.length + 1);
  for (const [at, { height, space }] of blocks.entries()) sums[at + 1] = (sums[at] as number) + space + height;
  return { blocks, sums };
}

/** Height of the blocks [from, to) in a column of their own. */
export function heightOf({ blocks, sums }: Stack, from: number, to: number): number {
  const first = blocks[from];
  if (!first || to <= from) return 0;
  return (sums[to] as number) - (sums[from] as number) - first.space + first.resumed;
}

/** Whether a column may end before this block. */
export function mayEnd({ blocks }: Stack, end: number): boolean {
  return end === blocks.length || !(blocks[end - 1] as IndexBlock).keep;
}

/** Letters that do not stand at the head of a column. */
export function lettersIn({ blocks }: Stack, from: number, to: number): number[] {
  const letters: number[] = [];
  for (let at = from + 1; at < to; at += 1) if (blocks[at]?.opens) letters.push(at);
  return letters;
}

/** How many whole lines are left below the blocks of a column. */
export function missingLines(stack: Stack, from: number, to: number, target: number, line: number): number {
  return Math.max(0, Math.floor((target - heightOf(stack, from, to) + ROUNDING) / line));
}

export function wholeLines(height: number, line: number): number {
  return Math.floor((height + ROUNDING) / line) * line;
}

/** Takes as much into each column as it holds. Gives the ends of the columns. */
export function fillColumns(stack: Stack, start: number, height: number, columns: number): number[] {
  const ends: number[] = [];
  let from = start;
  for (let column = 0; column < columns; column += 1) {
    let end = from;
    for (let to = from + 1; to <= stack.blocks.length && heightOf(stack, from, to) <= height + ROUNDING; to += 1) {
      if (mayEnd(stack, to)) end = to;
    }
    // A block that no column holds stands there all the same: what runs over is refused later.
    if (end === from && from < stack.blocks.length) end = from + 1;
    ends.push(end);
    from = end;
  }
  return ends;
}
