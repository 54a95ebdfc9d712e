/**
 * Bands (栏段): a stretch of columns between two things that span the page. Figures are moved within their band only: no
 * picture leaves its article, nor passes a table that spans the columns.
 */

import { type Stretch, stretchBefore, stretchesBehind } from '../leaves.js';
import type { GalleyFrame, Slot } from '../slot.js';
import { type Berth, blockOf, innerLines, isBehind, keepsNext } from './berth.js';

export interface Band {
  run: HTMLElement;
  galley: GalleyFrame;
  /** Height of a line, CSS px. */
  line: number;
  columns: number;
  /** What spans the columns before and behind it; absent at the ends of the run. */
  opening: Element | undefined;
  closing: Element | undefined;
  /** Goes on behind what is in view. */
  open: boolean;
}

/** The band in which a figure stands. Figures that span the columns belong to their band: they are moved in it. */
export function bandOf(figure: HTMLElement, galley: GalleyFrame, ahead: Element | null): Band {
  const run = figure.closest('.columns') as HTMLElement;
  const style = getComputedStyle(run);
  const barriers = [...run.querySelectorAll('figure.table.spanning')];
  const closing = barriers.find((barrier) => isBehind(figure, barrier));
  return {
    run,
    galley,
    line: Number.parseFloat(style.lineHeight),
    columns: Number.parseInt(style.columnCount, 10) || 1,
    opening: barriers.findLast((barrier) => !isBehind(figure, barrier)),
    closing,
    open: ahead !== null && run.contains(ahead) && (!closing || isBehind(ahead, closing)),
  };
}

/** The last stretch of a band; nothing where that is out of view. */
export function endOf({ run, galley, closing, open }: Band): Stretch | undefined {
  return open ? undefined : stretchBefore(run, galley, closing);
}

/** A line of running text at which a page may be parted, by the number of lines of its page before it. */
export interface BandLine extends Berth {
  index: number;
}

/** How a page of a band is filled, column after column. */
export interface BandPage {
  /** The row of the page on which the band begins there, from 0. */
  top: number;
  /** Lines in each column. */
  used: number[];
  /** Where it may be parted, in reading order. */
  lines: BandLine[];
  /** How many of its lines stand before a height in one of its columns. */
  indexOf(slot: Slot, y: number): number;
}

/** Reads a page of a band, whose blocks all take whole lines. */
export function readBandPage(band: Band, page: number): BandPage {
  const { run, galley, line, columns, opening, closing } = band;
  const stretches: Stretch[] = [];
  for (const stretch of stretchesBehind(run, galley, opening)) {
    if (stretch.slot.page > page || closing?.contains(stretch.node)) break;
    if (stretch.slot.page >= page - 1) stretches.push(stretch);
  }
  const own = stretches.filter(({ slot, measurable }) => slot.page === page && measurable);
  const rowOf = (y: number): number => Math.floor((y + line / 2) / line);
  const top = Math.min(...own.map((stretch) => rowOf(stretch.top)));
  const used = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...own.filter(({ slot }) => slot.column === column).map(({ bottom }) => rowOf(bottom) - top)),
  );
  const indexOf = ({ column }: Slot, y: number): number =>
    used.slice(0, Math.max(0, column)).reduce((sum, each) => sum + each, rowOf(y) - top);
  return { top, used, lines: linesOf(stretches, page, ({ slot, top: y }) => indexOf(slot, y)), indexOf };
}

function linesOf(stretches: Stretch[], page: number, indexOf: (stretch: Stretch) => number): BandLine[] {
  const lines: BandLine[] = [];
  let previous: Stretch | undefined;
  let block: Element | undefined;
  for (const stretch of stretches) {
    const own = blockOf(stretch.node);
    if (own !== block && stretch.slot.page === page) {
      const index = indexOf(stretch);
      const before = previous && blockOf(previous.node);
      if (previous && !(before && keepsNext(before)) && getComputedStyle(own).breakBefore !== 'avoid') {
        lines.push({ first: stretch, previous: previous.node, index });
      }
      lines.push(...innerBerths(own, index));
    } else if (own === block && previous && previous.slot.page < page && stretch.slot.page === page) {
      // A paragraph that began on the page before: its lines are counted from the one that opens this page.
      const inner = innerBerths(own, 0);
      const opens = inner.findIndex(({ first }) => first.node === stretch.node && first.offset === stretch.offset);
      if (opens !== -1) {
        const start = indexOf(stretch);
        for (const [i, each] of inner.entries()) if (i >= opens) lines.push({ ...each, index: start + i - opens });
      }
    }
    block = own;
    previous = stretch;
  }
  return lines;
}

/** The lines of a paragraph with two lines before and behind them. */
function innerBerths(block: Element, index: number): BandLine[] {
  if (!block.matches('.composed:not(.undivided)') || getComputedStyle(block).breakInside === 'avoid') return [];
  return innerLines(block)
    .map((berth, i) => ({ ...berth, index: index + i + 1 }))
    .slice(1, -1);
}
