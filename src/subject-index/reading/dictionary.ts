/**
 * The dictionary (词典): words and their readings from the complete dictionary of pinyin-pro. It is 19 MB of JSON with
 * 349,000 words in the order of their code points (five stand elsewhere, and may not be found). Parsing it takes
 * seconds and 200 MB, so it is never parsed: the file is read as bytes, and words are looked up there by halving.
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

/** What stands before the word of an entry; its own characters follow, then a quote. */
const OPEN = Buffer.from('\n  "');
const QUOTE = 0x22;
/** Longer than any entry: the word, its syllables, its frequency. */
const ENTRY = 600;

/** Opens the dictionary; `bytes` is its JSON, one word a paragraph, in the order of the code points. */
export function openDictionary(bytes: Buffer = readDictionary()): Dictionary {
  const found = new Map<string, DictionaryWord | undefined>();
  const stretches = new Map<string, { from: number; to: number }>();
  const stretchOf = (character: string): { from: number; to: number } => {
    let stretch = stretches.get(character);
    if (!stretch) {
      const key = Buffer.from(character);
      const from = startOf(bytes, key, 0, 0, bytes.length);
      stretch = { from, to: startOf(bytes, key, 1, from, bytes.length) };
      stretches.set(character, stretch);
    }
    return stretch;
  };
  const lookUp = (text: string, key: Buffer, at: number): DictionaryWord | undefined => {
    if (!found.has(text))
      found.set(text, bytes[at + OPEN.length + key.length] === QUOTE ? entryAt(bytes, at) : undefined);
    return found.get(text);
  };
  return {
    wordsAt(characters, at) {
      const words: { length: number; word: DictionaryWord }[] = [];
      const { from, to } = stretchOf(characters[at] as string);
      let text = '';
      let low = from;
      for (let end = at; end < characters.length; end += 1) {
        text += characters[end];
        const key = Buffer.from(text);
        low = startOf(bytes, key, 0, low, to);
        // No word begins like this, so no longer one does.
        if (low >= to || compareAt(bytes, low, key) !== 0) break;
        const word = lookUp(text, key, low);
        if (word) words.push({ length: end - at + 1, word });
      }
      return words;
    },
    leading(character) {
      const { from, to } = stretchOf(character);
      const masses = new Map<string, number>();
      let whole = 0;
      for (const [, syllable = '', frequency] of bytes.toString('utf8', from, to).matchAll(LEADING)) {
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

/** Where the words that begin with `key` begin, or (`past` 1) where they have ended. */
function startOf(bytes: Buffer, key: Buffer, past: 0 | 1, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const open = bytes.indexOf(OPEN, middle);
    if (open < 0 || open >= high || compareAt(bytes, open, key) >= past) high = middle;
    else low = open + 1;
  }
  const open = bytes.indexOf(OPEN, low);
  return open < 0 || open > to ? to : open;
}

/** Compares the beginning of an entry's word with `key`. */
function compareAt(bytes: Buffer, open: number, key: Buffer): number {
  const start = open + OPEN.length;
  for (let i = 0; i < key.length; i += 1) {
    const difference = (bytes[start + i] ?? 0) - (key[i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

function entryAt(bytes: Buffer, open: number): DictionaryWord | undefined {
  const [, reading = '', frequency] = ENTRY_TEXT.exec(bytes.toString('utf8', open, open + ENTRY)) ?? [];
  return reading === '' ? undefined : { syllables: reading.split(' '), frequency: Number(frequency) };
}

const ENTRY_TEXT = /": \[\s*"([^"]*)",\s*([\d.e-]+)/;
