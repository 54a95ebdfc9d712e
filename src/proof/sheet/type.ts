/** Words of the furniture as they are set: widths, lines, and what is too long. */
import type { ProofFont } from '../drawing.js';
import type { Measure } from './input.js';
import { breakLines } from './line-breaks.js';

/** Width of every UTF-16 unit, points. */
export function unitWidths(text: string, font: ProofFont, size: number, measure: Measure): number[] {
  const widths: number[] = [];
  for (const character of text) {
    widths.push(measure(character, font, size));
    if (character.length > 1) widths.push(0);
  }
  return widths;
}

/** A text in lines of a width. */
export function setLines(text: string, font: ProofFont, size: number, width: number, measure: Measure): string[] {
  const ranges = breakLines(text, unitWidths(text, font, size, measure), width);
  return ranges.map(([start, end]) => text.slice(start, end));
}

/** A text on one line, cut with … where it is longer. */
export function cutToWidth(text: string, font: ProofFont, size: number, width: number, measure: Measure): string {
  if (measure(text, font, size) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && measure(`${characters.join('')}…`, font, size) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** A manuscript and its line: where one line is too narrow, folder and file part before anything else does. */
export function setPath(path: string, font: ProofFont, size: number, width: number, measure: Measure): string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  if (folder === '' || measure(path, font, size) <= width) return setLines(path, font, size, width, measure);
  return [folder, path.slice(folder.length)].flatMap((part) => setLines(part, font, size, width, measure));
}
