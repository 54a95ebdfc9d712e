/**
 * The order of the index: by Pinyin, character by character (letters, tone, then strokes), other scripts before A.
 * A heading's letter is the first letter of its first reading.
 */
import type { TermReading } from '../model.js';
import type { OrderSettings } from './arrange.js';

export interface Filing {
  /** A to Z, or `#` for headings that begin with a digit or a Latin letter. */
  letter: string;
  /** One key a character: `~gong 1 工`, or `!g` for other scripts. */
  keys: string[];
}

/** Marks that do not count in filing: 《质量强区》 files under Z. */
const IGNORED = /[\p{P}\p{S}\s]/u;

/** How a term files. */
export function filing(term: string, reading: TermReading, _settings: OrderSettings): Filing {
  const keys: string[] = [];
  [...term].forEach((character, at) => {
    const syllable = reading.syllables[at];
    // The neutral tone comes after the fourth.
    if (syllable) keys.push(`~${syllable.letters.replace('ü', 'v')} ${syllable.tone} ${character}`);
    else if (!IGNORED.test(character)) keys.push(otherKey(character));
  });
  // A character that the dictionary cannot read stands before A as well.
  const letter = /^~([a-z])/u.exec(keys[0] ?? '')?.[1];
  return { letter: letter?.toUpperCase() ?? '#', keys };
}

/** Stands before every key of a Han character, whatever the script. A full-width Ａ counts as an A. */
function otherKey(character: string): string {
  return `!${character.normalize('NFKC').toLowerCase()}`;
}

/** Compares two filings; a heading that begins another stands before it. */
export function compareFilings(a: Filing, b: Filing): number {
  for (let i = 0; i < Math.min(a.keys.length, b.keys.length); i += 1) {
    const left = a.keys[i] as string;
    const right = b.keys[i] as string;
    if (left === right) continue;
    const sound = soundOf(left);
    const strokes =
      sound !== '' && sound === soundOf(right) ? STROKES.compare(characterOf(left), characterOf(right)) : 0;
    return strokes || (left < right ? -1 : 1);
  }
  return a.keys.length - b.keys.length;
}

/** Orders characters of one sound by their strokes. By itself it misreads surnames and polyphones, so it only breaks ties. */
const STROKES = new Intl.Collator('zh-u-co-pinyin');

/** Syllable and tone of a key; empty for other scripts. */
function soundOf(key: string): string {
  return key.startsWith('~') ? key.slice(0, key.lastIndexOf(' ')) : '';
}

function characterOf(key: string): string {
  return key.slice(key.lastIndexOf(' ') + 1);
}
