/** The head over the headings of one letter: A, or what stands before A by what it holds. */
import type { LetterGroup } from '../subject-index/model.js';

/** A, or 数字和字母, 符号、数字和字母 … for the group before A. */
export function lettersTitle({
  letter,
  headings,
}: Pick<LetterGroup, 'letter'> & { headings: { term: string }[] }): string {
  if (letter !== '#') return letter;
  const kinds = KINDS.filter(([, pattern]) => headings.some(({ term }) => pattern.test(term))).map(([kind]) => kind);
  const last = kinds.pop() ?? OTHER;
  return kinds.length > 0 ? `${kinds.join('、')}和${last}` : last;
}

const OTHER = '其他';
/** By the first character of a term that is filed there. */
const KINDS: [string, RegExp][] = [
  ['符号', /^[\p{P}\p{S}](?=[\p{P}\p{S}]*\p{Script=Han})/u],
  ['数字', /^[\p{P}\p{S}]*\p{N}/u],
  ['字母', /^[\p{P}\p{S}]*\p{Script=Latin}/u],
  [OTHER, /^\p{Script=Han}/u],
];

/** Characters of the running heads, locators and heads of any index. */
export const INDEX_FURNITURE = `索引人名见参见续（），；、—和${KINDS.map(([kind]) => kind).join('')}ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdivxlcm`;
