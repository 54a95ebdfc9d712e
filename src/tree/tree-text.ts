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
  /** The figure whose caption it is, for a figure that stands in the text: it may be printed a little later. */
  figure?: string;
}

/** What a stretch of text is that is read as one; `caption`: of a table, `picture`: the words under a figure. */
export type StretchKind =
  | 'title'
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'cell'
  | 'caption'
  | 'byline'
  | 'other'
  | 'picture';

/** Told what is printed, in its order. */
interface Sink {
  /** `figure`: whose caption it is, for a figure that stands in the text. */
  text(words: string, position: { start: Point }, figure?: Figure): void;
  /** A figure that stands in the text; its caption comes next. */
  figure?(figure: Figure): void;
  /** What follows is read as one, up to the next call. */
  stretch?(kind: StretchKind): void;
  /** A title comes; what stands under it goes on until it is left. */
  enter?(title: readonly Phrasing[]): void;
  leave?(): void;
}

type Point = { line: number; column: number };

/** Front-matter fields in the order in which they are printed before the body … */
const HEAD_FIELDS = ['title', 'subtitle', 'documentNumber', 'date', 'post', 'author'] as const;
/** … and after it, as the byline. */
const BYLINE_FIELDS = ['photographer', 'contributor', 'department'] as const;

/** The printed text of a part or a manuscript, run by run. */
export function treeRuns(node: Part | Manuscript): Run[] {
  const runs: Run[] = [];
  writeTree(node, (file) => ({
    text: (text, { start }, figure) => runs.push(runOf(text, file, start, figure)),
  }));
  return runs;
}

function runOf(text: string, file: string, { line, column }: Point, figure: Figure | undefined): Run {
  return { text, file, line, column, ...(figure && { figure: figure.id }) };
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
  writeTree(node, (file) => ({
    text(words, _, figure) {
      if (!figure) after += words.replace(/\s+/gu, '').length;
    },
    figure({ id, photos, position: { start } }) {
      figures.push({ id, file, line: start.line, column: start.column, photos: photos.length, after });
    },
  }));
  return figures;
}

/** Text that is read and compared as one: a title, a paragraph, a cell. */
export interface Stretch {
  kind: StretchKind;
  /** Titles of the 类目, 分目 and 条目 that hold it, outermost first; a title is among its own. */
  path: string[];
  runs: Run[];
}

/** The same text as `treeRuns`, in the stretches in which it is read. */
export function treeStretches(node: Part | Manuscript): Stretch[] {
  const stretches: Stretch[] = [];
  const path: string[] = [];
  let kind: StretchKind = 'other';
  let open: Stretch | undefined;
  writeTree(node, (file) => ({
    text(text, { start }, figure) {
      if (!open) {
        open = { kind, path: [...path], runs: [] };
        stretches.push(open);
      }
      open.runs.push(runOf(text, file, start, figure));
    },
    stretch(next) {
      kind = next;
      open = undefined;
    },
    enter: (title) => path.push(phrasingText([...title])),
    leave: () => path.pop(),
  }));
  return stretches;
}

/** Writes a part or a manuscript; `sinkOf` gives the sink of a manuscript by its file. */
function writeTree(node: Part | Manuscript, sinkOf: (file: string) => Sink): void {
  if (node.type === 'manuscript') {
    writeManuscript(node, sinkOf(node.file));
    return;
  }
  const first = node.children[0];
  const opener = sinkOf(first?.file ?? node.folder);
  const start = first?.category.position.start ?? { line: 1, column: 1 };
  opener.enter?.([{ type: 'text', value: node.title, position: { start, end: start } }]);
  opener.stretch?.('title');
  if (node.role === 'body') opener.text(node.title, { start });
  for (const manuscript of node.children) writeManuscript(manuscript, sinkOf(manuscript.file));
  opener.leave?.();
}

/** The printed text of a volume. */
export function volumeRuns({ children }: Volume): Run[] {
  // Manuscripts of the 卷首 are printed one by one, and treeRuns leaves out its title as they do.
  return children.flatMap(treeRuns);
}

