/**
 * The number of a finding, from its rule and the words around it: whoever changes something elsewhere changes no number.
 * Findings of one rule with the same words are counted.
 */
import { createHash } from 'node:crypto';
import { NUMBER_SIGNS } from '../../tree/finding-number.js';

const SHORT = 4;
/** Two different findings that would share a short number get longer ones, both. */
const LONG = 6;

/** @param keys a key for each finding: rule and words */
export function numbersOf(keys: readonly string[]): string[] {
  const repeats = new Map<string, number>();
  const whole = keys.map((key) => {
    const count = (repeats.get(key) ?? 0) + 1;
    repeats.set(key, count);
    return spell(count === 1 ? key : `${key}\n${count}`);
  });
  const sharing = new Map<string, number>();
  for (const number of whole) sharing.set(number.slice(0, SHORT), (sharing.get(number.slice(0, SHORT)) ?? 0) + 1);
  return whole.map((number) => number.slice(0, sharing.get(number.slice(0, SHORT)) === 1 ? SHORT : LONG));
}

/** Whether both are the number of one finding; it may have been longer or shorter in another proof. */
export function isSameNumber(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

function spell(key: string): string {
  const digest = createHash('sha256').update(key).digest();
  let value = digest.readUIntBE(0, 6);
  let number = '';
  while (number.length < LONG) {
    number += NUMBER_SIGNS[value % NUMBER_SIGNS.length];
    value = Math.floor(value / NUMBER_SIGNS.length);
  }
  return number;
}
