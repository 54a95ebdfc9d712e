/**
 * The printed text of the tree, in the order in which it is printed. The conservation gate compares it with the
 * text that stands on the pages: what is in one and not in the other was lost or made up on the way.
 *
 * Marks made by typesetting are left out where the page shows them as furniture (the 【】 round an entry title)
 * and kept where they are part of the sentence (the ： （） ； of a roster line). In a 编纂委员会 of the 卷首 the names stand
 * in columns, and no ； between them.
 */
import type {
  Block,
  Caption,
  Field,
  Figure,
  Manuscript,
  Node,
  Part,
  Phrasing,
  Post,
  Row,
  Table,
  Text,
  Volume,
} from './nodes.js';

/** A piece of printed text and the place it comes from. */
export interface Run {
  text: string;
  file: string;
  line: number;
  column: number;
}

type Sink = (text: string, position: { start: { line: number; column: number } }) => void;

/** Front-matter fields in the order in which they are printed before the body … */
const HEAD_FIELDS = ['title', 'subtitle', 'documentNumber', 'date', 'post', 'author'] as const;
/** … and after it, as the byline. */
const BYLINE_FIELDS = ['photographer', 'contributor', 'department'] as const;

/** The printed text of a part or a manuscript, run by run. */
export function treeRuns(node: Part | Manuscript): Run[] {
  if (node.type === 'manuscript') return manuscriptRuns(node);
  const runs: Run[] = [];
  const first = node.children[0];
  if (node.role === 'body') {
    const start = first?.category.position.start ?? { line: 1, column: 1 };
    runs.push({ text: node.title, file: first?.file ?? node.folder, line: start.line, column: start.column });
  }
  for (const manuscript of node.children) runs.push(...manuscriptRuns(manuscript));
  return runs;
}

/** The printed text of a volume. */
export function volumeRuns({ children }: Volume): Run[] {
  // Manuscripts of the 卷首 are printed one by one, and treeRuns leaves out its title as they do.
  return children.flatMap(treeRuns);
}

function manuscriptRuns(manuscript: Manuscript): Run[] {
  const runs: Run[] = [];
  const sink: Sink = (text, position) => {
    if (text === '') return;
    const { line, column } = position.start;
    runs.push({ text, file: manuscript.file, line, column });
  };
  const field = (value: Field | undefined): void => {
    if (value) sink(value.value, value.position);
  };
  if (manuscript.opensSubcategory) field(manuscript.subcategory);
  for (const name of HEAD_FIELDS) field(manuscript[name]);
  const way = { ...PRINTED, columns: isCommittee(manuscript) };
  for (const child of manuscript.children) write(child, sink, way);
  for (const name of BYLINE_FIELDS) field(manuscript[name]);
  return runs;
}

/** Whether a manuscript is a list of names of the 卷首: they are set in columns. */
export function isCommittee({ genre, category }: Manuscript): boolean {
  return genre === '名录' && category.value === '卷首';
}

/** The text of the body of a manuscript as it is written there, without its front-matter fields and the hints of photos. */
export function bodyRuns(manuscript: Manuscript): Run[] {
  const { file, children } = manuscript;
  const runs: Run[] = [];
  const sink: Sink = (text, { start }) => {
    if (text !== '') runs.push({ text, file, line: start.line, column: start.column });
  };
  for (const child of children) write(child, sink, { ...PRINTED, credits: false });
  return runs;
}

type Point = { line: number; column: number };

/** Where the first and the last printed text of some nodes begin, as in `treeRuns`; nothing where they print nothing. */
export function printedEnds(nodes: readonly Node[]): { first: Point; last: Point } | undefined {
  let first: Point | undefined;
  let last: Point | undefined;
  writeAll(nodes, (text, { start: { line, column } }) => {
    if (text.trim() === '') return;
    last = { line, column };
    first ??= last;
  });
  return first && last && { first, last };
}

/** The printed text of phrasing, as one string. */
export function phrasingText(children: Phrasing[]): string {
  let value = '';
  for (const child of children)
    value += child.type === 'text' ? child.value : 'children' in child ? phrasingText(child.children) : '';
  return value;
}

/** The printed text of any block, as one string. */
export function blockText(block: Block): string {
  let value = '';
  write(block, (text) => {
    value += text;
  });
  return value;
}

interface Way {
  /** The holders of a post stand in columns, without marks between them. */
  columns: boolean;
  /** Captions end with the names of the photographers. */
  credits: boolean;
}

const PRINTED: Way = { columns: false, credits: true };

function write(node: Node, sink: Sink, way: Way = PRINTED): void {
  switch (node.type) {
    case 'text':
      sink(node.value, node.position);
      return;
    case 'break':
    case 'photo':
    case 'volume':
    case 'part':
    case 'manuscript':
      return;
    case 'subcategory':
    case 'entry':
    case 'section':
    case 'month':
    case 'system':
    case 'unit':
    case 'plates':
      writeAll(node.title, sink);
      writeAll(node.children, sink, way);
      return;
    case 'event':
      write(node.date, sink);
      writeAll(node.children, sink, way);
      return;
    case 'clause':
      write(node.label, sink);
      writeAll(node.children, sink, way);
      return;
    case 'post':
      writePost(node, sink, way.columns);
      return;
    case 'figure':
      writeAll(node.caption, sink);
      if (way.credits) for (const { credit } of creditsOf(node)) sink(credit.value, credit.position);
      return;
    case 'table':
      writeTable(node, sink);
      return;
    default:
      writeAll(node.children, sink, way);
  }
}

function writeAll(nodes: readonly Node[], sink: Sink, way: Way = PRINTED): void {
  for (const node of nodes) write(node, sink, way);
}

/**
 * The credits (摄影) of a figure as its caption prints them: names that several photos share stand once.
 *
 * `photos` are those of a name, by their number in the figure, from 0.
 */
export function creditsOf({ photos }: Figure): { credit: Text; photos: number[] }[] {
  const found: { credit: Text; photos: number[] }[] = [];
  for (const [i, { credit }] of photos.entries()) {
    if (!credit) continue;
    const same = found.find((each) => each.credit.value === credit.value);
    if (same) same.photos.push(i);
    else found.push({ credit, photos: [i] });
  }
  return found;
}

function writePost(post: Post, sink: Sink, columns: boolean): void {
  sink(post.title.value, post.title.position);
  sink('：', post.position);
  post.holders.forEach((holder, index) => {
    if (index > 0 && !columns) sink('；', holder.position);
    sink(holder.name.value, holder.name.position);
    if (!holder.note) return;
    sink('（', holder.note.position);
    sink(holder.note.value, holder.note.position);
    sink('）', holder.note.position);
  });
}

function writeTable(table: Table, sink: Sink): void {
  const caption = (value: Caption | undefined): void => writeAll(value?.children ?? [], sink);
  const rows = (list: Row[]): void => {
    for (const row of list) for (const cell of row.cells) writeAll(cell.children, sink);
  };
  caption(table.caption);
  caption(table.unit);
  rows(table.head);
  rows(table.body);
}

/** Characters that print: whitespace of any width counts nothing. */
export function countCharacters(node: Volume | Part | Manuscript): number {
  const parts = node.type === 'volume' ? node.children : [node];
  let count = 0;
  for (const part of parts)
    for (const run of treeRuns(part)) for (const character of run.text) if (!/\s/.test(character)) count += 1;
  return count;
}
