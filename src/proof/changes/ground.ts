/** Where on the pages of today a change stands: the order of the book, and for what is gone the line that now follows it. */
import type { LineAddress, Passage } from '../model.js';
import type { UnitLinks } from './matching/match-units.js';
import type { SectionPairs } from './matching/section-pairs.js';
import { type Book, passagesOf, type Section, type Unit } from './sections.js';
import { isMoved } from './statements/section-moves.js';

export interface Ground {
  /** Index of a passage of today in the book. */
  indexOf(passage: Passage): number;
  /** Index of the passage of today before which a unit of the earlier proof, or a whole section, stood. */
  unitGap(unit: Unit): number;
  sectionGap(section: Section): number;
  /** The first line from this passage on; where none follows, the last one. */
  lineFrom(index: number): LineAddress | undefined;
}

export function layGround(
  before: Book,
  after: Book,
  { forth }: SectionPairs,
  links: UnitLinks,
  moved: ReadonlySet<Section>,
): Ground {
  const indexes = new Map(after.passages.map((passage, index) => [passage, index]));
  const indexOf = (passage: Passage): number => indexes.get(passage) ?? after.passages.length;
  const afterAll = (passages: readonly Passage[]): number | undefined => {
    const last = passages.at(-1);
    return last && indexOf(last) + 1;
  };
  const unitEnd = (unit: Unit): number | undefined => {
    const link = links.forth.get(unit);
    return link && !link.moved ? afterAll(link.after.flatMap(({ passages }) => passages)) : undefined;
  };
  const stayed = lastStayed(before, forth, moved, afterAll, unitEnd);
  const lines = nextLines(after.passages);

  const openingOf = (section: Section): number | undefined => {
    const partner = forth.get(section);
    if (!partner || partner.path.length === 0) return undefined;
    return partner.title ? indexOf(partner.title) + 1 : partner.at;
  };
  const lastUnitEnd = (section: Section, end: number): number | undefined => {
    for (let at = end - 1; at >= 0; at -= 1) {
      const found = unitEnd(section.units[at] as Unit);
      if (found !== undefined) return found;
    }
    return openingOf(section);
  };
  const unitGap = (unit: Unit): number => {
    const inside = isMoved(moved, unit.section) && lastUnitEnd(unit.section, unit.section.units.indexOf(unit));
    return inside || (stayed[unit.at] ?? 0);
  };
  const sectionGap = (section: Section): number => {
    const { parent } = section;
    const adopter = parent && forth.get(parent);
    if (!parent || !adopter || !isMoved(moved, parent)) return stayed[section.at] ?? 0;
    for (let at = parent.children.indexOf(section) - 1; at >= 0; at -= 1) {
      const sibling = parent.children[at] as Section;
      const partner = forth.get(sibling);
      if (partner?.parent === adopter && !moved.has(sibling)) return afterAll(passagesOf(partner)) ?? partner.at;
    }
    return lastUnitEnd(parent, parent.units.length) ?? stayed[section.at] ?? 0;
  };
  return { indexOf, unitGap, sectionGap, lineFrom: (index) => lines[index] ?? lines.at(-1) };
}

/** For each passage of the earlier proof: the passage of today that follows the last one before it that has stayed. */
function lastStayed(
  before: Book,
  forth: Map<Section, Section>,
  moved: ReadonlySet<Section>,
  afterAll: (passages: readonly Passage[]) => number | undefined,
  unitEnd: (unit: Unit) => number | undefined,
): number[] {
  const ends = new Array<number | undefined>(before.passages.length + 1);
  for (const section of before.sections) {
    const title = forth.get(section)?.title;
    if (title && !isMoved(moved, section)) ends[section.at + 1] = afterAll([title]);
  }
  for (const unit of before.units)
    if (!isMoved(moved, unit.section)) ends[unit.at + unit.passages.length] = unitEnd(unit);
  let last = 0;
  return ends.map((_, at) => (last = ends[at] ?? last));
}

function nextLines(passages: readonly Passage[]): (LineAddress | undefined)[] {
  const lines = new Array<LineAddress | undefined>(passages.length);
  let next: LineAddress | undefined;
  for (let at = passages.length - 1; at >= 0; at -= 1) lines[at] = next = passages[at]?.lines[0]?.[1] ?? next;
  // Behind the last line there is none: what was there is looked for beside it.
  const last = passages.findLast((passage) => passage.lines.length > 0)?.lines.at(-1)?.[1];
  return [...lines.map((line) => line ?? last), last];
}
