/** What is said of whole sections: entries that moved, came or went, and titles that have other words. */
import type { Change, Passage, Piece } from '../../model.js';
import type { Comparison } from '../comparison.js';
import { sectionName, sectionPlace, siblingPlace, titleName } from '../names.js';
import { PARAGRAPH_MARK, textOf } from '../pieces.js';
import { passagesOf, type Section, type Unit } from '../sections.js';
import { arrived, edited, left, type Statement } from './statements.js';

export function sectionStatements(comparison: Comparison): Statement[] {
  return [...pairedSections(comparison), ...goneSections(comparison), ...freshSections(comparison)];
}

function pairedSections({ sections, moved, come, ground }: Comparison): Statement[] {
  const statements: Statement[] = [];
  for (const [before, after] of sections.forth) {
    if (after.path.length === 0) continue;
    if (moved.has(before)) {
      const stays = before.parent && sections.forth.get(before.parent) === after.parent;
      const [from, to] = stays ? [siblingPlace(before), siblingPlace(after)] : places(before, after);
      statements.push(arrived({ kind: 'moved', ...both(before, after), from, to }, ground, titlePiece(after)));
    }
    if (come.sections.get(after) === before) {
      const [from, to] = places(before, after);
      statements.push(arrived({ kind: 'come-from', ...both(before, after), from, to }, ground, titlePiece(after)));
    }
    statements.push(...titleStatement(before, after, { ground }));
  }
  return statements;
}

function both(before: Section, after: Section): Pick<Change, 'what' | 'before' | 'after'> {
  return { what: sectionName(after), before: passagesOf(before), after: passagesOf(after) };
}

function places(before: Section, after: Section): [from: string, to: string] {
  return [sectionPlace(before), sectionPlace(after)];
}

function titleStatement(before: Section, after: Section, { ground }: Pick<Comparison, 'ground'>): Statement[] {
  const what = titleName(after);
  const [old, fresh] = [before.title, after.title];
  if (old?.text === fresh?.text) return [];
  if (old && !fresh) return [left({ kind: 'removed', what, before: [old], after: [] }, ground, after.at)];
  if (!old && fresh) return [arrived({ kind: 'added', what, before: [], after: [fresh] }, ground)];
  return [edited({ kind: 'changed', what, before: [old as Passage], after: [fresh as Passage] }, ground)];
}

function goneSections({ before, sections, units, gone, ground }: Comparison): Statement[] {
  const told = new Set<Section>();
  return before.sections.flatMap((section): Statement[] => {
    if (told.has(section) || sections.forth.has(section)) return [];
    const rest = remainder(section, sections.forth, units.forth, told, gone);
    if (rest.length === 0) return [];
    const target = gone.sections.get(section);
    const what = nameOf(section, rest);
    if (!target) return [left({ kind: 'removed', what, before: rest, after: [] }, ground, ground.sectionGap(section))];
    const [from, to] = places(section, target);
    const move = { what, before: rest, after: [], from, to };
    return [left({ kind: 'gone-elsewhere', ...move }, ground, ground.sectionGap(section), titlePiece(section))];
  });
}

function freshSections({ after, sections, units, come, ground }: Comparison): Statement[] {
  const told = new Set<Section>();
  return after.sections.flatMap((section): Statement[] => {
    if (told.has(section) || sections.back.has(section)) return [];
    const rest = remainder(section, sections.back, units.back, told, come);
    return rest.length === 0
      ? []
      : [arrived({ kind: 'added', what: nameOf(section, rest), before: [], after: rest }, ground)];
  });
}

/** What is gone, or new, with a section: not what has moved out of it, or into it, nor what is told of by itself. */
function remainder(
  section: Section,
  paired: ReadonlyMap<Section, Section>,
  linked: ReadonlyMap<Unit, unknown>,
  told: Set<Section>,
  elsewhere: { sections: ReadonlyMap<Section, unknown>; units: ReadonlyMap<Unit, unknown> },
): Passage[] {
  told.add(section);
  const units = section.units.filter((unit) => !linked.has(unit) && !elsewhere.units.has(unit));
  const children = section.children.filter((child) => !paired.has(child) && !elsewhere.sections.has(child));
  return [
    ...(section.title ? [section.title] : []),
    ...units.flatMap(({ passages }) => passages),
    ...children.flatMap((child) => remainder(child, paired, linked, told, elsewhere)),
  ];
}

/** 条目, or 条目标题 where all but the title is still there. */
function nameOf(section: Section, rest: readonly Passage[]): string {
  const onlyTitle = rest.length === 1 && rest[0] === section.title && passagesOf(section).length > 1;
  return onlyTitle ? titleName(section) : sectionName(section);
}

/** A section that moved is named by its title; what was edited in it is told by itself. */
function titlePiece(section: Section): Piece[] {
  const passages = section.title ? [section.title] : passagesOf(section);
  return [{ kind: 'same', text: textOf(passages).split(PARAGRAPH_MARK).join('　') }];
}
