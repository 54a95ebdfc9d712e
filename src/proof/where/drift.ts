/** What has become of a place since it was written down (稿件改过没有). */
import type { SourcePlace } from '../model.js';
import type { AddressBook } from './address-book.js';
import { fold, onlyPlaceOf } from './folded.js';
import type { ManuscriptsNow } from './manuscripts.js';

/**
 * `same`: the manuscript is what it was. `moved`: it was changed, and the words stand at `now`, which may be the old
 * place. `lost`: it was changed, and the words are gone or stand there several times. `gone`: there is no such file.
 */
export interface Drift {
  state: 'same' | 'moved' | 'lost' | 'gone';
  now?: SourcePlace;
}

/** Whether a manuscript has changed since the book was made. */
export function hasChanged({ manuscripts, made }: AddressBook, file: string, now: ManuscriptsNow): boolean {
  const manuscript = now.read(file);
  if (!manuscript) return true;
  const digest = manuscripts?.[file];
  return digest === undefined ? manuscript.modified > made : manuscript.digest !== digest;
}

/** @param words the printed line that begins at `place` */
export function driftOf(book: AddressBook, place: SourcePlace, words: string, now: ManuscriptsNow): Drift {
  if (!hasChanged(book, place.file, now)) return { state: 'same' };
  const own = now.read(place.file);
  const found = own && onlyPlaceOf(words, fold(own.text));
  if (found) return { state: 'moved', now: { file: place.file, ...found } };
  const elsewhere = now.files
    .filter((file) => file !== place.file)
    .flatMap((file): SourcePlace[] => {
      const other = now.read(file);
      const at = other && onlyPlaceOf(words, fold(other.text));
      return at ? [{ file, ...at }] : [];
    });
  const [only, more] = elsewhere;
  if (only && !more) return { state: 'moved', now: only };
  return { state: own ? 'lost' : 'gone' };
}
