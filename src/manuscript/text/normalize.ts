/**
 * Normalization of typed text. Only whitespace is touched, never a word or a mark:
 *
 *     占 GDP 的 30 %，增长 5%   →   占GDP的30 %，增长5%
 *
 * Spaces that stand next to Chinese text go, spaces between Latin words stay, and are single. An ideographic
 * space (U+3000) is typed on purpose and stays. A space between two Han characters is kept, because it may part
 * the halves of a title; `spaceBetweenHan` names it so that the reader can warn.
 */

/** One edit of a string: `length` characters at `at` become `insert`. */
export interface Edit {
  at: number;
  length: number;
  insert: string;
  rule: 'space-removed' | 'space-collapsed' | 'line-joined' | 'indent-removed';
}

/** Whitespace other than the ideographic space, line ends included. */
const SPACES = /[\t\n\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f]+/g;
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60\uffe0-\uffee△▲○●□■◇◆★☆※]/u;
/** Marks shared by Chinese and Latin text: what stands beyond them decides. */
const SHARED = /[“”‘’…—–·]/;

/** The edits that normalize a text; an empty list for nearly every paragraph. Indents and trailing spaces go. */
export function tidy(value: string): { edits: Edit[]; spaceBetweenHan: number[] } {
  const edits: Edit[] = [];
  const spaceBetweenHan: number[] = [];
  const body = value.trim();
  if (body === '') return { edits: value === '' ? [] : [cut(0, value.length)], spaceBetweenHan };
  const from = value.indexOf(body);
  const to = from + body.length;
  if (from > 0) edits.push(cut(0, from));
  for (const match of value.matchAll(SPACES)) {
    const [run] = match;
    const at = match.index;
    const end = at + run.length;
    if (at < from || end > to) continue;
    const joined = /[\n\r]/.test(run);
    const before = kindBefore(value, at);
    const after = kindAfter(value, end);
    let insert = ' ';
    if (!joined && isHan(value, at, end)) spaceBetweenHan.push(at);
    else if (before === 'han' || after === 'han') insert = '';
    if (insert === run) continue;
    const rule = joined ? 'line-joined' : insert === '' ? 'space-removed' : 'space-collapsed';
    edits.push({ at, length: run.length, insert, rule });
  }
  if (to < value.length) edits.push(cut(to, value.length - to));
  return { edits, spaceBetweenHan };
}

function cut(at: number, length: number): Edit {
  return { at, length, insert: '', rule: 'indent-removed' };
}

/** Whether real Han characters, not Chinese marks, stand on both sides. */
function isHan(value: string, at: number, end: number): boolean {
  return (
    /\p{Script=Han}$/u.test(value.slice(Math.max(0, at - 2), at)) && /^\p{Script=Han}/u.test(value.slice(end, end + 2))
  );
}

type Kind = 'han' | 'latin';

function kindBefore(value: string, at: number): Kind {
  let index = at - 1;
  while (index > 0 && SHARED.test(value[index] ?? '')) index -= 1;
  const low = value.charCodeAt(index);
  const from = low >= 0xdc00 && low <= 0xdfff ? index - 1 : index;
  return HAN.test(value.slice(Math.max(0, from), index + 1)) ? 'han' : 'latin';
}

function kindAfter(value: string, at: number): Kind {
  let index = at;
  while (index < value.length - 1 && SHARED.test(value[index] ?? '')) index += 1;
  return HAN.test(String.fromCodePoint(value.codePointAt(index) ?? 32)) ? 'han' : 'latin';
}

/** Applies edits to a string. */
export function applyEdits(value: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const { at, length, insert } of edits) {
    result += value.slice(from, at) + insert;
    from = at + length;
  }
  return result + value.slice(from);
}
