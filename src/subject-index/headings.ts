/** Headings (标目) out of cards: those of one term together, whatever their spelling. */
import type { Card, Reference } from './cards.js';
import type { Occurrence } from './model.js';
import { termKey } from './words.js';

/** A heading with its places and references before it is read and sorted. */
export interface DraftHeading {
  /** As printed: as a rule words it, else as it occurs first in the book. */
  term: string;
  ruled: boolean;
  /** Places to which it leads, in the order of the book, each once. */
  occurrences: Occurrence[];
  /** References that cards and rules ask for, not yet resolved. */
  asked: Reference[];
  see: string[];
  seeAlso: string[];
  subheadings: Map<string, DraftHeading>;
}

export type DraftHeadings = Map<string, DraftHeading>;

/** The headings of a box of cards; `files` is the order of the manuscripts in the book. */
export function headingsOf(cards: readonly Card[], files: readonly string[]): DraftHeadings {
  const headings: DraftHeadings = new Map();
  for (const { path, ruled, located, occurrence, references } of cards) {
    const heading = headingAt(headings, path, ruled);
    if (!heading) continue;
    if (located) heading.occurrences.push(occurrence);
    heading.asked.push(...references);
  }
  const order = new Map(files.map((file, index) => [file, index]));
  const inOrder = (a: Occurrence, b: Occurrence): number =>
    (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) ||
    a.start.line - b.start.line ||
    a.start.column - b.start.column;
  const sort = (drafts: DraftHeadings): void => {
    for (const draft of drafts.values()) {
      draft.occurrences = once(draft.occurrences).sort(inOrder);
      sort(draft.subheadings);
    }
  };
  sort(headings);
  return headings;
}

/** The heading at a path, made where there is none yet. */
export function headingAt(headings: DraftHeadings, path: readonly string[], ruled: boolean): DraftHeading | undefined {
  let level = headings;
  let heading: DraftHeading | undefined;
  for (const term of path) {
    const key = termKey(term);
    if (key === '') return undefined;
    heading = level.get(key);
    if (!heading) {
      heading = { term, ruled, occurrences: [], asked: [], see: [], seeAlso: [], subheadings: new Map() };
      level.set(key, heading);
    } else if (ruled && !heading.ruled) Object.assign(heading, { term, ruled });
    level = heading.subheadings;
  }
  return heading;
}

/** The headings along a path that stands in the index, from the top; nothing where it does not. */
export function findPath(headings: DraftHeadings, path: readonly string[]): DraftHeading[] | undefined {
  const found: DraftHeading[] = [];
  let level = headings;
  for (const term of path) {
    const heading = level.get(termKey(term));
    if (!heading) return undefined;
    found.push(heading);
    level = heading.subheadings;
  }
  return found.length > 0 ? found : undefined;
}

/** Whether a reader finds a page under a heading or its sub-headings. */
export function leadsToPages({ occurrences, subheadings }: DraftHeading): boolean {
  return occurrences.length > 0 || [...subheadings.values()].some(leadsToPages);
}

/** One place given twice, by a title and by a rule, counts once. A name may stand twice at one anchor. */
function once(occurrences: readonly Occurrence[]): Occurrence[] {
  const seen = new Map(
    occurrences.map((occurrence) => [
      `${occurrence.id} ${occurrence.start.line}:${occurrence.start.column}`,
      occurrence,
    ]),
  );
  for (const occurrence of occurrences) {
    const key = `${occurrence.id} ${occurrence.start.line}:${occurrence.start.column}`;
    if (occurrence.kind !== 'rule') seen.set(key, occurrence);
  }
  return [...seen.values()];
}
