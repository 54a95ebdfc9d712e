/**
 * The readings of single characters (单字): pinyin-pro for the characters in use, `lists/rare.txt` (from the Unihan
 * data) for the many that it does not know.
 */
import { createRequire } from 'node:module';
import { parseSyllable, sameSyllable } from '../../tree/syllable.js';
import type { Syllable } from '../model.js';
import { type OwnReadings, ownReadings } from './own-readings.js';

const HAN = /\p{Script=Han}/u;

/** Whether a character wants a reading. */
export function isHan(character: string): boolean {
  return HAN.test(character);
}

/** Every reading of a character, the commonest first; none for a character without any. */
export function characterReadings(character: string, own: OwnReadings = ownReadings()): Syllable[] {
  const unified = character.normalize('NFC');
  const texts = own.characters.get(unified) ?? known(unified) ?? own.rare().get(unified) ?? [];
  const readings: Syllable[] = [];
  for (const text of texts) {
    const syllable = parseSyllable(text);
    if (syllable && !readings.some((each) => sameSyllable(each, syllable))) readings.push(syllable);
  }
  return readings;
}

/** Loaded when the first character is asked: where all readings are locked, none is. */
function pinyinPro(): Pick<typeof import('pinyin-pro'), 'polyphonic'> {
  return createRequire(import.meta.url)('pinyin-pro');
}

function known(character: string): string[] | undefined {
  const readings = pinyinPro().polyphonic(character, { type: 'array', toneType: 'symbol' })[0] ?? [];
  return readings.some((each) => each !== '' && each !== character) ? readings : undefined;
}
