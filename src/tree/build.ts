/** Small builders, so that readers and tests need not spell out nodes. */
import type { Position } from 'unist';
import type { Break, Emphasis, Field, Paragraph, Phrasing, Strong, Text } from './nodes.js';

export function text(value: string, position: Position): Text {
  return { type: 'text', value, position };
}

export function strong(children: Phrasing[], position: Position): Strong {
  return { type: 'strong', children, position };
}

export function emphasis(children: Phrasing[], position: Position): Emphasis {
  return { type: 'emphasis', children, position };
}

export function lineBreak(position: Position): Break {
  return { type: 'break', position };
}

export function paragraph(children: Phrasing[], position: Position): Paragraph {
  return { type: 'paragraph', children, position };
}

export function field(value: string, position: Position): Field {
  return { value, position };
}

/** A position that is a single point: for a file as a whole, or a place where something is missing. */
export function pointPosition(line: number, column: number, offset = 0): Position {
  const point = { line, column, offset };
  return { start: point, end: point };
}
