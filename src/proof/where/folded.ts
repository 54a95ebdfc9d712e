/**
 * Texts folded (归并) for comparison: letters, Han and digits alone, without marks, white space, markup and the width
 * of signs. A printed line and the manuscript it comes from are equal when folded, whatever the tool has normalised.
 */
export interface Folded {
  text: string;
  /** For each unit of `text` where it stands, from 1. */
  places: { line: number; column: number }[];
}

/** Index marks: their name and what they say beside the words. */
const MARKUP = /:索引\[|\]\{[^}\n]*\}|!\[|\]\([^)\n]*\)|<br\s*\/?>|&#?\w+;/gu;
const KEPT = /[\p{L}\p{N}]/u;

export function fold(source: string): Folded {
  // Blanked rather than cut out: columns stay what they are.
  const blanked = source.replace(MARKUP, (mark) => ' '.repeat(mark.length));
  let text = '';
  const places: Folded['places'] = [];
  let line = 1;
  let column = 1;
  for (const character of blanked) {
    for (const each of character.normalize('NFKC').toLowerCase()) {
      if (!KEPT.test(each)) continue;
      text += each;
      for (let i = 0; i < each.length; i += 1) places.push({ line, column });
    }
    column += character.length;
    if (character === '\n') {
      line += 1;
      column = 1;
    }
  }
  return { text, places };
}

/** Where the words of a printed line stand, if they stand there exactly once. */
export function onlyPlaceOf(words: string, source: Folded): { line: number; column: number } | undefined {
  const wanted = fold(words).text;
  if (wanted === '') return undefined;
  const at = source.text.indexOf(wanted);
  if (at === -1 || source.text.indexOf(wanted, at + 1) !== -1) return undefined;
  return source.places[at];
}
