/**
 * Visits each match of a global pattern. `String.matchAll` copies the pattern on every call, which costs more than the
 * search itself in a book of many short paragraphs.
 */
export function forEachMatch(pattern: RegExp, text: string, visit: (match: RegExpExecArray) => void): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) visit(match);
}
