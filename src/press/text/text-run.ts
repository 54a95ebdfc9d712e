/** Collects glyphs into runs: what stands on one baseline in one font, as it was painted. */

export interface TextRun {
  text: string;
  /** Points from the left edge of the page to the origin of the first glyph. */
  x: number;
  /** Points from the top edge of the page down to the baseline. */
  y: number;
  /** Where each UTF-16 unit of `text` stands: points from the left edge. All units of one glyph share its place. */
  xs: number[];
  /** How wide each glyph is in its own font, points, by the first unit of its text; 0 for the other units. */
  widths: number[];
  /** Where the last glyph's own width ends (not squeezed, even if it is a mark): points from the left edge. */
  end: number;
  /** Font size in points, as it appears on the page. */
  size: number;
  /** Name of the font, without the tag of its subset. */
  font: string;
}

/** Baselines closer than this (points) are one. */
const SAME_LINE = 0.01;

export interface RunCollector {
  runs: TextRun[];
  /** Text whose origin is at x, y and after which the pen is at `end`; `width` is that of the glyph in its font. */
  add(text: string, x: number, y: number, end: number, size: number, font: string, width: number): void;
  /** What comes next begins a run of its own. */
  close(): void;
}

export function collectRuns(): RunCollector {
  const runs: TextRun[] = [];
  let open: TextRun | undefined;
  /** The unit of the open run that stands for the last glyph. */
  let last = 0;
  return {
    runs,
    add(text, x, y, end, size, font, width) {
      if (!open || open.font !== font || open.size !== size || Math.abs(open.y - y) > SAME_LINE) {
        open = { text: '', x, y, xs: [], widths: [], end: x, size, font };
        runs.push(open);
      }
      // Several glyphs may stand for one text, which goes to the first of them.
      if (text === '' && open.widths.length > 0) open.widths[last] = (open.widths[last] as number) + width;
      if (text !== '') last = open.text.length;
      open.text += text;
      for (let unit = 0; unit < text.length; unit++) {
        open.xs.push(x);
        open.widths.push(unit === 0 ? width : 0);
      }
      open.end = end;
    },
    close() {
      open = undefined;
    },
  };
}
