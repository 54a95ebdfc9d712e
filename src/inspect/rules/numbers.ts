/** 数字不拆: a number is one word with its sign, its unit and the other end of its range. */
import { type Bond, bondBetween } from '../bonds.js';
import { headOf, tailOf } from '../breaks.js';
import type { Line } from '../lines.js';
import { eachLine, type Rule } from '../rule.js';

const NUMBER_FAULTS: Partial<Record<Bond, string>> = {
  number: '数字拆在两行',
  range: '数字范围拆在两行',
  unit: '数字与单位分在两行',
  ordinal: '“第”与数字分在两行',
  date: '日期拆在两行',
  'document-number': '文号拆在两行',
  sign: '符号与数字分在两行',
};

/** A word longer than this (characters) has no place to turn over but inside. */
const LONG_WORD = 24;

export const NUMBERS: Rule[] = [
  {
    id: 'number-split',
    name: '数字断行',
    unit: '行尾',
    clause: 'CLREQ 行文断行：阿拉伯数字不断开；GB/T 15834-2011 5.1.6',
    check: eachLine((line) => {
      const { next } = line;
      if (!next) return undefined;
      const tail = tailOf(line);
      const head = headOf(next);
      const bond = bondBetween(tail, head);
      const fault = bond && NUMBER_FAULTS[bond];
      return fault
        ? { what: `${fault}：“${tail.slice(-3)}▏${head.slice(0, 3)}”`, forced: isEndless(line, next) }
        : true;
    }),
  },
  {
    id: 'latin-split',
    name: '西文单词断行',
    unit: '行尾',
    clause: 'CLREQ 行文断行：西文单词不断开',
    check: eachLine((line) => {
      const { next } = line;
      if (!next) return undefined;
      const tail = tailOf(line);
      const head = headOf(next);
      if (bondBetween(tail, head) !== 'latin') return true;
      return { what: `单词拆在两行：“${tail}▏${head.slice(0, 4)}”`, forced: isEndless(line, next) };
    }),
  },
];

/** Whether the word that two lines share is longer than any line would take whole. */
function isEndless(line: Line, next: Line): boolean {
  const chars = ({ glyphs }: Line): string[] => glyphs.map(({ char }) => char);
  return wordLength(chars(line).reverse()) + wordLength(chars(next)) > LONG_WORD;
}

/** How many characters of a word, an address or a number follow each other. */
function wordLength(chars: string[]): number {
  const end = chars.findIndex((char) => char > '~');
  return end === -1 ? chars.length : end;
}
