/**
 * `index.json`: the index as it is printed, for other programs and for the next run, which compares with it. A heading
 * is a line, so that two of these files can be laid beside each other. Nothing in it depends on the day or the machine.
 */
import type { IndexSettings } from '../../tree/index-settings.js';
import type { LocatedIndexes } from '../locate.js';
import type { LocatedGroup, LocatedHeading, Locator, OccurrenceKind, PagePoint } from '../model.js';
import type { ReadingDoubt } from '../reading/doubts.js';
import { readingText } from '../reading/lock.js';
import type { IndexChanges } from './changes.js';

/** To be raised when a reader of the file would misunderstand it. */
export const INDEX_FORMAT = 1;

export interface IndexFile {
  format: typeof INDEX_FORMAT;
  volume: { title: string; number: string };
  settings: IndexSettings;
  /** 索引 */
  subjects: FiledGroup[];
  /** 人名索引 */
  persons: FiledGroup[];
  /** Headings whose reading may be wrong, riskiest first. */
  doubts: ReadingDoubt[];
  /** Against the index that lay in the output folder before. */
  changes: IndexChanges;
}

export interface FiledGroup {
  letter: string;
  headings: FiledHeading[];
}

export interface FiledHeading {
  term: string;
  /** fàng guǎn fú; what is no Han character has none. */
  reading: string;
  locators: FiledLocator[];
  see?: string[];
  seeAlso?: string[];
  subheadings?: FiledHeading[];
  sources: FiledSource[];
}

export interface FiledLocator {
  /** As printed. */
  text: string;
  from: FiledPoint;
  to?: FiledPoint;
}

export interface FiledPoint {
  /** Page of the PDF, from 1. */
  sheet: number;
  folio: string;
  /** a, b, c; absent for what spans the columns. */
  column?: string;
}

export interface FiledSource {
  file: string;
  line: number;
  column: number;
  kind: OccurrenceKind;
}

/** What is filed of an index; what has changed is added by whoever knows the last one. */
export function fileIndex(
  volume: IndexFile['volume'],
  settings: IndexSettings,
  located: LocatedIndexes,
  doubts: ReadingDoubt[],
): Omit<IndexFile, 'changes'> {
  return {
    format: INDEX_FORMAT,
    volume,
    settings,
    subjects: located.subjects.map(fileGroup),
    persons: located.persons.map(fileGroup),
    doubts,
  };
}

function fileGroup({ letter, headings }: LocatedGroup): FiledGroup {
  return { letter, headings: headings.map(fileHeading) };
}

function fileHeading({
  term,
  reading,
  locators,
  see,
  seeAlso,
  subheadings,
  occurrences,
}: LocatedHeading): FiledHeading {
  return {
    term,
    reading: readingText(reading),
    locators: locators.map(fileLocator),
    ...(see.length > 0 && { see: [...new Set(see)] }),
    ...(seeAlso.length > 0 && { seeAlso: [...new Set(seeAlso)] }),
    ...(subheadings.length > 0 && { subheadings: subheadings.map(fileHeading) }),
    sources: occurrences.map(({ file, start, kind }) => ({ file, line: start.line, column: start.column, kind })),
  };
}

function fileLocator({ text, from, to }: Locator): FiledLocator {
  return { text, from: filePoint(from), ...(to && { to: filePoint(to) }) };
}

function filePoint({ sheet, folio, column }: PagePoint): FiledPoint {
  return { sheet: sheet + 1, folio, ...(column >= 0 && { column: 'abcdefgh'[column] ?? String(column + 1) }) };
}

/** The text of the file: a line a heading. */
export function formatIndexFile(file: IndexFile): string {
  const { format, volume, settings, subjects, persons, doubts, changes } = file;
  return [
    '{',
    `"format": ${format},`,
    `"volume": ${JSON.stringify(volume)},`,
    `"settings": ${JSON.stringify(settings)},`,
    `"subjects": ${formatGroups(subjects)},`,
    `"persons": ${formatGroups(persons)},`,
    `"doubts": ${formatLines(doubts)},`,
    `"changes": {\n${Object.entries(changes)
      .map(([name, value]) => `"${name}": ${Array.isArray(value) ? formatLines(value) : JSON.stringify(value)}`)
      .join(',\n')}\n}`,
    '}',
    '',
  ].join('\n');
}

function formatGroups(groups: readonly FiledGroup[]): string {
  const group = ({ letter, headings }: FiledGroup): string =>
    `{"letter": ${JSON.stringify(letter)}, "headings": ${formatLines(headings)}}`;
  return groups.length === 0 ? '[]' : `[\n${groups.map(group).join(',\n')}\n]`;
}

function formatLines(values: readonly unknown[]): string {
  return values.length === 0 ? '[]' : `[\n${values.map((value) => JSON.stringify(value)).join(',\n')}\n]`;
}

/** The index of an earlier run, as far as it can be compared with; nothing where the text is none. */
export function parseIndexFile(text: string): IndexFile | undefined {
  try {
    const file = JSON.parse(text) as Partial<IndexFile> | null;
    const sound = file?.format === INDEX_FORMAT && areGroups(file.subjects) && areGroups(file.persons);
    return sound ? (file as IndexFile) : undefined;
  } catch {
    return undefined;
  }
}

function areGroups(value: unknown): value is FiledGroup[] {
  return (
    Array.isArray(value) && value.every((group) => Array.isArray(group?.headings) && group.headings.every(isHeading))
  );
}

function isHeading(value: Partial<FiledHeading> | null): boolean {
  return (
    typeof value?.term === 'string' &&
    typeof value.reading === 'string' &&
    Array.isArray(value.locators) &&
    Array.isArray(value.sources) &&
    (value.subheadings === undefined || (Array.isArray(value.subheadings) && value.subheadings.every(isHeading)))
  );
}
