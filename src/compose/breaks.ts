/** Where a line may break, and at what cost: the rules of marks, words, numbers, labels and names put together. */
import { GLUED, INSIDE, NEVER, raise } from './cost.js';
import { raiseMarks } from './kinsoku.js';
import { raiseLabels } from './labels.js';
import { raiseNames } from './names.js';
import { raiseNumbers } from './numbers.js';
import { raiseNumerals } from './numerals.js';
import { raiseWords, setAddresses } from './words.js';

export { type BreakCost, FREE, GLUED, INSIDE, NEVER, UNLOVED } from './cost.js';

/**
 * Anything outside the blocks of plain Latin, symbols, Chinese and full-width forms: only there do characters
 * take several UTF-16 units (surrogate pairs, combining marks, variation selectors, joined emoji).
 */
const PERHAPS_COMPOSED =
  /[^\0-\u02ff\u2000-\u200c\u200e-\u20cf\u2100-\u2bff\u3000-\u3029\u3030-\u3098\u309b-\u9fff\uff00-\uffef]/;
const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * For each UTF-16 index of `text`, what it costs to end the line before it. Index 0 is NEVER: no line is empty.
 * A space belongs to the line before it: NEVER before it, and free after it.
 *
 * `kept` names ranges, as `[start, end)`, inside which a break costs at least GLUED; inside a range within another one
 * (a word of a phrase) it costs INSIDE.
 */
export function breakCosts(text: string, kept: readonly (readonly [number, number])[] = []): Uint8Array {
  const costs = new Uint8Array(text.length);
  raiseMarks(text, costs);
  raiseWords(text, costs);
  raiseNumbers(text, costs);
  raiseNumerals(text, costs);
  raiseLabels(text, costs);
  raiseNames(text, costs);
  setAddresses(text, costs);
  for (const [start, end] of kept) {
    const nested = kept.some(([from, to]) => from <= start && to >= end && to - from > end - start);
    for (let at = start + 1; at < end; at += 1) {
      // What is glued by itself holds better than the range round it.
      if (nested || (costs[at] as number) >= GLUED) raise(costs, at, at, INSIDE);
      else costs[at] = GLUED;
    }
  }
  if (PERHAPS_COMPOSED.test(text)) raiseInsideCharacters(text, costs);
  raise(costs, 0, 0, NEVER);
  return costs;
}

function raiseInsideCharacters(text: string, costs: Uint8Array): void {
  for (const { index, segment } of characters.segment(text)) {
    raise(costs, index + 1, index + segment.length - 1, NEVER);
  }
}
