/**
 * Cutting (切分): the galley is cut where Chromium broke it, at every end of a column or page, from back to front.
 * What a cut goes through (a paragraph, a table, a section) stands on both sides of it: the front keeps the id, the
 * back is a copy of the shell.
 */

import type { Stretch } from './leaves.js';
import { type Slot, sameSlot } from './slot.js';
import { continueTable, freezeTables } from './table/continued-table.js';

/** A box of the finished page: what stands in one column, or across the type area, without interruption. */
export interface Piece {
  slot: Slot;
  content: DocumentFragment;
  /**
   * Where its first line began and its last line ended in the galley, from the top of the type area; NaN where no line
   * of it can be measured.
   */
  top: number;
  bottom: number;
}

interface Boundary {
  first: Stretch;
  /** The stretch before it; absent for the first piece. */
  previous: Stretch | undefined;
  top: number;
  bottom: number;
}

/** Cuts `root` into its pieces, in reading order; `root` is left empty. */
export function cut(root: Element, stretches: Stretch[]): Piece[] {
  const boundaries = boundariesOf(stretches);
  const tables = new Set<HTMLTableElement>();
  for (const { first, previous } of boundaries) {
    const table = first.node.parentElement?.closest('table');
    if (previous && table?.contains(previous.node)) tables.add(table);
  }
  freezeTables(tables);

  const pieces: Piece[] = [];
  for (const boundary of boundaries.toReversed()) {
    const content = boundary.previous ? tailFrom(root, boundary.first, boundary.previous.node) : wholeOf(root);
    pieces.push({ slot: boundary.first.slot, content, top: boundary.top, bottom: boundary.bottom });
  }
  return pieces.reverse();
}

function boundariesOf(stretches: Stretch[]): Boundary[] {
  const boundaries: Boundary[] = [];
  let previous: Stretch | undefined;
  for (const stretch of stretches) {
    const current = boundaries[boundaries.length - 1];
    const opens = !previous || previous.run !== stretch.run || !sameSlot(previous.slot, stretch.slot);
    const { top, bottom } = stretch.measurable ? stretch : { top: Number.NaN, bottom: Number.NaN };
    if (opens || !current) boundaries.push({ first: stretch, previous, top, bottom });
    else if (Number.isNaN(current.top)) Object.assign(current, { top, bottom });
    else if (stretch.measurable) current.bottom = Math.max(current.bottom, bottom);
    previous = stretch;
  }
  return boundaries;
}

function wholeOf(root: Element): DocumentFragment {
  const range = document.createRange();
  range.selectNodeContents(root);
  return range.extractContents();
}

/**
 * Takes out of `root` all from the stretch `first` on, which has the leaf `previous` before it; up to the end of `last`, a child
 * of `root`, where that is given. What the cut goes through stands on both sides.
 */
export function tailFrom(
  root: Element,
  first: Pick<Stretch, 'node' | 'offset'>,
  previous: Node,
  last?: Element,
): DocumentFragment {
  const range = document.createRange();
  const inText = first.offset > 0;
  const before = inText ? first.node : climb(first.node, previous);
  if (inText) range.setStart(first.node, first.offset);
  else range.setStartBefore(before);
  if (last) range.setEndAfter(last);
  else range.setEnd(root, root.childNodes.length);

  const shells = ancestorsBelow(root, inText ? first.node : before);
  const holder = isInline(before) ? shells.find((shell) => !isInline(shell)) : undefined;
  const tail = range.extractContents();
  let copy: Element | null = tail.firstElementChild;
  for (const shell of shells.toReversed()) {
    if (!copy) break;
    copy.removeAttribute('id');
    if (shell === holder) {
      // Where the whole goes on behind a later cut, the copy says so already.
      shell.classList.add('broken-after');
      copy.classList.add('broken-before');
    }
    const next: Element | null = copy.firstElementChild;
    if (shell instanceof HTMLTableElement) continueTable(shell, copy as HTMLTableElement);
    copy = next;
  }
  return tail;
}

/** The highest element that begins with `node` and does not hold `previous`: no empty shell stays behind. */
export function climb(node: Node, previous: Node): Node {
  let top = node;
  while (top.parentNode && !top.parentNode.contains(previous)) top = top.parentNode;
  return top;
}

/** Elements that the cut goes through, innermost first. */
function ancestorsBelow(root: Element, node: Node): Element[] {
  const found: Element[] = [];
  for (let element = node.parentElement; element && element !== root; element = element.parentElement)
    found.push(element);
  return found;
}

function isInline(node: Node): boolean {
  if (node.nodeType === Node.TEXT_NODE) return true;
  // Most cuts go through composed text: asking for computed styles there would reckon them anew at every cut.
  const block = (node as Element).closest('.composed');
  if (block) return block !== node;
  return (
    (node as Element).querySelector('.composed') === null &&
    getComputedStyle(node as Element).display.startsWith('inline')
  );
}
