/**
 * Which section of today is which of the earlier proof: by its path, then by its words and title, wherever it stands, then by
 * its place between neighbours that are known. A title alone never makes two the same: every 分目 has its 概况.
 */

import { grouped } from '../../grouped.js';
import { gapsBetween, longestOrder } from '../order.js';
import { type Book, ownText, passagesOf, type Section, titleOf } from '../sections.js';
import { align } from './alignment.js';
import { candidateFinder } from './candidates.js';
import type { Likeness } from './likeness.js';
import { childPairs, pair, pairBest, type SectionPairs, unpaired } from './section-pairs.js';

/** So alike are the words of a section that has kept its title, and of one that has another. */
const SAME_TITLE = 0.25;
const OTHER_TITLE = 0.5;
/** The same path with words so unlike may be another entry under the old name: first its words are looked for. */
const STRANGE = 0.15;
/** Between known neighbours less will do. */
const IN_PLACE = 0.35;
/** Fewer characters than this do not tell one section from another, unless they are the same. */
const TELLING = 16;

export function matchSections(before: Book, after: Book, likeness: Likeness): SectionPairs {
  const pairs: SectionPairs = { forth: new Map(), back: new Map() };
  pair(pairs, before.root, after.root);
  const words = rememberWords();
  matchByPath(pairs, before, after, words, likeness, (a, b) => !isStrange(a, b, likeness));
  const mayMove = movesFreely(before, after);
  matchSameWords(pairs, before, after, words, mayMove);
  matchByLikeness(pairs, before, after, words, likeness, mayMove);
  matchByPath(pairs, before, after, words, likeness, () => true);
  matchByContents(pairs, before);
  matchInPlace(pairs, before, words, likeness);
  return pairs;
}

/** How likely two sections are one, from 0; sections of another depth are not. */
export function sectionScore(a: Section, b: Section, wordsA: string, wordsB: string, likeness: Likeness): number {
  if (a.path.length !== b.path.length && a.children.length + b.children.length > 0) return 0;
  const sameTitle = titleOf(a) === titleOf(b);
  if (Math.min(wordsA.length, wordsB.length) < TELLING) return wordsA !== '' && wordsA === wordsB && sameTitle ? 1 : 0;
  const alike = likeness(wordsA, wordsB);
  return alike >= (sameTitle ? SAME_TITLE : OTHER_TITLE) ? alike + Number(sameTitle) : 0;
}

type Words = (section: Section) => string;
type MayMove = (before: Section, after: Section) => boolean;

function rememberWords(): Words {
  const known = new Map<Section, string>();
  return (section) => {
    const words = known.get(section) ?? ownText(section);
    known.set(section, words);
    return words;
  };
}

function isStrange(a: string, b: string, likeness: Likeness): boolean {
  if (a === b || Math.min(a.length, b.length) < TELLING) return false;
  // Most edited sections begin and end as they did, which is soon seen; long ones take long to measure.
  return sameEnds(a, b) * 2 < STRANGE * (a.length + b.length) && likeness(a, b) < STRANGE;
}

