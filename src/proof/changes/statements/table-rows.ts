/** Tables among the passages: cells that follow one another, row by row, and the captions right before them. */
import type { Passage } from '../../model.js';

/** The cells of one row, which stand on one line of the manuscript. */
export type TableRow = Passage[];

/** Lines of a manuscript from one row to the next: only the rule under the head takes one. */
const NEXT_ROW = 1;
const BELOW_HEAD = 2;
/** A caption, a blank line, the unit line, a blank line, the table. */
const CAPTION_LINES = 4;

/** The table that begins with this passage, a cell or a caption; nothing where none does. */
export function readTable(
  passages: readonly Passage[],
  at: number,
): { passages: Passage[]; rows: TableRow[] } | undefined {
  let start = at;
  while (passages[start]?.kind === 'caption') start += 1;
  const first = passages[start];
  const head = passages[at] as Passage;
  if (first?.kind !== 'cell' || !sameSection(head, first) || first.line - head.line > CAPTION_LINES) return undefined;
  const rows = readRows(passages, start);
  return { passages: [...passages.slice(at, start), ...rows.flat()], rows };
}

function readRows(passages: readonly Passage[], start: number): TableRow[] {
  const rows: TableRow[] = [];
  for (let at = start; passages[at]?.kind === 'cell'; at += 1) {
    const cell = passages[at] as Passage;
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (!row || !last) rows.push([cell]);
    else if (!sameSection(last, cell)) break;
    else if (cell.line === last.line) row.push(cell);
    else {
      const step = cell.line - last.line;
      if (step !== NEXT_ROW && (step !== BELOW_HEAD || rows.length > 1)) break;
      rows.push([cell]);
    }
  }
  return rows;
}

function sameSection(a: Passage, b: Passage): boolean {
  return a.file === b.file && a.path.length === b.path.length && a.path.every((name, depth) => name === b.path[depth]);
}
