/**
 * The blocks of a finished page: what each stretch of its text is (a paragraph, a head, a cell), and where the edges
 * of its lines are. Whoever judges the lines must know where a paragraph begins, and how wide it is meant to be.
 */

export type BlockKind = 'paragraph' | 'item' | 'heading' | 'byline' | 'caption' | 'cell' | 'entry' | 'other';

export interface BlockSurvey {
  kind: BlockKind;
  /** Its first character in the printed text of its box. */
  start: number;
  /** Where its lines begin and end, from the left of the trimmed page, CSS px. */
  left: number;
  right: number;
  /** Of its first line, CSS px. */
  indent: number;
  /** `text-align`, as it is computed. */
  align: string;
  /** A paragraph that goes on from an earlier box, or in a later one. */
  before: boolean;
  after: boolean;
  /** Belongs with what follows. */
  keep: boolean;
}

export interface Blocks {
  blocks: BlockSurvey[];
  /** Adds a text whose first character is the `at`-th of its box. */
  add(text: Text, at: number): void;
  /** A picture reaches down to here. */
  reach(rect: DOMRect): void;
  /** Where the lowest block or picture ends, from the top of the trimmed page, CSS px. */
  bottom(): number;
}

/** What the elements are, the innermost meaning first. */
const KINDS: [string, BlockKind][] = [
  ['td, th', 'cell'],
  ['figcaption', 'caption'],
  ['h1, h2, h3, h4, h5, h6, .title-block, .opener', 'heading'],
  ['.byline', 'byline'],
  ['.line', 'entry'],
  ['li', 'item'],
  ['p, .run-in', 'paragraph'],
];

/** Starts reading the blocks of `box` on the trimmed page `sheet`. */
export function openBlocks(box: HTMLElement, sheet: DOMRect): Blocks {
  const blocks: BlockSurvey[] = [];
  const holders = new Map<Element, HTMLElement>();
  let current: HTMLElement | undefined;
  let bottom = box.getBoundingClientRect().top;
  return {
    blocks,
    add(text, at) {
      const parent = text.parentElement as HTMLElement;
      const element = holders.get(parent) ?? blockOf(parent, box);
      holders.set(parent, element);
      const newLine = isAfterBreak(text, element);
      if (element === current && !newLine) return;
      const rect = element.getBoundingClientRect();
      bottom = Math.max(bottom, rect.bottom);
      blocks.push({ start: at, ...surveyBlock(element, rect, sheet), ...(element === current ? { indent: 0 } : {}) });
      current = element;
    },
    reach(rect) {
      bottom = Math.max(bottom, rect.bottom);
    },
    bottom: () => bottom - sheet.top,
  };
}

/** Whether a text comes right after a `<br>`; the spans of a stretched line may stand round it. */
function isAfterBreak(text: Text, block: Element): boolean {
  let node: Node = text;
  while (node.previousSibling === null && node.parentElement && node.parentElement !== block) node = node.parentElement;
  return node.previousSibling?.nodeName === 'BR';
}

function surveyBlock(element: HTMLElement, rect: DOMRect, sheet: DOMRect): Omit<BlockSurvey, 'start'> {
  const style = getComputedStyle(element);
  const inset = (side: 'Left' | 'Right'): number =>
    Number.parseFloat(style[`padding${side}`]) + Number.parseFloat(style[`border${side}Width`]);
  const indent = Number.parseFloat(style.textIndent);
  return {
    kind: KINDS.find(([selector]) => element.closest(selector))?.[1] ?? 'other',
    left: round(rect.left + inset('Left') - sheet.left),
    right: round(rect.right - inset('Right') - sheet.left),
    indent: element.classList.contains('broken-before') || Number.isNaN(indent) ? 0 : round(indent),
    align: style.textAlign,
    before: element.classList.contains('broken-before'),
    after: element.classList.contains('broken-after'),
    keep: style.breakAfter === 'avoid',
  };
}

/** The element whose lines hold this text: the nearest that is not set inside the lines of another. */
function blockOf(element: HTMLElement, box: HTMLElement): HTMLElement {
  let block = element;
  while (block !== box && block.parentElement && getComputedStyle(block).display.startsWith('inline')) {
    block = block.parentElement;
  }
  return block;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
