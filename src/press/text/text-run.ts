/** Collects glyphs into runs: what stands on one baseline in one font, as it was painted. */

export interface TextRun {
  text: string;
  /** Points from the left edge of the page to the origin of the first glyph. */
  x: number;
  /** Points from the top edge of the page down to the baseline. */
  y: number;
  /** Where each UTF-16 unit of `text` stands: points from the left edge. All units of one glyph share its place. */
  xs: number[];
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
  /** Text whose origin is at x, y and after which the pen is at `end`. */
  add(text: string, x: number, y: number, end: number, size: number, font: string): void;
  /** What comes next begins a run of its own. */
  close(): void;
}

export function collectRuns(): RunCollector {
  const runs: TextRun[] = [];
  let open: TextRun | undefined;
  return {
    runs,
    add(text, x, y, end, size, font) {
      if (!open || open.font !== font || open.size !== size || Math.abs(open.y - y) > SAME_LINE) {
        open = { text: '', x, y, xs: [], end: x, size, font };
        runs.push(open);
      }
      open.text += text;
      for (let unit = 0; unit < text.length; unit++) open.xs.push(x);
      open.end = end;
    },
    close() {
      open = undefined;
    },
  };
}
