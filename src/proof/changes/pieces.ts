/**
 * Two texts as kept, taken out and put in. The differences are as small as a reader would mark them: a changed
 * character is that character, but two rewritten clauses that share a 的 are one difference and not three.
 */
import { diffArrays } from 'diff';
import type { Passage, Piece } from '../model.js';
import { wordsOf } from './words.js';

/** Stands between paragraphs where the texts of several are compared as one. */
export const PARAGRAPH_MARK = '¶';
/** … and between cells. */
export const CELL_MARK = '｜';

/** A place where the texts differ: words taken out, words put in, and the words kept after it. */
interface Difference {
  old: string[];
  new: string[];
  kept: string[];
}

/** Sameness of so many characters between two differences that are longer than it is taken for chance. */
const CHANCE = 2;
/** … and of so many where both are twice as long. */
const LIKELY_CHANCE = 4;
/** After these an addition is best seen to begin, and with them to end. */
const CLOSING = /[。！？；，、：”’）》】¶]$/u;

/** The words of passages as one text, with a mark between paragraphs or cells. */
export function textOf(passages: readonly Passage[]): string {
  return passages
    .map((passage, index) => (index === 0 ? '' : separatorOf(passages[index - 1] as Passage, passage)) + passage.text)
    .join('');
}

/** What stands between two passages where their words are one text. */
export function separatorOf(first: Passage, second: Passage): string {
  return first.kind === 'cell' && second.kind === 'cell' ? CELL_MARK : PARAGRAPH_MARK;
}

/** All words of both texts: the kept and the old ones are the first text, the kept and the new ones the second. */
export function wholePieces(before: string, after: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const { head, differences } = compareWords(wordsOf(before), wordsOf(after));
  const joined = joinChance(differences);
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], words: readonly string[]): void => {
    if (words.length > 0) pieces.push({ kind, text: words.join('') });
  };
  let kept = head;
  joined.forEach((difference, index) => {
    slide(kept, difference, index === 0, index === joined.length - 1);
    add('same', kept);
    add('old', difference.old);
    add('new', difference.new);
    kept = difference.kept;
  });
  add('same', kept);
  return pieces;
}

function compareWords(before: string[], after: string[]): { head: string[]; differences: Difference[] } {
  const head: string[] = [];
  const differences: Difference[] = [];
  let open: Difference | undefined;
  for (const { added, removed, value } of diffArrays(before, after)) {
    if (!added && !removed) {
      (open?.kept ?? head).push(...value);
      continue;
    }
    if (!open || open.kept.length > 0) {
      open = { old: [], new: [], kept: [] };
      differences.push(open);
    }
    open[added ? 'new' : 'old'].push(...value);
  }
  return { head, differences };
}

/** Takes differences together that only chance sameness parts, until none is left. */
function joinChance(differences: readonly Difference[]): Difference[] {
  const joined: Difference[] = [];
  for (const difference of differences) {
    let current = difference;
    for (let last = joined.at(-1); last; last = joined.at(-1)) {
      const together = isChance(last, current) ? joinOver(last, current) : joinBeside(last, current);
      if (!together) break;
      joined.pop();
      current = together;
    }
    joined.push(current);
  }
  return joined;
}

/** What was kept between two differences is taken out and put in again. */
function joinOver(first: Difference, second: Difference): Difference {
  return {
    old: [...first.old, ...first.kept, ...second.old],
    new: [...first.new, ...first.kept, ...second.new],
    kept: second.kept,
  };
}

/**
 * Two additions (or deletions) are one if what was kept between them is found again at the end of the second:
 *
 *     [甲]乙[丙乙] is [甲乙丙]乙
 */
function joinBeside(first: Difference, second: Difference): Difference | undefined {
  const [side, other] = first.old.length === 0 ? (['new', 'old'] as const) : (['old', 'new'] as const);
  if (first[other].length + second[other].length > 0) return undefined;
  const { kept } = first;
  const rest = second[side].length - kept.length;
  if (rest < 0 || !kept.every((word, index) => word === second[side][rest + index])) return undefined;
  const words = [...first[side], ...kept, ...second[side].slice(0, rest)];
  return { old: [], new: [], [side]: words, kept: [...kept, ...second.kept] };
}

function isChance(first: Difference, second: Difference): boolean {
  // Words put in on both sides of others (or taken out) are told best as two additions.
  if (first.old.length + second.old.length === 0 || first.new.length + second.new.length === 0) return false;
  const island = lengthOf(first.kept);
  const shore = Math.min(sizeOf(first), sizeOf(second));
  return (island <= CHANCE && island < shore) || (island <= LIKELY_CHANCE && island * 2 <= shore);
}

function sizeOf(difference: Difference): number {
  return Math.max(lengthOf(difference.old), lengthOf(difference.new));
}

function lengthOf(words: readonly string[]): number {
  return words.reduce((length, word) => length + word.length, 0);
}

/**
 * Moves a mere addition (or deletion) between its kept words to where it reads best:
 *
 *     甲。[乙。] rather than 甲[。乙]。
 */
function slide(before: string[], { old, new: fresh, kept }: Difference, isFirst: boolean, isLast: boolean): void {
  const words = old.length === 0 ? fresh : fresh.length === 0 ? old : undefined;
  if (!words) return;
  // One kept word stays between two differences.
  const room = isFirst ? before.length : before.length - 1;
  const roomAfter = isLast ? kept.length : kept.length - 1;
  let back = 0;
  while (back < room && wordBefore(words, before, back + 1) === before.at(-1 - back)) back += 1;
  let forth = 0;
  while (forth < roomAfter && kept[forth] === words[forth % words.length]) forth += 1;
  const line = [...before.slice(before.length - back), ...words, ...kept.slice(0, forth)];
  const opensText = isFirst && before.length === back;
  let best = { at: back, score: 0 };
  for (let at = 0; at <= back + forth; at += 1) {
    const previous = at > 0 ? line[at - 1] : opensText ? '¶' : before[before.length - back - 1];
    const score = Number(CLOSING.test(previous ?? '')) + 2 * Number(CLOSING.test(line[at + words.length - 1] ?? ''));
    if (score > best.score) best = { at, score };
  }
  if (best.score === 0) return;
  before.splice(before.length - back, back, ...line.slice(0, best.at));
  kept.splice(0, forth, ...line.slice(best.at + words.length));
  words.splice(0, words.length, ...line.slice(best.at, best.at + words.length));
}

/** The word that stands last in the addition when it is moved back by `steps`: the line repeats itself. */
function wordBefore(words: readonly string[], before: readonly string[], steps: number): string | undefined {
  return steps <= words.length ? words[words.length - steps] : before[before.length - (steps - words.length)];
}
