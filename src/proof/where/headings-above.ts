/** The titles that hold a line of a manuscript, for a `layout.json`, which does not say them: 分目 and 条目. */

const HEADING = /^(#{2,4})\s+(.+?)\s*#*\s*$/u;
const RUN_IN = /^【(.+?)】/u;
const FRONT = /^(分目|标题):\s*(.+?)\s*$/u;
const ENTRY_LEVEL = 3;

/** The titles above `line` (from 1), outermost first; what stands on the line itself counts too. */
export function headingsAbove(text: string, line: number): string[] {
  const titles = new Map<number, string>();
  let front = false;
  const put = (level: number, title: string): void => {
    for (const each of [...titles.keys()]) if (each >= level) titles.delete(each);
    titles.set(level, plain(title));
  };
  for (const [i, row] of text.split(/\r?\n/u).slice(0, Math.max(0, line)).entries()) {
    if (/^\uFEFF?---\s*$/u.test(row)) {
      front = i === 0;
      continue;
    }
    const [, key, value] = (front && FRONT.exec(row)) || [];
    if (key && value) put(key === '标题' ? 1 : 2, value.replace(/^(["'])(.*)\1$/u, '$2'));
    if (front) continue;
    const [, marks, heading] = HEADING.exec(row) ?? [];
    if (marks && heading) put(marks.length, heading);
    const entry = RUN_IN.exec(row)?.[1];
    if (entry) put(ENTRY_LEVEL, entry);
  }
  return [...titles].sort(([a], [b]) => a - b).map(([, title]) => title);
}

function plain(title: string): string {
  return title.replace(/:索引\[([^\]]*)\](\{[^}]*\})?/gu, '$1').replaceAll('**', '');
}
