/**
 * 字字对照: one character after the other, the next only where the one before is the same.
 *
 * A Han character stands by its letters, then its tone (the neutral tone last), then its stroke count, its stroke
 * order and its code (GB/T 13418-1992). So two characters of one sound are parted before the second character is
 * looked at, and all terms of one first character stand together: 工厂, 工业, 公安, 公路. A term that another one
 * continues stands before it: 农业, 农业机械.
 *
 * ü is u with a difference of second rank, as in 现代汉语词典: lu, lü, luan, lüe, lun, luo.
 */
import { strokePlace } from './strokes.js';
import { KIND_PLACES, type Unit } from './units.js';

/**
 * Compares the units of two terms.
 *
 * @param mixed Whether a number or Latin letters at the head of a term file among the letters of Pinyin.
 */
export function compareByCharacter(a: readonly Unit[], b: readonly Unit[], mixed: boolean): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const found = (i === 0 && mixed ? compareMixed : compareUnits)(a[i] as Unit, b[i] as Unit);
    if (found !== 0) return found;
  }
  return a.length - b.length;
}

/** Numbers by value, then Latin letters, other scripts, characters without a reading, and the Han characters. */
function compareUnits(a: Unit, b: Unit): number {
  return (
    KIND_PLACES[a.kind] - KIND_PLACES[b.kind] || (a.kind === 'han' ? compareHan(a, b) : compareText(a.text, b.text))
  );
}

/** By the letters that a unit has or is read with; where they are equal, a number, Latin and Han in this order. */
function compareMixed(a: Unit, b: Unit): number {
  return compareText(a.letters, b.letters) || compareUnits(a, b);
}

function compareHan(a: Unit, b: Unit): number {
  return (
    compareText(a.letters, b.letters) ||
    Number(a.umlaut) - Number(b.umlaut) ||
    a.tone - b.tone ||
    (a.text === b.text ? 0 : strokePlace(a.text) - strokePlace(b.text))
  );
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
