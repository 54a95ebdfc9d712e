/** Which sections have moved: those that hang in another one now, and those that keep no common order with their siblings. */

import { childPairs, type SectionPairs } from '../matching/section-pairs.js';
import { longestOrder } from '../order.js';
import { type Book, family, passagesOf, type Section } from '../sections.js';

/** The sections of the earlier proof that stand in another place now; what they took along is not among them. */
export function movedSections(pairs: SectionPairs, before: Book, after: Book): Set<Section> {
  const moved = new Set<Section>();
  for (const parent of [before.root, ...before.sections]) {
    const partner = pairs.forth.get(parent);
    if (!partner) continue;
    const known = childPairs(pairs, parent, partner);
    const order = longestOrder(known, (index) => lengthOf(parent.children[index] as Section));
    const stays = new Set(order.map(([index]) => index));
    for (const [index] of known) if (!stays.has(index)) moved.add(parent.children[index] as Section);
  }
  addAdopted(moved, pairs, before, after);
  return moved;
}

/**
 * Sections in another parent have moved, unless only the title of a parent was taken out or put in above them and they
 * still follow what they followed.
 */
function addAdopted(moved: Set<Section>, { forth, back }: SectionPairs, before: Book, after: Book): void {
  const previous = new Map<Section, Section | undefined>();
  let last: Section | undefined;
  for (const section of after.sections) {
    previous.set(section, last);
    if (back.has(section)) last = section;
  }
  last = undefined;
  for (const section of before.sections) {
    const partner = forth.get(section);
    if (!partner) continue;
    const [parent, adopter] = [section.parent, partner.parent];
    if (parent && adopter && forth.get(parent) !== adopter) {
      const retitled = !forth.has(parent) || !back.has(adopter);
      const follows = last && !isMoved(moved, last) && forth.get(last) === previous.get(partner);
      if (!retitled || !follows) moved.add(section);
    }
    last = section;
  }
}

/** Whether a section or one that holds it has moved. */
export function isMoved(moved: ReadonlySet<Section>, section: Section | undefined): boolean {
  for (let at = section; at; at = at.parent) if (moved.has(at)) return true;
  return false;
}

function lengthOf(section: Section): number {
  return passagesOf(section).reduce((sum, { text }) => sum + text.length, 0);
}

/** Two sections that were found to be one, with those in them: by title, each once. */
export function pairFamilies({ forth, back }: SectionPairs, before: Section, after: Section): void {
  forth.set(before, after);
  back.set(after, before);
  const open = [...after.children].filter((child) => !family(child).some((section) => back.has(section)));
  for (const child of before.children) {
    const at = open.findIndex(({ path }) => path.at(-1) === child.path.at(-1));
    const [found] = at < 0 ? [] : open.splice(at, 1);
    if (found) pairFamilies({ forth, back }, child, found);
  }
}
