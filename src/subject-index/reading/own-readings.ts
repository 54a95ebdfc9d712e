/**
 * Our own readings (订正): the word lists in `lists/`, which correct and complete the dictionary. One word a line,
 * `六安 lù ān`; a line that begins with `#` is a comment.
 */
import { readFileSync } from 'node:fs';

export interface OwnReadings {
  /** Words and names of places: the word → its syllables. */
  words: ReadonlyMap<string, string[]>;
  /** Surnames, single and double; what stands after a `/` is how other families of it are called. */
  surnames: ReadonlyMap<string, string[]>;
  /** Given names: 朝阳 */
  names: ReadonlyMap<string, string[]>;
  /** Beginnings of names that have no surname: 扎西 */
  wholeNames: ReadonlyMap<string, string[]>;
  /** How a character alone is read in a given name, where that is not its commonest reading. */
  nameCharacters: ReadonlyMap<string, string[]>;
  /** The readings of a character that stands alone, the commonest first, where the dictionary has them wrong. */
  characters: ReadonlyMap<string, string[]>;
  /** Characters that the dictionary does not know; the list is long, and read when the first of them is met. */
  rare: () => ReadonlyMap<string, string[]>;
  /** Characters of the old script → those of the new one. */
  simplified: ReadonlyMap<string, string>;
}

/** Where the lists are. */
export const LISTS = new URL('../../../src/subject-index/reading/lists/', import.meta.url);

let loaded: OwnReadings | undefined;

/** The word lists, read once. */
export function ownReadings(): OwnReadings {
  loaded ??= {
    words: new Map([...readList('words.txt'), ...readList('places.txt')]),
    surnames: readList('surnames.txt'),
    names: readList('names.txt'),
    wholeNames: readList('whole-names.txt'),
    nameCharacters: readList('name-characters.txt'),
    characters: readList('characters.txt'),
    rare: once(readRare),
    simplified: readSimplified(),
  };
  return loaded;
}

/** Lines of a list: the word, then what follows it, split at spaces. */
function parseList(text: string): Map<string, string[]> {
  const list = new Map<string, string[]>();
  for (const line of text.split(/\r?\n/)) {
    if (line === '' || line.startsWith('#')) continue;
    const [word = '', ...rest] = line.split(' ');
    list.set(word, rest);
  }
  return list;
}

function readList(name: string): Map<string, string[]> {
  return parseList(readFileSync(new URL(name, LISTS), 'utf8'));
}

/** The rare characters stand by syllable: `qiū 㐀㧨`. */
function readRare(): Map<string, string[]> {
  const rare = new Map<string, string[]>();
  for (const [syllable, [characters = '']] of readList('rare.txt')) {
    for (const character of characters) rare.set(character, [syllable]);
  }
  return rare;
}

function readSimplified(): Map<string, string> {
  const file = new URL(import.meta.resolve('@pinyin-pro/data/traditional.json'));
  return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8'))));
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
