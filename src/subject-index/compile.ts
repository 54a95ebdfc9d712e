/**
 * Compiling (编制) the index: terms out of the manuscripts, changed by the rules of 索引.yaml, made into headings,
 * read, sorted and grouped. Where they stand on the pages is not known yet: that is `locate.ts`.
 *
 *     cards → rules → headings → references → readings → order
 */
import type { Message } from '../tree/message.js';
import type { Volume } from '../tree/nodes.js';
import { INDEX_RULES_FILE } from '../volume/index-rules-file.js';
import { openCardBox } from './card-box.js';
import type { Card } from './cards.js';
import { type DraftHeading, type DraftHeadings, headingsOf } from './headings.js';
import type { Heading, LetterGroup } from './model.js';
import { nearTerms } from './near-terms.js';
import { arrangeHeadings } from './order/arrange.js';
import { firstPersonMark, personCards } from './persons.js';
import { type PlaceBook, placesOf } from './places.js';
import { listDoubts, type ReadingDoubt } from './reading/doubts.js';
import { compareLock, type LockDifference, type ReadTerm, readingText } from './reading/lock.js';
import { NO_MEMO, type ReadingMemo } from './reading/memo.js';
import { openReader, type ReadAs, type Reader, type ReadingLock } from './reading/reader.js';
import { unreadMessages, unusedReadings } from './reading-gaps.js';
import { resolveReferences } from './references.js';
import { applyRules } from './rules.js';
import { termCards } from './terms.js';

export interface CompiledIndex {
  /** 索引 */
  subjects: LetterGroup[];
  /** 人名索引; empty where none is wanted. */
  persons: LetterGroup[];
  /** What is wrong with marks, rules and readings. */
  messages: Message[];
  /** Terms whose reading rests on a guess, riskiest first. Asks the dictionary, also where all readings are locked. */
  doubts(): ReadingDoubt[];
  /** Terms that the dictionary of today would read in another way than they are locked. */
  differences(): LockDifference[];
}

export const EMPTY_LOCK: ReadingLock = { subjects: {}, persons: {} };

/** The indexes before they are read and sorted. */
export interface IndexDraft {
  subjects: DraftHeadings;
  persons: DraftHeadings;
  /** What is wrong with marks, rules and references. */
  messages: Message[];
}

/** Takes the terms of a volume and lays the rules of the compiler on them. */
export function draftIndex(volume: Volume): IndexDraft {
  const places = placesOf(volume);
  const subjects = draft(termCards(volume), false, volume, places);
  const persons = volume.settings.index.persons ? draft(personCards(volume), true, volume, places) : undefined;
  return {
    subjects: subjects.headings,
    persons: persons?.headings ?? new Map(),
    messages: [
      ...subjects.messages,
      ...nearTerms(subjects.headings),
      ...(persons?.messages ?? unwantedPersons(volume)),
    ],
  };
}

/** The headings of a draft as they came, in one group: what will be printed, before anybody knows in which order. */
export function unsorted({ subjects, persons }: IndexDraft): Pick<CompiledIndex, 'subjects' | 'persons'> {
  const unread = { read: () => ({ syllables: [], basis: 'none' as const, risk: 0 }) };
  const groupOf = (headings: DraftHeadings, as: ReadAs): LetterGroup[] =>
    headings.size === 0 ? [] : [{ letter: '#', headings: readHeadings(headings, unread, as) }];
  return { subjects: groupOf(subjects, 'subject'), persons: groupOf(persons, 'person') };
}

