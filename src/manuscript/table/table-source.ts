/**
 * The rows of a table as typed. The parser fills short rows and drops what is too much without a word, so the
 * cells are counted in the source.
 */
import type { Table } from 'mdast';
import { placeOf, type Reading } from '../reading.js';

/** Reports rows that have not as many cells as the head; says whether all have. */
export function checkRows(reading: Reading, table: Table, width: number): boolean {
  let whole = true;
  const piped = /^\s*\|/.test(reading.slice(placeOf(table)));
  for (const row of table.children) {
    const { start } = placeOf(row);
    const typed = reading.slice(placeOf(row));
    const cells = splitCells(typed);
    if (piped && !typed.startsWith('|')) {
      whole = false;
      reading.error(
        'table-ragged',
        start,
        '这一行不以“|”开头，却紧接在表格下面',
        '属于表格就补上“|”；是正文就在前面空一行',
      );
    } else if (cells.length !== width) {
      whole = false;
      const extra = cells[width];
      const place =
        extra === undefined ? start : { ...start, column: start.column + extra, offset: (start.offset ?? 0) + extra };
      const reason = `这一行有${cells.length}格，表头有${width}格`;
      reading.error('table-ragged', place, reason, '补上或删去多余的“|”；空格子也要写成“|  |”，文字里的竖线写成“\\|”');
    }
  }
  return whole;
}

/** Where each cell of a row begins; `\|` does not part cells. */
function splitCells(row: string): number[] {
  const line = row.trimEnd();
  const from = line.startsWith('|') ? 1 : 0;
  const to = line.endsWith('|') && !endsEscaped(line) && line.length > 1 ? line.length - 1 : line.length;
  const starts = [from];
  for (let index = from; index < to; index += 1) {
    if (line[index] === '\\') index += 1;
    else if (line[index] === '|') starts.push(index + 1);
  }
  return starts;
}

function endsEscaped(line: string): boolean {
  return (/(\\*)\|$/.exec(line)?.[1]?.length ?? 0) % 2 === 1;
}
