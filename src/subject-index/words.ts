/** The words of a term: when two are the same term, how a term is printed, and how a path is written. */

const FULL_WIDTH = /[\uFF01-\uFF5E]/gu;

/**
 * What makes a term: two terms of one key are one heading. Spaces, the width of letters, digits and marks, the shape
 * of quotation marks and an outer 【】 do not count.
 */
export function termKey(words: string): string {
  return PLAIN.test(words) ? words : folded(words);
}

/** Most terms are nothing but Han characters. */
const PLAIN = /^[\u3400-\u9fff]+$/u;

function folded(words: string): string {
  return withoutLenticular(words)
    .replace(FULL_WIDTH, (mark) => String.fromCodePoint((mark.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/\s+/gu, '')
    .replace(/[“”„"「」『』]/gu, '"')
    .replace(/[‘’']/gu, "'")
    .replace(/[・•‧∙●]/gu, '·');
}

/** The key of a path: heading, sub-heading, … */
export function pathKey(path: readonly string[]): string {
  return path.map(termKey).join('\0');
}

/** A term as it is printed. */
export function tidyTerm(words: string): string {
  return withoutLenticular(words.replace(/[ \t\r\n]+/gu, ' ').trim());
}

function withoutLenticular(words: string): string {
  return /^\s*【([^【】]+)】\s*$/u.exec(words)?.[1]?.trim() ?? words;
}

/** A stroke between two letters or digits belongs to the word: TCP/IP, 24/7. */
const STROKE = /(?<![\dA-Za-z])[/／]|[/／](?![\dA-Za-z])/u;

/** `蔬菜/大棚` → heading and sub-heading; `农业/种植业/概况` → 类目, 分目 and 条目. */
export function splitPath(words: string): string[] {
  return words
    .split(STROKE)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A term as a rule words it; with a stroke, heading and sub-heading. */
export function resultPath(words: string): string[] {
  const path = splitPath(words).map(tidyTerm);
  return path.length > 0 ? path : [tidyTerm(words)];
}

/** A term in a message, which stands in quotation marks there. */
export function inQuotes(words: string): string {
  return `“${words.replace(/“/gu, '‘').replace(/”/gu, '’')}”`;
}

/** How a sub-heading is named where it does not stand under its heading: 蔬菜—大棚. */
export function printPath(path: readonly string[]): string {
  return path.join('—');
}
