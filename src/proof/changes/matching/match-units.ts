/**
 * Which paragraph, heading or table of today is which of the earlier proof. Inside a section they are laid side by side by
 * their likeness; what is left over there is looked for in the whole proof, if it is long enough to be known again.
 */

import { grouped } from '../../grouped.js';
import { gapsBetween, longestOrder, type Pair } from '../order.js';
import type { Book, Section, Unit } from '../sections.js';
import { align, type Score } from './alignment.js';
import { candidateFinder } from './candidates.js';
import type { Likeness } from './likeness.js';
import type { SectionPairs } from './section-pairs.js';

/** Units that are the same; several on one side where a paragraph was divided, or some were joined. */
export interface Link {
  before: Unit[];
  after: Unit[];
  /** Whether it stands in another place now, seen from its section. */
  moved: boolean;
}

export interface UnitLinks {
  forth: Map<Unit, Link>;
  back: Map<Unit, Link>;
}

/** So alike are an edited paragraph and what it was: beside each other, and elsewhere. */
const IN_PLACE = 0.35;
const ELSEWHERE = 0.6;
/** A part of a divided paragraph is found in the whole, and the whole in the parts. */
const DIVISION = 0.6;
/** Tables are known by a few cells. */
const TABLE = 0.2;
/** Characters by which a passage is known again in the whole proof if there is no other like it, and in any case. */
const UNIQUE = 8;
export const TELLING = 16;

export function matchUnits(sections: SectionPairs, before: Book, after: Book, likeness: Likeness): UnitLinks {
  const links: UnitLinks = { forth: new Map(), back: new Map() };
  for (const [section, partner] of sections.forth) linkUntouched(links, section, partner);
  linkUnique(links, sections, before, after);
  for (const [section, partner] of sections.forth) linkSection(links, section, partner, likeness);
  linkEqual(links, before, after);
  linkAlike(links, before, after, likeness);
  keepFlow(links, sections, before, after);
  return links;
}

export function link({ forth, back }: UnitLinks, before: Unit[], after: Unit[], moved: boolean): void {
  const made: Link = { before, after, moved };
  for (const unit of before) forth.set(unit, made);
  for (const unit of after) back.set(unit, made);
}

const keyOf = ({ type, text }: Unit): string => `${type}\n${text}`;

/** Most sections have the words that they had. */
function linkUntouched(links: UnitLinks, section: Section, partner: Section): void {
  const isUntouched =
    section.units.length === partner.units.length &&
    section.units.every(({ type, text }, index) => {
      const other = partner.units[index];
      return other?.type === type && other.text === text;
    });
  if (!isUntouched) return;
  section.units.forEach((unit, index) => {
    link(links, [unit], [partner.units[index] as Unit], false);
  });
}

/** Passages that stand once in what is left of each proof, in sections that are not the same, have moved. */
function linkUnique(links: UnitLinks, { forth }: SectionPairs, before: Book, after: Book): void {
  const isLeft = (unit: Unit): boolean => !links.forth.has(unit) && !links.back.has(unit);
  for (const [old, fresh] of uniquePairs(before.units.filter(isLeft), after.units.filter(isLeft)))
    if (forth.get(old.section) !== fresh.section && old.text.length >= UNIQUE && old.type !== 'heading')
      link(links, [old], [fresh], true);
}

function uniquePairs(before: readonly Unit[], after: readonly Unit[]): [Unit, Unit][] {
  const today = grouped(after, keyOf);
  return [...grouped(before, keyOf)].flatMap(([key, [unit, ...more]]) => {
    const others = today.get(key);
    return unit && more.length === 0 && others?.length === 1 ? [[unit, others[0] as Unit]] : [];
  });
}

/** The units of a section and those of what it has become. */
function linkSection(links: UnitLinks, section: Section, partner: Section, likeness: Likeness): void {
  const before = section.units.filter((unit) => !links.forth.has(unit));
  const after = partner.units.filter((unit) => !links.back.has(unit));
  const indexBefore = new Map(before.map((unit, index) => [unit, index]));
  const indexAfter = new Map(after.map((unit, index) => [unit, index]));
  const same = uniquePairs(before, after).map(
    ([old, fresh]): Pair => [indexBefore.get(old) as number, indexAfter.get(fresh) as number],
  );
  const order = longestOrder(same, (index) => before[index]?.text.length ?? 0);
  const stays = new Set(order.map(([index]) => index));
  for (const [old, fresh] of same) link(links, [before[old] as Unit], [after[fresh] as Unit], !stays.has(old));
  for (const gap of gapsBetween(order, before.length, after.length)) {
    const old = before.slice(...gap.before).filter((unit) => !links.forth.has(unit));
    const fresh = after.slice(...gap.after).filter((unit) => !links.back.has(unit));
    linkBeside(links, old, fresh, likeness);
  }
}

