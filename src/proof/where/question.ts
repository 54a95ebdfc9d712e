/** What is asked: an address (57a12), or a line of a manuscript (13-农业/01-农业农村.md:9). */
import { parseAddress, type SpokenAddress } from '../address.js';

export type Question =
  | ({ kind: 'address' } & SpokenAddress)
  /** The file as it was typed, with `/`. */
  | { kind: 'source'; file: string; line: number; column?: number };

/** As messages name a place; the colons and digits may be full-width. */
const PLACE = /^(.+?)\s*[:：]\s*([0-9０-９]+)(?:\s*[:：]\s*([0-9０-９]+))?\s*[:：]?$/u;
const SPOKEN = /^(.+?)\s*第\s*([0-9０-９]+)\s*行$/u;

/** Reads a question; nothing where it is neither an address nor a place. */
export function parseQuestion(text: string): Question | undefined {
  const address = parseAddress(text);
  if (address) return { kind: 'address', ...address };
  const [, file, line, column] = PLACE.exec(text.trim()) ?? SPOKEN.exec(text.trim()) ?? [];
  const place = { line: numberOf(line), column: numberOf(column) };
  if (!file || !place.line) return undefined;
  return {
    kind: 'source',
    file: file.replaceAll('\\', '/').replace(/^\.\//u, ''),
    line: place.line,
    ...(place.column ? { column: place.column } : {}),
  };
}

function numberOf(digits: string | undefined): number {
  return Number((digits ?? '').normalize('NFKC'));
}

/**
 * The manuscripts that a name may mean: the one of that path, or those whose path ends in it; `.md` may be left out, and
 * the path may begin outside the volume.
 */
export function matchingFiles(typed: string, files: readonly string[]): string[] {
  const name = typed.normalize('NFC');
  const forms = [name, `${name}.md`];
  const matches = (file: string): boolean => {
    const known = file.normalize('NFC');
    return forms.some((form) => known === form || known.endsWith(`/${form}`) || form.endsWith(`/${known}`));
  };
  const exact = files.filter((file) => forms.includes(file.normalize('NFC')));
  return exact.length > 0 ? exact : files.filter(matches);
}
