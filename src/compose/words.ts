/** Words in letters: not divided, but after a hyphen; and addresses of the web, which are too long to be kept whole. */
import { type BreakCost, GLUED, INSIDE, NEVER, raise, UNLOVED } from './cost.js';
import { isWordCharacter, NOT_AT_LINE_START } from './kinsoku.js';
import { forEachMatch } from './matches.js';

/** What joins two parts of a word: e.g, don’t, R&D, 10:30, user_name. */
const LINKS = /[.,:;'’&_@#!?*\\]/g;
/** A hyphen between parts of a word with its neighbours on both sides. */
const HYPHENATED = /([A-Za-z0-9]+)[-‐](?=([A-Za-z0-9]+))/g;
/** A class named by a letter or a code: 4A级, A2证, G30线, Ⅲ类. */
const CODED = /[A-Za-zⅠ-ⅫＡ-Ｚ][A-Za-z0-9Ⅰ-Ⅻ.]*(?=[级类型号线座区段栋幢楼组班票证照种株轮股标])/g;
/** A single letter that begins a Chinese word: B超, K线, X光. */
const LETTERED = /(?<![A-Za-z0-9])[A-Za-z](?=[\u3400-\u9fff])/g;
/** A code and its number, parted by a space: GB/T 15834, No. 3. */
const NUMBERED = /(?<![A-Za-z])(?:[A-Z]{2,6}(?:\/[A-Z]+)?|[Nn]o\.|[Vv]ol\.|pp?\.|Fig\.) (?=\d)/g;
/** US$100 */
const CURRENCY = /[A-Z]{2,3}(?=[$￥¥€£])/g;
/** Web and mail addresses, without the punctuation of the sentence after them. */
const ADDRESS =
  /(?:[a-z]+:\/\/|www\.)[!-~]+(?<![.,;:!?)\]}'"])|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)+\.[a-z]{2,}(?:\/[!-~]*(?<![.,;:!?)\]}'"]))?/gi;

/** Raises the cost inside words of letters and digits. */
export function raiseWords(text: string, costs: Uint8Array): void {
  for (let place = 1; place < text.length; place += 1) {
    if (isWordCharacter(text, place) && isWordCharacter(text, place - 1)) raise(costs, place, place, INSIDE);
  }
  if (!/[A-Za-zⅠ-ⅫＡ-Ｚ]/.test(text)) return;
  forEachMatch(LINKS, text, ({ index }) => {
    if (isWordCharacter(text, index - 1) && isWordCharacter(text, index + 1)) {
      raise(costs, index, index + 1, INSIDE);
    }
  });
  forEachMatch(HYPHENATED, text, ({ index, 0: head, 1: left = '', 2: right = '' }) => {
    // X-ray and COVID-19 hang together more closely than North-South.
    const close = left.length === 1 || right.length === 1 || /^\d/.test(right);
    raise(costs, index + head.length, index + head.length, close ? GLUED : UNLOVED);
  });
  raiseAfter(text, CODED, costs, GLUED);
  raiseAfter(text, LETTERED, costs, UNLOVED);
  raiseAfter(text, NUMBERED, costs, GLUED);
  raiseAfter(text, CURRENCY, costs, GLUED);
}

/**
 * Sets the costs inside web and mail addresses, whatever other rules said of their digits and marks. After a `/` the
 * cost is GLUED, since 5.1.9 keeps it off the line's end: a break after `.`, `-`, `?`, `&`, `=` or `_` comes first.
 */
export function setAddresses(text: string, costs: Uint8Array): void {
  if (!/[A-Za-z]\.[A-Za-z]|:\/\//.test(text)) return;
  forEachMatch(ADDRESS, text, ({ index, 0: address }) => {
    for (let at = 1; at < address.length; at += 1) costs[index + at] = costInAddress(address, at);
  });
}

function costInAddress(address: string, at: number): BreakCost {
  const before = address.charAt(at - 1);
  const after = address.charAt(at);
  if (NOT_AT_LINE_START.includes(after) || after === '-') return NEVER;
  if (before === '/') return GLUED;
  return /[.\-?&=_#]/.test(before) ? UNLOVED : INSIDE;
}

function raiseAfter(text: string, pattern: RegExp, costs: Uint8Array, cost: BreakCost): void {
  forEachMatch(pattern, text, ({ index, 0: match }) => {
    raise(costs, index + match.length, index + match.length, cost);
  });
}
