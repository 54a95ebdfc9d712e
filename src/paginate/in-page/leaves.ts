/** Leaves of a flow: the texts and pictures that leave ink, in reading order, with the place each got in the galley. */
import { type ColumnFrame, type GalleyFrame, isBefore, type Slot, sameSlot, slotOf } from './slot.js';

/** A stretch of one leaf that stands in one slot. */
export interface Stretch {
  node: Text | Element;
  /** First character of the stretch in a text; 0 for a picture. */
  offset: number;
  slot: Slot;
  /** The run of columns it belongs to; undefined where it spans the type area. */
  run: Element | undefined;
  /** Top of its highest line and bottom of its lowest, from the top of the type area. */
  top: number;
  bottom: number;
  /** False where the place of the ink says nothing about the flow: cells that span rows are aligned on their own. */
  measurable: boolean;
}

/** What the galley cannot break without losing the order of the text. */
export class UnbreakableRow extends Error {
  constructor(readonly element: Element) {
    super('A table row is taller than a page.');
  }
}

/** All stretches of `root` in reading order. Throws {@link UnbreakableRow}. */
export function stretchesOf(root: Element, galley: GalleyFrame): Stretch[] {
  const frames = new Map<Element, ColumnFrame>();
  const stretches: Stretch[] = [];
  let opened: { row: Element; slot: Slot } | undefined;
  for (const leaves of leavesByBlock(root)) {
    const [first] = leaves as [Text | Element];
    const run = runOf(first);
    const columns = run ? frameOf(run, frames) : undefined;
    const row = first.parentElement?.closest('tr');
    for (const stretch of splitBlock(leaves, galley, columns, run)) {
      const last = stretches[stretches.length - 1];
      if (last && last.run === run && isBefore(stretch.slot, last.slot)) {
        throw new UnbreakableRow(row ?? (stretch.node.parentElement as Element));
      }
      stretches.push(stretch);
      if (!row || !stretch.measurable) continue;
      // A row goes to the next column whole; where Chromium breaks it all the same, no column can hold it.
      if (opened?.row !== row) opened = { row, slot: stretch.slot };
      else if (!sameSlot(opened.slot, stretch.slot)) throw new UnbreakableRow(row);
    }
  }
  return stretches;
}

/** The stretches of `root`, or of what stands behind `from` in it, in reading order; made as they are asked for. */
export function* stretchesBehind(root: Element, galley: GalleyFrame, from?: Node): Generator<Stretch> {
  const frames = new Map<Element, ColumnFrame>();
  for (const leaves of leafGroups(root, from)) {
    const run = runOf(leaves[0] as Node);
    yield* splitBlock(leaves, galley, run ? frameOf(run, frames) : undefined, run);
  }
}

/** The last stretch in `root` before `node`, or before its end. */
export function stretchBefore(root: Element, galley: GalleyFrame, node?: Node): Stretch | undefined {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let end: Node = root;
  while (end.lastChild) end = end.lastChild;
  walker.currentNode = node ?? end;
  for (let leaf = node ? walker.previousNode() : end; leaf; leaf = walker.previousNode()) {
    if (!leavesInk(leaf)) continue;
    const last = stretchesOfLeaf(leaf, galley).at(-1);
    if (last) return last;
  }
  return undefined;
}

/** The first leaf behind an element. */
export function leafBehind(root: Element, element: Element): Text | Element | undefined {
  return leafGroups(root, element).next().value?.[0];
}

/** The stretches of one leaf; none where it is not laid out. */
export function stretchesOfLeaf(leaf: Text | Element, galley: GalleyFrame): Stretch[] {
  const run = runOf(leaf);
  return split(leaf, galley, run ? frameOf(run, new Map()) : undefined, run);
}

/** The leaves of `root`, those of a text block together. */
export function leavesByBlock(root: Element): (Text | Element)[][] {
  return [...leafGroups(root)];
}

/** The same, one group after the other; only what stands behind `from`, where that is given. */
function* leafGroups(root: Element, from?: Node): Generator<(Text | Element)[]> {
  let open: { block: Element | undefined; leaves: (Text | Element)[] } | undefined;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  if (from) walker.currentNode = from;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!leavesInk(node) || from?.contains(node)) continue;
    if (open?.block?.contains(node)) {
      open.leaves.push(node);
      continue;
    }
    if (open) yield open.leaves;
    const block = node.parentElement?.closest('.composed');
    open = { block: block && root.contains(block) ? block : undefined, leaves: [node] };
  }
  if (open) yield open.leaves;
}

