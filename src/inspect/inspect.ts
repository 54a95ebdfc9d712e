/**
 * The page inspector: every line of the finished book against the rules of Chinese typesetting.
 *
 * It reads the PDF and not the page in the browser. The PDF is what the press prints: whatever the browser did between
 * the screen and the paper is in it, and its glyphs have places to the hundredth of a point. And it knows nothing of
 * how the lines were made, so that a mistake of the composer cannot be made again by its judge. Only what a PDF does not
 * say (where a paragraph begins, how wide a column is meant to be) comes from the survey of the pages.
 */

import { inkLeft, inkRight } from './glyphs.js';
import type { Address, Breach, Layout, LinePlace, PageLines, RuleFigures } from './layout.js';
import { columnCount, type Line, type Model, modelOf, textOf } from './lines.js';
import type { InspectedBook, InspectedFlow } from './pages.js';
import type { Rule, Spot } from './rule.js';
import { COLUMNS } from './rules/columns.js';
import { EDGES } from './rules/edges.js';
import { GRID } from './rules/grid.js';
import { INK } from './rules/ink.js';
import { LINE_ENDS } from './rules/line-ends.js';
import { MARKS } from './rules/marks.js';
import { NUMBERS } from './rules/numbers.js';
import { PARAGRAPHS } from './rules/paragraphs.js';
import { SPACING } from './rules/spacing.js';
import { type FindSource, type Source, sourcesOf } from './sources.js';

/** All rules, in the order in which they are reported. */
export const RULES: readonly Rule[] = [
  ...LINE_ENDS,
  ...NUMBERS,
  ...MARKS,
  ...SPACING,
  ...EDGES,
  ...PARAGRAPHS,
  ...COLUMNS,
  ...GRID,
  ...INK,
];

/** Inspects a finished book. Breaches are findings, in the order of the rules and then of the book. */
export function inspectBook(book: InspectedBook): Layout {
  return inspectLines(modelOf(book), book.flows);
}

/** Inspects lines that were read from a finished PDF. */
export function inspectLines(model: Model, flows: readonly InspectedFlow[]): Layout {
  const finders = new Map<string, FindSource>(flows.map(({ id, runs }) => [id, sourcesOf(runs)]));
  const sourceOf = (line: Line): Source | undefined => finders.get(line.sheet.flow.id)?.(line.offset);
  const rules: RuleFigures[] = [];
  const breaches: Breach[] = [];
  for (const { id, name, clause, unit, check } of RULES) {
    const { checked, breaches: spots } = check(model);
    const forced = spots.filter((spot) => spot.forced).length;
    rules.push({ rule: id, name, clause, unit, checked, breaches: spots.length - forced, forced });
    for (const spot of spots) breaches.push(breachOf(id, spot, sourceOf(spot.line)));
  }
  return { lines: model.lines.length, rules, breaches, pages: pagesOf(model.lines, sourceOf) };
}

function breachOf(rule: string, { line, what, forced }: Spot, source: Source | undefined): Breach {
  const address = addressOf(line);
  return {
    rule,
    kind: forced ? 'forced' : 'fault',
    ...address,
    address: addressText(address, columnCount(line)),
    what,
    text: textOf(line),
    ...(source ? { source } : {}),
  };
}

function addressOf({ sheet, box, number }: Line): Address {
  return { sheet: sheet.index + 1, folio: sheet.frame.folio, column: box.frame.column + 1, line: number };
}

/** 12页左栏5行 */
function addressText({ folio, column, line }: Address, columns: number): string {
  const names = columns === 2 ? ['左栏', '右栏'] : Array.from({ length: columns }, (_, i) => `第${i + 1}栏`);
  const name = column === 0 ? '通栏' : columns === 1 ? '' : (names[column - 1] ?? `第${column}栏`);
  return `${folio}页${name}${line}行`;
}

function pagesOf(lines: readonly Line[], sourceOf: (line: Line) => Source | undefined): PageLines[] {
  const pages: PageLines[] = [];
  for (const line of lines) {
    const { sheet, folio, column } = addressOf(line);
    let page = pages.at(-1);
    if (page?.sheet !== sheet) {
      page = { sheet, folio, flow: line.sheet.flow.title, columns: [] };
      pages.push(page);
    }
    let place = page.columns.find((each) => each.column === column);
    if (!place) {
      place = { column, lines: [] };
      page.columns.push(place);
    }
    place.lines.push(linePlace(line, sourceOf(line)));
  }
  return pages;
}

function linePlace(line: Line, source: Source | undefined): LinePlace {
  const first = line.glyphs[0];
  const last = line.glyphs.at(-1);
  return {
    line: line.number,
    x: round(first ? inkLeft(first) : 0),
    y: round(line.y),
    end: round(last ? inkRight(last) : 0),
    text: textOf(line),
    ...(source ? { source } : {}),
  };
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}
