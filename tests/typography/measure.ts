/**
 * A second opinion on the printed page: lines put together from the glyphs of the PDF alone, and judged by a few plain
 * rules. It knows nothing of the composer, of the survey of the pages or of the inspector.
 */
import type { PageText } from '../../src/press/text/extract.js';

export interface Glyph {
  char: string;
  x: number;
  /** In its own font. */
  width: number;
}

export interface PrintedLine {
  /** From 1. */
  page: number;
  y: number;
  text: string;
  glyphs: Glyph[];
  /** Where its ink begins and ends. */
  from: number;
  to: number;
  /** Stands at the left edge of its column: a line that goes on. */
  goesOn: boolean;
  /** The next line goes on with this one. */
  turnsOver: boolean;
  /** Right edge of its column. */
  right: number;
}

export interface Printed {
  /** Size of the running text, points. */
  size: number;
  lines: PrintedLine[];
}

const OPENING = '“‘（〔【《〈「『［｛〖';
const CLOSING = '，。、；：？！．”’）〕】》〉」』］｝〗';

/** The lines of running text of a book, in the order of reading. */
export function readPrinted(pages: readonly PageText[]): Printed {
  const sizes = new Map<number, number>();
  for (const { runs } of pages)
    for (const { size, text } of runs) sizes.set(size, (sizes.get(size) ?? 0) + text.length);
  const size = commonest(sizes);
  const lines: PrintedLine[] = [];
  for (const { page, runs } of pages) {
    let open: PrintedLine | undefined;
    for (const run of runs) {
      if (Math.abs(run.size - size) > 0.05) continue;
      for (let i = 0; i < run.text.length; i += 1) {
        const char = run.text[i] as string;
        const x = run.xs[i] as number;
        if (/\s/u.test(char)) continue;
        const before = open?.glyphs.at(-1);
        if (!open || Math.abs(open.y - run.y) > 1 || (before && x < before.x - size)) {
          open = {
            page: page + 1,
            y: run.y,
            text: '',
            glyphs: [],
            from: 0,
            to: 0,
            goesOn: false,
            turnsOver: false,
            right: 0,
          };
          lines.push(open);
        }
        open.text += char;
        open.glyphs.push({ char, x, width: run.widths[i] as number });
      }
    }
  }
  for (const line of lines) setEnds(line, size);
  setEdges(lines, size);
  return { size, lines };
}

/** Half of a mark's square is blank. */
function setEnds(line: PrintedLine, size: number): void {
  const first = line.glyphs[0] as Glyph;
  const last = line.glyphs.at(-1) as Glyph;
  line.from = OPENING.includes(first.char) ? first.x + size / 2 : first.x;
  line.to = CLOSING.includes(last.char) ? last.x + size / 2 : last.x + last.width;
}

/** A column's left edge is where most of its lines begin, its right edge where most of those end. */
function setEdges(lines: readonly PrintedLine[], size: number): void {
  const sides = [lines.filter(({ page }) => page % 2 === 0), lines.filter(({ page }) => page % 2 === 1)];
  for (const side of sides) {
    const starts = new Map<number, PrintedLine[]>();
    for (const line of side) {
      const key = Math.round(line.from * 2) / 2;
      starts.set(key, [...(starts.get(key) ?? []), line]);
    }
    const edges = [...starts].filter(([, each]) => each.length > side.length / 8);
    // First lines of paragraphs are many too: they stand two characters in.
    const isIndent = (at: number): boolean => edges.some(([edge]) => Math.abs(at - edge - 2 * size) < 1);
    for (const [at, each] of edges) {
      if (isIndent(at)) continue;
      const ends = new Map<number, number>();
      for (const { to } of each) ends.set(Math.round(to), (ends.get(Math.round(to)) ?? 0) + 1);
      const right = commonest(ends);
      for (const line of each) line.goesOn = right - line.from > 8 * size;
      // The first lines of its paragraphs end at the same edge.
      for (const line of side) if (line.from >= at - 1 && line.from < right) line.right = right;
    }
  }
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    // A last line may end anywhere; one that ends at the edge is taken for full.
    line.turnsOver =
      line.right > 0 && line.right - line.to < 0.75 * size && next?.goesOn === true && next.page - line.page <= 1;
  }
}

function commonest(counts: ReadonlyMap<number, number>): number {
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0] as [number, number])[0];
}

