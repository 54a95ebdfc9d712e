/** The order of the index: headings in, letter groups out, as the settings of the volume want them. */
import type { IndexSettings } from '../../tree/index-settings.js';
import type { Heading, LetterGroup } from '../model.js';
import { compareText } from './by-character.js';
import { compareFilings, type Filing, filing } from './filing.js';

export type OrderSettings = Pick<IndexSettings, 'order' | 'marks' | 'others'>;

interface Filed {
  heading: Heading;
  filing: Filing;
}

/**
 * Sorts headings, and the sub-headings of each, and groups them by letter; what stands before A is in `#`. The same
 * headings give the same order, however they come.
 */
export function arrangeHeadings(headings: readonly Heading[], settings: OrderSettings): LetterGroup[] {
  const groups: LetterGroup[] = [];
  for (const { heading, filing: own } of sortHeadings(headings, settings)) {
    const last = groups.at(-1);
    if (last?.letter === own.letter) last.headings.push(heading);
    else groups.push({ letter: own.letter, headings: [heading] });
  }
  return groups;
}

function sortHeadings(headings: readonly Heading[], settings: OrderSettings): Filed[] {
  const filed = headings.map((heading) => ({
    heading: {
      ...heading,
      subheadings: sortHeadings(heading.subheadings, settings).map((each) => each.heading),
    },
    filing: filing(heading.term, heading.reading, settings),
  }));
  return filed.sort((a, b) => compareFilings(a.filing, b.filing) || compareWording(a.heading, b.heading));
}

/** Terms that differ in what does not count: marks, spaces, capitals. The plain one first: 农业 before 《农业》. */
function compareWording(a: Heading, b: Heading): number {
  return (
    a.term.length - b.term.length ||
    compareText(a.term, b.term) ||
    compareText(a.occurrences[0]?.id ?? '', b.occurrences[0]?.id ?? '')
  );
}
