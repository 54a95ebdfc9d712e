/**
 * Figures in the text (文中图片). A figure stands right behind the words that mention it where its column holds it. Where
 * it does not, it moves to the head of the next column or page, and the text that follows it in the manuscript fills the
 * room; one that spans the columns moves to the foot of its page or to the head of the next (`spanning-figure.ts`).
 *
 * A figure is moved within the flow: a paragraph is divided between two lines and the figure put there. So it takes its
 * room like any block, and whatever happens afterwards it cannot cover text; the worst is a hole.
 */
import { type Band, bandOf, endOf, readBandPage } from './band.js';
import { figureLines, figuresFrom, moorAtEnd, passed, slotOfFigure, withoutFigures } from './band-figures.js';
import { type Berth, isBehind, moor } from './berth.js';
import { type Stretch, stretchBefore, stretchesBehind } from './leaves.js';
import { type GalleyFrame, isBefore, sameSlot } from './slot.js';
import { placeSpanning } from './spanning-figure.js';

/** Lines that may stay empty where a figure does not fit. */
const TOLERATED = 2.5;
/** Lines by which the columns of a closing page may differ. */
const LEVEL = 1;
/** A figure is looked at again where a table stood in its way. */
const ATTEMPTS = 4;

/**
 * Places the figures of `root`, whose lines are composed, one after the other. `settle` settles the titles over several
 * columns anew; it is asked before the figures behind such a title, once something has moved. Returns whether anything
 * has moved.
 */
export function placeFigures(root: HTMLElement, galley: GalleyFrame, settle: () => void): boolean {
  let moved = false;
  for (const run of root.querySelectorAll<HTMLElement>('.columns:has(figure.photo)')) {
    if (moved) settle();
    for (let figure = nextFigure(run); figure; figure = nextFigure(run, figure)) {
      const band = bandOf(figure, galley);
      const place = figure.classList.contains('spanning') ? placeSpanning : placeInColumn;
      if (place(figure, band)) moved = true;
    }
  }
  return moved;
}

function nextFigure(run: HTMLElement, figure?: HTMLElement): HTMLElement | undefined {
  const all = [...run.querySelectorAll<HTMLElement>('figure.photo')];
  return all[figure ? all.indexOf(figure) + 1 : 0];
}

/** Gives a figure its place in one column; returns whether anything has changed. */
function placeInColumn(figure: HTMLElement, band: Band): boolean {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = stretchBefore(band.run, band.galley, figure);
    const here = slotOfFigure(figure, band);
    // At the head of its band, or below a table that spans the page, it stands as high as it can.
    if (!before || !here || before.run === undefined) return attempt > 0;
    if (endOf(band)?.slot.page === before.slot.page) return level(figure, band, before) || attempt > 0;
    if (sameSlot(before.slot, here)) return attempt > 0;
    if (band.galley.pageHeight - before.bottom < TOLERATED * band.line) return attempt > 0;
    const own = figuresFrom(figure, band).map((each) => figureLines(each, band));
    const way = withoutFigures(figure, band, (figures) => {
      // Where no picture is left in its way all the text stands on this page: its columns are not to be levelled yet.
      if (endOf(band)?.slot.page === before.slot.page) return shareOut(figures, own, band, before) ? 'shared' : 'last';
      const berth = columnBehind(before, figure, band);
      if (!berth) return 'last';
      moor(passed(figures, berth), berth);
      return 'moved';
    });
    if (way === 'shared') return true;
    if (way === 'last') return closeWith(figure, band, before) || attempt > 0;
  }
  return true;
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

