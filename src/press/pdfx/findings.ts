/** What was found in a book on the way to the press, page by page. */

/** `ink` a colour that is not in the ink table; all others are what the press does not take. */
export type FindingKind = 'ink' | 'transparency' | 'flattened' | 'sampled' | 'type3' | 'space';

export interface Finding {
  kind: FindingKind;
  /** `#7a9b3c`; the transparency; the font; the colour space. */
  what: string;
  /** From 0, in their order. */
  pages: number[];
  /** How often, on all pages. */
  count: number;
}

/** What one object has to say; objects that are drawn on many pages say it for each. */
export type Notes = Map<string, { kind: FindingKind; what: string; count: number }>;

/** Adds to notes. */
export function note(notes: Notes, kind: FindingKind, what: string, count = 1): void {
  const key = `${kind} ${what}`;
  const known = notes.get(key);
  if (known) known.count += count;
  else notes.set(key, { kind, what, count });
}

/** Adds all that another object said. */
export function addNotes(notes: Notes, more: Notes): void {
  for (const { kind, what, count } of more.values()) note(notes, kind, what, count);
}

/** The notes of all pages, by what they say. */
export function findingsOf(pages: readonly Notes[]): Finding[] {
  const findings = new Map<string, Finding>();
  for (const [page, notes] of pages.entries()) {
    for (const [key, { kind, what, count }] of notes) {
      const finding = findings.get(key) ?? { kind, what, pages: [], count: 0 };
      finding.pages.push(page);
      finding.count += count;
      findings.set(key, finding);
    }
  }
  return [...findings.values()];
}
