/**
 * Addresses of lines (行址): folio, column and line as one word, `57a12`. Columns are lettered as the page is read; `t`
 * (通栏) is what spans the columns of a page that has some.
 */
import type { LineAddress } from './model.js';

export interface AddressParts {
  folio: string;
  /** `a` … `d`, or `t`. */
  letter: string;
  /** From 1. */
  line: number;
}

/** An address as somebody says it: a column in words is known for certain only on its page. */
export interface SpokenAddress extends AddressParts {
  /** Absent where a letter was written. `none`: no column was named. */
  said?: 'left' | 'middle' | 'right' | 'none';
}

const LETTERS = 'abcd';
/**
 * A roman folio may end like a column: of `xiic3` and `cd5` the last letter is the column. A space, a hyphen or a dot
 * may stand between the parts.
 */
const SHORT = /^(?:第|p\.?)?([ivxlcdm]+|\d+)页?[-.]?([a-dt])栏?[-.]?第?(\d+)行?$/u;
/** As the page inspector says it, and as one speaks: 57页左栏12行, 57页12行, 第57页第2栏第12行. */
const SPOKEN = /^(?:第|p\.?)?([ivxlcdm]+|\d+)页(左栏?|右栏?|中栏?|通栏?|第?[1-4一二三四]栏)?第?(\d+)行?$/u;
const SAID = { 左: ['a', 'left'], 中: ['b', 'middle'], 右: ['b', 'right'], 通: ['t', undefined] } as const;
const ROMAN = /^m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/u;

/** The letter of a column: `column` from 0, -1 for what spans; a page without columns has only `a`. */
export function columnLetter(column: number, hasColumns: boolean): string {
  if (column < 0) return hasColumns ? 't' : 'a';
  return LETTERS[column] ?? LETTERS[LETTERS.length - 1] ?? 'a';
}

export function formatAddress({ folio, letter, line }: AddressParts): LineAddress {
  return `${folio}${letter}${line}`;
}

/** Reads an address as it is printed, typed in full-width signs, or spoken; nothing where it is none. */
export function parseAddress(text: string): SpokenAddress | undefined {
  const word = text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
  const short = SHORT.exec(word);
  if (short) return address(short[1], short[2] as string, short[3]);
  const spoken = SPOKEN.exec(word);
  if (!spoken) return undefined;
  const [letter, said] = spokenColumn(spoken[2]);
  return address(spoken[1], letter, spoken[3], said);
}

function address(folio = '', letter: string, line = '', said?: SpokenAddress['said']): SpokenAddress | undefined {
  const known = /^\d/u.test(folio) ? folio.replace(/^0+/u, '') : ROMAN.test(folio) ? folio : '';
  if (known === '' || Number(line) === 0) return undefined;
  return { folio: known, letter, line: Number(line), ...(said && { said }) };
}

function spokenColumn(column: string | undefined): readonly [string, SpokenAddress['said']] {
  if (column === undefined) return ['a', 'none'];
  const known = SAID[column[0] as keyof typeof SAID];
  if (known) return known;
  const digit = '1一2二3三4四'.indexOf(column.replace('第', '')[0] as string);
  return [LETTERS[Math.floor(digit / 2)] as string, undefined];
}
