/**
 * Which marks may not open or end a line (行首行尾禁则).
 *
 * GB/T 15834-2011 5.1.1–5.1.3 (stops, quotes, brackets, book titles), 5.1.4–5.1.5 (—— and …… are not divided),
 * 5.1.6 (connecting marks), 5.1.7 (·), 5.1.9 (/), and CLREQ's strict level, which also keeps —— and …… off line
 * starts within a paragraph and abbreviations such as ％ and ℃ with the number before them.
 */
import { FREE, GLUED, NEVER, raise, UNLOVED } from './cost.js';

/** Marks that may not open a line. Since — and … are among them, —— and …… are never divided either. */
export const NOT_AT_LINE_START = [
  '、，。．：；！？｡､', // 5.1.1, 5.1.2
  '‼⁇⁈⁉',
  '”’）〕】》〉」』］｝〗〙〛〞〟｠»›', // 5.1.3
  '—―⸺⸻', // 5.1.4, and the one-em connecting mark of 5.1.6
  '…⋯‥', // 5.1.5
  '–‒～〜∼~', // 5.1.6; hyphens stand in HYPHENS, since they may be signs
  '·・‧•∙', // 5.1.7
  '／/', // 5.1.9
  '％%‰‱℃℉°′″‵￠¢㎡㎥㎎㎏㎜㎝㎞㏄∶', // CLREQ: abbreviations after a number
  ',.;:!?)]}',
].join('');

/** Raised and lowered figures do not open a line either, but are part of a word: km², H₂O. */
const RAISED = '¹²³⁰⁴⁵⁶⁷⁸⁹⁺⁻ⁿ₀₁₂₃₄₅₆₇₈₉';

/** Marks that may not end a line. */
export const NOT_AT_LINE_END = [
  '“‘（〔【《〈「『［｛〖〘〚〝｟«‹([{', // 5.1.3
  '／/', // 5.1.9
  '￥¥$＄￡£€₩№§', // CLREQ: abbreviations before a number
].join('');

/** The short connecting mark of 5.1.6, which does not open a line, unless it is a minus sign. */
const HYPHENS = '-‐‑－−﹣';
/** Operators and comparisons: part of a formula between two terms, a sign before a number. */
const OPERATORS = '+＋±×÷=＝≠≈<>＜＞≤≥≦≧*＊&＆@＠^';
/** Of these, the ones that join words too (5G+工业), so that they are better kept off line starts. */
const JOINING_OPERATORS = '+＋×&＆@＠';

const SPACES = ' \u3000\t\u2002\u2003\u2009\u200a';
/** No-break space, narrow no-break space, word joiner, no-break space of no width. */
const JOINERS = '\u00a0\u202f\u2060\ufeff';

/** How a character behaves at a line's ends. */
type Kind = number;
const UNSEEN = 0;
const PLAIN = 1;
const WORD = 2;
const SPACE = 3;
const CLOSING = 4;
const OPENING = 5;
const SLASH = 6;
const JOINER = 7;
const HYPHEN = 8;
const OPERATOR = 9;
const RAISED_FIGURE = 10;

/** Scripts without spaces between words: a line may break between any two of their characters. */
const IDEOGRAPHIC =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\p{So}\p{No}\u3000-\u303f]/u;
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;

const kinds = new Uint8Array(0x10000);
const fill = (marks: string, kind: Kind) => {
  for (const mark of marks) kinds[mark.charCodeAt(0)] = kind;
};
fill(NOT_AT_LINE_START, CLOSING);
fill(NOT_AT_LINE_END, OPENING);
fill('／/', SLASH);
fill(RAISED, RAISED_FIGURE);
fill(SPACES, SPACE);
fill(JOINERS, JOINER);
fill(HYPHENS, HYPHEN);
fill(OPERATORS, OPERATOR);

/** Whether the character at `index` is a letter or digit of a script whose words are not broken. */
export function isWordCharacter(text: string, index: number): boolean {
  const kind = kindAt(text, index);
  return kind === WORD || kind === RAISED_FIGURE;
}

/** Raises the costs that the rules of line start and line end ask for. */
export function raiseMarks(text: string, costs: Uint8Array): void {
  const quotes = text.includes('"') ? straightQuotes(text) : undefined;
  const kindHere = (index: number): Kind => quotes?.get(index) ?? kindAt(text, index);
  /** What stands before the spaces before a place; a text's start counts as an opening mark. */
  let beforeSpaces: Kind = OPENING;
  for (let place = 1; place < text.length; place += 1) {
    const before = kindHere(place - 1);
    const after = kindHere(place);
    if (before !== SPACE) beforeSpaces = before;
    raise(costs, place, place, costBetween(before, after));
    // A space after an opening mark is a slip of the keyboard: no break is won there.
    if (before === SPACE && beforeSpaces === OPENING) raise(costs, place, place, NEVER);
    if (after === HYPHEN) raise(costs, place, place, isMinus(text, place, before) ? FREE : NEVER);
    if (before === HYPHEN) raise(costs, place, place, UNLOVED);
    if (after === OPERATOR) raise(costs, place, place, costBeforeOperator(text, place, before));
    if (before === OPERATOR) raise(costs, place, place, after === WORD ? GLUED : UNLOVED);
  }
}

function costBetween(before: Kind, after: Kind): 0 | 4 {
  if (after === CLOSING || after === SLASH || after === SPACE || after === JOINER || after === RAISED_FIGURE)
    return NEVER;
  if (before === OPENING || before === SLASH || before === JOINER) return NEVER;
  return FREE;
}

/** A hyphen is a minus sign before a digit and after anything but a letter, a digit, a unit mark or a bracket. */
function isMinus(text: string, place: number, before: Kind): boolean {
  const afterTerm =
    before === WORD ||
    before === RAISED_FIGURE ||
    (before === CLOSING && /[％%‰℃℉°′″）)]/.test(text.charAt(place - 1)));
  return !afterTerm && isDigit(text, place + 1);
}

function costBeforeOperator(text: string, place: number, before: Kind): 0 | 2 {
  if (before === WORD || before === RAISED_FIGURE) return GLUED;
  return before === PLAIN && JOINING_OPERATORS.includes(text.charAt(place)) && !isDigit(text, place + 1) ? GLUED : FREE;
}

function isDigit(text: string, index: number): boolean {
  return /[0-9０-９]/.test(text.charAt(index));
}

/** Straight double quotes open and close by turns. */
function straightQuotes(text: string): Map<number, Kind> {
  const kinds = new Map<number, Kind>();
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    kinds.set(at, kinds.size % 2 === 0 ? OPENING : CLOSING);
  }
  return kinds;
}

function kindAt(text: string, index: number): Kind {
  const code = text.charCodeAt(index);
  const known = kinds[code] ?? UNSEEN;
  if (known !== UNSEEN) return known;
  const character = text.charAt(index);
  const kind = !IDEOGRAPHIC.test(character) && WORD_CHARACTER.test(character) ? WORD : PLAIN;
  kinds[code] = kind;
  return kind;
}
