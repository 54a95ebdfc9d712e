/** From a character of a flow back to the manuscript: pages hold the text of the runs in their order, white space left out. */
import { holderOf, runEnds } from '../paginate/run-ends.js';
import type { Run } from '../tree/tree-text.js';
import { isSpace } from './characters.js';

export interface Source {
  file: string;
  line: number;
  column: number;
}

/** Finds the place of the `offset`-th character of a flow; nothing for text that the tool writes (目录, 索引). */
export type FindSource = (offset: number) => Source | undefined;

export function sourcesOf(runs: readonly Run[]): FindSource {
  const ends = runEnds(runs);
  return (offset) => {
    const holder = holderOf(offset, ends);
    const run = runs[holder];
    if (!run || run.file === '') return undefined;
    const within = offset - (ends[holder - 1] ?? 0);
    return { file: run.file, line: run.line, column: run.column + unitsBefore(run.text, within) };
  };
}

/** How many units of `text`, white space among them, stand before its `count`-th character that is none. */
function unitsBefore(text: string, count: number): number {
  let left = count;
  for (let i = 0; i < text.length; i += 1) {
    if (isSpace(text[i] as string)) continue;
    if (left === 0) return i;
    left -= 1;
  }
  return text.length;
}
