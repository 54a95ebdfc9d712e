/**
 * Figures that span the columns (通栏图片): at the foot of the page that mentions them where the text before them leaves
 * the room, or at the head of the next; the text flows on between.
 */

import { type Stretch, stretchBefore, stretchesBehind } from '../leaves.js';
import { type Band, endOf, readBandPage } from './band.js';
import { figureLines, figuresFrom, moorAtEnd, passed, standsOn, withoutFigures } from './band-figures.js';
import { isBehind, moor } from './berth.js';

/** A foot that leaves fewer lines than these above it is none. */
const LEAST_ABOVE = 4;
/** How often a figure that has found no room is tried with a line less in every column. */
const ATTEMPTS = 3;

/** Gives a figure its place across the page. */
export function placeSpanning(figure: HTMLElement, band: Band): void {
  const before = stretchBefore(band.run, band.galley, figure);
  if (!before) return;
  for (let less = 0; less < ATTEMPTS; less += 1) {
    const restore = rememberPlaces(figuresFrom(figure, band));
    const undo = moorAtFoot(figure, band, before, less);
    if (!undo) break;
    if (standsOn(figure, band, before.slot.page)) return;
    restore();
    undo();
  }
  moorAtHead(figure, band, before);
}

/** Remembers where figures stand; what is given back puts them there again, from the last to the first. */
function rememberPlaces(figures: readonly HTMLElement[]): () => void {
  const places = figures.map((figure) => ({ figure, parent: figure.parentElement, next: figure.nextSibling }));
  return () => {
    for (const { figure, parent, next } of places.toReversed()) parent?.insertBefore(figure, next);
  };
}

/** Puts a figure behind so much text as its page holds above it; gives back what joins the text again. */
function moorAtFoot(figure: HTMLElement, band: Band, before: Stretch, less: number): (() => void) | undefined {
  const { page } = before.slot;
  const own = figureLines(figure, band);
  figure.classList.remove('ends-page');
  return withoutFigures(figure, band, (figures) => {
    const { top, used, lines, indexOf } = readBandPage(band, page);
    const above = Math.floor(band.galley.pageHeight / band.line) - top - own - less;
    const room = above * band.columns;
    if (above < LEAST_ABOVE || indexOf(before.slot, before.bottom) > room) return undefined;
    const last = endOf(band);
    if (last?.slot.page === page && used.reduce((sum, each) => sum + each, 0) <= room) {
      moorAtEnd(figures, band, last);
      return () => undefined;
    }
    const berth = lines.findLast(({ index, first }) => index <= room && isBehind(figure, first.node));
    if (!berth) return undefined;
    const undo = moor(passed(figures, berth), berth);
    figure.classList.add('ends-page');
    return undo;
  });
}

/** Puts a figure before the first line of the next page, or behind the text where there is none. */
function moorAtHead(figure: HTMLElement, band: Band, before: Stretch): void {
  figure.classList.remove('ends-page');
  withoutFigures(figure, band, (figures) => {
    let previous = before;
    for (const stretch of stretchesBehind(band.run, band.galley, figure)) {
      if (band.closing?.contains(stretch.node)) break;
      const table = stretch.node.parentElement?.closest('table');
      if (stretch.slot.page > before.slot.page && !table?.contains(previous.node)) {
        const berth = { first: stretch, previous: previous.node };
        moor(passed(figures, berth), berth);
        return;
      }
      previous = stretch;
    }
    const last = endOf(band);
    if (last) moorAtEnd(figures, band, last);
  });
}
