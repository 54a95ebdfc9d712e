/**
 * The cards (卡片) of an index: as in a card box, one card is one term at one place of the book. Manuscripts write
 * them, 索引.yaml changes them, and those of one term make a heading.
 */
import type { Message } from '../tree/message.js';
import type { Manuscript, Node, Part } from '../tree/nodes.js';
import { phrasingText, printedEnds } from '../tree/tree-text.js';
import type { Occurrence, OccurrenceKind, SourcePoint } from './model.js';

export interface Card {
  /** Heading, sub-heading, …, as far as the rules have brought it. */
  path: string[];
  /** The path that the manuscript gives; empty for a card that a rule adds. */
  given: string[];
  occurrence: Occurrence;
  /** False for a mark with 见: its heading only refers to another. */
  located: boolean;
  references: Reference[];
  /** True once a rule has chosen the words: they win over other spellings of the term. */
  ruled: boolean;
}

/** 见 or 参见 */
export interface Reference {
  kind: '见' | '参见';
  /** The term from which it is written to lead, and the one to which. */
  from: string;
  target: string;
  /** Where it is written: the mark, or the line of 索引.yaml. */
  at: SourcePlace;
}

export interface SourcePlace extends SourcePoint {
  file: string;
}

/** What rules leave of the cards, and what there is to say of the rules. */
export interface RuledCards {
  cards: Card[];
  messages: Message[];
}

/** Where the walk through the volume stands. */
export interface Spot {
  part: Part;
  manuscript: Manuscript;
  /** From the manuscript down to what holds the node. */
  parents: readonly Node[];
}

/** A card as a manuscript gives it. */
export function card(path: string[], occurrence: Occurrence, references: Reference[] = [], located = true): Card {
  return { path, given: path, occurrence, located, references, ruled: false };
}

/**
 * The occurrence of what `printed` prints, at a spot of the volume. Nodes that print nothing stand where `fallback`
 * says.
 */
export function occurrenceOf(
  kind: OccurrenceKind,
  { part, manuscript, parents }: Spot,
  passage: { id?: string; words: string; from: readonly Node[]; to?: readonly Node[]; fallback: SourcePoint },
): Occurrence {
  const { id, words, from, to = from, fallback } = passage;
  const start = printedEnds(from);
  const end = printedEnds(to) ?? start;
  const { line, column } = fallback;
  const subcategory = titleAbove(parents, 'subcategory', 'system') ?? manuscript.subcategory?.value;
  const entry = titleAbove(parents, 'entry', 'unit') ?? manuscript.title?.value;
  return {
    kind,
    id: id ?? anchorAbove(parents) ?? manuscriptAnchor(manuscript, part),
    words,
    file: manuscript.file,
    start: start?.first ?? { line, column },
    end: end?.last ?? { line, column },
    category: part.title,
    ...(subcategory !== undefined && { subcategory }),
    ...(entry !== undefined && { entry }),
  };
}

type Titled = Extract<Node, { type: 'subcategory' | 'system' | 'entry' | 'unit' }>;

function titleAbove(parents: readonly Node[], ...types: Titled['type'][]): string | undefined {
  const holder = parents.findLast((node) => (types as string[]).includes(node.type)) as Titled | undefined;
  return holder && phrasingText(holder.title);
}

/** What gets its id in the pages. */
const ANCHORED = ['entry', 'subcategory', 'section', 'month', 'system', 'unit', 'plates', 'table', 'figure', 'mark'];

function anchorAbove(parents: readonly Node[]): string | undefined {
  const holder = parents.findLast((node) => ANCHORED.includes(node.type));
  return holder && 'id' in holder ? holder.id : undefined;
}

/** The anchor at the head of a manuscript: its title, the 分目 that opens with it, or the head of its 类目. */
export function manuscriptAnchor(manuscript: Manuscript, part: Part): string {
  if (manuscript.title) return manuscript.id;
  if (manuscript.opensSubcategory) return `${manuscript.id}-subcategory`;
  const first = manuscript.children.find((child) => ANCHORED.includes(child.type));
  if (first && 'id' in first) return first.id;
  return part.id;
}
