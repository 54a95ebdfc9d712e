/**
 * Lines: the composer applied to a flow. Every block of running text is composed (`src/compose`), and its lines are
 * written into it: a line ends with a line feed under `white-space: pre`, and characters whose space is not that of the
 * style sheet stand in spans with a `letter-spacing`. So no line depends on the browser's own breaking.
 */
import { compose } from '../../compose/compose.js';
import type { Paragraph } from '../../compose/paragraph.js';
import { type Advances, openAdvances } from './advances.js';
import { ledLineOf, spreadLeader } from './led-lines.js';
import { charactersOf, readBlocks } from './text-blocks.js';
import { type BlockEdges, edgesOf, padToWholeLines, wholeLineOf } from './whole-lines.js';
import { writeLines } from './write-lines.js';

const advances: Advances = openAdvances();

/** Composes all text blocks of `root`, which stands in its galley. */
export function composeLines(root: HTMLElement): void {
  const blocks = readBlocks(root);
  for (const { paragraphs } of blocks) {
    for (const { pieces } of paragraphs) for (const { style, text } of pieces) advances.want(style.font, text);
    // The widths of blocks do not depend on their words, and empty blocks are laid out at no cost.
    for (const { pieces } of paragraphs) for (const { node } of pieces) node.data = '';
  }
  advances.measure();
  // All is read before anything is written: every write makes the browser reckon its styles anew.
  const measures = blocks.map(({ style }) => measuresOf(style));
  const line = wholeLineOf(root);
  for (const [i, { element, paragraphs }] of blocks.entries()) {
    const { measure, indent, lineHeight, justified, balanced, edges } = measures[i] as BlockMeasures;
    const sizes = new Set(paragraphs.flatMap(({ pieces }) => pieces.map(({ style: { size } }) => size)));
    const spaced = sizes.size > 1;
    const leader = element.querySelector<HTMLElement>('.leader');
    let lines = 0;
    for (const [number, paragraph] of paragraphs.entries()) {
      const characters = charactersOf(paragraph, advances);
      if (spaced) takeOverAutospace(characters);
      const firstIndent = number === 0 ? indent : Math.min(0, indent);
      const composed = compose({
        ...characters,
        measure,
        indent: firstIndent,
        justified,
        inCell: element instanceof HTMLTableCellElement,
        balanced,
      });
      const led = leader ? ledLineOf(paragraph, composed, leader) : undefined;
      writeLines(paragraph, composed);
      if (led) spreadLeader(led, composed, { measure, indent: firstIndent });
      lines += Math.max(1, composed.lines.length);
    }
    element.classList.add('composed');
    element.classList.toggle('spaced', spaced);
    // Two lines at either end of a column cannot be had of three; Chromium would leave one alone at the head.
    if (lines <= UNDIVIDED) element.classList.add('undivided');
    // Plates have measures of their own, among the text of a 类目 too.
    if (line > 0 && edges && !element.closest('.plate')) padToWholeLines(element, lines * lineHeight, edges, line);
  }
}

/** A paragraph of no more lines than these goes to the next column whole. */
export const UNDIVIDED = 3;

/**
 * Where characters of several sizes meet, Chromium takes the space between Han and Latin now from the one, now from the
 * other, as its caches have it: there the program sets that space itself, and the browser none.
 */
function takeOverAutospace({ tracking, autospace }: Pick<Paragraph, 'tracking' | 'autospace'>): void {
  for (const [i, space] of autospace.entries()) tracking[i] = (tracking[i] as number) + space;
  autospace.fill(0);
}

interface BlockMeasures {
  /** Width of a line, CSS px. */
  measure: number;
  indent: number;
  lineHeight: number;
  justified: boolean;
  balanced: boolean;
  /** Absent for cells: their rows are settled as a whole. */
  edges: BlockEdges | undefined;
}

function measuresOf(style: CSSStyleDeclaration): BlockMeasures {
  const box = style.boxSizing === 'border-box';
  const inset = box
    ? pixels(style.paddingLeft) +
      pixels(style.paddingRight) +
      pixels(style.borderLeftWidth) +
      pixels(style.borderRightWidth)
    : 0;
  return {
    measure: pixels(style.width) - inset,
    indent: pixels(style.textIndent),
    lineHeight: pixels(style.lineHeight),
    justified: style.textAlign === 'justify',
    balanced: style.getPropertyValue('text-wrap-style') === 'balance',
    edges: style.display === 'table-cell' ? undefined : edgesOf(style),
  };
}

/** Pixels of a computed length; what is no length counts nothing. */
function pixels(length: string): number {
  return Number.parseFloat(length) || 0;
}
