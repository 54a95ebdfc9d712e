/** The lines beside which a change bar (改动线) stands: those with new characters, and those where something was taken out. */
import type { LineAddress, Passage, Piece } from '../model.js';
import { separatorOf } from './pieces.js';

/** Lines on which the passages stand as a whole. */
export function allLines(passages: readonly Passage[]): LineAddress[] {
  return [...new Set(passages.flatMap(({ lines }) => lines.map(([, address]) => address)))];
}

/** Lines that differ, in order; `pieces` are whole, and their new text is that of the passages. */
export function changedLines(passages: readonly Passage[], pieces: readonly Piece[]): LineAddress[] {
  const lines = new Set<LineAddress>();
  let at = 0;
  pieces.forEach(({ kind, text }, index) => {
    if (kind === 'old') {
      // What came in its stead shows where it was; else the character before it does.
      if (pieces[index + 1]?.kind !== 'new')
        for (const line of linesOf(passages, Math.max(0, at - 1), at)) lines.add(line);
      return;
    }
    if (kind === 'new') for (const line of linesOf(passages, at, at + text.length)) lines.add(line);
    at += text.length;
  });
  return [...lines];
}

/** Lines of the characters [start, end) of passages that follow one another; a new paragraph shows at its first line. */
function linesOf(passages: readonly Passage[], start: number, end: number): LineAddress[] {
  const found: LineAddress[] = [];
  let base = 0;
  passages.forEach((passage, index) => {
    const { text, lines } = passage;
    const separator = index === 0 ? 0 : separatorOf(passages[index - 1] as Passage, passage).length;
    const opens = base;
    base += separator;
    const from = start < base && end > opens ? base : start;
    const to = Math.max(end, from + 1);
    lines.forEach(([first, address], line) => {
      const last = lines[line + 1]?.[0] ?? text.length;
      if (base + first < to && base + Math.max(last, first + 1) > from && end > opens) found.push(address);
    });
    base += text.length;
  });
  return found;
}
