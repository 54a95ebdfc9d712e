/** Blocks that every 体裁 shares: paragraphs, lists, tables with caption and unit line, photos. */
import type { List as MdList, Paragraph as MdParagraph, RootContent } from 'mdast';
import { paragraph } from '../tree/build.js';
import type { Block, List, ListItem, Paragraph } from '../tree/nodes.js';
import { FigureGroup, isPhotoParagraph, readPhotos } from './photos/figure.js';
import { readPhrasing } from './phrasing.js';
import { placeOf, type Reading } from './reading.js';
import { readTable } from './table/table.js';
import { takeTableHead } from './table/table-head.js';
import { checkParagraphLines, rejectNode } from './text/unsupported.js';

/** Reads a paragraph of text; a 体裁 may read some of its paragraphs as something else. */
export type ParagraphReader = (node: MdParagraph) => Block | undefined;

/** Reads a run of blocks. `special` is asked first for each paragraph that is not a photo or a table's caption. */
export function readBlocks(reading: Reading, nodes: readonly RootContent[], special?: ParagraphReader): Block[] {
  const blocks: Block[] = [];
  const figures = new FigureGroup(reading);
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index] as RootContent;
    if (isPhotoParagraph(node)) {
      blocks.push(...figures.add(readPhotos(reading, node)));
      continue;
    }
    blocks.push(...figures.close());
    const head = takeTableHead(reading, nodes, index);
    if (head) {
      blocks.push(readTable(reading, head));
      index = head.next - 1;
    } else blocks.push(...readBlock(reading, node, special));
  }
  blocks.push(...figures.close());
  return blocks;
}

function readBlock(reading: Reading, node: RootContent, special?: ParagraphReader): Block[] {
  switch (node.type) {
    case 'paragraph': {
      const block = special?.(node) ?? readParagraph(reading, node);
      return block ? [block] : [];
    }
    case 'list':
      return [readList(reading, node)];
    case 'heading':
      // Depths that the outline rejected: already reported, kept as text.
      return [paragraph(readPhrasing(reading, node.children), placeOf(node))];
    case 'blockquote':
      rejectNode(reading, node);
      return readBlocks(reading, node.children as RootContent[], special);
    case 'code':
      rejectNode(reading, node);
      return [paragraph([{ type: 'text', value: node.value, position: placeOf(node) }], placeOf(node))];
    case 'thematicBreak':
      rejectThematicBreak(reading, node);
      return [];
    default:
      rejectNode(reading, node);
      return [];
  }
}

/** A paragraph; nothing if only whitespace is left of it. */
export function readParagraph(reading: Reading, node: MdParagraph): Paragraph | undefined {
  const position = placeOf(node);
  checkParagraphLines(reading, position);
  const children = readPhrasing(reading, node.children);
  return children.length > 0 ? paragraph(children, position) : undefined;
}

/** `---` right under a line of text is meant as a heading elsewhere; here it is a stray rule. */
function rejectThematicBreak(reading: Reading, node: RootContent): void {
  const { start } = placeOf(node);
  const above = reading.source
    .slice(0, start.offset)
    .split(/\r\n|\r|\n/)
    .at(-2);
  if (above?.trim() && /^-+\s*$/.test(reading.slice(placeOf(node)))) {
    reading.error(
      'setext-heading',
      start,
      '文字下面加一行横线是另一种标题写法，这里不用',
      '标题写成“## 标题”，删去横线',
    );
  } else rejectNode(reading, node);
}

function readList(reading: Reading, node: MdList): List {
  const start = node.start ?? 1;
  checkNumbers(reading, node, start);
  const children = node.children.map((item): ListItem => {
    const box = /^(?:[-*+]|\d+[.)])\s+\[[ xX]\]\s/.exec(reading.slice(placeOf(item)));
    if (box) reading.error('task-list', placeOf(item), '方括号勾选框不是稿件的写法', '删去“[ ]”，直接写内容');
    return { type: 'item', children: readBlocks(reading, item.children as RootContent[]), position: placeOf(item) };
  });
  return { type: 'list', ordered: node.ordered === true, start, children, position: placeOf(node) };
}

/** Markdown keeps only the first number and counts on; numbers that jump would be printed wrong. */
function checkNumbers(reading: Reading, node: MdList, start: number): void {
  if (!node.ordered) return;
  const typed = node.children.map((item) => Number.parseInt(reading.slice(placeOf(item)), 10));
  if (typed.every((number) => number === start)) return;
  const wrong = typed.findIndex((number, index) => number !== start + index);
  const item = node.children[wrong];
  if (!item) return;
  const reason = `编号是${typed[wrong]}，接上一项应当是${start + wrong}`;
  reading.error('list-number', placeOf(item), reason, '改正编号；不是连续编号的列表写成普通段落，例如“（一）”');
}
