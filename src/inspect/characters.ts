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

/** Every glyph of the book is asked: a string of marks is looked through for those alone that may be one. */
export function isOpening(char: string): boolean {
  return isMarkCode(char.charCodeAt(0)) && OPENING.includes(char);
}

export function isClosing(char: string): boolean {
  return isMarkCode(char.charCodeAt(0)) && CLOSING.includes(char);
}

/** Outside 汉字 and Latin. */
function isMarkCode(code: number): boolean {
  return (code >= 0x2010 && code < 0x3400) || code >= 0xff00;
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

const RARE_SPACES = new Set([0x1680, 0x2028, 0x2029, 0x202f, 0x205f]);

/** White space of any width: what `\s` matches, without the cost of a pattern for every glyph. */
export function isSpace(char: string): boolean {
  const code = char.charCodeAt(0);
  if (code > 0x20 && code < 0xa0) return false;
  return (
    code <= 0x20 ||
    code === 0x3000 ||
    code === 0xa0 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200a) ||
    RARE_SPACES.has(code)
  );
}
