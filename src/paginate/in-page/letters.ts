/** The letters of a page of an index, for its running head: 索引　C—E, also where C only goes on there. */
import type { PagedPage } from './sheets.js';

/** Gives every page that holds letter groups their first and last letter in `--letters`. */
export function writeLetters(pages: readonly PagedPage[]): void {
  for (const { element } of pages) {
    const letters = [...element.querySelectorAll<HTMLElement>('.letter')].map(({ dataset }) => dataset.letter ?? '');
    const [first] = letters;
    const last = letters.at(-1);
    if (first === undefined || last === undefined) continue;
    // A head is one line: the words between it and the name of the index are parted by a square.
    element.style.setProperty('--letters', JSON.stringify(`\u3000${first === last ? first : `${first}—${last}`}`));
  }
}
