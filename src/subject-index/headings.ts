/** Index headings (标引词): the entry titles of the indexed parts, and the marks in their text, sorted and grouped. */
import type { Node, Volume } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';
import { visit } from '../tree/visit.js';
import { compareFilings, type Filing, filing } from './order.js';

/** One line of the index. */
export interface Heading {
  term: string;
  /** Places it points to: ids of entries and marks, in the order of the book. */
  targets: string[];
  /** 见: this heading only points to another. */
  see: string[];
  /** 参见 */
  seeAlso: string[];
  /** 下级 */
  subheadings: Heading[];
}

export interface LetterGroup {
  letter: string;
  headings: Heading[];
}

/** The subject index of a volume without its page numbers. */
export function subjectIndex(volume: Volume): LetterGroup[] {
  const headings = new Map<string, Heading>();
  for (const part of volume.children) {
    if (!part.indexed) continue;
    visit(part, (node) => collect(node, headings));
  }
  return group([...headings.values()]);
}

function collect(node: Node, headings: Map<string, Heading>): void {
  if (node.type === 'entry') headingFor(phrasingText(node.title), headings).targets.push(node.id);
  if (node.type !== 'mark') return;
  const heading = headingFor(node.term, headings);
  if (node.see) heading.see.push(node.see);
  if (node.seeAlso) heading.seeAlso.push(node.seeAlso);
  if (node.subterm) subheadingFor(node.subterm, heading).targets.push(node.id);
  else if (!node.see) heading.targets.push(node.id);
}

function headingFor(term: string, headings: Map<string, Heading>): Heading {
  const known = headings.get(term);
  if (known) return known;
  const heading = emptyHeading(term);
  headings.set(term, heading);
  return heading;
}

function subheadingFor(term: string, heading: Heading): Heading {
  const known = heading.subheadings.find((each) => each.term === term);
  if (known) return known;
  const made = emptyHeading(term);
  heading.subheadings.push(made);
  return made;
}

function emptyHeading(term: string): Heading {
  return { term, targets: [], see: [], seeAlso: [], subheadings: [] };
}

function group(headings: Heading[]): LetterGroup[] {
  const groups = new Map<string, Heading[]>();
  for (const { heading, letter } of sorted(headings)) {
    const known = groups.get(letter);
    if (known) known.push(heading);
    else groups.set(letter, [heading]);
  }
  return [...groups].map(([letter, members]) => ({ letter, headings: members }));
}

function sorted(headings: Heading[]): { heading: Heading; letter: string }[] {
  const filed: { heading: Heading; filing: Filing }[] = headings.map((heading) => ({
    heading: { ...heading, subheadings: sorted(heading.subheadings).map((each) => each.heading) },
    filing: filing(heading.term),
  }));
  filed.sort((a, b) => compareFilings(a.filing, b.filing) || (a.heading.term < b.heading.term ? -1 : 1));
  return filed.map(({ heading, filing: { letter } }) => ({ heading, letter }));
}
