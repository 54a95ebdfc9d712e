/** What the readings leave open: a character that no source can read, and a line of 读音.yaml that nothing needs. */
import type { GivenReading } from '../tree/index-sources.js';
import type { Message } from '../tree/message.js';
import { READINGS_FILE } from '../volume/readings-file.js';
import type { Heading } from './model.js';
import { inQuotes, termKey } from './words.js';

const HAN = /\p{Script=Han}/u;

/** A heading that cannot be read would stand in a wrong place: a warning where it first occurs. */
export function unreadMessages(headings: readonly Heading[]): Message[] {
  return headings.flatMap((heading) => [...unread(heading), ...unreadMessages(heading.subheadings)]);
}

function unread({ term, reading, occurrences }: Heading): Message[] {
  if (reading.basis !== 'none') return [];
  const character = [...term].find((each, at) => HAN.test(each) && !reading.syllables[at]) ?? term;
  const [first] = occurrences;
  return [
    {
      severity: 'warning',
      rule: 'index-reading-none',
      file: first?.file ?? READINGS_FILE,
      ...(first && { line: first.start.line, column: first.start.column }),
      reason: `索引里的${inQuotes(term)}排不准：“${character}”没有读音`,
      remedy: `在${READINGS_FILE}里写上它的读音，例如“${term}: …”`,
    },
  ];
}

/** Lines of 读音.yaml whose words stand in no heading: they are left from a term that is gone, or mistyped. */
export function unusedReadings(
  given: readonly GivenReading[],
  subjects: readonly Heading[],
  persons: readonly Heading[],
): Message[] {
  const terms = keysOf(subjects);
  const names = keysOf(persons);
  return given.flatMap(({ words, person }) => {
    const key = termKey(words.text);
    const used = person
      ? names.some((name) => name.startsWith(key))
      : [...terms, ...names].some((term) => term.includes(key));
    if (used) return [];
    const { line, column } = words.position.start;
    const reason = `索引里没有一个${person ? '人名以' : '词含有'}${inQuotes(words.text)}${person ? '开头' : ''}，这个读音用不上`;
    const remedy = '改成索引里现有的词；不再需要就删去这一行';
    return [{ severity: 'warning', rule: 'index-reading-unused', file: READINGS_FILE, line, column, reason, remedy }];
  });
}

function keysOf(headings: readonly Heading[]): string[] {
  return headings.flatMap(({ term, subheadings }) => [termKey(term), ...keysOf(subheadings)]);
}
