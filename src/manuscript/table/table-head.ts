/** What belongs to a table and stands before it: the caption (a paragraph in bold) and the unit line. */
import type { Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Caption } from '../../tree/nodes.js';
import { readPhrasing } from '../phrasing.js';
import { placeOf, type Reading } from '../reading.js';
import { checkParagraphLines } from '../text/unsupported.js';

export interface TableWithHead {
  table: Table;
  caption?: Caption;
  unit?: Caption;
  /** Index of the block after the table. */
  next: number;
}

/** 单位：亿元, （单位：万元、%） */
const UNIT = /^[\s\u3000]*[（(]?(?:计量)?单位[：:][^。；！？]{1,30}$/;

/** If a table begins at `index`, with or without caption and unit line, takes all of it. */
export function takeTableHead(
  reading: Reading,
  nodes: readonly RootContent[],
  index: number,
): TableWithHead | undefined {
  let next = index;
  const caption = boldParagraph(nodes[next]);
  if (caption) next += 1;
  const unit = unitParagraph(nodes[next]);
  if (unit) next += 1;
  const table = nodes[next];
  if (table?.type !== 'table') return undefined;
  return {
    table,
    ...(caption && { caption: readCaption(reading, caption, boldChildren(caption)) }),
    ...(unit && { unit: readCaption(reading, unit, unit.children) }),
    next: next + 1,
  };
}

function readCaption(reading: Reading, node: Paragraph, children: PhrasingContent[]): Caption {
  checkParagraphLines(reading, placeOf(node));
  return { children: readPhrasing(reading, children), position: placeOf(node) };
}

/** A paragraph all of which is bold. */
function boldParagraph(node: RootContent | undefined): Paragraph | undefined {
  if (node?.type !== 'paragraph') return undefined;
  const bold = node.children.filter((child) => child.type === 'strong').length > 0;
  const other = node.children.every(
    (child) => child.type === 'strong' || (child.type === 'text' && child.value.trim() === ''),
  );
  return bold && other ? node : undefined;
}

function boldChildren(node: Paragraph): PhrasingContent[] {
  return node.children.flatMap((child) => (child.type === 'strong' ? child.children : [child]));
}

function unitParagraph(node: RootContent | undefined): Paragraph | undefined {
  return node?.type === 'paragraph' && UNIT.test(plainText(node)) ? node : undefined;
}