/** Nothing is left to fill the room with: the figure is made smaller where that keeps it here, or stands behind the text. */
function closeWith(figure: HTMLElement, band: Band, before: Stretch): boolean {
  const figures = figuresFrom(figure, band);
  const lines = figureLines(figure, band);
  const atEnd = (): void => {
    const last = endOf(band);
    if (last) moorAtEnd(figures, band, last);
  };
  const restore = withoutFigures(figure, band, () => {
    const missing = figures.length > 1 ? 0 : missingLines(figure, lines, band, before.slot.page);
    const undo = missing > 0 ? shrink(figure, missing, band) : undefined;
    if (!undo || !shareOut(figures, [lines - missing], band, before)) atEnd();
    return undo;
  });
  if (restore && slotOfFigure(figure, band)?.page !== before.slot.page) {
    restore();
    withoutFigures(figure, band, atEnd);
  }
  return true;
}

/** How many lines the page on which the text of a band ends lacks for one more figure, which takes `own`. */
function missingLines(figure: HTMLElement, own: number, band: Band, page: number): number {
  const end = endOf(band);
  if (end?.slot.page !== page) return 0;
  const { top, used, lines } = readBandPage(band, page);
  const height = rowsBelow(top, band);
  // Text behind the figure can fill the columns before it; pictures stay where they are.
  const free = lines.some(({ first }) => isBehind(figure, first.node))
    ? height * band.columns - used.reduce((sum, each) => sum + each, 0)
    : height - (used[Math.max(0, end.slot.column)] ?? 0);
  return Math.max(0, own - free);
}

/** Levels the columns of a closing page where its last figure leaves them ragged. */
function level(figure: HTMLElement, band: Band, before: Stretch): boolean {
  if (figuresFrom(figure, band).length > 1) return false;
  const { used } = readBandPage(band, before.slot.page);
  if (Math.max(...used) - Math.min(...used) <= LEVEL) return false;
  const own = figureLines(figure, band);
  return withoutFigures(figure, band, (figures) => shareOut(figures, [own], band, before));
}

/**
 * Puts the first of some figures, which are out of the way, to the head of a column of the page that closes their band:
 * so that its columns end level, or at the foot of the page where it does not hold all of them. `own` are their lines.
 */
function shareOut(figures: HTMLElement[], own: readonly number[], band: Band, { slot }: Stretch): boolean {
  const [figure] = figures;
  if (!figure || endOf(band)?.slot.page !== slot.page) return false;
  const { top, used, lines } = readBandPage(band, slot.page);
  const all = [...used, ...own].reduce((sum, each) => sum + each, 0);
  const height = Math.min(Math.ceil(all / band.columns), rowsBelow(top, band));
  for (let column = 1; column < band.columns; column += 1) {
    const berth = lines.findLast(({ index, first }) => index <= column * height && isBehind(figure, first.node));
    if (!berth) continue;
    moor(passed(figures, berth), berth);
    return true;
  }
  return false;
}

/** How many lines a column holds from a row of the page on. */
function rowsBelow(top: number, { galley, line }: Band): number {
  return Math.floor(galley.pageHeight / line) - top;
}

/** A figure that would stand alone on a page is set smaller, down to this share of its size. */
const SMALLEST = 0.5;

/** Makes the photos of a figure lower by some lines, where they can be; gives back what makes them as they were. */
function shrink(figure: HTMLElement, lines: number, { line }: Band): (() => void) | undefined {
  const prints = figure.querySelector<HTMLElement>('.prints');
  const whole = Math.round(Number.parseFloat(prints?.style.height.replace(/[^\d.]*/u, '') ?? ''));
  if (!prints || !(whole - lines >= whole * SMALLEST)) return undefined;
  const sized = [prints, ...prints.querySelectorAll('img')];
  const styles = sized.map((element) => element.getAttribute('style') ?? '');
  prints.style.height = `${(whole - lines) * line}px`;
  for (const image of prints.querySelectorAll('img')) {
    image.style.width = `${((Number.parseFloat(image.style.width) * (whole - lines)) / whole).toFixed(2)}px`;
  }
  return () => {
    for (const [i, element] of sized.entries()) element.setAttribute('style', styles[i] as string);
  };
}
