/** What is said of a table that is still there: its caption, rows, columns and cells. */
import type { Passage } from '../../model.js';
import type { Comparison } from '../comparison.js';
import { shorten } from '../excerpt.js';
import { align } from '../matching/alignment.js';
import type { Unit } from '../sections.js';
import { arrived, edited, left, type Statement } from './statements.js';
import { type TableChange, tableChanges } from './table-changes.js';

const NAMES: Record<TableChange['what'], string> = { row: '表格行', column: '表格列', cell: '表格单元' };
/** Characters of the first cell of a row that name it. */
const HEAD = 12;

export function tableStatements(before: Unit, after: Unit, { ground, likeness }: Comparison): Statement[] {
  if (before.text === after.text) return [];
  const first = ground.indexOf(after.passages[0] as Passage);
  const firstRow = ground.indexOf(after.rows[0]?.[0] as Passage);
  const cells = tableChanges(before.rows, after.rows, likeness).map((change): Statement => {
    const told = { kind: change.kind, what: nameOf(change), before: change.before, after: change.after };
    if (change.kind === 'added') return arrived(told, ground);
    if (change.kind === 'moved') return arrived(told, ground);
    if (change.kind === 'changed') return edited(told, ground);
    const row = change.within ?? change.follows;
    const gap = change.within
      ? ground.indexOf(change.within[0] as Passage)
      : row
        ? ground.indexOf(row.at(-1) as Passage) + 1
        : firstRow;
    return left(told, ground, gap);
  });
  return [...captionStatements(captionsOf(before), captionsOf(after), first, { ground, likeness }), ...cells];
}

function captionsOf({ passages }: Unit): Passage[] {
  return passages.filter(({ kind }) => kind === 'caption');
}

function nameOf({ what, kind, head, after }: TableChange): string {
  const name = NAMES[what];
  return what === 'cell' && head && (kind !== 'changed' || head !== after[0]?.text)
    ? `${name}（${shorten(head, HEAD, 0)}）`
    : name;
}

function captionStatements(
  before: readonly Passage[],
  after: readonly Passage[],
  first: number,
  { ground, likeness }: Pick<Comparison, 'ground' | 'likeness'>,
): Statement[] {
  const isUnit = ({ text }: Passage): boolean => text.startsWith('单位');
  const matches = align(before.length, after.length, ([a], [b]) => {
    const [old, fresh] = [before[a] as Passage, after[b] as Passage];
    return isUnit(old) === isUnit(fresh) ? 0.1 + likeness(old.text, fresh.text) : 0;
  });
  const kept = new Set(matches.map((match) => match.before[0]));
  const known = new Set(matches.map((match) => match.after[0]));
  const name = (passage: Passage): string => (isUnit(passage) ? '表格单位' : '表题');
  return [
    ...before
      .filter((_, index) => !kept.has(index))
      .map((old) => left({ kind: 'removed', what: name(old), before: [old], after: [] }, ground, first)),
    ...after
      .filter((_, index) => !known.has(index))
      .map((fresh) => arrived({ kind: 'added', what: name(fresh), before: [], after: [fresh] }, ground)),
    ...matches.flatMap((match): Statement[] => {
      const [old, fresh] = [before[match.before[0]] as Passage, after[match.after[0]] as Passage];
      return old.text === fresh.text
        ? []
        : [edited({ kind: 'changed', what: name(fresh), before: [old], after: [fresh] }, ground)];
    }),
  ];
}
