/**
 * Berths (图位): where in a flow a figure may be put. A berth is the beginning of a line of running text, or a place
 * between two blocks; never inside a table.
 */
import { climb, tailFrom } from '../cut.js';
import type { Stretch } from '../leaves.js';
import { UNDIVIDED } from '../lines.js';

/** What follows a berth, by its first leaf, and the leaf before it. */
export interface Berth {
  first: Pick<Stretch, 'node' | 'offset'>;
  previous: Node;
}

/** Elements whose children stand below each other: a figure may stand between those. */
export const HOLDERS = 'section, .columns, .manuscript, .manuscript > div:not([class])';

/**
 * Puts figures before what follows a berth; a paragraph that goes on behind it is divided between its lines. Gives back
 * what joins it again, when the figures are gone.
 */
export function moor(figures: readonly HTMLElement[], { first, previous }: Berth): () => void {
  const block = blockOf(first.node);
  if (!block.contains(previous)) {
    (climb(block, previous) as Element).before(...figures);
    return () => undefined;
  }
  const tail = tailFrom(block.parentElement as Element, first, previous, block);
  const rest = tail.firstElementChild as Element;
  block.after(...figures, tail);
  for (const half of [block, rest]) {
    for (const each of [half, ...half.querySelectorAll('.broken-before, .broken-after')]) forbidDivision(each);
  }
  return () => rejoin(block, rest);
}

/** What is left of a paragraph may be too short to be divided once more. */
function forbidDivision(half: Element): void {
  if (half.matches('.composed') && innerLines(half).length < UNDIVIDED) half.classList.add('undivided');
}

function rejoin(front: Element, rest: Element): void {
  if (front.matches('.composed')) {
    front.classList.toggle('broken-after', rest.classList.contains('broken-after'));
    front.classList.toggle('undivided', innerLines(front).length + innerLines(rest).length + 1 < UNDIVIDED);
  } else if (front.lastElementChild && rest.firstElementChild) rejoin(front.lastElementChild, rest.firstElementChild);
  front.append(...rest.childNodes);
  rest.remove();
}

/** What a figure stands before or behind as a whole, or divides: a paragraph, a list, a table. */
export function blockOf(node: Node): Element {
  let block = node instanceof Element ? node : (node.parentElement as Element);
  block = block.closest('figure') ?? block;
  while (block.parentElement && !block.parentElement.matches(HOLDERS)) block = block.parentElement;
  return block;
}

/** Where the lines of a composed block begin but for the first. */
export function innerLines(block: Element): Berth[] {
  const berths: Berth[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let ended: Text | undefined;
  for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
    if (ended && text.length > 0) {
      berths.push({ first: { node: text, offset: 0 }, previous: ended });
      ended = undefined;
    }
    for (let at = text.data.indexOf('\n'); at !== -1; at = text.data.indexOf('\n', at + 1)) {
      if (at + 1 < text.length) berths.push({ first: { node: text, offset: at + 1 }, previous: text });
      else ended = text;
    }
  }
  return berths;
}

/** Whether an element belongs with what follows it. */
export function keepsNext(element: Element): boolean {
  return getComputedStyle(element).breakAfter === 'avoid';
}

/** Whether a node stands behind an element in the flow. */
export function isBehind(element: Element, node: Node): boolean {
  return (element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
