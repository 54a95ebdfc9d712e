/**
 * Names of persons (人名): the surname first, a double one before a single one, then the given name. A name of another
 * people, in parts (买买提·艾力) or known as a whole (扎西), has no surname.
 */

import { parseSyllable } from '../../tree/syllable.js';
import type { Syllable } from '../model.js';
import type { OwnReadings } from './own-readings.js';
import { type Piece, segment, type Vocabulary } from './segment.js';

/** The dot between the parts of a name, as it is typed. */
const PART = /^[·•・‧．.]$/;

/** 爱新觉罗 */
const LONGEST_SURNAME = 4;

/** A word of a name. */
export interface NamePiece extends Piece {
  /** True of a surname that our list has. */
  surname?: boolean;
  /** How other families of the same surname are called. */
  others?: Syllable[];
}

/** Cuts a name into surname and given name; `given` are the names and surnames of 读音.yaml. */
export function segmentName(
  characters: readonly string[],
  given: Vocabulary['given'],
  vocabulary: Vocabulary,
  own: OwnReadings,
): NamePiece[] {
  const head = givenHead(characters, given) ?? surnameAt(characters, own);
  const words: Vocabulary = { ...vocabulary, own: (word) => own.names.get(word) ?? own.wholeNames.get(word) };
  const from = head?.length ?? 0;
  const pieces = segment(characters.slice(from), words).map((piece) => ({
    ...piece,
    at: piece.at + from,
    ...(piece.source === 'character' && { syllables: inName(characters[from + piece.at] as string, piece, own) }),
  }));
  return head ? [head, ...pieces] : pieces;
}

/** A surname or a whole name of 读音.yaml at the head of the name, the longest. */
export function givenHead(characters: readonly string[], given: Vocabulary['given']): NamePiece | undefined {
  for (let length = characters.length; length > 0; length -= 1) {
    const syllables = given.get(characters.slice(0, length).join(''));
    if (syllables) return { at: 0, length, syllables, source: 'given' };
  }
  return undefined;
}

function surnameAt(characters: readonly string[], own: OwnReadings): NamePiece | undefined {
  if (characters.some((character) => PART.test(character))) return undefined;
  for (let length = characters.length; length > 1; length -= 1) {
    if (own.wholeNames.has(characters.slice(0, length).join(''))) return undefined;
  }
  for (let length = LONGEST_SURNAME; length > 0; length -= 1) {
    // A double surname leaves a given name: 东方 alone is 东 and 方.
    if (length > 1 && characters.length <= length) continue;
    const surname = characters.slice(0, length);
    const simplified = surname.map((each) => own.simplified.get(each) ?? each);
    const texts = own.surnames.get(surname.join('')) ?? own.surnames.get(simplified.join(''));
    if (!texts) continue;
    const read = (from: readonly string[]): Syllable[] => from.flatMap((each) => parseSyllable(each) ?? []);
    const slash = texts.indexOf('/');
    const syllables = read(slash < 0 ? texts : texts.slice(0, slash));
    const others = slash < 0 ? [] : read(texts.slice(slash + 1));
    return { at: 0, length, syllables, source: 'own', surname: true, ...(others.length > 0 && { others }) };
  }
  return undefined;
}

function inName(character: string, piece: Piece, own: OwnReadings): (Syllable | null)[] {
  const [text] = own.nameCharacters.get(character) ?? [];
  return text === undefined ? piece.syllables : [parseSyllable(text) ?? null];
}
