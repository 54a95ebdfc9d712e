/** What changed in a table: rows laid side by side, and in each the cells. */
import type { Passage } from '../../model.js';
import { align, type Match } from '../matching/alignment.js';
import type { Likeness } from '../matching/likeness.js';
import { gapsBetween, longestOrder, type Pair } from '../order.js';
import type { TableRow } from './table-rows.js';

/** One statement about a table; on the side that is empty nothing stood or stands. */
export interface TableChange {
  kind: 'changed' | 'added' | 'removed' | 'moved';
  what: 'row' | 'column' | 'cell';
  before: Passage[];
  after: Passage[];
  /** The first cell of the row, for the words. */
  head?: string;
  /** For what is gone: the row of today that it followed, or nothing where it stood first. */
  follows?: TableRow;
  /** For what is gone from within a row: that row. */
  within?: TableRow;
}

/** Rows are the same when so much of them is: their first cell counts as much as all others. */
const SAME_ROW = 0.5;
const CELL_MARK = '\n';

export function tableChanges(
  before: readonly TableRow[],
  after: readonly TableRow[],
  likeness: Likeness,
): TableChange[] {
  const { stay, moved } = matchRows(before, after, likeness);
  const pairs = [...stay, ...moved].map(([a, b]) => [before[a], after[b]] as [TableRow, TableRow]);
  const cells = foldColumns(
    pairs.flatMap(([old, fresh]) => cellChanges(old, fresh, likeness)),
    pairs.length,
  );
  const keptBefore = new Set([...stay, ...moved].map(([index]) => index));
  const keptAfter = new Set([...stay, ...moved].map(([, index]) => index));
  const partner = new Map([...stay].map(([a, b]) => [a, after[b]]));
  const gone = stretches(before, (index) => !keptBefore.has(index)).map(({ start, rows }): TableChange => {
    let at = start - 1;
    while (at >= 0 && !partner.has(at)) at -= 1;
    return { kind: 'removed', what: 'row', before: rows.flat(), after: [], follows: partner.get(at) };
  });
  const fresh = stretches(after, (index) => !keptAfter.has(index)).map(
    ({ rows }): TableChange => ({ kind: 'added', what: 'row', before: [], after: rows.flat() }),
  );
  const shifted = moved.map(
    ([a, b]): TableChange => ({ kind: 'moved', what: 'row', before: before[a] ?? [], after: after[b] ?? [] }),
  );
  return [...gone, ...fresh, ...shifted, ...cells];
}

function matchRows(before: readonly TableRow[], after: readonly TableRow[], likeness: Likeness) {
  const indexes = uniqueIndexes(after);
  const same = [...uniqueIndexes(before)].flatMap(([key, index]): Pair[] => {
    const at = indexes.get(key);
    return at === undefined ? [] : [[index, at]];
  });
  const order = longestOrder(same, (index) => before[index]?.length ?? 0);
  const ordered = new Set(order.map(([index]) => index));
  // A row of a single cell, 合计 or a dash, is no row that one would know again.
  const moved = same.filter(([index]) => !ordered.has(index) && (before[index]?.length ?? 0) > 1);
  const movedBefore = new Set(moved.map(([index]) => index));
  const movedAfter = new Set(moved.map(([, index]) => index));
  const stay = [...order];
  for (const gap of gapsBetween(order, before.length, after.length)) {
    const old = range(gap.before).filter((index) => !movedBefore.has(index));
    const fresh = range(gap.after).filter((index) => !movedAfter.has(index));
    if (old.length === 0 || fresh.length === 0) continue;
    const alone = old.length === 1 && fresh.length === 1;
    const matches = align(old.length, fresh.length, ([a], [b]) =>
      rowScore(before[old[a] as number] as TableRow, after[fresh[b] as number] as TableRow, alone, likeness),
    );
    for (const match of matches) stay.push([old[match.before[0]] as number, fresh[match.after[0]] as number]);
  }
  return { stay: stay.sort(([a], [b]) => a - b), moved };
}

