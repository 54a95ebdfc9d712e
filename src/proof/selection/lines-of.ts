/** Which lines of the pages a selection has, and which sheets have to be shown for it. */

import { grouped } from '../grouped.js';
import type { Change, LineAddress, ProofLine, ProofPage } from '../model.js';
import { holdsLine, type Selection, type Stretch } from './selection.js';

export interface SelectedLines {
  /** What is to be read; what stands beside it on the same sheets is not. */
  lines: Set<LineAddress>;
  /** Pages of the PDF of the book, from 1, in its order. */
  sheets: number[];
}

/**
 * A line belongs to a selection by the place where it begins in the manuscripts. What the tool writes (续表) has no place
 * and goes with the line before it, at the head of a flow with the one after it.
 */
export function linesOf(selection: Selection, pages: readonly ProofPage[]): SelectedLines {
  const stretches = grouped(selection.stretches, ({ file }) => file);
  const whole = new Set(selection.wholeFlows);
  const photos = new Set(selection.photos);
  const lines = new Set<LineAddress>();
  const sheets: number[] = [];
  for (const [flow, own] of grouped(pages, (page) => page.flow)) {
    const all = own.flatMap(linesInOrder);
    let belongs =
      whole.has(flow) ||
      holds(
        stretches,
        all.find(({ source }) => source),
      );
    for (const page of own) {
      const before = lines.size;
      for (const line of linesInOrder(page)) {
        if (line.source && !whole.has(flow)) belongs = holds(stretches, line);
        if (belongs) lines.add(line.address);
      }
      const shown = whole.has(flow) || page.photos.some(({ file }) => photos.has(file));
      if (shown || lines.size > before) sheets.push(page.sheet);
    }
  }
  return { lines, sheets: sheets.sort((a, b) => a - b) };
}

/** The sheets on which something has changed: of a selection those that have to be read again. */
export function changedSheets(changes: readonly Change[], pages: readonly ProofPage[]): number[] {
  const addresses = new Set(changes.flatMap(({ address, bars }) => [...(address ? [address] : []), ...bars]));
  return pages
    .filter((page) => linesInOrder(page).some((line) => addresses.has(line.address)))
    .map(({ sheet }) => sheet);
}

/** As they are read: what spans the columns has its place by its height, and parts them into two lots. */
function linesInOrder({ columns }: ProofPage): ProofLine[] {
  const across = columns.filter(({ letter }) => letter === 't').flatMap(({ lines }) => lines);
  const inColumns = columns.filter(({ letter }) => letter !== 't');
  if (across.length === 0) return inColumns.flatMap(({ lines }) => lines);
  const ordered: ProofLine[] = [];
  let top = Number.NEGATIVE_INFINITY;
  for (const line of [...across].sort((a, b) => a.y - b.y)) {
    ordered.push(...inColumns.flatMap(({ lines }) => lines.filter(({ y }) => y > top && y <= line.y)), line);
    top = line.y;
  }
  ordered.push(...inColumns.flatMap(({ lines }) => lines.filter(({ y }) => y > top)));
  return ordered;
}

function holds(stretches: ReadonlyMap<string, Stretch[]>, line: ProofLine | undefined): boolean {
  const source = line?.source;
  if (!source) return false;
  return stretches.get(source.file)?.some((stretch) => holdsLine(stretch, source.line)) ?? false;
}
