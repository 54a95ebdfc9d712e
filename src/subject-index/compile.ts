/**
 * Compiling (编制) the index: the terms of a volume, read, sorted and grouped. Where they stand on the pages is not
 * known yet: that is `locate.ts`.
 */
import type { Message } from '../tree/message.js';
import type { Node, Part, Volume } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';
import { visit } from '../tree/visit.js';
import type { Heading, LetterGroup, Occurrence, Term } from './model.js';
import { arrangeHeadings } from './order/arrange.js';
import { openReader, type Reader, type ReadingLock } from './reading/reader.js';

export interface CompiledIndex {
  /** 索引 */
  subjects: LetterGroup[];
  /** 人名索引; empty where none is wanted. */
  persons: LetterGroup[];
  /** What is wrong with marks, rules and readings. */
  messages: Message[];
}

export const EMPTY_LOCK: ReadingLock = { subjects: {}, persons: {} };

/** Compiles the indexes of a volume. */
export async function compileIndex(volume: Volume, lock: ReadingLock = EMPTY_LOCK): Promise<CompiledIndex> {
  const reader = openReader(volume.readings, lock);
  const { index } = volume.settings;
  const terms = collectTerms(volume);
  return {
    subjects: arrangeHeadings(
      terms.map((term) => readTerm(term, reader, 'subject')),
      index,
    ),
    persons: [],
    messages: [],
  };
}

function readTerm(term: Term, reader: Reader, as: 'subject' | 'person'): Heading {
  return {
    ...term,
    reading: reader.read(term.term, as),
    subheadings: term.subheadings.map((each) => readTerm(each, reader, 'subject')),
  };
}

function collectTerms(volume: Volume): Term[] {
  const terms = new Map<string, Term>();
  for (const part of volume.children) {
    if (!part.indexed) continue;
    for (const manuscript of part.children) visit(manuscript, (node) => collect(node, part, manuscript.file, terms));
  }
  return [...terms.values()];
}

function collect(node: Node, part: Part, file: string, terms: Map<string, Term>): void {
  if (node.type !== 'entry' && node.type !== 'mark') return;
  const { line, column } = node.position.start;
  const place = { file, start: { line, column }, end: { line, column }, category: part.title, id: node.id };
  if (node.type === 'entry') {
    const words = phrasingText(node.title);
    termFor(words, terms).occurrences.push({ kind: 'entry', words, ...place });
    return;
  }
  const occurrence: Occurrence = { kind: 'mark', words: phrasingText(node.children), ...place };
  const term = termFor(node.term, terms);
  if (node.see) term.see.push(node.see);
  if (node.seeAlso) term.seeAlso.push(node.seeAlso);
  if (node.subterm) subtermFor(node.subterm, term).occurrences.push(occurrence);
  else if (!node.see) term.occurrences.push(occurrence);
}

function termFor(words: string, terms: Map<string, Term>): Term {
  const known = terms.get(words);
  if (known) return known;
  const made = emptyTerm(words);
  terms.set(words, made);
  return made;
}

function subtermFor(words: string, term: Term): Term {
  const known = term.subheadings.find((each) => each.term === words);
  if (known) return known;
  const made = emptyTerm(words);
  term.subheadings.push(made);
  return made;
}

function emptyTerm(term: string): Term {
  return { term, occurrences: [], see: [], seeAlso: [], subheadings: [] };
}
