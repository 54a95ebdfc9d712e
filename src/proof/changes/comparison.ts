/** Two proofs side by side: what in the one is what in the other, and what has moved, before anything is said of it. */
import type { Passage } from '../model.js';
import { type Ground, layGround } from './ground.js';
import { type Elsewhere, sectionsElsewhere, strangers, unitsElsewhere } from './matching/elsewhere.js';
import { type Likeness, likenessMeasure } from './matching/likeness.js';
import { matchSections } from './matching/match-sections.js';
import { matchUnits, type UnitLinks } from './matching/match-units.js';
import type { SectionPairs } from './matching/section-pairs.js';
import { type Book, family, readSections, type Section, type Unit } from './sections.js';
import { movedSections, pairFamilies } from './statements/section-moves.js';

export interface Comparison {
  before: Book;
  after: Book;
  /** With what has come from the rest of the volume paired to what it was there. */
  sections: SectionPairs;
  units: UnitLinks;
  /** Sections of the earlier proof that stand in another place of this one. */
  moved: ReadonlySet<Section>;
  /** By what is gone from this proof: where it stands in the rest of the volume. */
  gone: { sections: Map<Section, Section>; units: Map<Unit, Unit> };
  /** By what is new in this proof: where it stood in the rest of the volume. */
  come: { sections: Map<Section, Section>; units: Map<Unit, Unit> };
  ground: Ground;
  likeness: Likeness;
}

export function compareBooks(earlier: readonly Passage[], today: readonly Passage[], rest?: Elsewhere): Comparison {
  const likeness = likenessMeasure();
  const [before, after] = [readSections(earlier), readSections(today)];
  const sections = matchSections(before, after, likeness);
  const moved = movedSections(sections, before, after);

  const left = rest && strangers(rest.now, rest.earlier);
  const was = rest && strangers(rest.earlier, rest.now);
  const comeSections = was
    ? sectionsElsewhere(
        after.sections.filter((section) => !family(section).some((member) => sections.back.has(member))),
        was,
        likeness,
      )
    : new Map<Section, Section>();
  for (const [section, source] of comeSections) pairFamilies(sections, source, section);

  const units = matchUnits(sections, before, after, likeness);
  const isGone = (section: Section): boolean =>
    family(section).every(
      (member) => !sections.forth.has(member) && member.units.every((unit) => !units.forth.has(unit)),
    );
  const goneSections = left
    ? sectionsElsewhere(before.sections.filter(isGone), left, likeness)
    : new Map<Section, Section>();
  const inGone = new Set([...goneSections.keys()].flatMap(family));
  const openBefore = before.units.filter((unit) => !units.forth.has(unit) && !inGone.has(unit.section));
  const openAfter = after.units.filter((unit) => !units.back.has(unit));
  return {
    before,
    after,
    sections,
    units,
    moved,
    gone: { sections: goneSections, units: left ? unitsElsewhere(openBefore, left, likeness) : new Map() },
    come: { sections: comeSections, units: was ? unitsElsewhere(openAfter, was, likeness) : new Map() },
    // What has come from elsewhere stands in another place, too.
    ground: layGround(before, after, sections, units, new Set([...moved, ...comeSections.values()])),
    likeness,
  };
}
