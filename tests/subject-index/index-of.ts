/** A small volume in, the lines of its index out: for the tests of terms, rules, references and persons. */
import { type CompiledIndex, compileIndex } from '../../src/subject-index/compile.js';
import type { Heading, LetterGroup, Occurrence } from '../../src/subject-index/model.js';
import type { Message } from '../../src/tree/message.js';
import { BOOK, readFiles } from '../manuscript/sample.js';

export type Files = Record<string, string>;

/** A manuscript in the 类目 that its folder names, unless it brings its own front matter. */
function withFrontMatter([file, source]: [string, string]): [string, string] {
  const category = /^\d+-(.*?)\//u.exec(file)?.[1];
  return [file, source.startsWith('---') || !category ? source : `---\n类目: ${category}\n---\n\n${source}`];
}

/** Compiles the index of a volume whose manuscripts are in order; `rules` is its 索引.yaml. */
export async function compile(files: Files, rules?: string, settings = ''): Promise<CompiledIndex> {
  const own: Files = { 'book.yaml': `${BOOK}${settings}`, ...(rules === undefined ? {} : { '索引.yaml': rules }) };
  const all = { ...own, ...Object.fromEntries(Object.entries(files).map(withFrontMatter)) };
  const { volume, messages } = await readFiles(all);
  const errors = messages.filter(({ severity }) => severity === 'error');
  if (!volume || errors.length > 0) throw new Error(`not in order: ${errors.map(({ rule }) => rule).join(', ')}`);
  return compileIndex(volume);
}

/** The headings of an index, each with its places: `蔬菜 p01m01e1`, a sub-heading behind two spaces. */
export function lines(groups: readonly LetterGroup[]): string[] {
  return groups.flatMap((group) => group.headings.flatMap((heading) => linesOf(heading, '')));
}

function linesOf({ term, occurrences, see, seeAlso, subheadings }: Heading, indent: string): string[] {
  const tail = [
    ...occurrences.map(({ id }) => id),
    ...(see.length > 0 ? [`见 ${see.join('；')}`] : []),
    ...(seeAlso.length > 0 ? [`参见 ${seeAlso.join('；')}`] : []),
  ];
  return [[`${indent}${term}`, ...tail].join(' '), ...subheadings.flatMap((sub) => linesOf(sub, `${indent}  `))];
}

/** `rule file:line:column` of each message. */
export function told(messages: readonly Message[]): string[] {
  return messages.map(({ rule, file, line, column }) => [rule, [file, line, column].join(':')].join(' '));
}

/** The places of a heading. */
export function occurrencesOf(groups: readonly LetterGroup[], term: string): Occurrence[] {
  return groups.flatMap(({ headings }) => headings).find((heading) => heading.term === term)?.occurrences ?? [];
}
