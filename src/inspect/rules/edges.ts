/** 版边: where the lines of a column begin and end, and the half square that marks give away there. */
import { inkLeft, inkRight, isFullClosing, isFullOpening } from '../glyphs.js';
import { isJustified, isProse, isRunning, type Line } from '../lines.js';
import { eachLine, type Rule } from '../rule.js';
import { isForcedLoose } from '../stretch.js';

/** How far a line may be off, em. */
const TOLERANCE = 0.05;
/** From here on (em) a mark stands with its whole square. */
const WHOLE = 0.25;

export const EDGES: Rule[] = [
  {
    id: 'line-start-half',
    name: '行首前半标点未占半字',
    unit: '个行首标点',
    clause: 'CLREQ 行首标点挤压',
    check: eachLine((line) => {
      const first = line.glyphs[0];
      if (!first || !isRunning(line) || !isProse(line) || !startsAtEdge(line) || !isFullOpening(first))
        return undefined;
      const off = (inkLeft(first) - startEdge(line)) / first.size;
      // After the indent of a paragraph a mark may keep its square: the indent then shows as two characters and a half.
      const whole = isFirst(line) && Math.abs(off - 0.5) <= TOLERANCE;
      return off > WHOLE && !whole ? { what: `“${first.char}”未占半字` } : true;
    }),
  },
  {
    id: 'line-end-half',
    name: '行尾标点未占半字',
    unit: '个行尾标点',
    clause: 'GB/T 15834-2011 5.1.10',
    check: eachLine((line) => {
      const last = line.glyphs.at(-1);
      if (!last || !turnsOver(line) || !isFullClosing(last)) return undefined;
      const short = (line.block.right - inkRight(last)) / last.size;
      return short > WHOLE ? { what: `“${last.char}”未占半字` } : true;
    }),
  },
  {
    id: 'line-left',
    name: '行首不齐',
    unit: '行',
    clause: 'CLREQ 两端对齐',
    check: eachLine((line) => {
      const first = line.glyphs[0];
      if (!first || !isJustified(line) || !isProse(line) || isFirst(line)) return undefined;
      const off = (inkLeft(first) - startEdge(line)) / first.size;
      // An opening mark with its whole square is told by its own rule.
      if (isFullOpening(first) && off > WHOLE) return true;
      return Math.abs(off) > TOLERANCE ? { what: `行首差 ${off.toFixed(2)} 个字` } : true;
    }),
  },
  {
    id: 'line-right',
    name: '行尾不齐',
    unit: '行',
    clause: 'CLREQ 两端对齐',
    check: eachLine((line) => {
      const last = line.glyphs.at(-1);
      if (!last || !turnsOver(line)) return undefined;
      const short = (line.block.right - inkRight(last)) / last.size;
      if (isFullClosing(last) && short > WHOLE && short <= 0.5 + TOLERANCE) return true;
      if (Math.abs(short) <= TOLERANCE) return true;
      const what = `行尾${short > 0 ? '短' : '长'} ${Math.abs(short).toFixed(2)} 个字`;
      return { what, forced: short > 0 && isForcedLoose(line) };
    }),
  },
  {
    id: 'overflow',
    name: '超出栏宽',
    unit: '行',
    clause: '版心',
    check: eachLine((line) => {
      const last = line.glyphs.at(-1);
      if (!last || line.block.kind === 'entry') return undefined;
      const over = (inkRight(last) - line.block.right) / last.size;
      const room = line.block.kind === 'cell' ? CELL_ROOM : 2 * TOLERANCE;
      return over > room ? { what: `超出栏宽 ${over.toFixed(2)} 个字` } : true;
    }),
  },
  {
    id: 'outside-area',
    name: '超出版心',
    unit: '行',
    clause: '版心',
    check: eachLine(({ sheet: { frame }, glyphs }) => {
      const first = glyphs[0];
      const last = glyphs.at(-1);
      if (!first || !last) return undefined;
      const over = Math.max(frame.left - inkLeft(first), inkRight(last) - frame.right);
      return over > OUTSIDE ? { what: `超出版心 ${over.toFixed(1)} 点` } : true;
    }),
  },
];

/** The padding of a cell, em: ink there touches no rule yet. */
const CELL_ROOM = 0.25;
/** Ink outside the type area, points. */
const OUTSIDE = 1;

function isFirst(line: Line): boolean {
  return !line.previous && !line.block.before;
}

/** A line inside a justified paragraph: its end is the edge. */
function turnsOver(line: Line): boolean {
  return isJustified(line) && isProse(line) && line.next !== undefined;
}

function startsAtEdge({ block }: Line): boolean {
  return block.align === 'justify' || block.align === 'left' || block.align === 'start';
}

function startEdge(line: Line): number {
  return line.block.left + (isFirst(line) ? line.block.indent : 0);
}
