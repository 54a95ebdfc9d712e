/**
 * Strokes (笔画笔顺): where a character stands among those of one sound. Stroke count first, then stroke order
 * (横竖撇点折) as GB 13000.1 字序 and the 通用规范汉字表 have it. The table is read only when two characters of one
 * sound and tone must be told apart.
 */
import { NORM, OTHERS } from './stroke-table.js';

let places: Map<string, number> | undefined;

/**
 * The place of a character in the row of all characters by strokes. Outside the norm the stroke order is not known:
 * such characters come after those of the norm with as many strokes, by code. What no table has comes last, by code.
 */
export function strokePlace(character: string): number {
  places ??= readTable();
  return places.get(character) ?? places.size + (character.codePointAt(0) ?? 0);
}

function readTable(): Map<string, number> {
  const found = new Map<string, number>();
  const norm = NORM.split('\n');
  const others = OTHERS.split('\n');
  for (let line = 0; line < Math.max(norm.length, others.length); line += 1)
    for (const character of `${norm[line] ?? ''}${others[line] ?? ''}`) found.set(character, found.size);
  return found;
}
