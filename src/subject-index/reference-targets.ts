/** The headings that a reference means by its words: 河湖长制, 蔬菜/大棚, 河长制；林长制. */
import type { Card } from './cards.js';
import { type DraftHeading, type DraftHeadings, findPath } from './headings.js';
import { pathKey, splitPath } from './words.js';

/** From the key of a term that manuscripts give to the paths that the rules have made of it. */
export type Results = ReadonlyMap<string, string[][]>;

/** What became of the terms that manuscripts give: 湖长制 → 河湖长制. */
export function followed(cards: readonly Card[]): Results {
  const results = new Map<string, string[][]>();
  for (const { given, path } of cards)
    for (let depth = 1; depth <= given.length; depth += 1) {
      const known = results.get(pathKey(given.slice(0, depth))) ?? [];
      const result = path.slice(0, path.length - (given.length - depth));
      if (result.length > 0 && !known.some((other) => pathKey(other) === pathKey(result))) known.push(result);
      results.set(pathKey(given.slice(0, depth)), known);
    }
  return results;
}

/** The headings that a target means, each from the top of the index; nothing where one of them is missing. */
export function targetsOf(words: string, headings: DraftHeadings, follow: Results): DraftHeading[][] | undefined {
  const named = (text: string): DraftHeading[][] | undefined => {
    const chain =
      findPath(headings, [text]) ??
      findPath(headings, splitPath(text)) ??
      findPath(headings, text.split(/\s*[—－–-]+\s*/u));
    if (chain) return [chain];
    const results = (follow.get(pathKey([text])) ?? follow.get(pathKey(splitPath(text))))?.flatMap((path) => {
      const found = findPath(headings, path);
      return found ? [found] : [];
    });
    return results && results.length > 0 ? results : undefined;
  };
  const whole = named(words);
  if (whole) return whole;
  const parts = words.split(/[；;]/u).map((part) => part.trim());
  const several = parts.length > 1 ? parts.map(named) : [];
  return several.length > 0 && several.every((part) => part !== undefined) ? several.flat() : undefined;
}
