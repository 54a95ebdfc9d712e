/** 栏平: the columns of a last page, and those above what spans the page, end on one line, or the right one is shorter. */
import type { Box, Line, Sheet } from '../lines.js';
import type { Finding, Rule } from '../rule.js';

/** Columns may differ by this, lines. */
const LEVEL = 1.3;
/** The right column may be this much longer, lines: rounding only. */
const LONGER = 0.3;
/** A band of so few lines may be one paragraph, which is not divided. */
const FEW = 3.3;

export const COLUMNS: Rule[] = [
  {
    id: 'columns-level',
    name: '栏末不齐',
    unit: '处分栏',
    clause: 'CLREQ 末页各栏对齐，不齐则短在右栏',
    check: ({ sheets, lineHeight }) => {
      const finding: Finding = { checked: 0, breaches: [] };
      for (const sheet of sheets) {
        for (const band of endingBands(sheet)) {
          const heights = band.map((box) => (box ? (box.frame.bottom - topOf(band)) / lineHeight : 0));
          const first = heights[0] as number;
          const last = heights[heights.length - 1] as number;
          finding.checked += 1;
          const line = lastLine(band);
          if (!line || first <= FEW) continue;
          const difference = Math.max(...heights) - Math.min(...heights);
          if (difference > LEVEL) {
            finding.breaches.push({ line, what: `各栏相差 ${Math.round(difference)} 行` });
          } else if (last - first > LONGER) finding.breaches.push({ line, what: '右栏比左栏长' });
        }
      }
      return finding;
    },
  },
];

type Band = (Box | undefined)[];

/** The sets of columns that are meant to end level: above what spans, and at the end of the flow. */
function endingBands(sheet: Sheet): Band[] {
  const bands: Band[] = [];
  let band: Band = [];
  for (const [i, box] of sheet.boxes.entries()) {
    const { column } = box.frame;
    if (column < 0) continue;
    if (column < band.length) band = [];
    while (band.length < column) band.push(undefined);
    band.push(box);
    const next = sheet.boxes[i + 1];
    const ends = next ? next.frame.column === -1 || next.frame.column <= column : sheet.last;
    if (ends) bands.push(whole(band, sheet));
  }
  return bands.filter((each) => each.length > 1);
}

/** With the empty columns on its right. */
function whole(band: Band, { frame }: Sheet): Band {
  const box = band.find((each) => each !== undefined) as Box;
  const count = Math.floor((frame.right - frame.left) / (box.frame.right - box.frame.left));
  return [...band, ...Array.from({ length: Math.max(0, count - band.length) }, () => undefined)];
}

function topOf(band: Band): number {
  return Math.min(...band.flatMap((box) => (box ? [box.frame.top] : [])));
}

function lastLine(band: Band): Line | undefined {
  return band.findLast((box) => box !== undefined && box.lines.length > 0)?.lines.at(-1);
}
