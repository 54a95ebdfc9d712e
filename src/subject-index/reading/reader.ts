/**
 * The reader (注音): terms in, readings out. What the volume gives comes first, then what an earlier run has locked,
 * then our own word lists and the dictionary. The dictionary is read from disk when the first term asks for it.
 */
import type { GivenReading } from '../../tree/index-sources.js';
import { parseSyllable } from '../../tree/syllable.js';
import type { Syllable, TermReading } from '../model.js';
import { type Dictionary, openDictionary } from './dictionary.js';
import { lockedSyllables, type ReadingLock } from './lock.js';
import { NO_MEMO, type ReadingMemo } from './memo.js';
import { ownReadings } from './own-readings.js';
import { givenHead, segmentName } from './person.js';
import { judge } from './risk.js';
import { givenPieces, segment, type Vocabulary } from './segment.js';

export type { ReadingLock } from './lock.js';

/** A term is of the subject index, or the name of a person. */
export type ReadAs = 'subject' | 'person';

export interface Reader {
  read(term: string, as: ReadAs): TermReading;
  /** What would be read if nothing were locked: by 读音.yaml and the dictionary of today. */
  consult(term: string, as: ReadAs): TermReading;
}

/** Makes a reader. */
export function openReader(
  given: readonly GivenReading[],
  lock: ReadingLock,
  memo: ReadingMemo = NO_MEMO,
  open: () => Dictionary = openDictionary,
): Reader {
  let opened: Dictionary | undefined;
  const dictionary = (): Dictionary => {
    opened ??= open();
    return opened;
  };
  const words = byWord(given.filter(({ person }) => !person));
  const names = byWord(given.filter(({ person }) => person));

  const readAnew = (term: string, as: ReadAs): TermReading => {
    const characters = [...term];
    const own = ownReadings();
    const vocabulary: Vocabulary = {
      given: words,
      own: (word) => own.words.get(word),
      dictionary,
      simplified: own.simplified,
    };
    const pieces = as === 'person' ? segmentName(characters, names, vocabulary, own) : segment(characters, vocabulary);
    return judge(characters, pieces, dictionary);
  };

  const consult = (term: string, as: ReadAs): TermReading => {
    const kept = memo.recall(term, as);
    if (kept) return kept;
    const reading = readAnew(term, as);
    memo.keep(term, as, reading);
    return reading;
  };

  /** The locked reading, with what the volume gives laid over it. */
  const recall = (term: string, as: ReadAs): TermReading | undefined => {
    const kept = as === 'person' ? lock.persons : lock.subjects;
    const characters = [...term];
    const syllables = Object.hasOwn(kept, term) ? lockedSyllables(characters, kept[term] as string) : undefined;
    if (!syllables) return undefined;
    const head = as === 'person' ? givenHead(characters, names) : undefined;
    const from = head?.length ?? 0;
    const rest = givenPieces(characters.slice(from), words).map((piece) => ({ ...piece, at: piece.at + from }));
    const pieces = head ? [head, ...rest] : rest;
    for (const piece of pieces) syllables.splice(piece.at, piece.length, ...piece.syllables);
    const covered = pieces.reduce((sum, { length }) => sum + length, 0);
    return { syllables, basis: covered > 0 && covered === characters.length ? 'given' : 'locked', risk: 0 };
  };

  return {
    read: (term, as) => recall(term, as) ?? consult(term, as),
    consult,
  };
}

function byWord(given: readonly GivenReading[]): Map<string, Syllable[]> {
  return new Map(
    given.map(({ words, syllables }) => [words.text, syllables.flatMap((each) => parseSyllable(each) ?? [])]),
  );
}
