/** Writes composed lines back into the texts of a paragraph. */
import type { Composed } from '../../compose/compose.js';
import type { Piece, TextParagraph } from './text-blocks.js';

/** Spaces that differ by less than this (CSS px) are the same. */
const SAME = 0.002;

/** A stretch of characters with the same space after each. */
interface Stretch {
  text: string;
  spacing: number;
  /** How far its first character is pulled to the left. */
  pulled: number;
}

/** Gives every text of the paragraph its lines: a line feed after each line but the last. */
export function writeLines({ pieces }: TextParagraph, composed: Composed): void {
  let line = 0;
  let at = 0;
  for (const piece of pieces) {
    const stretches: Stretch[] = [];
    for (const character of piece.text) {
      const next = at + character.length;
      const { start, end, next: following } = composed.lines[line] as { start: number; end: number; next: number };
      if (at < end && at >= start)
        add(stretches, character, spacingOf(composed, at, next), composed.pulled.get(at) ?? 0);
      if (next >= following && line + 1 < composed.lines.length) {
        feed(stretches, piece);
        line += 1;
      }
      at = next;
    }
    replace(piece, stretches);
  }
}

/** A character of two units carries its space on either. */
function spacingOf({ spacing }: Composed, from: number, to: number): number {
  let space = 0;
  for (let i = from; i < to; i += 1) space += spacing[i] as number;
  return space;
}

function add(stretches: Stretch[], text: string, spacing: number, pulled: number): void {
  const last = stretches.at(-1);
  if (last && pulled === 0 && last.pulled === 0 && Math.abs(last.spacing - spacing) < SAME) last.text += text;
  else stretches.push({ text, spacing, pulled });
}

/** The line feed belongs to the line that it ends. */
function feed(stretches: Stretch[], { style }: Piece): void {
  const last = stretches.at(-1);
  if (last) last.text += '\n';
  else stretches.push({ text: '\n', spacing: style.tracking, pulled: 0 });
}

function replace({ node, style }: Piece, stretches: Stretch[]): void {
  const only = stretches[0];
  if (!only) return;
  if (stretches.length === 1 && isPlain(only, style.tracking)) {
    node.data = only.text;
    return;
  }
  const content = document.createDocumentFragment();
  for (const stretch of stretches) {
    if (isPlain(stretch, style.tracking)) {
      content.append(stretch.text);
      continue;
    }
    const span = document.createElement('span');
    if (Math.abs(stretch.spacing - style.tracking) >= SAME) span.style.letterSpacing = `${round(stretch.spacing)}px`;
    if (stretch.pulled > 0) span.style.marginLeft = `${round(-stretch.pulled)}px`;
    span.append(stretch.text);
    content.append(span);
  }
  node.replaceWith(content);
}

function isPlain({ spacing, pulled }: Stretch, tracking: number): boolean {
  return pulled === 0 && Math.abs(spacing - tracking) < SAME;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
