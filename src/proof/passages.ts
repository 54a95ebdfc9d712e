/** Passages: the stretches of the tree in which a proof is read, with the lines on which each stands. */
import type { Line } from '../inspect/lines.js';
import { squeeze } from '../paginate/conservation.js';
import { runEnds } from '../paginate/run-ends.js';
import type { Run, Stretch } from '../tree/tree-text.js';
import type { LineAddress, Passage } from './model.js';

/** A line of the pages, and which characters of its flow stand on it. */
export interface AddressedLine {
  line: Line;
  address: LineAddress;
}

/** The passages of a part that is not on the pages at hand. */
export function unplacedPassages(stretches: readonly Stretch[]): Passage[] {
  return stretches.flatMap((stretch) => passageOf(stretch) ?? []);
}

/**
 * The passages of one flow.
 *
 * @param runs the text of the flow, as the offsets of its lines count it
 * @param lines its lines
 */
export function placedPassages(
  stretches: readonly Stretch[],
  runs: readonly Run[],
  lines: readonly AddressedLine[],
): Passage[] {
  const passages: Passage[] = [];
  const holders = new Map<string, { passage: Passage; start: number }[]>();
  for (const stretch of stretches) {
    const passage = passageOf(stretch);
    if (!passage) continue;
    passages.push(passage);
    let start = 0;
    for (const run of stretch.runs) {
      const known = holders.get(keyOf(run));
      if (known) known.push({ passage, start });
      else holders.set(keyOf(run), [{ passage, start }]);
      start += squeeze(run.text).length;
    }
  }
  const ends = runEnds(runs);
  // What is said twice at one place (marks that join) is said in the same order on the pages.
  const held = runs.map((run) => holders.get(keyOf(run))?.shift());
  // Captions are counted behind all the text, wherever on the pages they stand.
  const counted = lines.toSorted((a, b) => a.line.offset - b.line.offset);
  let at = 0;
  for (const [i, { line, address }] of counted.entries()) {
    const end = counted[i + 1]?.line.offset ?? ends.at(-1) ?? 0;
    // What the tool adds (a repeated head) stands on a line of its own, and holds nothing.
    if (end <= line.offset) continue;
    while (at < runs.length && (ends[at] as number) <= line.offset) at += 1;
    for (let run = at; run < runs.length; run += 1) {
      const from = ends[run - 1] ?? 0;
      if (from >= end) break;
      if (from === ends[run]) continue;
      const holder = held[run];
      if (holder) note(holder.passage, holder.start + Math.max(0, line.offset - from), address);
    }
  }
  return passages;
}

/** A line is noted once for each passage on it, at the first character there. */
function note({ lines }: Passage, from: number, address: LineAddress): void {
  if (lines.at(-1)?.[1] !== address) lines.push([from, address]);
}

/** Nothing for a stretch that prints nothing. */
function passageOf({ kind, path, runs }: Stretch): Passage | undefined {
  const text = squeeze(runs.map((run) => run.text).join(''));
  const first = runs[0];
  if (!first || text === '') return undefined;
  return { kind, path, text, file: first.file, line: first.line, column: first.column, lines: [] };
}

function keyOf({ text, file, line, column }: Run): string {
  return `${file}\0${line}\0${column}\0${text}`;
}
