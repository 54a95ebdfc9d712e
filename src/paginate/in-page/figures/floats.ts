/**
 * Figures in the text (文中图片). A figure stands right behind the words that mention it where its column holds it. Where
 * it does not, it moves to the head of the next column or page, and the text that follows it in the manuscript fills the
 * room; one that spans the columns moves to the foot of its page or to the head of the next (`spanning-figure.ts`).
 *
 * A figure is moved within the flow: a paragraph is divided between two lines and the figure put there. So it takes its
 * room like any block, and whatever happens afterwards it cannot cover text; the worst is a hole.
 */

import { leafBehind, type Stretch, stretchBefore, stretchesBehind } from '../leaves.js';
import { type GalleyFrame, isBefore, sameSlot } from '../slot.js';
import { type Band, bandOf, endOf } from './band.js';
import { figureLines, figuresFrom, isWhole, passed, slotOfFigure, withoutFigures } from './band-figures.js';
import { type Berth, blockOf, moor } from './berth.js';
import { closeWith, isRagged, shareOut } from './closing-page.js';
import { placeSpanning } from './spanning-figure.js';
import { viewOf } from './view.js';

/** Lines that may stay empty where a figure does not fit. */
const TOLERATED = 2.5;
/** A figure is looked at again where a table stood in its way. */
const ATTEMPTS = 4;

/**
 * Places the figures of `root`, whose lines are composed, one after the other. `settle` settles the titles over several
 * columns anew; it is asked before the figures behind such a title, once something has moved. Returns whether anything
 * has moved.
 */
export function placeFigures(root: HTMLElement, galley: GalleyFrame, settle: () => void): boolean {
  const view = viewOf(root, galley);
  for (const run of root.querySelectorAll<HTMLElement>('.columns:has(figure.photo)')) {
    if (view.narrow) settle();
    for (let figure = nextFigure(run); figure; figure = nextFigure(run, figure)) {
      if (view.narrow) view.show(figure);
      else if (isWell(figure, bandOf(figure, galley, null))) continue;
      else view.show(figure);
      const place = spans(figure) ? placeSpanning : placeInColumn;
      place(figure, bandOf(figure, galley, view.ahead()));
      markHeads(run);
    }
  }
  const moved = view.narrow;
  view.widen();
  if (moved) keepWhole(root, galley);
  return moved;
}

/** What opens a page behind a figure that ends one: behind a forced break the browser keeps the space above it. */
function markHeads(run: HTMLElement): void {
  for (const head of run.querySelectorAll('.heads-page')) head.classList.remove('heads-page');
  for (const figure of run.querySelectorAll('.ends-page')) {
    const leaf = leafBehind(run, figure);
    if (leaf) blockOf(leaf).classList.add('heads-page');
  }
}

function spans(figure: HTMLElement): boolean {
  return figure.classList.contains('spanning');
}

/** Whether a figure may stay where the manuscript has it. */
function isWell(figure: HTMLElement, band: Band): boolean {
  if (spans(figure)) return false;
  const before = stretchBefore(band.run, band.galley, figure);
  const here = slotOfFigure(figure, band);
  if (!here) return true;
  // At the head of its band, or below what spans the page, it stands as high as it can.
  const title = titleOver(band);
  if (!before) return isWhole(figure, band) && (!title || title.slot.page === here.page);
  if (before.run === undefined) return isWhole(figure, band);
  if (endOf(band)?.slot.page === before.slot.page) return !isRagged(figure, band, before);
  return sameSlot(before.slot, here) || band.galley.pageHeight - before.bottom < TOLERATED * band.line;
}

function nextFigure(run: HTMLElement, figure?: HTMLElement): HTMLElement | undefined {
  const all = [...run.querySelectorAll<HTMLElement>('figure.photo')];
  return all[figure ? all.indexOf(figure) + 1 : 0];
}

/** Gives a figure its place in one column. */
function placeInColumn(figure: HTMLElement, band: Band): void {
  for (let attempt = 0; attempt < ATTEMPTS && !isWell(figure, band); attempt += 1) {
    const before = stretchBefore(band.run, band.galley, figure);
    if (before?.run === undefined) {
      placeBelowSpanning(figure, band, before);
      return;
    }
    const own = figuresFrom(figure, band).map((each) => figureLines(each, band));
    if (endOf(band)?.slot.page === before.slot.page) {
      withoutFigures(figure, band, (figures) => shareOut(figures, own, band, before));
      return;
    }
    const way = withoutFigures(figure, band, (figures) => {
      // Where no picture is left in its way all the text stands on this page: its columns are not to be levelled yet.
      if (endOf(band)?.slot.page === before.slot.page) return shareOut(figures, own, band, before) ? 'shared' : 'last';
      const berth = columnBehind(before, figure, band);
      if (!berth) return 'last';
      moor(passed(figures, berth), berth);
      return 'moved';
    });
    if (way === 'last') closeWith(figure, band, before);
    if (way !== 'moved') return;
  }
}

/** The last stretch of the title over the columns of a band. */
function titleOver({ run, galley }: Band): Stretch | undefined {
  const title = run.previousElementSibling;
  return title?.matches('.title-block') ? stretchBefore(title, galley) : undefined;
}

/** Below what spans the page there is too little room: the text goes on there, and the figure stands behind it. */
function placeBelowSpanning(figure: HTMLElement, band: Band, before: Stretch | undefined): void {
  const spanning = before ?? titleOver(band);
  if (!spanning) return;
  withoutFigures(figure, band, (figures) => {
    const berth = columnBehind({ ...spanning, slot: { ...spanning.slot, column: 0 } }, figure, band);
    if (berth) moor(passed(figures, berth), berth);
  });
  if (isWell(figure, band)) return;
  const over = spanning.node.parentElement?.closest<HTMLElement>('.spanning, .title-block');
  if (over?.matches('.title-block')) over.style.breakBefore = 'column';
  else over?.classList.add('ends-page');
}

/** A figure that has come to be divided all the same begins a page, across the columns. */
function keepWhole(root: HTMLElement, galley: GalleyFrame): void {
  for (const figure of root.querySelectorAll<HTMLElement>('.columns figure.photo')) {
    if (isWhole(figure, { galley })) continue;
    figure.classList.add('spanning');
    figure.style.breakBefore = 'column';
  }
}

/** The first line behind a figure that stands in a later column than the text before it; never one of a table. */
function columnBehind(before: Stretch, figure: HTMLElement, { run, galley, closing }: Band): Berth | undefined {
  let previous = before;
  for (const stretch of stretchesBehind(run, galley, figure)) {
    if (closing?.contains(stretch.node)) return undefined;
    const table = stretch.node.parentElement?.closest('table');
    if (isBefore(before.slot, stretch.slot) && !table?.contains(previous.node)) {
      return { first: stretch, previous: previous.node };
    }
    previous = stretch;
  }
  return undefined;
}