function writeManuscript(manuscript: Manuscript, sink: Sink): void {
  const { subcategory, title } = manuscript;
  const field = (value: Field | undefined, kind: StretchKind): void => {
    if (!value || value.value === '') return;
    sink.stretch?.(kind);
    sink.text(value.value, value.position);
  };
  const held = [subcategory, title].filter((each) => each !== undefined);
  for (const { value, position } of held) sink.enter?.([{ type: 'text', value, position }]);
  if (manuscript.opensSubcategory) field(subcategory, 'title');
  for (const name of HEAD_FIELDS) field(manuscript[name], name === 'title' ? 'title' : 'heading');
  const way = { ...PRINTED, columns: isCommittee(manuscript) };
  const body = withoutPlates(skipEmpty(sink), platesOf(manuscript));
  for (const child of manuscript.children) write(child, body, way);
  for (const name of BYLINE_FIELDS) field(manuscript[name], 'byline');
  for (const _ of held) sink.leave?.();
}

/** Nothing is printed where a text is empty. */
function skipEmpty(sink: Sink): Sink {
  return {
    ...sink,
    text: (words, position, figure) => {
      if (words !== '') sink.text(words, position, figure);
    },
  };
}

/** A figure on a plate is none of the text. */
function withoutPlates(sink: Sink, plates: ReadonlySet<Node>): Sink {
  if (plates.size === 0) return sink;
  return {
    ...sink,
    text: (words, position, figure) => sink.text(words, position, figure && !plates.has(figure) ? figure : undefined),
    figure: (figure) => {
      if (!plates.has(figure)) sink.figure?.(figure);
    },
  };
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

/** The text of the body of a manuscript as it is written there, without its front-matter fields and the hints of photos. */
export function bodyRuns(manuscript: Manuscript): Run[] {
  const { file, children } = manuscript;
  const runs: Run[] = [];
  const sink: Sink = { text: (text, { start: { line, column } }) => runs.push({ text, file, line, column }) };
  for (const child of children) write(child, skipEmpty(sink), { ...PRINTED, credits: false });
  return runs;
}

/** Where the first and the last printed text of some nodes begin, as in `treeRuns`; nothing where they print nothing. */
export function printedEnds(nodes: readonly Node[]): { first: Point; last: Point } | undefined {
  let first: Point | undefined;
  let last: Point | undefined;
  writeAll(nodes, {
    text(text, { start: { line, column } }) {
      if (text.trim() === '') return;
      last = { line, column };
      first ??= last;
    },
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
  write(block, {
    text(words) {
      value += words;
    },
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
      sink.text(node.value, node.position);
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
      sink.enter?.(node.title);
      sink.stretch?.('title');
      writeAll(node.title, sink);
      writeAll(node.children, sink, way);
      sink.leave?.();
      return;
    case 'event':
      sink.stretch?.('paragraph');
      write(node.date, sink);
      writeAll(node.children, sink, way);
      return;
    case 'clause':
      sink.stretch?.('paragraph');
      write(node.label, sink);
      writeAll(node.children, sink, way);
      return;
    case 'paragraph':
      sink.stretch?.('paragraph');
      writeAll(node.children, sink, way);
      return;
    case 'post':
      sink.stretch?.('item');
      writePost(node, sink, way.columns);
      return;
    case 'figure':
      sink.stretch?.('picture');
      sink.figure?.(node);
      writeAll(node.caption, { ...sink, text: (words, position) => sink.text(words, position, node) });
      if (way.credits) for (const { credit } of creditsOf(node)) sink.text(credit.value, credit.position, node);
      return;
    case 'table':
      writeTable(node, sink);
      return;
    case 'list':
    case 'item':
    case 'strong':
    case 'emphasis':
    case 'mark':
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

function writePost(post: Post, { text }: Sink, columns: boolean): void {
  text(post.title.value, post.title.position);
  text('：', post.position);
  post.holders.forEach((holder, index) => {
    if (index > 0 && !columns) text('；', holder.position);
    text(holder.name.value, holder.name.position);
    if (!holder.note) return;
    text('（', holder.note.position);
    text(holder.note.value, holder.note.position);
    text('）', holder.note.position);
  });
}

function writeTable(table: Table, sink: Sink): void {
  const caption = (value: Caption | undefined): void => {
    sink.stretch?.('caption');
    writeAll(value?.children ?? [], sink);
  };
  const rows = (list: Row[]): void => {
    for (const row of list) {
      for (const cell of row.cells) {
        sink.stretch?.('cell');
        writeAll(cell.children, sink);
      }
    }
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
