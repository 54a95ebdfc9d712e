/**
 * Units: what of a term counts in filing, one after the other. Spaces and marks are passed over; a number is one
 * unit, a Latin letter is one, and so is a Han character.
 *
 *     “12345”热线  →  12345 · rè · xiàn
 *     Ａ股         →  a · gǔ
 */
import type { Syllable, TermReading } from '../model.js';

/** In the order in which they stand where the letters of Pinyin do not decide. */
export const KIND_PLACES = { number: 0, latin: 1, script: 2, unread: 3, han: 4 } as const;

export interface Unit {
  /** `script`: other scripts, such as Greek. `unread`: a Han character without a reading. */
  kind: keyof typeof KIND_PLACES;
  /** A number as a key that compares as its value; otherwise one character, small letters for Latin. */
  text: string;
  /** Letters of the reading, ü as u; of a number the reading of its first digit. Empty for `script` and `unread`. */
  letters: string;
  /** Whether the reading has ü. */
  umlaut: boolean;
  /** 1 to 5; 0 where there is none. */
  tone: number;
}

const HAN = /\p{Script=Han}/u;
const LATIN = /[a-z]/;
const DIGIT = /[0-9]/;
/** Marks, spaces, and what changes the look of the character before it. */
const PASSED = /[\p{P}\p{S}\p{Z}\p{M}\p{C}]/u;
/** A whole number, with thousands parted or not, and its decimals. */
const NUMBER = /^(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/;

const DIGIT_READINGS = ['ling', 'yi', 'er', 'san', 'si', 'wu', 'liu', 'qi', 'ba', 'jiu'];

/** The units of a term. */
export function termUnits(term: string, reading: TermReading): Unit[] {
  const units: Unit[] = [];
  /** What is collected of digits and letters until the next Han character. */
  let plain = '';
  const flush = (): void => {
    units.push(...plainUnits(plain));
    plain = '';
  };
  [...term].forEach((character, at) => {
    const syllable = reading.syllables[at];
    const unit = syllable && hanUnit(character, syllable);
    if (unit) {
      flush();
      units.push(unit);
    } else plain += foldedForm(character);
  });
  flush();
  return units;
}

function hanUnit(character: string, { letters: spelt, tone }: Syllable): Unit | undefined {
  const { letters, umlaut } = plainSpelling(spelt);
  return letters === '' ? undefined : { kind: 'han', text: character, letters, umlaut, tone };
}

const PLAIN_SPELLING = /^[a-uw-z]+$/;

/** lü → lu with ü. Some keyboards give v. */
function plainSpelling(spelt: string): Pick<Unit, 'letters' | 'umlaut'> {
  if (PLAIN_SPELLING.test(spelt)) return { letters: spelt, umlaut: false };
  const parts = spelt.toLowerCase().replaceAll('v', 'ü').normalize('NFD');
  return { letters: parts.replace(/[^a-z]/g, ''), umlaut: parts.includes('u\u0308') };
}

/** Full-width Ａ and １, ① and Ⅳ, é: what they mean in plain characters. A Roman numeral of one character is a number. */
function foldedForm(character: string): string {
  const roman = (character.toUpperCase().codePointAt(0) ?? 0) - 0x215f;
  if (roman >= 1 && roman <= 12) return ` ${roman} `;
  const folded = character.normalize('NFKD').toLowerCase();
  // ① after a digit is a number of its own.
  return DIGIT.test(folded) && !/^[\d０-９]$/.test(character) ? ` ${folded} ` : folded;
}

function plainUnits(text: string): Unit[] {
  const units: Unit[] = [];
  for (let rest = text; rest !== ''; ) {
    const number = NUMBER.exec(rest)?.[0];
    const [character = ''] = rest;
    if (number) units.push(numberUnit(number));
    else if (LATIN.test(character)) units.push(plainUnit('latin', character, character));
    else if (HAN.test(character)) units.push(plainUnit('unread', character));
    else if (!PASSED.test(character)) units.push(plainUnit('script', character));
    rest = rest.slice((number ?? character).length);
  }
  return units;
}

function plainUnit(kind: Unit['kind'], text: string, letters = ''): Unit {
  return { kind, text, letters, umlaut: false, tone: 0 };
}

/** Two numbers of one value have one key: `2:12.5` for 12.50 and 012.5. A longer whole part is a greater number. */
function numberUnit(number: string): Unit {
  const [whole = '', decimals = ''] = number.replaceAll(',', '').split('.');
  const digits = whole.replace(/^0+(?=\d)/, '');
  const text = `${String(digits.length).padStart(3, '0')}:${digits}.${decimals.replace(/0+$/, '')}`;
  return plainUnit('number', text, DIGIT_READINGS[Number(digits[0])]);
}
