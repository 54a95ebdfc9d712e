/**
 * Stranded titles (背题): a title that spans the columns is not kept by `break-after: avoid` with what it stands over.
 * Where there is no room for it below such a title, Chromium lets the first lines run out of the page.
 */
import type { Stretch } from './leaves.js';

/** Rounding of the browser's layout units, CSS px. */
const TOLERANCE = 2;

/**
 * Sends the first title over lines that leave the page to the next page. Returns whether there was one: then all that
 * comes after it has to be laid out again.
 */
export function moveStrandedTitle(stretches: Stretch[], pageHeight: number): boolean {
  for (const { run, bottom, measurable } of stretches) {
    if (!run || !measurable || bottom <= pageHeight + TOLERANCE) continue;
    const title = run.previousElementSibling;
    if (!(title instanceof HTMLElement) || !title.matches('.title-block')) continue;
    if (title.style.breakBefore === 'column') continue;
    title.style.breakBefore = 'column';
    return true;
  }
  return false;
}
