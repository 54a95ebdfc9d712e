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

const LETTERS = 'abcd';
/** A roman folio may end like a column: the last letter before the line is the column. */
const SHORT = /^([ivxlcdm]+|\d+)([a-dt])(\d+)$/iu;
/** As the page inspector says it, and as one speaks: 57页左栏12行, 57页12行, 第57页第2栏第12行. */
const SPOKEN = /^第?([ivxlcdm]+|\d+)页(左栏|右栏|中栏|通栏|第[1-4一二三四]栏)?第?(\d+)行$/iu;
const SPOKEN_COLUMNS: Record<string, string> = { 左栏: 'a', 右栏: 'b', 中栏: 'b', 通栏: 't' };

/** The letter of a column: `column` from 0, -1 for what spans; a page without columns has only `a`. */
export function columnLetter(column: number, hasColumns: boolean): string {
  if (column < 0) return hasColumns ? 't' : 'a';
  return LETTERS[column] ?? LETTERS[LETTERS.length - 1] ?? 'a';
}

export function formatAddress({ folio, letter, line }: AddressParts): LineAddress {
  return `${folio}${letter}${line}`;
}

/** Reads an address as it is printed or spoken; nothing where it is none. */
export function parseAddress(text: string): AddressParts | undefined {
  const word = text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
  const short = SHORT.exec(word);
  if (short) return { folio: short[1] as string, letter: short[2] as string, line: Number(short[3]) };
  const spoken = SPOKEN.exec(word);
  if (!spoken) return undefined;
  const [, folio = '', column, line] = spoken;
  return { folio, letter: spokenColumn(column), line: Number(line) };
}

function spokenColumn(column: string | undefined): string {
  if (column === undefined) return 'a';
  const known = SPOKEN_COLUMNS[column];
  if (known) return known;
  const digit = '1一2二3三4四'.indexOf(column[1] as string);
  return LETTERS[Math.floor(digit / 2)] as string;
}
