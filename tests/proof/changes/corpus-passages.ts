/** A simple builder of passages from the tree, for tests: what a proof would write down, without its pages. */
import type { Position } from 'unist';
import type { Passage, PassageKind } from '../../../src/proof/model.js';
import type { Manuscript, Node, Table, Volume } from '../../../src/tree/nodes.js';
import { blockText, phrasingText } from '../../../src/tree/tree-text.js';

const squeeze = (text: string): string => text.replace(/\s+/gu, '');

/** The passages of a volume in the order of the book. */
export function volumePassages({ children }: Volume): Passage[] {
  return children.flatMap((part) => part.children.flatMap((manuscript) => manuscriptPassages(manuscript, part.title)));
}

function manuscriptPassages(manuscript: Manuscript, part: string): Passage[] {
  const { file } = manuscript;
  const passages: Passage[] = [];
  const add = (kind: PassageKind, text: string, path: string[], { start }: Position): void => {
    passages.push({ kind, text: squeeze(text), path, file, line: start.line, column: start.column, lines: [] });
  };
  const visit = (node: Node, path: string[]): string[] => {
    if (!('position' in node)) return path;
    switch (node.type) {
      case 'subcategory':
      case 'entry': {
        const title = squeeze(phrasingText(node.title));
        const inner = [...path, title];
        add('title', title, inner, node.position);
        for (const child of node.children) visit(child, inner);
        return path;
      }
      case 'section':
      case 'month':
      case 'system':
      case 'unit':
      case 'plates':
        add('heading', phrasingText(node.title), path, node.position);
        for (const child of node.children) visit(child, path);
        return path;
      case 'table':
        visitTable(node, path);
        return path;
      case 'list':
        for (const item of node.children) for (const block of item.children) visit(block, path);
        return path;
      case 'event':
        add('paragraph', node.date.value + phrasingText(node.children), path, node.position);
        return path;
      case 'figure':
        add('caption', phrasingText(node.caption), path, node.position);
        return path;
      case 'paragraph':
      case 'clause':
        add('paragraph', blockText(node), path, node.position);
        return path;
      case 'post':
        add('item', blockText(node), path, node.position);
        return path;
      default:
        return path;
    }
  };
  const visitTable = ({ caption, unit, head, body }: Table, path: string[]): void => {
    for (const line of [caption, unit]) if (line) add('caption', phrasingText(line.children), path, line.position);
    for (const row of [...head, ...body])
      for (const cell of row.cells) add('cell', phrasingText(cell.children), path, cell.position);
  };

  let path = [squeeze(part)];
  const { subcategory, opensSubcategory, title, contributor } = manuscript;
  if (subcategory) path = [...path, squeeze(subcategory.value)];
  if (subcategory && opensSubcategory) add('title', subcategory.value, path, subcategory.position);
  if (title) {
    path = [...path, squeeze(title.value)];
    add('title', title.value, path, title.position);
  }
  for (const child of manuscript.children) visit(child, child.type === 'subcategory' ? [squeeze(part)] : path);
  if (contributor) add('byline', contributor.value, [squeeze(part)], contributor.position);
  return passages;
}