/** How many characters two texts share at their head and at their end. */
function sameEnds(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let end = 0;
  while (end < shorter - head && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return head + end;
}

/** Of several with one path those with the same words first, then those most alike. */
function matchByPath(
  pairs: SectionPairs,
  before: Book,
  after: Book,
  words: Words,
  likeness: Likeness,
  mayBe: (wordsBefore: string, wordsAfter: string) => boolean,
): void {
  const key = ({ path }: Section): string => path.join('\n');
  const today = grouped(unpaired(pairs, after), key);
  for (const [path, sections] of grouped(unpaired(pairs, before), key)) {
    const others = today.get(path) ?? [];
    const isOnly = sections.length === 1 && others.length === 1;
    const score = (a: string, b: string): number => (a === b ? 2 : !mayBe(a, b) ? 0 : isOnly ? 1 : 1 + likeness(a, b));
    const scored = sections.flatMap((a) => others.map((b) => ({ a, b, score: score(words(a), words(b)) })));
    pairBest(pairs, scored);
  }
}

/** Two sections whose paths are both still there, and were there, have not moved: their words have changed places. */
function movesFreely(before: Book, after: Book): MayMove {
  const key = ({ path }: Section): string => path.join('\n');
  const [was, is] = [new Set(before.sections.map(key)), new Set(after.sections.map(key))];
  return (a, b) => !is.has(key(a)) || !was.has(key(b));
}

function matchSameWords(pairs: SectionPairs, before: Book, after: Book, words: Words, mayMove: MayMove): void {
  const key = (section: Section): string => `${titleOf(section)}\n${words(section)}`;
  const today = grouped(unpaired(pairs, after), key);
  for (const [same, sections] of grouped(unpaired(pairs, before), key)) {
    const others = today.get(same) ?? [];
    // Sections without words of their own are known by what is in them.
    const [a, b] = [sections[0] as Section, others[0]];
    if (sections.length === 1 && others.length === 1 && b && words(a).length >= TELLING && mayMove(a, b))
      pair(pairs, a, b);
  }
}

function matchByLikeness(
  pairs: SectionPairs,
  before: Book,
  after: Book,
  words: Words,
  likeness: Likeness,
  mayMove: MayMove,
): void {
  const candidates = candidateFinder(unpaired(pairs, after), words);
  const scored = unpaired(pairs, before).flatMap((a) =>
    candidates(words(a))
      .filter((b) => mayMove(a, b))
      .map((b) => ({ a, b, score: sectionScore(a, b, words(a), words(b), likeness) })),
  );
  scored.sort((x, y) => y.score - x.score || x.a.at - y.a.at || x.b.at - y.b.at);
  for (const { a, b, score } of scored) if (score > 0 && !pairs.forth.has(a) && !pairs.back.has(b)) pair(pairs, a, b);
}

/** A 分目 or 类目 that has most of the entries of another is that one, by whatever name. From the innermost outwards. */
function matchByContents(pairs: SectionPairs, before: Book): void {
  const inner = before.sections.filter(({ children }) => children.length > 0).reverse();
  for (const section of inner) {
    if (pairs.forth.has(section)) continue;
    const votes = new Map<Section, number>();
    let all = 0;
    for (const child of section.children) {
      const size = passagesOf(child).reduce((sum, { text }) => sum + text.length, 1);
      all += size;
      const parent = pairs.forth.get(child)?.parent;
      if (parent && !pairs.back.has(parent)) votes.set(parent, (votes.get(parent) ?? 0) + size);
    }
    for (const [parent, size] of votes)
      if (size * 2 > all || titleOf(parent) === titleOf(section)) {
        pair(pairs, section, parent);
        break;
      }
  }
}

/** What stands alone between two known neighbours, with a title or words like those it had. */
function matchInPlace(pairs: SectionPairs, { root, sections }: Book, words: Words, likeness: Likeness): void {
  for (const parent of [root, ...sections]) {
    const other = pairs.forth.get(parent);
    if (!other) continue;
    const known = childPairs(pairs, parent, other);
    const order = longestOrder(known, (index) => words(parent.children[index] as Section).length);
    for (const gap of gapsBetween(order, parent.children.length, other.children.length)) {
      const old = parent.children.slice(...gap.before).filter((child) => !pairs.forth.has(child));
      const fresh = other.children.slice(...gap.after).filter((child) => !pairs.back.has(child));
      if (old.length === 0 || fresh.length === 0) continue;
      const score = (a: Section, b: Section): number => {
        const [wordsA, wordsB] = [words(a), words(b)];
        const alike = Math.max(
          likeness(titleOf(a), titleOf(b)),
          Math.min(wordsA.length, wordsB.length) < TELLING
            ? Number(wordsA === wordsB && wordsA !== '')
            : likeness(wordsA, wordsB),
        );
        return alike >= IN_PLACE && !isStrange(wordsA, wordsB, likeness) ? alike : 0;
      };
      const matches = align(old.length, fresh.length, ([a], [b]) => score(old[a] as Section, fresh[b] as Section));
      for (const match of matches) pair(pairs, old[match.before[0]] as Section, fresh[match.after[0]] as Section);
    }
  }
}