const FIRST = /^[，。、；：？！．”’）〕】》〉」』］｝〗·～／/％%℃‰—…]/u;
const LAST = /[“‘（〔【《〈「『［｛〖/／]$/u;
const DIVIDED =
  /\d▏[\d.,:∶]|\d[.,:∶]▏\d|第▏\d|\d▏(?:[亿万元个年月日次号人吨千百十])|\d[亿万]▏[元亩]|\d[～—%％]*[～—]▏\d|〕▏\d|\d月▏\d+日|[±￥$]▏\d|[A-Za-z]▏[A-Za-z]/u;
/** Runs that no line can hold. */
const ENDLESS = /example|0123456789|abcdefghij/u;

/** Lines that begin or end with a mark that may not stand there, told by what stands there. */
export function kinsokuBreaches({ lines }: Printed): string[] {
  return [
    ...lines.filter((line, i) => line.goesOn && lines[i - 1]?.turnsOver && FIRST.test(line.text)).map(told),
    ...lines.filter((line) => line.turnsOver && LAST.test(line.text)).map(told),
  ];
}

/** Numbers and words that two lines share. */
export function dividedNumbers({ lines }: Printed): string[] {
  return lines.flatMap((line, i) => {
    const next = lines[i + 1];
    if (!next?.goesOn || line.page + 1 < next.page) return [];
    const joined = `${line.text}▏${next.text}`;
    // A space was there: New York.
    const spaced = /New▏York/u.test(joined);
    return DIVIDED.test(joined) && !ENDLESS.test(joined) && !spaced ? [`${told(line)}▏${next.text.slice(0, 6)}`] : [];
  });
}

/** How far the origins of two marks that stand side by side are apart, em, without what the line is stretched by. */
export function markDistances({ lines, size }: Printed): { pair: string; distance: number; where: string }[] {
  return lines.flatMap((line) =>
    line.glyphs.slice(1).flatMap((after, i) => {
      const before = line.glyphs[i] as Glyph;
      const trims = CLOSING.includes(before.char)
        ? OPENING.includes(after.char) || CLOSING.includes(after.char)
        : OPENING.includes(before.char) && OPENING.includes(after.char);
      if (!trims || before.width < 0.9 * size || after.width < 0.9 * size) return [];
      const distance = (after.x - before.x) / size - stretchOf(line, size);
      return [{ pair: before.char + after.char, distance, where: told(line) }];
    }),
  );
}

/** Full-width marks at the end of lines that turn over: how far their ink is from the edge, em. */
export function lineEndMarks({ lines, size }: Printed): { off: number; where: string }[] {
  return lines
    .filter((line) => line.turnsOver && CLOSING.includes(line.glyphs.at(-1)?.char ?? ' '))
    .map((line) => ({ off: Math.abs(line.right - line.to) / size, where: told(line) }));
}

/** Paragraphs that end in a line of one Han character. */
export function lonelyLines({ lines }: Printed): string[] {
  return lines.filter((line) => line.goesOn && /^[\u3400-\u9fff][，。、；：？！”’）》]*$/u.test(line.text)).map(told);
}

/** The share of lines whose baseline stands on a grid of `step` points. */
export function onGrid({ lines }: Printed, step: number): number {
  const phases = new Map<number, number>();
  for (const { y } of lines) {
    const phase = Math.round((y % step) * 10) / 10;
    phases.set(phase, (phases.get(phase) ?? 0) + 1);
  }
  const phase = commonest(phases);
  const near = lines.filter(({ y }) => {
    const off = Math.abs((y % step) - phase);
    return Math.min(off, step - off) <= 0.3;
  });
  return near.length / lines.length;
}

function stretchOf(line: PrintedLine, size: number): number {
  const gaps = line.glyphs
    .slice(1)
    .flatMap((after, i) => {
      const before = line.glyphs[i] as Glyph;
      const han = /[\u4e00-\u9fff]/u;
      return han.test(before.char) && han.test(after.char) ? [(after.x - before.x) / size - 1] : [];
    })
    .sort((a, b) => a - b);
  const middle = gaps[gaps.length >> 1] ?? 0;
  // A padded name (古　丽) is no stretched line.
  return middle < 0.7 ? middle : 0;
}

function told({ page, text }: PrintedLine): string {
  return `${page}: ${text}`;
}
