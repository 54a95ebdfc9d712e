/** The figures of a band: where they stand, how high they are, and how they are taken aside and put to another place. */

import { type Stretch, stretchBefore, stretchesOfLeaf } from '../leaves.js';
import { type Slot, sameSlot } from '../slot.js';
import type { Band } from './band.js';
import { type Berth, isBehind, keepsNext } from './berth.js';

/** Where a figure begins. */
export function slotOfFigure(figure: HTMLElement, { galley }: Band): Slot | undefined {
  const image = figure.querySelector('img');
  return image ? stretchesOfLeaf(image, galley)[0]?.slot : undefined;
}

/** Whether a figure, its caption included, stands on this page. */
export function standsOn(figure: HTMLElement, band: Band, page: number): boolean {
  const last = stretchBefore(figure, band.galley);
  return slotOfFigure(figure, band)?.page === page && last?.slot.page === page;
}

/**
 * Whether a figure is in one piece. The browser divides one that is the first thing below what spans the page, where
 * there is too little room for it.
 */
export function isWhole(figure: HTMLElement, { galley }: Pick<Band, 'galley'>): boolean {
  const slots = [...figure.querySelectorAll('img')].map((image) => stretchesOfLeaf(image, galley)[0]?.slot);
  const last = stretchBefore(figure, galley)?.slot;
  return slots.every((slot) => !slot || !last || sameSlot(slot, last));
}

/** How many lines a figure takes with the space on one side of it, which it has wherever it stands. */
export function figureLines(figure: HTMLElement, { line }: Band): number {
  const { marginTop, marginBottom } = getComputedStyle(figure);
  const space = Math.max(Number.parseFloat(marginTop) || 0, Number.parseFloat(marginBottom) || 0);
  return Math.round((figure.offsetHeight + space) / line);
}

/** The figures of a band from `figure` on, in their order. */
export function figuresFrom(figure: HTMLElement, { run, closing }: Band): HTMLElement[] {
  const all = [...run.querySelectorAll<HTMLElement>('figure.photo')];
  const rest = all.slice(all.indexOf(figure));
  if (!closing) return rest;
  return rest.filter((each) => isBehind(each, closing));
}

/** Does something while a figure and those behind it are out of the way. */
export function withoutFigures<T>(figure: HTMLElement, band: Band, act: (figures: HTMLElement[]) => T): T {
  const figures = figuresFrom(figure, band);
  for (const each of figures) each.style.display = 'none';
  try {
    return act(figures);
  } finally {
    for (const each of figures) each.style.display = '';
  }
}

/** The figures that stand before a berth: none passes another, so they go there together. */
export function passed(figures: readonly HTMLElement[], { first }: Berth): HTMLElement[] {
  return figures.filter((each) => isBehind(each, first.node));
}

/** Puts figures behind the last line of a band. */
export function moorAtEnd(figures: readonly HTMLElement[], { run, closing }: Band, last: Stretch): void {
  const [figure] = figures;
  if (!figure) return;
  if (!closing) {
    run.append(...figures);
    return;
  }
  let next: Element = closing;
  while (next.parentElement && !next.parentElement.contains(last.node)) next = next.parentElement;
  // A head that is kept with the table stays over it.
  for (
    let head = next.previousElementSibling;
    head && keepsNext(head) && isBehind(figure, head);
    head = next.previousElementSibling
  )
    next = head;
  next.before(...figures);
}
