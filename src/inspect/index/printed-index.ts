/**
 * The printed index read back: what its pages say, line by line, against the index that was computed. The renderer, the
 * composer, the browser and the printer have had it in their hands since.
 */
import type { LocatedGroup, LocatedHeading } from '../../subject-index/model.js';
import type { LocatorFault } from './locators.js';
import { squeeze } from './standing.js';

/** Locators as the index prints them, between their separators: 57, 57a, 57–58, xii. */
const LOCATOR = String.raw`(?:\d+|[ivxlcdm]+)[a-h]?(?:[-–—－~～](?:(?:\d+|[ivxlcdm]+)[a-h]?|[a-h]))?`;
const SEPARATOR = '[，、；,;]';
const TAIL = new RegExp(`^(${LOCATOR}(?:${SEPARATOR}${LOCATOR})*)?(?:${SEPARATOR})?((?:见|参见).+)?$`, 'u');
/** What may stand before the first heading of a letter; before the first of all stand the title and the note. */
const LONGEST_LETTER = 2;
/** Marks that the page may set before a sub-heading. */
const LEAD = /^[—–…·•]*/u;
const LEADS = /[—–…·•]+$/u;

/** Compares the text of the pages of an index with its headings; both without white space. */
export function printedFaults(printed: string, groups: readonly LocatedGroup[]): LocatorFault[] {
  const text = squeeze(printed);
  const lines = groups.flatMap(({ letter, headings }, group) =>
    headings.flatMap((each, at) =>
      flatten(each).map((heading, under): Line => {
        const head = at === 0 && under === 0;
        return { heading, ...(head && { letter }), first: head && group === 0 };
      }),
    ),
  );
  const faults: LocatorFault[] = [];
  let cursor = 0;
  for (const [at, line] of lines.entries()) {
    const { heading } = line;
    const start = startOf(text, line, cursor);
    if (start === -1) {
      const found = text.slice(cursor, cursor + 20);
      return [...faults, faultOf(heading, `索引里应当是“${heading.term}”，印出来却是“${found}”`)];
    }
    const end = start + squeeze(heading.term).length;
    const next = lines[at + 1];
    const tails = next ? tailsBefore(text, end, next) : [text.slice(end)];
    const expected = heading.locators.map((each) => squeeze(each.text));
    const parsed = tails.map(parseTail);
    const right = parsed.findIndex(
      (tail) => tail && isSame(tail.locators, expected) && refers(tail.references, heading),
    );
    if (right === -1) {
      const said = parsed.find((tail) => tail)?.locators.join('，') ?? tails[0] ?? '';
      faults.push(faultOf(heading, `“${heading.term}”的出处应印作“${expected.join('，')}”，印出来却是“${said}”`));
    }
    cursor = end + (tails[Math.max(right, 0)] ?? '').length;
  }
  return faults;
}

function flatten(heading: LocatedHeading): LocatedHeading[] {
  return [heading, ...heading.subheadings.flatMap(flatten)];
}

/** A heading, and whether the letter of its group stands before it. */
interface Line {
  heading: LocatedHeading;
  letter?: string;
  /** The first of the index. */
  first: boolean;
}

function startOf(text: string, { heading, letter, first }: Line, from: number): number {
  const words = squeeze(heading.term);
  if (first) return text.indexOf(words, from);
  const lead = letter === undefined ? (LEAD.exec(text.slice(from))?.[0].length ?? 0) : LONGEST_LETTER;
  const start = text.slice(from, from + lead + words.length).indexOf(words);
  return start === -1 ? -1 : from + start;
}

/** What may be the rest of a line: up to each place at which the next heading may begin. */
function tailsBefore(text: string, from: number, { heading, letter }: Line): string[] {
  const words = squeeze(heading.term);
  const tails: string[] = [];
  for (let at = text.indexOf(words, from); at !== -1 && tails.length < MOST_TAILS; at = text.indexOf(words, at + 1)) {
    const between = text.slice(from, at);
    if (letter === undefined) tails.push(between.replace(LEADS, ''));
    else if (between.endsWith(letter)) tails.push(between.slice(0, -letter.length));
  }
  return tails;
}

/** The words of a heading may stand in the references of the one before it, but not often. */
const MOST_TAILS = 20;

interface Tail {
  locators: string[];
  references: string;
}

function parseTail(tail: string): Tail | undefined {
  const match = TAIL.exec(tail);
  if (!match) return undefined;
  return { locators: match[1]?.split(new RegExp(SEPARATOR, 'u')) ?? [], references: match[2] ?? '' };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}

function refers(references: string, { see, seeAlso }: LocatedHeading): boolean {
  return [...see, ...seeAlso].every((term) => references.includes(squeeze(term)));
}

function faultOf({ term, occurrences }: LocatedHeading, what: string): LocatorFault {
  const [occurrence] = occurrences;
  return { term, file: occurrence?.file ?? '索引', ...(occurrence?.start ?? { line: 1, column: 1 }), what };
}
