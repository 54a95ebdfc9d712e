/** Where on its line a finding stands: the words it is about, as near as the ends of the line tell. */
import type { SheetNote } from '../../drawing.js';
import type { Finding } from '../../model.js';
import type { Measure } from '../input.js';
import type { LinePlace } from '../slots.js';

const ASCENT = 9.6;
const DESCENT = 2.4;

/** The marks of a sheet; what was set aside (已核) is marked no longer. */
export function findingMarks(
  findings: readonly Finding[],
  places: ReadonlyMap<string, LinePlace>,
  sheet: number,
  scale: number,
  measure: Measure,
): SheetNote[] {
  return findings.flatMap((finding) => {
    const place = finding.address === undefined || finding.dismissed ? undefined : places.get(finding.address);
    if (place?.sheet !== sheet) return [];
    const { text } = place.line;
    const [start, end] = wordsIn(text, finding.text);
    const whole = measure(text, '宋', 1);
    const at = (index: number): number =>
      place.x + ((place.end - place.x) * measure(text.slice(0, index), '宋', 1)) / whole;
    const [left, right] = whole > 0 ? [at(start), at(end)] : [place.x, place.end];
    return [{ finding, left, right, top: place.y - ASCENT * scale, bottom: place.y + DESCENT * scale }];
  });
}

/** Which part of a line some words are; they may run on into the next line. The whole line where they are not found. */
function wordsIn(line: string, words: string): [number, number] {
  const at = line.indexOf(words);
  if (words.length > 0 && at >= 0) return [at, at + words.length];
  for (let start = Math.max(0, line.length - words.length); start < line.length; start++) {
    if (words.startsWith(line.slice(start))) return [start, line.length];
  }
  return [0, line.length];
}
