/**
 * The lock (读音锁定.yaml): the reading of every term of the last `nianjian index`, so that an update of a dictionary
 * never moves a line unasked. The tool writes it; editors correct readings in 读音.yaml, which goes before it.
 */
import type { Message } from '../../tree/message.js';
import { formatSyllable, parseSyllables } from '../../tree/syllable.js';
import type { Syllable, TermReading } from '../model.js';
import { isHan } from './character.js';

/** Readings that an earlier run has settled: the syllables of each term, `fàng guǎn fú`. */
export interface ReadingLock {
  /** 标引词 */
  subjects: Record<string, string>;
  /** 人名 */
  persons: Record<string, string>;
}

/** A term of one of the two indexes with its reading. */
export interface ReadTerm {
  term: string;
  reading: TermReading;
}

/** The name of the lock in a volume folder. */
export const LOCK_FILE = '读音锁定.yaml';

const SECTIONS = { subjects: '标引词', persons: '人名' } as const;

const HEAD = `# 索引各词的读音，由 nianjian index 写出，下次编索引照此排序，词典更新也不会改动已定的次序。
# 请不要改这个文件：要改读音，写进 读音.yaml；要重新按词典取音，见 nianjian index --help。
`;

/** A line of a section: two spaces, the term in quotes where it needs them, its syllables. */
const LINE = /^ {2}(?:"((?:[^"\\]|\\.)*)"|([^\s"].*?)): (.+?)\s*$/u;
const PLAIN = /^[\p{Script=Han}\p{L}\p{N}·]+$/u;

/** Reads a lock. A line that cannot be used counts as missing: its term is read anew, and a warning says so. */
export function parseLock(source: string): { lock: ReadingLock; messages: Message[] } {
  const lock: ReadingLock = { subjects: {}, persons: {} };
  const messages: Message[] = [];
  let section: keyof ReadingLock | undefined;
  source
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((line, index) => {
      if (/^\s*(#|$)/.test(line)) return;
      const opened = (Object.keys(SECTIONS) as (keyof ReadingLock)[]).find(
        (key) => line.trim() === `${SECTIONS[key]}:`,
      );
      if (opened) {
        section = opened;
        return;
      }
      const [, quoted, plain, text = ''] = LINE.exec(line) ?? [];
      const term = plain ?? unquoted(quoted);
      if (section && term !== undefined && lockedSyllables([...term], text)) lock[section][term] = text;
      else messages.push(damaged(index + 1, term));
    });
  return { lock, messages };
}

function unquoted(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(`"${text}"`);
  } catch {
    return undefined;
  }
}

function damaged(line: number, term: string | undefined): Message {
  return {
    severity: 'warning',
    rule: 'lock-damaged',
    file: LOCK_FILE,
    line,
    column: 1,
    reason: term === undefined ? '这一行读不懂，没有采用' : `“${term}”的读音与它的汉字对不上，没有采用`,
    remedy: '运行 nianjian index，重新取音并写好这个文件；要指定读音，写进 读音.yaml',
  };
}

/** Writes a lock; terms by code point, so that a change of one term changes one line. */
export function serializeLock(lock: ReadingLock): string {
  const sections = (Object.keys(SECTIONS) as (keyof ReadingLock)[]).map((key) => {
    const terms = Object.keys(lock[key]).sort((a, b) => (a < b ? -1 : 1));
    return `${SECTIONS[key]}:\n${terms.map((term) => `  ${PLAIN.test(term) ? term : JSON.stringify(term)}: ${lock[key][term]}\n`).join('')}`;
  });
  return `${HEAD}${sections.join('')}`;
}

/** The lock that holds the readings of a run. A term with an unread character is not locked. */
export function lockReadings(subjects: readonly ReadTerm[], persons: readonly ReadTerm[]): ReadingLock {
  return { subjects: lockTerms(subjects), persons: lockTerms(persons) };
}

function lockTerms(terms: readonly ReadTerm[]): Record<string, string> {
  const settled = terms.filter(({ term, reading }) => reading.basis !== 'none' && [...term].some(isHan));
  return Object.fromEntries(settled.map(({ term, reading }) => [term, readingText(reading)]));
}

/** A reading as it is written: fàng guǎn fú. */
export function readingText({ syllables }: TermReading): string {
  return syllables.flatMap((each) => (each ? [formatSyllable(each)] : [])).join(' ');
}

/** The syllables of a locked term, each at its character; nothing where they do not fit it. */
export function lockedSyllables(characters: readonly string[], text: string): (Syllable | null)[] | undefined {
  const count = characters.filter(isHan).length;
  const syllables = count === 0 ? undefined : parseSyllables(text);
  if (syllables?.length !== count) return undefined;
  let next = 0;
  return characters.map((character) => (isHan(character) ? (syllables[next++] as Syllable) : null));
}

/** A term that the dictionary of today reads in another way than the lock. */
export interface LockDifference {
  term: string;
  as: 'subject' | 'person';
  locked: string;
  today: string;
}

/** What would change if the terms were read anew; `consult` reads without the lock. */
export function compareLock(
  lock: ReadingLock,
  consult: (term: string, as: 'subject' | 'person') => TermReading,
): LockDifference[] {
  const compare = (terms: Record<string, string>, as: 'subject' | 'person'): LockDifference[] =>
    Object.entries(terms).flatMap(([term, locked]) => {
      const today = readingText(consult(term, as));
      return today === locked ? [] : [{ term, as, locked, today }];
    });
  return [...compare(lock.subjects, 'subject'), ...compare(lock.persons, 'person')];
}
