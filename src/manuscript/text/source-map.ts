/** From a character of a text node back to its place in the manuscript, past escapes, entities and indents. */
import type { Point } from 'unist';
import type { Text } from '../../tree/nodes.js';
import type { Reading } from '../reading.js';

/** The point of the manuscript at which character `index` of a text node stands. */
export function pointInText(reading: Reading, node: Text, index: number): Point {
  const { start } = node.position;
  const source = reading.slice(node.position);
  return advance(start, source, source.startsWith(node.value) ? index : sourceIndex(source, node.value, index));
}

/** The point `length` characters of `source` behind `start`. */
export function advance(start: Point, source: string, length: number): Point {
  let { line, column } = start;
  for (let index = 0; index < length; index += 1) {
    const character = source[index];
    if (character === '\n' || (character === '\r' && source[index + 1] !== '\n')) {
      line += 1;
      column = 1;
    } else column += 1;
  }
  return { line, column, offset: (start.offset ?? 0) + length };
}

/** Walks value and source side by side; what the parser took out of the source is stepped over. */
function sourceIndex(source: string, value: string, index: number): number {
  let at = 0;
  for (let current = 0; current < index; current += 1) {
    const character = value[current];
    if (source[at] === '\\' && source[at + 1] === character && character !== '\\') at += 1;
    else if (source[at] === '\\' && source[at + 1] === '\\' && character === '\\') at += 1;
    else if (source[at] === '&' && character !== '&') at = Math.max(at, source.indexOf(';', at));
    else if (source[at] === '&' && source.startsWith('&amp;', at)) at += 4;
    else if (source[at] !== character) {
      const found = source.indexOf(character ?? '', at);
      if (found >= 0) at = found;
    }
    at += 1;
  }
  return Math.min(at, source.length);
}
