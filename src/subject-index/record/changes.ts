/** What has changed from one index to the next: headings new, gone, renamed and moved, their pages and readings. */
import type { FiledGroup, FiledHeading, FiledSource, IndexFile } from './index-file.js';
import { movedMembers } from './order-moves.js';

/** Which heading: 下级 stand behind the heading over them. */
export interface HeadingPath {
  index: 'subjects' | 'persons';
  term: string;
  subheading?: string;
}

export interface Changed extends HeadingPath {
  from: string;
  to: string;
}

export interface Moved extends HeadingPath {
  /** What stood before it, and what stands before it now; empty at the head of the list. */
  after: { from: string; to: string };
}

export interface IndexChanges {
  /** There was nothing to compare with. */
  first: boolean;
  new: (HeadingPath & { locators: string })[];
  gone: (HeadingPath & { locators: string })[];
  /** A heading that is gone and a new one of the same place. */
  renamed: Changed[];
  moved: Moved[];
  pages: Changed[];
  readings: Changed[];
  /** 见 and 参见 */
  references: Changed[];
}

export type Indexes = Pick<IndexFile, 'subjects' | 'persons'>;

/** The changes of an index that is the first. */
export function firstIndex(): IndexChanges {
  return { first: true, new: [], gone: [], renamed: [], moved: [], pages: [], readings: [], references: [] };
}

/** Whether two indexes are the same in all that counts. */
export function isUnchanged({ first, ...lists }: IndexChanges): boolean {
  return !first && Object.values(lists).every((list) => list.length === 0);
}

/** Compares two indexes. */
export function compareIndexes(before: Indexes, after: Indexes): IndexChanges {
  const changes: IndexChanges = { ...firstIndex(), first: false };
  for (const index of ['subjects', 'persons'] as const) {
    compareHeadings(headingsOf(before[index]), headingsOf(after[index]), (term) => ({ index, term }), changes);
  }
  return changes;
}

function headingsOf(groups: readonly FiledGroup[]): FiledHeading[] {
  return groups.flatMap(({ headings }) => headings);
}

type PathOf = (term: string) => HeadingPath;

function compareHeadings(
  before: readonly FiledHeading[],
  after: readonly FiledHeading[],
  pathOf: PathOf,
  changes: IndexChanges,
): void {
  const old = new Map(before.map((heading) => [heading.term, heading]));
  const now = new Map(after.map((heading) => [heading.term, heading]));
  const gone = before.filter(({ term }) => !now.has(term));
  const added = after.filter(({ term }) => !old.has(term));
  const renamed = pairRenamed(gone, added);
  for (const [from, to] of renamed) {
    changes.renamed.push({ ...pathOf(to.term), from: from.term, to: to.term });
    compareHeading(from, to, pathOf, changes);
  }
  const paired = new Set(renamed.flat());
  const list = (heading: FiledHeading) => ({ ...pathOf(heading.term), locators: locatorsOf(heading) });
  changes.gone.push(...gone.filter((heading) => !paired.has(heading)).map(list));
  changes.new.push(...added.filter((heading) => !paired.has(heading)).map(list));
  const kept = after.filter(({ term }) => old.has(term));
  for (const heading of kept) compareHeading(old.get(heading.term) as FiledHeading, heading, pathOf, changes);
  const oldOrder = before.map(({ term }) => term).filter((term) => now.has(term));
  const newOrder = kept.map(({ term }) => term);
  for (const term of movedMembers(oldOrder, newOrder)) {
    changes.moved.push({ ...pathOf(term), after: { from: beforeOf(term, oldOrder), to: beforeOf(term, newOrder) } });
  }
}

/** Two headings that are the same but for what is compared here. */
function compareHeading(before: FiledHeading, after: FiledHeading, pathOf: PathOf, changes: IndexChanges): void {
  const path = pathOf(after.term);
  const compare = (list: Changed[], from: string, to: string): void => {
    if (from !== to) list.push({ ...path, from, to });
  };
  compare(changes.pages, locatorsOf(before), locatorsOf(after));
  // Another word has another reading: that is no news.
  if (before.term === after.term) compare(changes.readings, before.reading, after.reading);
  compare(changes.references, referencesOf(before), referencesOf(after));
  compareHeadings(
    before.subheadings ?? [],
    after.subheadings ?? [],
    (subheading) => ({ ...path, subheading }),
    changes,
  );
}

/**
 * Headings that are gone and new ones of the same place in the manuscripts. Lines above may have come or gone: where
 * one heading is gone from a manuscript and one has come into it, they are taken for the same too.
 */
function pairRenamed(gone: readonly FiledHeading[], added: readonly FiledHeading[]): [FiledHeading, FiledHeading][] {
  const pairs: [FiledHeading, FiledHeading][] = [];
  const pair = (keyOf: (source: FiledSource) => string): void => {
    const paired = new Set(pairs.flat());
    const left = bySource(
      gone.filter((heading) => !paired.has(heading)),
      keyOf,
    );
    const right = bySource(
      added.filter((heading) => !paired.has(heading)),
      keyOf,
    );
    for (const [key, [from, another]] of left) {
      const [to, other] = right.get(key) ?? [];
      if (from && to && !another && !other) pairs.push([from, to]);
    }
  };
  pair(({ file, line, column }) => `${file}:${line}:${column}`);
  pair(({ file, kind }) => `${file} ${kind}`);
  return pairs;
}

/** Headings by the place of their first passage. */
function bySource(
  headings: readonly FiledHeading[],
  keyOf: (source: FiledSource) => string,
): Map<string, FiledHeading[]> {
  const places = new Map<string, FiledHeading[]>();
  for (const heading of headings) {
    const [source] = heading.sources;
    if (!source) continue;
    const key = keyOf(source);
    places.set(key, [...(places.get(key) ?? []), heading]);
  }
  return places;
}

/** The member before `term`; empty where it is the first. */
function beforeOf(term: string, order: readonly string[]): string {
  return order[order.indexOf(term) - 1] ?? '';
}

/** 57，60–62 */
export function locatorsOf({ locators }: Pick<FiledHeading, 'locators'>): string {
  return locators.map(({ text }) => text).join('，');
}

function referencesOf({ see = [], seeAlso = [] }: FiledHeading): string {
  return [...see.map((term) => `见${term}`), ...seeAlso.map((term) => `参见${term}`)].join('；');
}
