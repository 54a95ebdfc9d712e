/** From a character of a flow back to the manuscript: pages hold the text of the runs in their order, white space left out. */
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
  const ends: number[] = [];
  let end = 0;
  for (const { text } of runs) {
    end += text.replace(/\s+/gu, '').length;
    ends.push(end);
  }
  return (offset) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) > offset) high = middle;
      else low = middle + 1;
    }
    const run = runs[low];
    if (!run || run.file === '') return undefined;
    const within = offset - (low > 0 ? (ends[low - 1] as number) : 0);
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
