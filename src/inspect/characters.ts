/**
 * Characters as a proofreader sees them. The tables are this room's own: the program that makes the lines has others,
 * and a slip in those must not hide here.
 */

/** Drawn in the right half of their square. */
export const OPENING = '“‘（〔【《〈「『［｛〖';
/** Drawn in the left half of their square. */
export const CLOSING = '，。、；：？！．”’）〕】》〉」』］｝〗';
/** Signs that join or part two words: they may not open a line (GB/T 15834-2011, 5.1.6, 5.1.7, 5.1.9). */
export const CONNECTING = '·—–-－～~/／';
/** Signs that belong to the number before them. */
export const AFTER_NUMBER = '%％‰℃°′″';

const OPENING_SET = new Set(OPENING);
const CLOSING_SET = new Set(CLOSING);

export function isOpening(char: string): boolean {
  return OPENING_SET.has(char);
}

export function isClosing(char: string): boolean {
  return CLOSING_SET.has(char);
}

/** 汉字, 〇 and 々 among them; no mark and no circled number. */
export function isHan(char: string): boolean {
  const code = char.codePointAt(0) as number;
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    code >= 0x20000 ||
    code === 0x3005 ||
    code === 0x3007
  );
}

export function isDigit(char: string): boolean {
  const code = char.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
}

/** Letters of European scripts. */
export function isLetter(char: string): boolean {
  const code = char.charCodeAt(0);
  return (
    (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x3ff && code !== 0xd7)
  );
}

export function isSpace(char: string): boolean {
  return /\s/u.test(char);
}
