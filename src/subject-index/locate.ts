/** Locating: the printed locators of each heading, from the place of its passages on the pages of the book. */
import type { IndexSettings } from '../tree/index-settings.js';
import type { Heading, LetterGroup, LocatedGroup, LocatedHeading, Locator, Occurrence, PagePoint } from './model.js';

/** Where a passage begins and ends on the pages. */
export interface Passage {
  from: PagePoint;
  to: PagePoint;
}

/** Gives each heading its locators: sorted by page, each once. */
export function locateIndex(
  groups: readonly LetterGroup[],
  find: (occurrence: Occurrence) => Passage,
  _settings: Pick<IndexSettings, 'locator' | 'span' | 'merge'>,
): LocatedGroup[] {
  const locate = (heading: Heading): LocatedHeading => ({
    ...heading,
    locators: locatorsOf(heading.occurrences, find),
    subheadings: heading.subheadings.map(locate),
  });
  return groups.map(({ letter, headings }) => ({ letter, headings: headings.map(locate) }));
}

function locatorsOf(occurrences: readonly Occurrence[], find: (occurrence: Occurrence) => Passage): Locator[] {
  const locators = new Map<string, Locator>();
  for (const occurrence of occurrences) {
    const { from } = find(occurrence);
    if (!locators.has(from.folio)) locators.set(from.folio, { from, text: from.folio, id: occurrence.id });
  }
  return [...locators.values()];
}
