/**
 * Rules (表线) of the tables on finished pages. A border is rounded to a whole pixel (0.75 pt), adds to the height of its
 * row, and is printed cell by cell; so rules are elements of their own, one for each line that the eye sees, which the
 * style sheet makes as thin as it likes. They hold no text and stand behind it in the order of the document.
 */
import { gridOf } from './continued-table.js';

interface Segment {
  upright: boolean;
  strong: boolean;
  /** Where the rule stands across its direction, and from where to where it runs. */
  at: number;
  from: number;
  to: number;
}

/** Edges closer than this are one, CSS px. */
const SAME = 0.6;

/** Draws the rules of all tables in the boxes of finished pages. Reads all before it writes. */
export function drawTableRules(boxes: HTMLElement[]): void {
  const drawn = boxes.map((box) => ({
    box,
    segments: [...box.querySelectorAll('table')].flatMap((table) => segmentsOf(table, box.getBoundingClientRect())),
  }));
  for (const { box, segments } of drawn) box.append(...segments.map(ruleOf));
}

function segmentsOf(table: HTMLTableElement, box: DOMRect): Segment[] {
  const edges = table.getBoundingClientRect();
  const [left, right, bottom] = [edges.left - box.left, edges.right - box.left, edges.bottom - box.top];
  const cells = [table.tHead, ...table.tBodies].flatMap((section) =>
    section ? gridOf(section).filter(({ cell }) => !cell.closest('.continuation')) : [],
  );
  const rects = cells.map(({ cell }) => cell.getBoundingClientRect());
  const top = Math.min(...rects.map((rect) => rect.top - box.top));
  const strong = { upright: false, strong: true, from: left, to: right };
  const thin: Segment[] = rects.flatMap((rect) => [
    { upright: false, strong: false, at: rect.bottom - box.top, from: rect.left - box.left, to: rect.right - box.left },
    { upright: true, strong: false, at: rect.left - box.left, from: rect.top - box.top, to: rect.bottom - box.top },
  ]);
  const inner = thin.filter(({ upright, at }) => (upright ? at > left + SAME : at < bottom - SAME));
  return [{ ...strong, at: top }, ...joined(inner), { ...strong, at: bottom }];
}

/** Joins segments that touch in one line. */
function joined(segments: Segment[]): Segment[] {
  const sorted = segments.toSorted(
    (a, b) => Number(a.upright) - Number(b.upright) || Math.round(a.at) - Math.round(b.at) || a.from - b.from,
  );
  const lines: Segment[] = [];
  for (const segment of sorted) {
    const last = lines[lines.length - 1];
    const goesOn =
      last &&
      last.upright === segment.upright &&
      Math.abs(last.at - segment.at) < SAME &&
      segment.from <= last.to + SAME;
    if (goesOn) last.to = Math.max(last.to, segment.to);
    else lines.push({ ...segment });
  }
  return lines;
}

function ruleOf({ upright, strong, at, from, to }: Segment): HTMLElement {
  const rule = document.createElement('i');
  rule.className = ['rule', upright ? 'upright' : 'level', ...(strong ? ['strong'] : [])].join(' ');
  const [cross, along, length] = upright ? ['left', 'top', 'height'] : ['top', 'left', 'width'];
  rule.style.setProperty(cross as string, `${at.toFixed(2)}px`);
  rule.style.setProperty(along as string, `${from.toFixed(2)}px`);
  rule.style.setProperty(length as string, `${(to - from).toFixed(2)}px`);
  return rule;
}
