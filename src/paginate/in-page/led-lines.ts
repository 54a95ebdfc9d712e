/**
 * Led lines (点线): words, a leader of dots, and locators at the right edge of the column. They are composed like any
 * other paragraph, with a space where the leader is to stand; then the leader takes the room that is left of its line,
 * and locators that turn over are moved to the edge as well.
 *
 *     基层党组织规范化 ······ 36，41，
 *                    103—105，110
 */
import type { Composed, Line } from '../../compose/compose.js';
import type { TextParagraph } from './text-blocks.js';

export interface LedLine {
  leader: HTMLElement;
  /** Width of the space that the leader takes the place of, CSS px. */
  space: number;
  /** The line in which the leader stands. */
  line: number;
  /** For the lines behind it: the element that begins the line, where one does. */
  starts: (HTMLElement | undefined)[];
}

/** Where the leader of a composed paragraph stands; asked before the lines are written, which takes its texts apart. */
export function ledLineOf({ pieces }: TextParagraph, { lines }: Composed, leader: HTMLElement): LedLine | undefined {
  const starts = new Map<number, HTMLElement>();
  let at = 0;
  let found: { at: number; space: number } | undefined;
  for (const { node, text, style } of pieces) {
    const parent = node.parentElement as HTMLElement;
    if (parent === leader) found = { at, space: style.size + style.tracking };
    else if (text !== '') starts.set(at, parent);
    at += text.length;
  }
  if (!found) return undefined;
  const { at: place, space } = found;
  const line = lines.findIndex(({ next }) => next > place);
  return { leader, space, line, starts: lines.slice(line + 1).map(({ start }) => starts.get(start)) };
}

/** Gives the leader the room of its line, and moves the lines behind it to the edge. */
export function spreadLeader(
  { leader, space, line, starts }: LedLine,
  { lines }: Composed,
  { measure, indent }: { measure: number; indent: number },
): void {
  const roomOf = ({ width, start }: Line): number => measure - (start === 0 ? indent : 0) - width;
  const own = lines[line] as Line;
  // A leader at the very end of its line was left out like any space there.
  const trimmed = own.end < own.next;
  leader.textContent = '';
  leader.style.display = 'inline-block';
  leader.style.width = px(roomOf(own) + (trimmed ? 0 : space));
  for (const [i, start] of starts.entries()) {
    const room = roomOf(lines[line + 1 + i] as Line);
    if (start && room > 0) start.style.marginLeft = px(room);
  }
}

function px(value: number): string {
  return `${Math.floor(value * 100) / 100}px`;
}
