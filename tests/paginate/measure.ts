/** Measures of finished pages, read from the browser: lines and tables. CSS px from the corner of the type area. */
import type { Page } from 'puppeteer';

/** A line of text as it stands on its page. */
export interface Line {
  page: number;
  /** From 0; -1 for what spans the type area. */
  column: number;
  text: string;
  /** Of its ink: the blank half of a mark that opens or ends the line hangs out of the column. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Left and right edge of its box. */
  boxLeft: number;
  boxRight: number;
  /** The element that makes the line: `p.post`, `h2`, `td`. */
  block: string;
  /** The first line of its element in this box, and the last. */
  first: boolean;
  last: boolean;
}

/** Flows that are done are hidden until the book is printed. */
async function show(page: Page, flow: string): Promise<void> {
  await page.evaluate((id) => {
    (document.querySelector(`[data-flow="${id}"]`) as HTMLElement).hidden = false;
  }, flow);
}

/** All lines of a flow in the order of the document. */
export async function linesOf(page: Page, flow: string): Promise<Line[]> {
  await show(page, flow);
  return page.evaluate((id) => {
    const lines: Line[] = [];
    const pages = document.querySelectorAll(`[data-flow="${id}"] > .pagedjs_page`);
    for (const [number, sheet] of [...pages].entries()) {
      const area = (sheet.querySelector('.pagedjs_page_content') as Element).getBoundingClientRect();
      for (const box of sheet.querySelectorAll<HTMLElement>('.box')) {
        const edges = box.getBoundingClientRect();
        const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        let open: { block: Element; line: Line } | undefined;
        for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
          let block = node.parentElement as Element;
          while (getComputedStyle(block).display === 'inline') block = block.parentElement as Element;
          let offset = 0;
          for (const character of node.data) {
            range.setStart(node, offset);
            offset += character.length;
            range.setEnd(node, offset);
            const rect = range.getBoundingClientRect();
            if (rect.width === 0 || rect.height === 0 || character.trim() === '') continue;
            const middle = (rect.top + rect.bottom) / 2 - area.top;
            const same = open && open.block === block && middle > open.line.top && middle < open.line.bottom;
            if (!open || !same) {
              const first = open?.block !== block;
              if (open) open.line.last = first;
              const line: Line = {
                page: number,
                column: Number(box.dataset.column),
                text: '',
                left: rect.left - area.left + ('“‘（〔【《〈「『'.includes(character) ? rect.width / 2 : 0),
                right: rect.right - area.left,
                top: rect.top - area.top,
                bottom: rect.bottom - area.top,
                boxLeft: edges.left - area.left,
                boxRight: edges.right - area.left,
                block: [block.tagName.toLowerCase(), ...block.classList]
                  .filter((name) => !['composed', 'spaced', 'undivided'].includes(name))
                  .join('.'),
                first,
                last: true,
              };
              open = { block, line };
              lines.push(line);
            }
            open.line.text += character;
            open.line.right = Math.max(open.line.right, rect.right - area.left);
          }
        }
      }
    }
    return lines;
  }, flow);
}

/** Width and height of the type area of a flow's first page. */
export async function areaOf(page: Page, flow: string): Promise<{ width: number; height: number }> {
  await show(page, flow);
  return page.evaluate((id) => {
    const area = document.querySelector(`[data-flow="${id}"] .pagedjs_page_content`) as Element;
    const { width, height } = area.getBoundingClientRect();
    return { width, height };
  }, flow);
}

/** A table, or one part of a table that goes on. */
export interface TablePart {
  page: number;
  column: number;
  /** Text of the line 续表. */
  continuation: string;
  /** Whether the head is marked as made by the tool. */
  headGenerated: boolean;
  head: string[];
  /** Cells of each body row; a cell that was carried over a cut begins with `^`. */
  rows: string[][];
  /** How many grid columns each body row fills, with the cells that reach into it. */
  filled: number[];
  /** Width of each grid column. */
  widths: number[];
  top: number;
  bottom: number;
}

/** All tables of a flow in the order of the document. */
export async function tablesOf(page: Page, flow: string): Promise<TablePart[]> {
  await show(page, flow);
  return page.evaluate((id) => {
    const pages = [...document.querySelectorAll(`[data-flow="${id}"] > .pagedjs_page`)];
    return pages.flatMap((sheet, number) => {
      const area = (sheet.querySelector('.pagedjs_page_content') as Element).getBoundingClientRect();
      return [...sheet.querySelectorAll('table')].map((table) => {
        const body = table.tBodies[0] as HTMLTableSectionElement;
        const open: number[] = [];
        const widths: number[] = [];
        const filled = [...body.rows].map((row) => {
          let column = 0;
          for (const cell of row.cells) {
            while ((open[column] ?? 0) > 0) column += 1;
            if (cell.colSpan === 1) widths[column] = cell.getBoundingClientRect().width;
            for (let i = 0; i < cell.colSpan; i += 1) open[column + i] = cell.rowSpan;
            column += cell.colSpan;
          }
          const count = open.filter((rest) => rest > 0).length;
          for (const [i, rest] of open.entries()) open[i] = Math.max(0, rest - 1);
          return count;
        });
        const words = (element: Element | null): string => element?.textContent?.replace(/\s+/gu, '') ?? '';
        const heads = [...(table.tHead?.rows ?? [])].filter((row) => !row.classList.contains('continuation'));
        const { top, bottom } = table.getBoundingClientRect();
        return {
          page: number,
          column: Number(table.closest<HTMLElement>('.box')?.dataset.column),
          continuation: words(table.querySelector('.continuation td')),
          headGenerated: table.tHead?.hasAttribute('data-generated') ?? false,
          head: heads.flatMap((row) => [...row.cells].map(words)),
          rows: [...body.rows].map((row) =>
            [...row.cells].map((cell) => (cell.dataset.generated === 'carried' ? `^${words(cell)}` : words(cell))),
          ),
          filled,
          // A row span that reaches beyond the last row would promise rows that are not there.
          ...(open.some((rest) => rest > 0) ? { filled: [-1] } : {}),
          widths: widths.map((width) => Math.round(width * 100) / 100),
          top: top - area.top,
          bottom: bottom - area.top,
        };
      });
    });
  }, flow);
}
