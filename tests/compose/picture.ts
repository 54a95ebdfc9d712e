import { breakCosts, UNLOVED } from '../../src/compose/breaks.js';

/** The text with ▏ wherever a line may end at little cost, as the tables of these tests write it. */
export function picture(text: string, dearest: number = UNLOVED): string {
  const costs = breakCosts(text);
  return Array.from(
    { length: text.length },
    (_, at) => ((costs[at] ?? 0) <= dearest ? '▏' : '') + text.charAt(at),
  ).join('');
}

/** A picture without its places. */
export function plain(drawn: string): string {
  return drawn.replaceAll('▏', '');
}