function uniqueIndexes(rows: readonly TableRow[]): Map<string, number> {
  const indexes = new Map<string, number>();
  const twice = new Set<string>();
  rows.forEach((row, index) => {
    const key = row.map(({ text }) => text).join(CELL_MARK);
    if (indexes.has(key)) twice.add(key);
    indexes.set(key, index);
  });
  for (const key of twice) indexes.delete(key);
  return indexes;
}

function rowScore(a: TableRow, b: TableRow, alone: boolean, likeness: Likeness): number {
  const head = likeness(a[0]?.text ?? '', b[0]?.text ?? '');
  const rest =
    (2 * (matchCells(a, b, likeness).filter((match) => isSame(a, b, match)).length - Number(head === 1))) /
    Math.max(1, a.length + b.length - 2);
  const score = (head + Math.max(0, Math.min(1, rest))) / 2;
  return score >= SAME_ROW || (alone && score > 0 && a.length === b.length) ? score : 0;
}

function isSame(a: TableRow, b: TableRow, { before, after }: Match): boolean {
  return a[before[0]]?.text === b[after[0]]?.text;
}

/** Cells by their places where the rows have as many; else the equal ones, and what stands alone between them. */
function matchCells(before: TableRow, after: TableRow, likeness: Likeness): Match[] {
  if (before.length === after.length)
    return before.map((_, index) => ({ before: [index, index + 1], after: [index, index + 1] }));
  return align(before.length, after.length, ([a], [b]) => {
    const [old, fresh] = [before[a]?.text ?? '', after[b]?.text ?? ''];
    return old === fresh ? 1 : 0.3 * likeness(old, fresh);
  });
}

function cellChanges(before: TableRow, after: TableRow, likeness: Likeness): TableChange[] {
  const matches = matchCells(before, after, likeness);
  const head = after[0]?.text;
  const olds = new Set(matches.map((match) => match.before[0]));
  const news = new Set(matches.map((match) => match.after[0]));
  return [
    ...matches
      .filter((match) => !isSame(before, after, match))
      .map((match): TableChange => {
        const [a, b] = [before[match.before[0]] as Passage, after[match.after[0]] as Passage];
        return { kind: 'changed', what: 'cell', before: [a], after: [b], head, within: after };
      }),
    ...before
      .filter((_, index) => !olds.has(index))
      .map((cell): TableChange => ({ kind: 'removed', what: 'cell', before: [cell], after: [], head, within: after })),
    ...after
      .filter((_, index) => !news.has(index))
      .map((cell): TableChange => ({ kind: 'added', what: 'cell', before: [], after: [cell], head, within: after })),
  ];
}

/** Cells added or taken out in most rows are a column. */
function foldColumns(changes: TableChange[], rows: number): TableChange[] {
  let folded = changes;
  for (const kind of ['removed', 'added'] as const) {
    const cells = folded.filter((change) => change.kind === kind);
    const touched = new Set(cells.map(({ within }) => within));
    if (touched.size < 2 || touched.size * 2 <= rows) continue;
    const column: TableChange = {
      kind,
      what: 'column',
      before: cells.flatMap(({ before }) => before),
      after: cells.flatMap(({ after }) => after),
      within: cells[0]?.within,
    };
    folded = [...folded.filter((change) => change.kind !== kind), column];
  }
  return folded;
}

function stretches(rows: readonly TableRow[], isIn: (index: number) => boolean): { start: number; rows: TableRow[] }[] {
  const found: { start: number; rows: TableRow[] }[] = [];
  rows.forEach((row, index) => {
    if (!isIn(index)) return;
    const last = found.at(-1);
    if (last && last.start + last.rows.length === index) last.rows.push(row);
    else found.push({ start: index, rows: [row] });
  });
  return found;
}

function range([start, end]: [number, number]): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
