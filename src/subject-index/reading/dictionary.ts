/**
 * The dictionary (词典): words and their readings from the complete dictionary of pinyin-pro. It is 19 MB of JSON with
 * 349,000 words, sorted by first character. Parsing it takes seconds and 200 MB, so it is never parsed: the file is
 * read as bytes, the stretch of a first character is found by halving, and words are looked up inside that stretch.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface DictionaryWord {
  /** With tone marks, one a character, as the dictionary has it. */
  syllables: string[];
  /** Share of all running words, as the dictionary estimates it. */
  frequency: number;
}

export interface Dictionary {
  /** The words that stand at a place of a text, shortest first. */
  wordsAt(characters: readonly string[], at: number): { length: number; word: DictionaryWord }[];
  /** The readings that a character has at the head of words, each with its share of them, commonest first. */
  leading(character: string): { syllable: string; share: number }[];
}

const OPEN = '\n  "';
const LONGEST_WORD = 16;

/** Opens the dictionary; `bytes` is its JSON, one word a paragraph, sorted by first character. */
export function openDictionary(bytes: Buffer = readDictionary()): Dictionary {
  const stretches = new Map<string, Buffer>();
  const stretchOf = (character: string): Buffer => {
    let stretch = stretches.get(character);
    if (!stretch) {
      const key = Buffer.from(character);
      stretch = bytes.subarray(startOf(bytes, key, 0), startOf(bytes, key, 1));
      stretches.set(character, stretch);
    }
    return stretch;
  };
  return {
    wordsAt(characters, at) {
      const stretch = stretchOf(characters[at] as string);
      const found: { length: number; word: DictionaryWord }[] = [];
      let text = characters[at] as string;
      for (let length = 1; length <= LONGEST_WORD && at + length <= characters.length; length += 1) {
        if (length > 1) text += characters[at + length - 1];
        // No word begins like this, so no longer one does.
        if (length > 1 && length < 4 && stretch.indexOf(`${OPEN}${text}`) < 0) break;
        const word = lookUp(stretch, text);
        if (word) found.push({ length, word });
      }
      return found;
    },
    leading(character) {
      const masses = new Map<string, number>();
      let whole = 0;
      for (const [, syllable = '', frequency] of stretchOf(character).toString().matchAll(LEADING)) {
        masses.set(syllable, (masses.get(syllable) ?? 0) + Number(frequency));
        whole += Number(frequency);
      }
      return [...masses]
        .map(([syllable, mass]) => ({ syllable, share: whole === 0 ? 0 : mass / whole }))
        .sort((a, b) => b.share - a.share);
    },
  };
}

/** First syllable and frequency of the words of two characters and more. */
const LEADING = /\[\s*"(\S+) [^"]+",\s*([\d.e-]+)/g;

function readDictionary(): Buffer {
  return readFileSync(createRequire(import.meta.url).resolve('@pinyin-pro/data/complete.json'));
}

/** Where the words of a character begin, or (`past` 1) where they have ended. */
function startOf(bytes: Buffer, key: Buffer, past: 0 | 1): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const open = bytes.indexOf(OPEN, middle);
    if (open < 0 || bytes.compare(key, 0, key.length, open + 4, open + 4 + key.length) >= past) high = middle;
    else low = open + 1;
  }
  const open = bytes.indexOf(OPEN, low);
  return open < 0 ? bytes.length : open;
}

function lookUp(stretch: Buffer, text: string): DictionaryWord | undefined {
  const head = `${OPEN}${text}": [`;
  const at = stretch.indexOf(head);
  if (at < 0) return undefined;
  const from = at + Buffer.byteLength(head);
  const [, reading = '', frequency] = /"([^"]*)",\s*([\d.e-]+)/.exec(stretch.toString('utf8', from, from + 320)) ?? [];
  return { syllables: reading.split(' '), frequency: Number(frequency) };
}
