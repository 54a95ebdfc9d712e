/**
 * Filing (归字): under which letter a term stands, and which of two terms stands first, by the settings 排序, 符号
 * and 数字和字母 of the index. The order of the persons is the same: a surname of two characters is two characters.
 */
import type { TermReading } from '../model.js';
import type { OrderSettings } from './arrange.js';
import { compareByCharacter } from './by-character.js';
import { compareByLetters, type LetterKeys, letterKeys } from './by-letters.js';
import { termUnits, type Unit } from './units.js';

export interface Filing {
  /** A to Z; `#` for what stands before A. */
  letter: string;
  /** True for a term that a mark at its head puts before everything. */
  marked: boolean;
  units: Unit[];
  /** Whether numbers and Latin letters at the head file among the letters of Pinyin. */
  mixed: boolean;
  /** 整词字母 only. */
  keys?: LetterKeys;
}

/** Quotation marks, title marks and brackets, whichever way they look. */
const HEAD_MARK = /^\s*[\p{Pi}\p{Pf}\p{Ps}\p{Pe}"'＂＇]/u;

/** How a term files. */
export function filing(term: string, reading: TermReading, settings: OrderSettings): Filing {
  const mixed = settings.others === '混排';
  const marked = settings.marks === '在前' && HEAD_MARK.test(term);
  const read = termUnits(term, reading);
  const units = mixed ? joinHead(read) : read;
  const [first] = units;
  const lettered = !marked && first !== undefined && (mixed || first.kind === 'han');
  return {
    letter: (lettered && first.letters[0]?.toUpperCase()) || '#',
    marked,
    units,
    mixed,
    ...(settings.order === '整词字母' && { keys: letterKeys(units, mixed) }),
  };
}

/** Latin letters at the head as one unit, as a syllable is: GDP stands between ga and ge. */
function joinHead(units: readonly Unit[]): Unit[] {
  const end = units.findIndex(({ kind }) => kind !== 'latin');
  const head = units.slice(0, end < 0 ? units.length : end);
  const [first] = head;
  if (!first) return [...units];
  const letters = head.map(({ text }) => text).join('');
  return [{ ...first, text: letters, letters }, ...units.slice(head.length)];
}

/** Compares two filings by the same settings; 0 where all that counts is the same. */
export function compareFilings(a: Filing, b: Filing): number {
  const marked = Number(b.marked) - Number(a.marked);
  if (marked !== 0) return marked;
  if (a.keys && b.keys) return compareByLetters({ keys: a.keys, units: a.units }, { keys: b.keys, units: b.units });
  return compareByCharacter(a.units, b.units, a.mixed);
}
