/** 行线: the lines of the body stand on one grid through columns and pages, so that the print of the back does not shine through between them. */
import { isProse, isRunning, type Line } from '../lines.js';
import type { Finding, Rule } from '../rule.js';

/** How far a baseline may stray, points. */
const TOLERANCE = 0.3;
/** Width of a class when the grid is looked for, points. */
const CLASS = 0.1;

export const GRID: Rule[] = [
  {
    id: 'baseline-grid',
    name: '基线不在行线上',
    unit: '行',
    clause: 'CLREQ 版心以整行计',
    check: ({ lines, lineHeight }) => {
      const body = bodyLines(lines);
      const phase = commonPhase(body, lineHeight);
      const finding: Finding = { checked: body.length, breaches: [] };
      for (const line of body) {
        const off = modulo(phaseOf(line, lineHeight) - phase + lineHeight / 2, lineHeight) - lineHeight / 2;
        if (Math.abs(off) > TOLERANCE)
          finding.breaches.push({ line, what: `基线偏${off > 0 ? '下' : '上'} ${Math.abs(off).toFixed(2)} 点` });
      }
      return finding;
    },
  },
];

/** Running text in the size that most of it has. */
function bodyLines(lines: readonly Line[]): Line[] {
  const running = lines.filter((line) => (isRunning(line) || line.block.kind === 'byline') && isProse(line));
  const size = mostCommon(running.map((line) => line.glyphs[0]?.size ?? 0));
  return running.filter((line) => line.glyphs[0]?.size === size);
}

/** Where on the grid most baselines stand. */
function commonPhase(lines: readonly Line[], lineHeight: number): number {
  return (mostCommon(lines.map((line) => Math.round(phaseOf(line, lineHeight) / CLASS))) ?? 0) * CLASS;
}

/** How far the baseline is below a line of the grid that begins at the top of the type area. */
function phaseOf({ y, sheet }: Line, lineHeight: number): number {
  return modulo(y - sheet.frame.top, lineHeight);
}

function mostCommon(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: number | undefined;
  for (const [value, count] of counts) if (best === undefined || count > (counts.get(best) as number)) best = value;
  return best;
}

function modulo(value: number, base: number): number {
  return ((value % base) + base) % base;
}
