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
  Volume,
} from './nodes.js';

/** A piece of printed text and the place it comes from. */
export interface Run {
  text: string;
  file: string;
  line: number;
  column: number;
  /** The figure whose caption it is, for a figure that stands in the text: it may be printed a little later. */
  figure?: string;
}

/** A figure announces itself with an empty text before its caption. */
type Sink = (text: string, position: { start: { line: number; column: number } }, figure?: Figure) => void;

/** Front-matter fields in the order in which they are printed before the body … */
const HEAD_FIELDS = ['title', 'subtitle', 'documentNumber', 'date', 'post', 'author'] as const;
/** … and after it, as the byline. */
const BYLINE_FIELDS = ['contributor', 'department'] as const;

/** The printed text of a part or a manuscript, run by run. */
export function treeRuns(node: Part | Manuscript): Run[] {
  const runs: Run[] = [];
  writePrinted(node, (text, file, { line, column }, figure) => {
    if (text !== '') runs.push({ text, file, line, column, ...(figure && { figure: figure.id }) });
  });
  return runs;
}

/** A figure that stands in the text, not on a plate. */
export interface TextFigure {
  id: string;
  file: string;
  line: number;
  column: number;
  /** How many pictures it has. */
  photos: number;
  /** Characters of the text before it, captions and white space left out: it may stand nowhere before them. */
  after: number;
}

/** The figures in the text of a part or a manuscript, in their order. */
export function textFigures(node: Part | Manuscript): TextFigure[] {
  const figures: TextFigure[] = [];
  let after = 0;
  writePrinted(node, (text, file, { line, column }, figure) => {
    if (!figure) after += text.replace(/\s+/gu, '').length;
    else if (text === '') figures.push({ id: figure.id, file, line, column, photos: figure.photos.length, after });
  });
  return figures;
}

type PrintedSink = (text: string, file: string, start: Point, figure: Figure | undefined) => void;

function writePrinted(node: Part | Manuscript, sink: PrintedSink): void {
  if (node.type === 'manuscript') {
    writeManuscript(node, sink);
    return;
  }
  const first = node.children[0];
  if (node.role === 'body') {
    const start = first?.category.position.start ?? { line: 1, column: 1 };
    sink(node.title, first?.file ?? node.folder, start, undefined);
  }
  for (const manuscript of node.children) writeManuscript(manuscript, sink);
}

/** The printed text of a volume. */
export function volumeRuns({ children }: Volume): Run[] {
  // Manuscripts of the 卷首 are printed one by one, and treeRuns leaves out its title as they do.
  return children.flatMap(treeRuns);
}

function writeManuscript(manuscript: Manuscript, printed: PrintedSink): void {
  const plates = platesOf(manuscript);
  const sink: Sink = (text, { start }, figure) => {
    printed(text, manuscript.file, start, figure && !plates.has(figure) ? figure : undefined);
  };
  const field = (value: Field | undefined): void => {
    if (value) sink(value.value, value.position);
  };
  if (manuscript.opensSubcategory) field(manuscript.subcategory);
  for (const name of HEAD_FIELDS) field(manuscript[name]);
  const columns = isCommittee(manuscript);
  for (const child of manuscript.children) write(child, sink, columns);
  for (const name of BYLINE_FIELDS) field(manuscript[name]);
}

/** The figures of 彩页 stand where the plate has them. */
function platesOf({ genre, children }: Manuscript): Set<Node> {
  if (genre !== '彩页') return new Set();
  const all = children.flatMap((child): Node[] => (child.type === 'plates' ? child.children : [child]));
  return new Set(all.filter(({ type }) => type === 'figure'));
}

/** Whether a manuscript is a list of names of the 卷首: they are set in columns. */
export function isCommittee({ genre, category }: Manuscript): boolean {
  return genre === '名录' && category.value === '卷首';
}

/** The text of the body of a manuscript as it is written there, without its front-matter fields. */
export function bodyRuns(manuscript: Manuscript): Run[] {
  const { file, children } = manuscript;
  const runs: Run[] = [];
  const sink: Sink = (text, { start }) => {
    if (text !== '') runs.push({ text, file, line: start.line, column: start.column });
  };
  for (const child of children) write(child, sink);
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

/** `columns`: the holders of a post stand in columns, without marks between them. */
function write(node: Node, sink: Sink, columns = false): void {
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
      writeAll(node.children, sink, columns);
      return;
    case 'event':
      write(node.date, sink);
      writeAll(node.children, sink);
      return;
    case 'clause':
      write(node.label, sink);
      writeAll(node.children, sink);
      return;
    case 'post':
      writePost(node, sink, columns);
      return;
    case 'figure':
      sink('', node.position, node);
      writeAll(node.caption, (text, position) => sink(text, position, node));
      return;
    case 'table':
      writeTable(node, sink);
      return;
    default:
      writeAll(node.children, sink);
  }
}

function writeAll(nodes: readonly Node[], sink: Sink, columns = false): void {
  for (const node of nodes) write(node, sink, columns);
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
