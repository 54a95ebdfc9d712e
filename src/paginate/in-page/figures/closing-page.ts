/**
 * Figures on the page that closes a band (末页): its columns end level with the figure among them, and a figure for which
 * the page lacks a few lines is set smaller rather than alone on the next.
 */

import type { Stretch } from '../leaves.js';
import { type Band, endOf, readBandPage } from './band.js';
import { figureLines, figuresFrom, moorAtEnd, passed, standsOn, withoutFigures } from './band-figures.js';
import { isBehind, moor } from './berth.js';

/** Lines by which the columns of a closing page may differ. */
const LEVEL = 1;

/** Nothing is left to fill the room with: the figure is made smaller where that keeps it here, or stands behind the text. */
export function closeWith(figure: HTMLElement, band: Band, before: Stretch): void {
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
  if (restore && !standsOn(figure, band, before.slot.page)) {
    restore();
    withoutFigures(figure, band, atEnd);
  }
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

/** Whether the last figure of a band leaves the columns of its closing page ragged. */
export function isRagged(figure: HTMLElement, band: Band, before: Stretch): boolean {
  if (figuresFrom(figure, band).length > 1) return false;
  const { used } = readBandPage(band, before.slot.page);
  return Math.max(...used) - Math.min(...used) > LEVEL;
}

/**
 * Puts the first of some figures, which are out of the way, to the head of a column of the page that closes their band:
 * so that its columns end level, or at the foot of the page where it does not hold all of them. `own` are their lines.
 */
export function shareOut(figures: HTMLElement[], own: readonly number[], band: Band, { slot }: Stretch): boolean {
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
