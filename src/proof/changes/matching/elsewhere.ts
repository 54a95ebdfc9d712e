/**
 * What has left this proof for another part of the volume, and what has come from there. Of the rest of the volume only that
 * counts which is new there (or no longer there): what stands there as it stood was not moved.
 */
import type { Passage } from '../../model.js';
import { type Book, family, passagesOf, readSections, type Section, type Unit } from '../sections.js';
import { candidateFinder } from './candidates.js';
import type { Likeness } from './likeness.js';
import { sectionScore } from './match-sections.js';
import { likelyPairs, TELLING } from './match-units.js';

/** The passages of the rest of the volume: today, and in the earlier records that are known. */
export interface Elsewhere {
  now: readonly Passage[];
  earlier: readonly Passage[];
}

/** What is new in one state of the rest and was not in the other. */
export interface Strangers {
  sections: Section[];
  units: Unit[];
}

export function strangers(here: readonly Passage[], other: readonly Passage[]): Strangers {
  const known = readSections(other);
  const sections = new Set(known.sections.map(sectionKey));
  const units = new Set(known.units.map(({ text }) => text));
  const book: Book = readSections(here);
  return {
    sections: book.sections.filter((section) => !sections.has(sectionKey(section))),
    units: book.units.filter((unit) => !units.has(unit.text) && isTelling(unit)),
  };
}

function sectionKey(section: Section): string {
  return [section.path.join('/'), wordsOf(section)].join('\n');
}

/** All words in a section without its own title. */
function wordsOf(section: Section): string {
  return passagesOf(section)
    .filter((passage) => passage !== section.title)
    .map(({ text }) => text)
    .join('\n');
}

function isTelling({ type, text }: Unit): boolean {
  return type !== 'heading' && text.length >= TELLING;
}

/** For sections of the proof, outer ones first, those of the rest that are they; what is in a found one is not looked for. */
export function sectionsElsewhere(
  sections: readonly Section[],
  { sections: others }: Strangers,
  likeness: Likeness,
): Map<Section, Section> {
  const words = new Map(others.map((section) => [section, wordsOf(section)]));
  const candidates = candidateFinder(others, (section) => words.get(section) ?? '');
  const found = new Map<Section, Section>();
  const done = new Set<Section>();
  for (const section of sections) {
    if (done.has(section)) continue;
    const text = wordsOf(section);
    const scored = candidates(text)
      .filter((other) => !done.has(other))
      .map((other) => ({ other, score: sectionScore(section, other, text, words.get(other) ?? '', likeness) }))
      .sort((x, y) => y.score - x.score);
    const best = scored[0];
    if (!best || best.score === 0) continue;
    // What holds the other is taken with it, or a part and its whole would be found for two sections.
    found.set(section, best.other);
    for (const member of [...family(section), ...family(best.other), ...holdersOf(best.other)]) done.add(member);
  }
  return found;
}

function holdersOf({ parent }: Section): Section[] {
  return parent ? [parent, ...holdersOf(parent)] : [];
}

/** The same for paragraphs and tables, one by one. */
export function unitsElsewhere(units: readonly Unit[], others: Strangers, likeness: Likeness): Map<Unit, Unit> {
  return new Map(likelyPairs(units.filter(isTelling), others.units, likeness));
}
