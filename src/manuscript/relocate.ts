/** Puts places found in cleaned text back to where they are in the file. Needed only where something was removed. */
import type { Point } from 'unist';
import type { Message } from '../tree/message.js';
import type { Manuscript } from '../tree/nodes.js';
import type { Change } from './reading.js';
import type { Cleaned } from './text/invisible.js';

/** Moves every place of a manuscript, its messages and changes, by the characters removed before it. */
export function relocate(
  cleaned: Cleaned,
  manuscript: Manuscript | undefined,
  messages: Message[],
  changes: Change[],
): void {
  if (cleaned.removed.length === 0) return;
  const shift = shifter(cleaned);
  for (const item of [...messages, ...changes]) {
    if (item.line !== undefined && item.column !== undefined) item.column += shift(item.line, item.column).columns;
  }
  // Points may be shared between nodes: each is moved once.
  const moved = new Set<Point>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (value && typeof value === 'object') {
      if (isPoint(value)) {
        if (moved.has(value)) return;
        moved.add(value);
        const { columns, characters } = shift(value.line, value.column);
        value.column += columns;
        if (value.offset !== undefined) value.offset += characters;
      } else Object.values(value).forEach(walk);
    }
  };
  walk(manuscript);
}

function isPoint(value: object): value is Point {
  return 'line' in value && 'column' in value;
}

/** How many characters were removed before a place: on its line, and in all. */
function shifter({
  text,
  removed,
}: Cleaned): (line: number, column: number) => { columns: number; characters: number } {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
  return (line, column) => {
    const start = starts[line - 1] ?? 0;
    const offset = start + column - 1;
    let columns = 0;
    let characters = 0;
    for (const { offset: at, length } of removed) {
      if (at > offset) break;
      characters += length;
      if (at >= start) columns += length;
    }
    return { columns, characters };
  };
}