/** Reads and sorts a draft; the messages are those of the readings. */
export function readIndex(
  draft: IndexDraft,
  volume: Volume,
  lock: ReadingLock = EMPTY_LOCK,
  memo: ReadingMemo = NO_MEMO,
): CompiledIndex {
  const reader = openReader(volume.readings, lock, memo);
  const { index } = volume.settings;
  const subjects = readHeadings(draft.subjects, reader, 'subject');
  const persons = readHeadings(draft.persons, reader, 'person');
  const groups = { subjects: arrangeHeadings(subjects, index), persons: arrangeHeadings(persons, index) };
  return {
    ...groups,
    doubts: () =>
      listDoubts([...consulted(groups.subjects, reader, 'subject'), ...consulted(groups.persons, reader, 'person')]),
    // What 读音.yaml has changed is no matter of the dictionary.
    differences: () =>
      compareLock(lock, reader.consult).filter(({ term, as, locked }) => readingText(reader.read(term, as)) === locked),
    messages: [...unreadMessages([...subjects, ...persons]), ...unusedReadings(volume.readings, subjects, persons)],
  };
}

/** Compiles the indexes of a volume: both steps, and the messages of both. */
export async function compileIndex(volume: Volume, lock?: ReadingLock, memo?: ReadingMemo): Promise<CompiledIndex> {
  const draft = draftIndex(volume);
  const compiled = readIndex(draft, volume, lock, memo);
  return { ...compiled, messages: [...draft.messages, ...compiled.messages] };
}

/** Every term of an index, sub-headings among them, with the reading that it has. */
export function readTerms(groups: readonly LetterGroup[]): ReadTerm[] {
  const withUnder = ({ term, reading, subheadings }: Heading): ReadTerm[] => [
    { term, reading },
    ...subheadings.flatMap(withUnder),
  ];
  return groups.flatMap(({ headings }) => headings.flatMap(withUnder));
}

/** The terms of an index as the dictionary of today reads them. */
function consulted(groups: readonly LetterGroup[], reader: Reader, as: ReadAs): (ReadTerm & { as: ReadAs })[] {
  return readTerms(groups).map(({ term }) => ({ term, as, reading: reader.consult(term, as) }));
}

/** The headings of one index, their references resolved. */
function draft(
  cards: Card[],
  person: boolean,
  volume: Volume,
  places: PlaceBook,
): { headings: DraftHeadings; messages: Message[] } {
  const rules = volume.indexRules.filter((rule) => rule.person === person);
  const ruled = applyRules(cards, rules, places);
  const files = volume.children.flatMap((part) => part.children.map(({ file }) => file));
  const headings = headingsOf(ruled.cards, files);
  const box = openCardBox(ruled.cards, 'path', places);
  const references = resolveReferences(headings, { rules, cards: ruled.cards, box, places });
  return { headings, messages: [...ruled.messages, ...references] };
}

/** The sub-headings of a person are things of the person's, not names. */
function readHeadings(headings: DraftHeadings, reader: Pick<Reader, 'read'>, as: ReadAs): Heading[] {
  return [...headings.values()].map((heading: DraftHeading): Heading => {
    const { term, occurrences, see, seeAlso, subheadings } = heading;
    const reading = reader.read(term, as);
    return { term, reading, occurrences, see, seeAlso, subheadings: readHeadings(subheadings, reader, 'subject') };
  });
}

/** Marks and rules of persons in a volume that prints no index of persons. */
function unwantedPersons(volume: Volume): Message[] {
  const mark = firstPersonMark(volume);
  const rule = volume.indexRules.find(({ person }) => person);
  const remedy = '在 book.yaml 的“索引:”下面写“人名: 是”；不要人名索引，就把它们删去';
  const warn = (file: string, { line, column }: { line: number; column: number }, what: string): Message => ({
    severity: 'warning',
    rule: 'index-person-unwanted',
    file,
    line,
    column,
    reason: `这一卷不编人名索引，${what}不起作用`,
    remedy,
  });
  return [
    ...(mark ? [warn(mark.occurrence.file, mark.occurrence.start, '标了“人名”的索引标记')] : []),
    ...(rule ? [warn(INDEX_RULES_FILE, rule.subject.position.start, '“人名”下面的改动')] : []),
  ];
}
