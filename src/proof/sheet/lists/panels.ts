/**
 * The sheets of lists: panels (one a sheet, two on wide paper) that fill from the top. Rows are kept whole where they
 * can be; a row taller than a panel is parted between its lines. The head of a table stands again on every panel.
 */
import type { DrawItem, Sheet } from '../../drawing.js';
import { HAIR, INK, PALE, SOFT } from '../inks.js';
import type { Measure } from '../input.js';
import { HEAD, type SheetFrame } from '../paper.js';
import type { LinePlace } from '../slots.js';
import { drawRuns, LIST_LEADING, LIST_SIZE, type RunLine, run, setRuns } from './list-type.js';

export interface TableColumn {
  title: string;
  /** Points; the columns without one share the rest. */
  width?: number;
}

export interface TableRow {
  /** Lines of each column. */
  cells: readonly (readonly RunLine[])[];
  /** Where the words of a column lead. */
  link?: { column: number; place: LinePlace };
  /** The last column is a box to tick. */
  box: boolean;
}

/** A table whose cells know how wide they are. */
export interface TableShape {
  columns: readonly TableColumn[];
  widths: readonly number[];
}

const MARGIN = 40;
const FOOT = 34;
const GUTTER = 34;
/** From this width (points) a sheet has two panels. */
const WIDE = 900;
const PAD = 3.4;
const CELL_GAP = 9;
const BOX = 8.5;
const TITLE_SIZE = 12;
/** A title keeps the head and first row of its table with it, points. */
const WITH_TITLE = 130;
const HEAD_HEIGHT = 15;

export interface Panels {
  sheets: Sheet[];
  width: number;
  shape(columns: readonly TableColumn[]): TableShape;
  /**
   * Begins a section: its title, its name in the list of sheets, and a line that says what is in it.
   *
   * @param keep height of what must stand on the panel of the title, points
   */
  section(title: string, name: string, summary: string, keep?: number): void;
  /** A line of explanation below it. */
  note(text: string): void;
  table(shape: TableShape, rows: readonly TableRow[]): void;
  /** What must not be parted: drawn at the left and top it is given. */
  block(height: number, draw: (left: number, top: number) => DrawItem[]): void;
}

/** @param measure of words */
export function openPanels(frame: SheetFrame, measure: Measure): Panels {
  const perSheet = frame.width - 2 * MARGIN >= WIDE ? 2 : 1;
  const width = (frame.width - 2 * MARGIN - (perSheet - 1) * GUTTER) / perSheet;
  const top = HEAD + 16;
  const bottom = frame.height - FOOT;
  const sheets: Sheet[] = [];
  let panel = perSheet;
  let y = bottom;
  let name = '';

  const sheet = (): Sheet => sheets.at(-1) as Sheet;
  const left = (): number => MARGIN + panel * (width + GUTTER);
  const advance = (): void => {
    panel += 1;
    if (panel >= perSheet) {
      panel = 0;
      sheets.push({
        width: frame.width,
        height: frame.height,
        title: name,
        pages: [],
        items: [],
        notes: [],
        links: [],
      });
    }
    y = top;
  };
  const make = (height: number): void => {
    if (y + height > bottom) advance();
  };

  const head = ({ columns, widths }: TableShape): void => {
    let x = left();
    for (const [i, { title }] of columns.entries()) {
      sheet().items.push({ type: 'text', x, y: y + 9.5, size: 7, text: title, font: '黑', colour: PALE });
      x += (widths[i] as number) + CELL_GAP;
    }
    y += HEAD_HEIGHT;
    rule(0.6, SOFT);
  };
  const rule = (thickness: number, colour: string): void => {
    sheet().items.push({ type: 'line', from: [left(), y], to: [left() + width, y], width: thickness, colour });
  };

  const explain = (text: string): void => {
    for (const line of setRuns([run(text, SOFT)], width, measure)) {
      sheet().items.push(...drawRuns(line, left(), y, measure));
      y += LIST_LEADING;
    }
  };

  /** Draws the lines [from, to) of a row. */
  const draw = (row: TableRow, { widths }: TableShape, from: number, to: number): void => {
    let x = left();
    for (const [i, lines] of row.cells.entries()) {
      for (const [k, line] of lines.slice(from, to).entries()) {
        const baseline = y + PAD + LIST_SIZE + k * LIST_LEADING;
        sheet().items.push(...drawRuns(line, x, baseline, measure));
        if (row.link?.column === i && k + from === 0) {
          const { sheet: target, y: down } = row.link.place;
          const words = line.map(({ text, font, size }) => measure(text, font, size)).reduce((a, b) => a + b, 0);
          const edges = { left: x - 1, right: x + words + 1, top: baseline - LIST_SIZE, bottom: baseline + 3 };
          sheet().links.push({ ...edges, sheet: target, y: down });
        }
      }
      x += (widths[i] as number) + CELL_GAP;
    }
    if (row.box && from === 0) {
      const [right, boxTop] = [left() + width, y + PAD + 0.6];
      const box = { left: right - BOX, top: boxTop, right, bottom: boxTop + BOX };
      sheet().items.push({ type: 'box', ...box, stroke: SOFT, width: 0.6 });
    }
    y += (to - from) * LIST_LEADING + 2 * PAD - (LIST_LEADING - LIST_SIZE) + 3;
    rule(0.25, HAIR);
  };
  const heightOf = (lines: number): number => lines * LIST_LEADING + 2 * PAD;

  return {
    sheets,
    width,
    shape(columns) {
      const taken = columns.reduce((sum, { width: own = 0 }) => sum + own, 0) + CELL_GAP * (columns.length - 1);
      const open = columns.filter((column) => column.width === undefined).length;
      return { columns, widths: columns.map((column) => column.width ?? (width - taken) / open) };
    },
    section(title, sheetName, summary, keep = WITH_TITLE) {
      name = sheetName;
      make(keep);
      const names = sheet().title.split('、');
      if (!names.includes(name)) sheet().title = [...names, name].join('、');
      // Sections on one panel keep apart.
      if (y > top) y += 22;
      const item = { type: 'text', x: left(), font: '黑', colour: INK } as const;
      sheet().items.push({ ...item, y: y + TITLE_SIZE, size: TITLE_SIZE, text: title });
      y += TITLE_SIZE + 15;
      explain(summary);
    },
    note: explain,
    table(shape, rows) {
      if (rows.length === 0) return;
      make(HEAD_HEIGHT + heightOf(1));
      head(shape);
      const next = (): void => {
        advance();
        head(shape);
      };
      for (const row of rows) {
        const lines = Math.max(1, ...row.cells.map((cell) => cell.length));
        const fits = y + heightOf(lines) <= bottom;
        if (!fits && heightOf(lines) <= bottom - top - HEAD_HEIGHT) next();
        for (let from = 0; from < lines; ) {
          const room = Math.floor((bottom - y - 2 * PAD) / LIST_LEADING);
          if (room < 1) {
            next();
            continue;
          }
          const to = Math.min(lines, from + room);
          draw(row, shape, from, to);
          from = to;
        }
      }
    },
    block(height, drawBlock) {
      make(height);
      sheet().items.push(...drawBlock(left(), y));
      y += height;
    },
  };
}
