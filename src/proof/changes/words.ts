/**
 * The words by which two texts are compared: a number is one word with its point and its thousands, without its unit
 * (1234 of 1234万元); a Latin word is one; the double dash and the ellipsis are one each; Han and all else stand alone.
 */
const WORD =
  /\d+(?:,\d{3}(?!\d))*(?:\.\d+)?|[０-９]+(?:[.．][０-９]+)?|\p{Script=Latin}[\p{Script=Latin}\p{M}'’-]*|—{2}|…{2}|[\s\S]\p{M}*/gu;

export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}
