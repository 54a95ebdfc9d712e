/** What is said of paragraphs, headings and tables inside their sections. */
import type { Passage } from '../../model.js';
import type { Comparison } from '../comparison.js';
import type { Link } from '../matching/match-units.js';
import { sectionPlace, unitName, unitPlace } from '../names.js';
import type { Section, Unit } from '../sections.js';
import { arrived, edited, left, type Statement } from './statements.js';
import { tableStatements } from './table-statements.js';

export function unitStatements(comparison: Comparison): Statement[] {
  const { after, units } = comparison;
  const links = [...new Set(after.units.flatMap((unit) => units.back.get(unit) ?? []))];
  return [
    ...links.filter(({ moved }) => !moved).flatMap((link) => keptStatements(link, comparison)),
    ...movedRuns(links, comparison).flatMap((run) => movedStatements(run, comparison)),
    ...goneUnits(comparison),
    ...freshUnits(comparison),
  ];
}

const passagesOf = (units: readonly Unit[]): Passage[] => units.flatMap(({ passages }) => passages);

function keptStatements({ before, after }: Link, comparison: Comparison): Statement[] {
  const [old, fresh] = [before[0] as Unit, after[0] as Unit];
  if (old.type === 'table') return tableStatements(old, fresh, comparison);
  if (before.length === after.length && old.text === fresh.text) return [];
  const what = before.length < after.length ? '分段' : before.length > after.length ? '并段' : unitName(fresh);
  return [edited({ kind: 'changed', what, before: passagesOf(before), after: passagesOf(after) }, comparison.ground)];
}

/** Units that moved together, out of one section and into one. */
function movedRuns(links: readonly Link[], { before, after }: Comparison): Link[][] {
  const indexBefore = new Map(before.units.map((unit, index) => [unit, index]));
  const indexAfter = new Map(after.units.map((unit, index) => [unit, index]));
  const runs: Link[][] = [];
  for (const link of links) {
    if (!link.moved) continue;
    const last = runs.at(-1)?.at(-1);
    const follows = last && follow(last.before, link.before, indexBefore) && follow(last.after, link.after, indexAfter);
    if (follows) runs.at(-1)?.push(link);
    else runs.push([link]);
  }
  return runs;
}

function follow(first: readonly Unit[], second: readonly Unit[], index: ReadonlyMap<Unit, number>): boolean {
  const [a, b] = [first.at(-1) as Unit, second[0] as Unit];
  return a.section === b.section && index.get(b) === (index.get(a) ?? 0) + 1;
}

function movedStatements(run: readonly Link[], comparison: Comparison): Statement[] {
  const [before, after] = [run.flatMap((link) => link.before), run.flatMap((link) => link.after)];
  const [old, fresh] = [before[0] as Unit, after[0] as Unit];
  const stays = sectionPlace(old.section) === sectionPlace(fresh.section);
  const [from, to] = stays
    ? [unitPlace(old), unitPlace(fresh)]
    : [sectionPlace(old.section), sectionPlace(fresh.section)];
  const told = {
    kind: 'moved',
    what: unitName(fresh),
    before: passagesOf(before),
    after: passagesOf(after),
    from,
    to,
  } as const;
  const name = after
    .map(({ passages, type }) => (type === 'table' ? (passages[0]?.text ?? '') : passages[0]?.text))
    .join('　');
  const hasTable = after.some(({ type }) => type === 'table');
  const statement = arrived(told, comparison.ground, hasTable ? [{ kind: 'same', text: name }] : undefined);
  const cells = run.flatMap((link) => {
    const [was, is] = [link.before[0] as Unit, link.after[0] as Unit];
    return is.type === 'table' ? tableStatements(was, is, comparison) : [];
  });
  return [statement, ...cells];
}

/** Of sections that are still there: what left them. Whole sections are told of by themselves. */
function goneUnits({ before, sections, units, gone, ground }: Comparison): Statement[] {
  const open = [...before.units, ...comeUnits(sections.forth, before.sections)].filter(
    (unit) => !units.forth.has(unit),
  );
  return open.flatMap((unit): Statement[] => {
    const target = gone.units.get(unit);
    const told = { what: unitName(unit), before: unit.passages, after: [] };
    if (target) {
      const [from, to] = [sectionPlace(unit.section), sectionPlace(target.section)];
      return [left({ kind: 'gone-elsewhere', ...told, from, to }, ground, ground.unitGap(unit))];
    }
    return sections.forth.has(unit.section) ? [left({ kind: 'removed', ...told }, ground, ground.unitGap(unit))] : [];
  });
}

/** Units of sections that stood in the rest of the volume and have come into this proof. */
function comeUnits(forth: ReadonlyMap<Section, Section>, known: readonly Section[]): Unit[] {
  const own = new Set(known);
  return [...forth.keys()]
    .filter(({ path }) => path.length > 0)
    .flatMap((section) => (own.has(section) ? [] : section.units));
}

function freshUnits({ after, sections, units, come, ground }: Comparison): Statement[] {
  return after.units.flatMap((unit): Statement[] => {
    if (units.back.has(unit)) return [];
    const source = come.units.get(unit);
    const what = unitName(unit);
    if (source) {
      const [from, to] = [sectionPlace(source.section), sectionPlace(unit.section)];
      return [arrived({ kind: 'come-from', what, before: source.passages, after: unit.passages, from, to }, ground)];
    }
    return sections.back.has(unit.section)
      ? [arrived({ kind: 'added', what, before: [], after: unit.passages }, ground)]
      : [];
  });
}
