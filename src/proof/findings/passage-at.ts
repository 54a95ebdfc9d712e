/** The passage in which a place of a manuscript lies, and how far in: what is printed of it, and on which line. */
import type { LineAddress, Passage, SourcePlace } from '../model.js';
import { fold } from '../where/folded.js';

export interface PassagePlace {
  passage: Passage;
  /** Index in its text; absent where the place is not in it but behind it. */
  offset?: number;
}

/** How many characters before and behind a place are its words. */
const BEFORE = 8;
const BEHIND = 12;

/**
 * @param passages those of the file, in their order
 * @param source the manuscript; without it white space and markup before the place put the offset off by their length
 */
export function passageAt(
  passages: readonly Passage[],
  { line, column }: Pick<SourcePlace, 'line' | 'column'>,
  source: string | undefined,
): PassagePlace | undefined {
  const own = passages.filter((each) => each.line === line);
  const passage =
    own.findLast((each) => each.column <= column) ?? own[0] ?? passages.findLast((each) => each.line < line);
  if (!passage) return undefined;
  if (passage.line === line && passage.column > column) return { passage, offset: 0 };
  if (source === undefined) {
    const offset = column - passage.column;
    return passage.line === line && offset < passage.text.length ? { passage, offset } : { passage };
  }
  const count = fold(between(source, passage, { line, column })).text.length;
  const { places } = fold(passage.text);
  if (count > places.length || (passage.line < line && count === places.length)) return { passage };
  // Marks belong to what stands before them: the place of a mark is where they begin.
  const last = places[count - 1];
  return { passage, offset: last ? Math.min(last.column, passage.text.length) : 0 };
}

function between(source: string, from: Pick<SourcePlace, 'line' | 'column'>, to: typeof from): string {
  const rows = source.split('\n').slice(from.line - 1, to.line);
  rows[rows.length - 1] = (rows[rows.length - 1] ?? '').slice(0, Math.max(0, to.column - 1));
  rows[0] = (rows[0] ?? '').slice(from.column - 1);
  return rows.join('\n');
}

/** The words around a place; none where it is in no passage. */
export function wordsAt({ passage, offset }: PassagePlace): string {
  if (offset === undefined) return '';
  return passage.text.slice(Math.max(0, offset - BEFORE), offset + BEHIND);
}

/** The line on which a place is printed; of one behind a passage the last line of that. */
export function addressAt({ passage: { lines }, offset }: PassagePlace): LineAddress | undefined {
  const at = offset ?? Number.POSITIVE_INFINITY;
  return lines.findLast(([from]) => from <= at)?.[1] ?? lines[0]?.[1];
}
