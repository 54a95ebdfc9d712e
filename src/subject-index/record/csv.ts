/**
 * `index.csv`: the index for a spreadsheet, a line a heading. UTF-8 with a byte order mark, by which Excel and WPS know
 * the encoding, and lines that end in CR LF (RFC 4180).
 */
import type { FiledGroup, FiledHeading, IndexFile } from './index-file.js';

const HEADS = ['索引', '字母', '标引词', '下级', '读音', '页码', '见', '参见', '来源'] as const;

const NAMES = { subjects: '索引', persons: '人名索引' } as const;

export function formatCsv(file: Pick<IndexFile, 'subjects' | 'persons'>): string {
  const rows = (['subjects', 'persons'] as const).flatMap((index) =>
    file[index].flatMap((group) => groupRows(NAMES[index], group)),
  );
  return `\uFEFF${[HEADS, ...rows].map((row) => `${row.map(formatCell).join(',')}\r\n`).join('')}`;
}

function groupRows(index: string, { letter, headings }: FiledGroup): string[][] {
  const row = (term: string, subheading: string, heading: FiledHeading): string[] => [
    index,
    letter,
    term,
    subheading,
    heading.reading,
    heading.locators.map(({ text }) => text).join('，'),
    (heading.see ?? []).join('；'),
    (heading.seeAlso ?? []).join('；'),
    heading.sources.map(({ file, line, column }) => `${file}:${line}:${column}`).join('；'),
  ];
  const under = (term: string, path: string, heading: FiledHeading): string[][] =>
    (heading.subheadings ?? []).flatMap((each) => {
      const own = path === '' ? each.term : `${path}／${each.term}`;
      return [row(term, own, each), ...under(term, own, each)];
    });
  return headings.flatMap((heading) => [row(heading.term, '', heading), ...under(heading.term, '', heading)]);
}

/** What a spreadsheet would take for a formula. An apostrophe before it says that it is text. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠]/u;
const QUOTED = /[",\r\n]|^\s|\s$/u;

function formatCell(value: string): string {
  const text = FORMULA.test(value) ? `'${value}` : value;
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
