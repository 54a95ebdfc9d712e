/**
 * Repeated heads. Chromium repeats the head of a table that goes on only where the head takes no more than a quarter of
 * the column; columns beside or under what spans the page may be too short for that. A table that would go on without
 * its head is kept whole where a column can hold it; what then still goes on without one is noted for the cut.
 */

/** Looks at all tables below `root`, which is laid out in the galley; again where something has moved since. */
export function mindRepeatedHeads(root: HTMLElement): void {
  for (const table of root.querySelectorAll<HTMLElement>('table[data-heads]')) delete table.dataset.heads;
  const headless = brokenTables(root).filter(({ heads }) => heads.includes(false));
  if (headless.length === 0) return;
  for (const { table } of headless) table.closest('figure')?.classList.add('whole');
  for (const { table, heads } of brokenTables(root)) {
    if (heads.includes(false)) table.dataset.heads = heads.map((there) => (there ? 'y' : 'n')).join('');
  }
}

/** Whether the last part of a table that is cut from the back has room for its head; each part is asked for once. */
export function takeHead(table: HTMLTableElement): boolean {
  const { heads } = table.dataset;
  if (heads === undefined) return true;
  table.dataset.heads = heads.slice(0, -1);
  return !heads.endsWith('n');
}

/**
 * Tables that go on, and for each of their parts whether the head stands over it. The boxes of a repeated head all
 * claim to stand where the first does; but its rows leave room for it.
 */
function brokenTables(root: HTMLElement): { table: HTMLTableElement; heads: boolean[] }[] {
  return [...root.querySelectorAll('table')].flatMap((table) => {
    const parts = [...table.getClientRects()];
    const rows = [...(table.tBodies[0]?.getClientRects() ?? [])];
    if (rows.length < 2 || !table.tHead) return [];
    const heads = rows.map((part) => {
      const whole = parts.find(({ left }) => Math.abs(left - part.left) < 1);
      return whole !== undefined && part.top > whole.top + 1;
    });
    return { table, heads };
  });
}
