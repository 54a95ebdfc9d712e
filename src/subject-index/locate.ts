/** Locating: the printed locators of each heading, from the place of its passages on the pages of the book. */
import type { IndexSettings } from '../tree/index-settings.js';
import { locatorsOf, type Passage } from './locators.js';
import type {
  Heading,
  LetterGroup,
  LocatedGroup,
  LocatedHeading,
  Occurrence,
  PagePoint,
  SourcePoint,
} from './model.js';

export type { Passage } from './locators.js';

/** Who knows where the text of the manuscripts stands on the pages. */
export interface Places {
  /** Where the first character of a printed text stands, and its last one. */
  first(place: SourcePoint & { file: string }): PagePoint | undefined;
  last(place: SourcePoint & { file: string }): PagePoint | undefined;
  /** Where an anchor stands. */
  anchor(id: string): PagePoint | undefined;
  /** Where the text of a page begins. */
  page(sheet: number): PagePoint | undefined;
}

/** The passage of an occurrence: from its first character to its last; an anchor where it prints nothing. */
export function passageOf({ words, file, start, end, id }: Occurrence, places: Places): Passage {
  const anchor = places.anchor(id);
  const from = words === '' ? anchor : (places.first({ file, ...start }) ?? anchor);
  const to = words === '' ? anchor : (places.last({ file, ...end }) ?? from);
  // What the index names stands in the tree, so it stands on a page; a locator without a page would be a lie.
  if (!from || !to) throw new Error(`no page holds ${id} (${file}:${start.line}:${start.column})`);
  const onward: PagePoint[] = [];
  for (let sheet = from.sheet + 1; sheet <= to.sheet; sheet += 1) onward.push(places.page(sheet) ?? { ...to, sheet });
  return { from, to, ...(onward.length > 0 && { onward }) };
}

/** Gives each heading its locators: sorted, each once. */
export function locateIndex(
  groups: readonly LetterGroup[],
  find: (occurrence: Occurrence) => Passage,
  settings: Pick<IndexSettings, 'locator' | 'span' | 'merge'>,
): LocatedGroup[] {
  const locate = (heading: Heading): LocatedHeading => ({
    ...heading,
    locators: locatorsOf(
      heading.occurrences.map((each) => ({ ...find(each), id: each.id })),
      settings,
    ),
    subheadings: heading.subheadings.map(locate),
  });
  return groups.map(({ letter, headings }) => ({ letter, headings: headings.map(locate) }));
}

/** 索引 and 人名索引 with their locators. */
export interface LocatedIndexes {
  subjects: LocatedGroup[];
  persons: LocatedGroup[];
}

/** Gives the headings of both indexes their locators. */
export function locateIndexes(
  { subjects, persons }: { subjects: readonly LetterGroup[]; persons: readonly LetterGroup[] },
  find: (occurrence: Occurrence) => Passage,
  settings: Pick<IndexSettings, 'locator' | 'span' | 'merge'>,
): LocatedIndexes {
  return { subjects: locateIndex(subjects, find, settings), persons: locateIndex(persons, find, settings) };
}
