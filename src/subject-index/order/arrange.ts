/** The order of the index: headings in, letter groups out, as the settings of the volume want them. */
import type { IndexSettings } from '../../tree/index-settings.js';
import type { Heading, LetterGroup } from '../model.js';
import { compareFilings, filing } from './filing.js';

export type OrderSettings = Pick<IndexSettings, 'order' | 'marks' | 'others'>;

/** Sorts headings, and the sub-headings of each, and groups them by letter; what stands before A is in `#`. */
export function arrangeHeadings(headings: readonly Heading[], settings: OrderSettings): LetterGroup[] {
  const groups = new Map<string, Heading[]>();
  for (const heading of sortHeadings(headings, settings)) {
    const { letter } = filing(heading.term, heading.reading, settings);
    const known = groups.get(letter);
    if (known) known.push(heading);
    else groups.set(letter, [heading]);
  }
  return [...groups].map(([letter, members]) => ({ letter, headings: members }));
}

function sortHeadings(headings: readonly Heading[], settings: OrderSettings): Heading[] {
  const filed = headings.map((heading) => ({
    heading: { ...heading, subheadings: sortHeadings(heading.subheadings, settings) },
    filing: filing(heading.term, heading.reading, settings),
  }));
  filed.sort((a, b) => compareFilings(a.filing, b.filing) || (a.heading.term < b.heading.term ? -1 : 1));
  return filed.map(({ heading }) => heading);
}
