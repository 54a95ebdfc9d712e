/**
 * Characters that cannot be seen: they come along from web pages and word processors, and break words, headings and
 * tables. They are taken out before anything is read. Characters that no font of ours can set are errors.
 */
import type { Message } from '../../tree/message.js';
import type { Change } from '../reading.js';

/** Control characters but tab and line ends; format characters (zero width, soft hyphen, bidi, BOM); selectors. */
const INVISIBLE = /(?:[^\P{Cc}\t\n\r]|[\p{Cf}\p{Variation_Selector}])+/gu;
/** Private use, lone surrogates, the replacement character. */
const UNSETTABLE = /[\p{Co}\p{Cs}\ufffd]/gu;

export interface Cleaned {
  text: string;
  /** Removed stretches, by their offset in the cleaned text. */
  removed: { offset: number; length: number }[];
  changes: Change[];
  messages: Message[];
}

/** Removes invisible characters and reports what cannot be set; places are those of the file. */
export function removeInvisible(source: string, file: string): Cleaned {
  const changes: Change[] = [];
  const removed: Cleaned['removed'] = [];
  const messages: Message[] = [];
  let lost = 0;
  for (const match of source.matchAll(INVISIBLE)) {
    const { line, column } = placeAt(source, match.index);
    changes.push({ file, line, column, before: codes(match[0]), after: '', rule: 'invisible-removed' });
    removed.push({ offset: match.index - lost, length: match[0].length });
    lost += match[0].length;
  }
  for (const match of source.matchAll(UNSETTABLE)) {
    const { line, column } = placeAt(source, match.index);
    const [character] = match;
    const broken = !/\p{Co}/u.test(character);
    const reason = broken ? '这里有一个损坏的字（�）' : `这里有一个自造字（${codes(character)}），字库里没有`;
    messages.push({
      severity: 'error',
      rule: broken ? 'character-broken' : 'character-private',
      file,
      line,
      column,
      reason,
      remedy: '换成正确的字；生僻字用国家标准里的字，或者改用描述文字',
    });
  }
  return { text: lost > 0 ? source.replace(INVISIBLE, '') : source, removed, changes, messages };
}

/** U+200B U+FEFF */
function codes(characters: string): string {
  return [...characters]
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
}

function placeAt(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
