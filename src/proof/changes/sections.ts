/**
 * The passages of a book as the tree they were taken from: sections (类目, 分目, 条目) by their paths, and in each its
 * units, which are compared as one: a paragraph, a heading, a table with its caption.
 *
 * A title belongs to the section that it opens, and its path ends with it. (Where a path names only what stands round
 * the title, the passage after it tells that it opens one.)
 */
import { squeeze } from '../../paginate/conservation.js';
import type { Passage } from '../model.js';
import { readTable, type TableRow } from './statements/table-rows.js';

export interface Unit {
  type: 'heading' | 'text' | 'caption' | 'picture' | 'byline' | 'table';
  section: Section;
  passages: Passage[];
  /** Of a table, without its captions. */
  rows: TableRow[];
  /** Index of its first passage in the book. */
  at: number;
  /** The words by which it is known again. */
  text: string;
}

export interface Section {
  /** Titles without white space, outermost first; empty for the book itself. */
  path: string[];
  /** Its title as it is written. */
  name: string;
  parent?: Section;
  title?: Passage;
  units: Unit[];
  children: Section[];
  /** Index of its first passage in the book. */
  at: number;
}

export interface Book {
  passages: readonly Passage[];
  /** Holds everything; has no title and no units. */
  root: Section;
  /** In the order of the book, without the root; a section stands before those in it. */
  sections: Section[];
  /** In the order of the book. */
  units: Unit[];
}

export function readSections(passages: readonly Passage[]): Book {
  const book: Book = { passages, root: newSection([], '', undefined, 0), sections: [], units: [] };
  let current = book.root;
  for (let at = 0; at < passages.length; ) {
    const passage = passages[at] as Passage;
    const { path, opens } = standing(current, passage, passages[at + 1]);
    current = enter(book, current, path, opens, at, passage);
    if (opens && !current.title) {
      current.title = passage;
      at += 1;
      continue;
    }
    const table = passage.kind === 'cell' || passage.kind === 'caption' ? readTable(passages, at) : undefined;
    const unit = newUnit(current, at, table?.passages ?? [passage], table?.rows ?? []);
    current.units.push(unit);
    book.units.push(unit);
    at += unit.passages.length;
  }
  return book;
}

/** All passages of a section and of those in it, in order. */
export function passagesOf({ title, units, children }: Section): Passage[] {
  return [...(title ? [title] : []), ...units.flatMap((unit) => unit.passages), ...children.flatMap(passagesOf)];
}

/** The words of a section without its title and without those of the sections in it. */
export function ownText({ units }: Section): string {
  return units.map(({ text }) => text).join('\n');
}

/** A section and all in it. */
export function family(section: Section): Section[] {
  return [section, ...section.children.flatMap(family)];
}

export function titleOf({ path }: Section): string {
  return path.at(-1) ?? '';
}

/** The section that a passage stands in or opens. */
function standing(current: Section, passage: Passage, next: Passage | undefined): { path: string[]; opens: boolean } {
  const path = passage.path.map(squeeze);
  if (passage.kind === 'byline') return { path: signedPath(current, path), opens: false };
  if (passage.kind !== 'title' && passage.kind !== 'heading') return { path, opens: false };
  const title = squeeze(passage.text);
  const isOwn = path.at(-1) === title;
  // A 分目 may have the name of its first 条目: the title of the outer one comes first.
  if (isOwn && !(current.title && isPath(current.path, path))) return { path, opens: true };
  const inner = [...path, title];
  const follows = next?.path.map(squeeze) ?? [];
  if (inner.every((name, depth) => follows[depth] === name)) return { path: inner, opens: true };
  return { path, opens: isOwn };
}

/** A byline of a 类目 closes a manuscript, and belongs to the 分目 that it signs: it moves with it. */
function signedPath(current: Section, path: string[]): string[] {
  let section = current;
  while (section.parent && section.path.length > 2) section = section.parent;
  const isSigned = path.length === 1 && section.path[0] === path[0] && section.children.length > 0;
  return isSigned ? section.path : path;
}

function isPath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, depth) => name === b[depth]);
}

/** Goes from one section to another, through those that hold it; makes those that are not there yet. */
function enter(
  book: Book,
  from: Section,
  path: readonly string[],
  opens: boolean,
  at: number,
  passage: Passage,
): Section {
  let section = from;
  while (section.parent && !section.path.every((name, depth) => path[depth] === name)) section = section.parent;
  // The same title again: another entry of that name.
  if (opens && section.path.length === path.length && (section.title || section.units.length > 0) && section.parent)
    section = section.parent;
  while (section.path.length < path.length) {
    const isLast = section.path.length === path.length - 1;
    const name = path[section.path.length] as string;
    const known = opens && isLast ? undefined : section.children.findLast((child) => titleOf(child) === name);
    section = known ?? addSection(book, section, name, passage.path[section.path.length] ?? passage.text, at);
  }
  return section;
}

function addSection(book: Book, parent: Section, title: string, name: string, at: number): Section {
  const section = newSection([...parent.path, title], name, parent, at);
  parent.children.push(section);
  book.sections.push(section);
  return section;
}

function newSection(path: string[], name: string, parent: Section | undefined, at: number): Section {
  return { path, name, parent, units: [], children: [], at };
}

function newUnit(section: Section, at: number, passages: Passage[], rows: TableRow[]): Unit {
  const kind = passages[0]?.kind;
  const isTable = rows.length > 0;
  const type = isTable
    ? 'table'
    : kind === 'title' || kind === 'heading'
      ? 'heading'
      : kind === 'caption' || kind === 'picture' || kind === 'byline'
        ? kind
        : 'text';
  return { type, section, at, passages, rows, text: passages.map(({ text }) => text).join(isTable ? '|' : '') };
}
