/** Merged cells: from a grid of marks to the cells that are printed, with their spans. Knows nothing of text. */

/** What a cell of the grid holds: its own content, `^`, or `>`. */
export type MergeMark = 'content' | 'above' | 'right';

/** A printed cell: where its content stands in the grid, and how far it reaches. */
export interface Span {
  ownerRow: number;
  ownerColumn: number;
  colspan: number;
  rowspan: number;
}

export interface MergeFault {
  row: number;
  column: number;
  rule: string;
  reason: string;
  remedy: string;
}

export interface MergedGrid {
  /** Per row of the grid, the printed cells that begin in it, from left to right. */
  rows: Span[][];
  /** How many rows belong to the head. */
  headRows: number;
  faults: MergeFault[];
}

interface Area {
  ownerRow: number;
  ownerColumn: number;
  top: number;
  bottom: number;
  left: number;
  right: number;
  size: number;
}

/** Merges the grid. Marks that point nowhere, and areas that are no rectangles, are faults. */
export function mergeGrid(marks: readonly MergeMark[][]): MergedGrid {
  const faults: MergeFault[] = [];
  const width = marks[0]?.length ?? 0;
  const areas = new Map<number, Area>();
  const owners: number[][] = [];
  marks.forEach((row, rowIndex) => {
    const line: number[] = new Array(width);
    for (let column = width - 1; column >= 0; column -= 1) {
      const owner = ownerOf(row[column], rowIndex, column, line, owners[rowIndex - 1], width, faults);
      line[column] = owner;
      extend(areas, owner, width, rowIndex, column);
    }
    owners.push(line);
  });
  const rows: Span[][] = marks.map(() => []);
  for (const area of areas.values()) {
    const colspan = area.right - area.left + 1;
    const rowspan = area.bottom - area.top + 1;
    if (colspan * rowspan !== area.size) faults.push(notRectangle(area));
    rows[area.top]?.push({ ownerRow: area.ownerRow, ownerColumn: area.ownerColumn, colspan, rowspan });
  }
  const left = new Map([...areas.values()].map((area) => [area.ownerRow * width + area.ownerColumn, area.left]));
  for (const row of rows) row.sort((a, b) => leftOf(left, a, width) - leftOf(left, b, width));
  rows.forEach((row, index) => {
    if (row.length === 0 && width > 0) faults.push(emptyRow(index));
  });
  faults.sort((a, b) => a.row - b.row || a.column - b.column);
  return { rows, headRows: headRows(owners, width), faults };
}

function leftOf(left: Map<number, number>, span: Span, width: number): number {
  return left.get(span.ownerRow * width + span.ownerColumn) ?? 0;
}

/** Cells are named by `row × width + column` of the one that holds the content. */
function ownerOf(
  mark: MergeMark | undefined,
  row: number,
  column: number,
  line: number[],
  above: number[] | undefined,
  width: number,
  faults: MergeFault[],
): number {
  const self = row * width + column;
  if (mark === 'right') {
    if (column < width - 1) return line[column + 1] ?? self;
    faults.push({
      row,
      column,
      rule: 'table-merge-right',
      reason: '“>”在最后一格，右边没有格可以合并',
      remedy: '改成文字；要印出“>”写成“\\>”',
    });
  } else if (mark === 'above') {
    if (above) return above[column] ?? self;
    faults.push({
      row,
      column,
      rule: 'table-merge-above',
      reason: '“^”在第一行，上面没有格可以合并',
      remedy: '改成文字；要印出“^”写成“\\^”',
    });
  }
  return self;
}

function extend(areas: Map<number, Area>, owner: number, width: number, row: number, column: number): void {
  const area = areas.get(owner);
  if (!area) {
    const [ownerRow, ownerColumn] = [Math.floor(owner / width), owner % width];
    areas.set(owner, { ownerRow, ownerColumn, top: row, bottom: row, left: column, right: column, size: 1 });
    return;
  }
  area.top = Math.min(area.top, row);
  area.bottom = Math.max(area.bottom, row);
  area.left = Math.min(area.left, column);
  area.right = Math.max(area.right, column);
  area.size += 1;
}

function notRectangle(area: Area): MergeFault {
  return {
    row: area.ownerRow,
    column: area.ownerColumn,
    rule: 'table-merge-shape',
    reason: `合并成的格不是长方形（第${area.top + 1}行至第${area.bottom + 1}行，第${area.left + 1}列至第${area.right + 1}列没有填满）`,
    remedy: '用“^”“>”把这个长方形里的每一格都标上，或者少合并几格',
  };
}

function emptyRow(row: number): MergeFault {
  return {
    row,
    column: 0,
    rule: 'table-row-merged',
    reason: '这一行的每一格都并到上面去了',
    remedy: '删去这一行',
  };
}

/** The first row, and every row after it that holds a cell reaching down from the head. */
function headRows(owners: number[][], width: number): number {
  let count = Math.min(1, owners.length);
  while (count < owners.length && owners[count]?.some((owner) => owner < count * width)) count += 1;
  return count;
}
