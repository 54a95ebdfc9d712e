/** Cells of tables: how the words of each column stand, and what a cell looks like as an element. */
import type { Element, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type { Phrasing, Table } from '../../tree/nodes.js';
import { textWidth } from '../advance.js';
import { padName } from '../names.js';
import { renderPhrasing } from '../phrasing.js';
import { sum } from './columns.js';
import type { TableFit } from './fit.js';
import { isNoNumber, isNumber, pointOf } from './number.js';
import type { PlannedCell, TablePlan } from './plan.js';

export type Alignment = 'left' | 'right' | 'center' | 'justify';

/** Words up to this width (em) stand in the middle of their column, where all of it takes one line. */
const SHORT = 6;
/** A first column of words stands in the middle only where they are shorter still. */
const SHORT_LABEL = 4;
/** Lines of at least this width (em) are filled on both sides. */
const JUSTIFIED = 12;

const DATE = /^\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?$|^\d{1,2}月(?:\d{1,2}日)?$/u;

/** How the words of each column stand; numbers are lined up whatever it says. */
export function columnAlignments(plan: TablePlan, fit: TableFit, asked: Table['align']): Alignment[] {
  return plan.kinds.map((kind, column) => {
    const explicit = asked[column];
    if (kind === 'number') return 'center';
    if (explicit) return explicit;
    const cells = plan.rows
      .flat()
      .filter((cell) => cell.column === column && !cell.head && cell.cell.colspan === 1 && cell.text !== '');
    if (cells.every(({ text }) => DATE.test(text))) return 'center';
    const indented = cells.some(({ indent }) => indent > 0);
    const oneLine = cells.every((cell) => linesOf(cell, fit) <= 1);
    const longest = Math.max(0, ...cells.map(({ text }) => textWidth(text)));
    if (!indented && oneLine && plan.width === 1) return 'center';
    if (!indented && oneLine && longest <= (column > 0 ? SHORT : SHORT_LABEL)) return 'center';
    return !oneLine && (fit.halves[column] ?? 0) / 2 >= JUSTIFIED ? 'justify' : 'left';
  });
}

export function renderCell(cell: PlannedCell, plan: TablePlan, fit: TableFit, alignments: Alignment[]): Element {
  return cell.head ? headCell(cell, plan, fit) : bodyCell(withRoom(cell, fit), plan, alignments);
}

/** A line of words is never narrower than this, em. */
const LEAST_WORDS = 3;

/** In a narrow column words do not hang behind 其中：, and where even that is too narrow they are indented less. */
function withRoom(cell: PlannedCell, fit: TableFit): PlannedCell {
  const { column, indent, hang } = cell;
  const room = sum(fit.halves.slice(column, column + cell.cell.colspan)) / 2 - LEAST_WORDS;
  if (indent === 0 || indent <= room) return cell;
  return { ...cell, indent: Math.max(0, Math.min(indent - hang, room)), hang: 0 };
}

/** Where the unit of one head needs a line of its own, the units of all heads beside it stand so. */
function headCell(cell: PlannedCell, plan: TablePlan, fit: TableFit): Element {
  const beside = plan.rows[cell.row]?.filter((other) => other.cell.rowspan === cell.cell.rowspan) ?? [];
  const turned = beside.some(
    (other) => (other.unit !== undefined && linesOf(other, fit) > 1) || /\n[（(]/u.test(other.text),
  );
  const { children, colspan } = cell.cell;
  return h(
    'th',
    { ...common(cell, []), scope: colspan > 1 ? 'colgroup' : 'col' },
    turned && cell.unit ? turnedBefore(children, cell.unit) : renderPhrasing(children),
  );
}

function bodyCell(cell: PlannedCell, plan: TablePlan, alignments: Alignment[]): Element {
  const { column, text } = cell;
  const number = plan.kinds[column] === 'number' && cell.cell.colspan === 1 && isNumber(text);
  const alignment = number ? undefined : alignmentOf(cell, plan, alignments);
  const properties = {
    ...common(cell, [number ? 'number' : undefined, alignment && `align-${alignment}`]),
    ...(number ? { dataPoint: String(pointOf(text)) } : {}),
  };
  const content = isNameColumn(plan, column) ? padded(cell.cell.children) : renderPhrasing(cell.cell.children);
  if (column > 0) return h('td', properties, content);
  return h('th', { ...properties, scope: cell.cell.rowspan > 1 ? 'rowgroup' : 'row' }, content);
}

function alignmentOf(cell: PlannedCell, plan: TablePlan, alignments: Alignment[]): Alignment | undefined {
  const {
    cell: { colspan },
    column,
    text,
  } = cell;
  // 合计 over several columns of labels; — where there is no number.
  if (colspan > 1 && [...text].length <= SHORT_LABEL) return 'center';
  if (plan.kinds[column] !== 'number') return alignments[column];
  return isNoNumber(text) || textWidth(text) <= JUSTIFIED ? 'center' : 'left';
}

function linesOf({ column, cell, linesAt }: PlannedCell, fit: TableFit): number {
  return linesAt(sum(fit.halves.slice(column, column + cell.colspan))).count;
}

function common({ cell, indent, hang }: PlannedCell, classes: (string | undefined)[]): Properties {
  const { colspan, rowspan } = cell;
  const style = [...(indent > 0 ? [`--indent:${indent}em`] : []), ...(hang > 0 ? [`text-indent:-${hang}em`] : [])].join(
    ';',
  );
  return {
    ...(colspan > 1 ? { colSpan: colspan } : {}),
    ...(rowspan > 1 ? { rowSpan: rowspan } : {}),
    className: [
      ...(rowspan > 1 ? ['rows'] : []),
      ...(indent > 0 ? ['indented'] : []),
      ...classes.filter((name) => name !== undefined),
    ],
    ...(style ? { style } : {}),
  };
}

/** Gives the unit at the end of a head a line of its own. */
function turnedBefore(nodes: Phrasing[], unit: string): ElementContent[] {
  const last = nodes.at(-1);
  if (last?.type !== 'text' || !last.value.endsWith(unit)) return renderPhrasing(nodes);
  return [
    ...renderPhrasing([...nodes.slice(0, -1), { ...last, value: last.value.slice(0, -unit.length) }]),
    h('br'),
    { type: 'text', value: unit },
  ];
}

function isNameColumn({ rows }: TablePlan, column: number): boolean {
  return rows.some((cells) =>
    cells.some((cell) => cell.head && cell.column === column && /^姓\s*名$/u.test(cell.text)),
  );
}

/** Names of two characters are set as wide as those of three. */
function padded(nodes: Phrasing[]): ElementContent[] {
  const [only, ...more] = nodes;
  if (only?.type !== 'text' || more.length > 0) return renderPhrasing(nodes);
  return [{ type: 'text', value: padName(only.value.trim()) }];
}
