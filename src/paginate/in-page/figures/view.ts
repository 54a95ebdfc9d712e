/**
 * The view (视窗): the few pages of a galley on which a figure is being placed. A layout of a long flow takes as long as
 * that of all its pages, and every figure that moves wants some; so the pages before it, which are settled, and most of
 * those behind it are out of the way meanwhile. The view begins where a page begins: a paragraph that goes over that
 * boundary is divided there, as it will be when the galley is cut.
 */

import { stretchBefore, stretchesBehind } from '../leaves.js';
import type { GalleyFrame } from '../slot.js';
import { type Berth, HOLDERS, moor } from './berth.js';

export interface View {
  /** Whether anything is out of the way. */
  narrow: boolean;
  /** Brings a figure into view, with the page before it and some text behind it. */
  show(figure: HTMLElement): void;
  /** The first thing behind the view. */
  ahead(): Element | null;
  /** Shows all again. */
  widen(): void;
}

/** Pages of text in view behind a figure: what fills the room before it, and a page that goes on. */
const PAGES_AHEAD = 2.5;
/** What the end of a paragraph takes on an average, characters. */
const BREAK = 12;

/** A view on the whole of `root`, which is laid out in the galley. */
export function viewOf(root: HTMLElement, galley: GalleyFrame): View {
  const style = getComputedStyle(root);
  const size = Number.parseFloat(style.fontSize);
  const line = Number.parseFloat(style.lineHeight);
  const quota = (PAGES_AHEAD * galley.pageWidth * galley.pageHeight) / (size * line);
  let first: HTMLElement | undefined;
  let settled: HTMLElement | undefined;
  const view: View = {
    narrow: false,
    show(figure) {
      view.narrow = true;
      showBehind(unitsOf(root), figure, quota);
      const opening = pageBefore(root, figure, galley, settled);
      if (!opening) return;
      first?.style.removeProperty('margin-top');
      first = opening;
      for (const unit of unitsOf(root)) {
        if (unit === first) break;
        if (!unit.classList.contains('settled')) unit.classList.add('settled');
        settled = unit;
      }
      // At the head of a page the browser drops the space above a head, but not where nothing stands before it.
      first.style.marginTop = '0';
    },
    ahead: () => root.querySelector('.ahead'),
    widen() {
      first?.style.removeProperty('margin-top');
      for (const unit of root.querySelectorAll('.settled, .ahead')) unit.classList.remove('settled', 'ahead');
      view.narrow = false;
    },
  };
  return view;
}

/** What stands below each other in a flow: heads, paragraphs, lists, tables, figures. */
function unitsOf(root: Element): HTMLElement[] {
  return [...root.children].flatMap((child) =>
    child.matches(HOLDERS) ? unitsOf(child) : child instanceof HTMLElement ? [child] : [],
  );
}

function showBehind(units: readonly HTMLElement[], figure: HTMLElement, quota: number): void {
  let text = 0;
  let reached = false;
  for (const unit of units) {
    if (unit.classList.contains('ahead') !== text >= quota) unit.classList.toggle('ahead');
    if (reached && unit.tagName !== 'FIGURE') text += (unit.textContent ?? '').length + BREAK;
    reached ||= unit.contains(figure);
  }
}

/**
 * The first unit of the page on which the text before a figure ends, or of an earlier one where a table goes over that
 * boundary; divides a paragraph. Nothing where the view need not move.
 */
function pageBefore(
  root: HTMLElement,
  figure: HTMLElement,
  galley: GalleyFrame,
  settled: HTMLElement | undefined,
): HTMLElement | undefined {
  const last = stretchBefore(root, galley, figure)?.slot.page ?? 0;
  if (last < 2) return undefined;
  const opens = new Map<number, Berth>();
  let page = 0;
  let previous: Node | undefined;
  for (const stretch of stretchesBehind(root, galley, settled)) {
    if (stretch.slot.page > page && previous) {
      page = stretch.slot.page;
      const table = stretch.node.parentElement?.closest('table');
      if (!table?.contains(previous)) opens.set(page, { first: stretch, previous });
    }
    if (page >= last) break;
    previous = stretch.node;
  }
  const berth = opens.get(last) ?? opens.get(last - 1);
  if (!berth) return undefined;
  const mark = document.createElement('div');
  moor([mark], berth);
  const units = unitsOf(root);
  const opening = units[units.indexOf(mark) + 1];
  mark.remove();
  return opening;
}
