/**
 * Figures that span the columns (通栏图片): at the foot of the page that mentions them where the text before them leaves
 * the room, or at the head of the next; the text flows on between.
 */
import { type Band, endOf, readBandPage } from './band.js';
import { figureLines, moorAtEnd, passed, slotOfFigure, withoutFigures } from './band-figures.js';
import { isBehind, moor } from './berth.js';
import { type Stretch, stretchBefore, stretchesBehind } from './leaves.js';

/** A foot that leaves fewer lines than these above it is none. */
const LEAST_ABOVE = 4;
/** How often a figure that has found no room is tried with a line less in every column. */
const ATTEMPTS = 3;

/** Gives a figure its place across the page. */
export function placeSpanning(figure: HTMLElement, band: Band): void {
  const before = stretchBefore(band.run, band.galley, figure);
  if (!before) return;
  for (let less = 0; less < ATTEMPTS; less += 1) {
    if (!moorAtFoot(figure, band, before, less)) break;
    if (slotOfFigure(figure, band)?.page === before.slot.page) return;
  }
  moorAtHead(figure, band, before);
}

/** Puts a figure behind so much text as its page holds above it. */
function moorAtFoot(figure: HTMLElement, band: Band, before: Stretch, less: number): boolean {
  const { page } = before.slot;
  const own = figureLines(figure, band);
  figure.style.breakAfter = '';
  return withoutFigures(figure, band, (figures) => {
    const { top, used, lines, indexOf } = readBandPage(band, page);
    const above = Math.floor(band.galley.pageHeight / band.line) - top - own - less;
    const room = above * band.columns;
    if (above < LEAST_ABOVE || indexOf(before.slot, before.bottom) > room) return false;
    const last = endOf(band);
    if (last?.slot.page === page && used.reduce((sum, each) => sum + each, 0) <= room) {
      moorAtEnd(figures, band, last);
      return true;
    }
    const berth = lines.findLast(({ index, first }) => index <= room && isBehind(figure, first.node));
    if (!berth) return false;
    moor(passed(figures, berth), berth);
    figure.style.breakAfter = 'column';
    return true;
  });
}

/** Puts a figure before the first line of the next page, or behind the text where there is none. */
function moorAtHead(figure: HTMLElement, band: Band, before: Stretch): void {
  figure.style.breakAfter = '';
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