function linkBeside(links: UnitLinks, old: readonly Unit[], fresh: readonly Unit[], likeness: Likeness): void {
  if (old.length === 0 || fresh.length === 0) return;
  const alone = old.length === 1 && fresh.length === 1;
  const score: Score = (before, after) => {
    const some = old.slice(...before);
    const others = fresh.slice(...after);
    const [a, b] = [some[0] as Unit, others[0] as Unit];
    return some.length + others.length === 2 ? unitScore(a, b, alone, likeness) : divisionScore(some, others, likeness);
  };
  for (const { before, after } of align(old.length, fresh.length, score, true))
    link(links, old.slice(...before), fresh.slice(...after), false);
}

function unitScore(a: Unit, b: Unit, alone: boolean, likeness: Likeness): number {
  // A paragraph that became a heading has the same words.
  if (a.type !== b.type) return a.text === b.text && a.text !== '' ? 1 : 0;
  const alike = likeness(a.text, b.text);
  if (a.type === 'table') return alike >= TABLE ? alike : 0;
  // A heading, caption or byline that stands alone between known neighbours may have any other words.
  if (alone && a.type !== 'text') return Math.max(alike, IN_PLACE);
  return alike >= IN_PLACE ? alike : 0;
}

/** One paragraph beside its parts, or the parts beside it. */
function divisionScore(some: readonly Unit[], others: readonly Unit[], likeness: Likeness): number {
  if (![...some, ...others].every(({ type }) => type === 'text')) return 0;
  const [wholes, parts] = some.length === 1 ? [some, others] : [others, some];
  const whole = (wholes[0] as Unit).text;
  const length = parts.reduce((sum, { text }) => sum + text.length, 0);
  if (Math.min(length, whole.length) < Math.max(length, whole.length) * DIVISION) return 0;
  if (!parts.every(({ text }) => text !== '' && likeness.within(text, whole) >= DIVISION)) return 0;
  const alike = likeness(parts.map(({ text }) => text).join(''), whole);
  return alike >= DIVISION ? alike : 0;
}

const isOpen =
  (known: Map<Unit, Link>) =>
  (unit: Unit): boolean =>
    !known.has(unit) && unit.type !== 'heading' && unit.text.length >= TELLING;

/** The same words in another section, as often as before: one after the other. */
function linkEqual(links: UnitLinks, before: Book, after: Book): void {
  const today = grouped(after.units.filter(isOpen(links.back)), keyOf);
  for (const [key, units] of grouped(before.units.filter(isOpen(links.forth)), keyOf)) {
    const others = today.get(key) ?? [];
    if (others.length !== units.length) continue;
    units.forEach((unit, index) => {
      link(links, [unit], [others[index] as Unit], true);
    });
  }
}

/** Nearly the same words in another place. */
function linkAlike(links: UnitLinks, before: Book, after: Book, likeness: Likeness): void {
  const found = likelyPairs(before.units.filter(isOpen(links.forth)), after.units.filter(isOpen(links.back)), likeness);
  for (const [old, fresh] of found) link(links, [old], [fresh], true);
}

/** Units of two lists that are likely the same, each at most once, the likeliest first. */
export function likelyPairs(before: readonly Unit[], after: readonly Unit[], likeness: Likeness): [Unit, Unit][] {
  const candidates = candidateFinder(after, ({ text }) => text);
  const scored = before.flatMap((old) =>
    candidates(old.text).map((fresh) => ({ old, fresh, score: unitScore(old, fresh, false, likeness) })),
  );
  scored.sort((x, y) => y.score - x.score || x.old.at - y.old.at || x.fresh.at - y.fresh.at);
  const taken = new Set<Unit>();
  return scored.flatMap(({ old, fresh, score }): [Unit, Unit][] => {
    if (score < ELSEWHERE || taken.has(old) || taken.has(fresh)) return [];
    taken.add(old).add(fresh);
    return [[old, fresh]];
  });
}

/**
 * Where a title was taken out or put in, the paragraphs below it are in another section without having moved: they still
 * follow what they followed.
 */
function keepFlow(links: UnitLinks, sections: SectionPairs, before: Book, after: Book): void {
  const previousLink = new Map<Unit, Link | undefined>();
  let last: Link | undefined;
  for (const unit of after.units) {
    previousLink.set(unit, last);
    last = links.back.get(unit) ?? last;
  }
  last = undefined;
  for (const unit of before.units) {
    const own = links.forth.get(unit);
    const fresh = own?.after[0];
    if (own?.moved && fresh && last && !last.moved && previousLink.get(fresh) === last)
      own.moved = sections.forth.has(unit.section) && sections.back.has(fresh.section);
    last = own ?? last;
  }
}
