/** A change as it is told: its words, its lines and its place, from the passages before and after. */
import type { Change, Passage, Piece } from '../../model.js';
import { allLines, changedLines } from '../bars.js';
import { excerpt } from '../excerpt.js';
import type { Ground } from '../ground.js';
import { textOf, wholePieces } from '../pieces.js';

/** A change with the index of the passage of today at which it is told. */
export interface Statement {
  at: number;
  change: Change;
}

type Told = Pick<Change, 'kind' | 'what' | 'before' | 'after' | 'from' | 'to'>;

/** The whole comparison of a change: the kept and old pieces give the old words, the kept and new ones those of today. */
export function piecesOf({ before, after }: Pick<Change, 'before' | 'after'>): Piece[] {
  return wholePieces(textOf(before), textOf(after));
}

/** Other words in the same place. `from` gives the place where nothing of it stands today. */
export function edited(told: Told, ground: Ground, from = firstIndex(told.after, ground)): Statement {
  const pieces = piecesOf(told);
  const bars = changedLines(told.after, pieces);
  const address =
    bars[0] ?? told.after.flatMap(({ lines }) => lines)[0]?.[1] ?? addressBeside(told.after, from, ground);
  return state(told, pieces, address, bars.length > 0 || !address ? bars : barBeside(told.after, address), from);
}

/** What is in this place now and was not there; all its lines are new to it. */
export function arrived(told: Told, ground: Ground, pieces = piecesOf(told)): Statement {
  const bars = allLines(told.after);
  return state(told, pieces, bars[0], bars, firstIndex(told.after, ground));
}

/** What is in this proof no more; `gap` is the passage of today before which it stood. */
export function left(told: Told, ground: Ground, gap: number, pieces = piecesOf(told)): Statement {
  const address = ground.lineFrom(gap);
  // Told before that which follows it.
  return state(told, pieces, address, address ? [address] : [], gap - 0.5);
}

/** In the order of the book; where several are told of one place, in the order in which they were made. */
export function inOrder(statements: readonly Statement[]): Change[] {
  return [...statements].sort((a, b) => a.at - b.at).map(({ change }) => change);
}

function state(
  { kind, what, before, after, from, to }: Told,
  pieces: readonly Piece[],
  address: string | undefined,
  bars: string[],
  at: number,
): Statement {
  const place = (after[0] ?? before[0]) as Passage;
  const change: Change = {
    kind,
    what,
    before,
    after,
    pieces: excerpt(pieces),
    bars,
    place: { file: place.file, line: place.line, column: place.column },
  };
  if (address !== undefined) change.address = address;
  if (from !== undefined) change.from = from;
  if (to !== undefined) change.to = to;
  return { at, change };
}

function firstIndex(after: readonly Passage[], ground: Ground): number {
  return after[0] ? ground.indexOf(after[0]) : 0;
}

/** An emptied cell stands on no line: it is looked for beside what follows it. */
function addressBeside(after: readonly Passage[], at: number, ground: Ground): string | undefined {
  return after.every(({ text }) => text === '') ? ground.lineFrom(at) : undefined;
}

function barBeside(after: readonly Passage[], address: string): string[] {
  return after.every(({ text }) => text === '') ? [address] : [];
}