/** What stands between the first and the last leaf of a block stands where they do, if that is one place. */
function splitBlock(
  leaves: (Text | Element)[],
  galley: GalleyFrame,
  columns: ColumnFrame | undefined,
  run: Element | undefined,
): Stretch[] {
  const all = (nodes: (Text | Element)[]): Stretch[] => nodes.flatMap((node) => split(node, galley, columns, run));
  if (leaves.length < 3) return all(leaves);
  const ends = all([leaves[0] as Text, leaves.at(-1) as Text]);
  const [first, last] = ends;
  return ends.length === 2 && first && last && sameSlot(first.slot, last.slot) ? ends : all(leaves);
}

/** Whether a node is a leaf: a text that is not blank, or a picture. */
export function leavesInk(node: Node): node is Text | Element {
  if (node.nodeType === Node.TEXT_NODE) return (node as Text).data.trim() !== '';
  return (node as Element).tagName === 'IMG';
}

/**
 * Cells that span rows are aligned within their rows, repeated heads belong to no place of the flow, and a photo in 满版
 * gets its place from the page.
 */
export function isMeasurable(node: Node): boolean {
  return !node.parentElement?.closest('.rows, thead[data-generated], .full-bleed');
}

/** 满版: a picture over the edges of its page. */
export function isFullBleed(node: Element): boolean {
  return node.closest('.full-bleed') !== null;
}

function runOf(node: Node): Element | undefined {
  const parent = node.parentElement;
  const spanning = parent?.closest('.spanning');
  const run = parent?.closest('.columns');
  if (!run || (spanning && run.contains(spanning))) return undefined;
  return run;
}

function frameOf(run: Element, known: Map<Element, ColumnFrame>): ColumnFrame {
  const found = known.get(run);
  if (found) return found;
  const style = getComputedStyle(run);
  const count = Number.parseInt(style.columnCount, 10) || 1;
  const gap = Number.parseFloat(style.columnGap) || 0;
  // A run that goes on over several pages is as wide as one of them in each.
  const width = ((run as HTMLElement).clientWidth - gap * (count - 1)) / count;
  const frame = { count, gap, width };
  known.set(run, frame);
  return frame;
}

function split(
  node: Text | Element,
  galley: GalleyFrame,
  columns: ColumnFrame | undefined,
  run: Element | undefined,
): Stretch[] {
  const range = document.createRange();
  if (node.nodeType === Node.TEXT_NODE) range.selectNodeContents(node);
  else range.selectNode(node);
  const measurable = isMeasurable(node);
  // Chromium repeats a table's head, and counts a box for every repetition; only the first is text of the flow.
  const repeated = node.parentElement?.closest('thead') !== null;
  const stretches: Stretch[] = [];
  for (const rect of range.getClientRects()) {
    if (rect.width === 0 && rect.height === 0) continue;
    const slot = slotOf(rect, galley, columns);
    const last = stretches[stretches.length - 1];
    const top = rect.top - galley.top;
    const bottom = rect.bottom - galley.top;
    if (last && sameSlot(last.slot, slot)) {
      last.top = Math.min(last.top, top);
      last.bottom = Math.max(last.bottom, bottom);
      continue;
    }
    if (last && repeated) break;
    const offset = last ? firstCharacterIn(node as Text, last.offset, slot, galley, columns) : 0;
    stretches.push({ node, offset, slot, run, top, bottom, measurable });
  }
  return stretches;
}

/** Binary search for the first character of a text that stands in `slot`. */
function firstCharacterIn(
  text: Text,
  from: number,
  slot: Slot,
  galley: GalleyFrame,
  columns: ColumnFrame | undefined,
): number {
  let low = from;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = slotOfCharacter(text, middle, high, galley, columns);
    if (place && isBefore(place, slot)) low = middle + 1;
    else high = middle;
  }
  return isLowSurrogate(text.data.charCodeAt(low)) ? low - 1 : low;
}

/** The slot of a character, or of the next one that has a box: a collapsed space has none. */
function slotOfCharacter(
  text: Text,
  offset: number,
  limit: number,
  galley: GalleyFrame,
  columns: ColumnFrame | undefined,
): Slot | undefined {
  const range = document.createRange();
  for (let i = offset; i < limit; i += 1) {
    range.setStart(text, i);
    range.setEnd(text, i + 1);
    const rect = range.getClientRects()[0];
    if (rect && rect.height > 0) return slotOf(rect, galley, columns);
  }
  return undefined;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
