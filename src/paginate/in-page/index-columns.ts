/**
 * The columns of an index in the galley: asks its blocks for their heights, has the columns reckoned
 * (`level-columns.ts`) and marks where each begins, so that Chromium breaks there and nowhere else. A heading whose
 * sub-headings go on in the next column is said there again: 水利（续）.
 */
import type { Galley } from './galley.js';
import { levelColumns } from './level-columns.js';
import type { IndexBlock } from './stack.js';

/** Sets the columns of all indexes in `root`, whose lines are composed. */
export function settleIndexColumns(root: HTMLElement, { frame }: Galley): void {
  if (!root.classList.contains('index')) return;
  const run = root.querySelector<HTMLElement>('.columns');
  const elements = run ? [...run.querySelectorAll<HTMLElement>('h2, .line')] : [];
  if (!run || elements.length === 0) return;
  const heads = headsOf(elements);
  const line = Math.min(...elements.map((element) => element.getBoundingClientRect().height));
  const blocks = elements.map((element, at) => readBlock(element, heads[at], line));
  const { breaks, added } = levelColumns(blocks, {
    columns: Number.parseInt(getComputedStyle(run).columnCount, 10) || 1,
    first: frame.pageHeight - ((run.getClientRects()[0]?.top ?? frame.top) - frame.top),
    page: frame.pageHeight,
    line,
  });
  for (const [at, space] of added) {
    (elements[at] as HTMLElement).style.marginTop = `${(blocks[at] as IndexBlock).space + space}px`;
  }
  for (const at of breaks) {
    const element = elements[at] as HTMLElement;
    const head = heads[at];
    const first = head ? sayAgain(head, element) : element;
    first.style.breakBefore = 'column';
    first.style.marginTop = '0';
  }
}

/** For each block its heading, where it is one of its sub-headings or references. */
function headsOf(elements: readonly HTMLElement[]): (HTMLElement | undefined)[] {
  let head: HTMLElement | undefined;
  return elements.map((element) => {
    if (element.matches('.level-1, h2')) {
      head = element;
      return undefined;
    }
    return head;
  });
}

function readBlock(element: HTMLElement, head: HTMLElement | undefined, line: number): IndexBlock {
  const style = getComputedStyle(element);
  return {
    height: element.getBoundingClientRect().height,
    space: Number.parseFloat(style.marginTop) || 0,
    keep: style.breakAfter === 'avoid',
    opens: element.tagName === 'H2',
    resumed: head ? line : 0,
  };
}

function sayAgain(head: HTMLElement, before: HTMLElement): HTMLElement {
  const again = document.createElement('p');
  again.className = 'line run-on level-1 resumed';
  again.dataset.generated = '';
  const words = head.querySelector('.words')?.textContent ?? '';
  again.append(`${words.replace(/\s+/gu, '')}（续）`);
  before.before(again);
  return again;
}
