/** Walking the volume tree: which children a node has, and a depth-first visit in reading order. */
import type { Caption, Cell, Node, Row } from './nodes.js';

/** The child nodes of any node, in reading order; captions, rows and cells are unfolded into what they hold. */
export function childrenOf(node: Node): Node[] {
  switch (node.type) {
    case 'text':
    case 'break':
    case 'photo':
      return [];
    case 'volume':
    case 'part':
    case 'manuscript':
    case 'paragraph':
    case 'list':
    case 'item':
    case 'strong':
    case 'emphasis':
    case 'mark':
      return node.children;
    case 'subcategory':
    case 'entry':
    case 'section':
    case 'month':
    case 'system':
    case 'unit':
    case 'plates':
      return [...node.title, ...node.children];
    case 'event':
      return [node.date, ...node.children];
    case 'clause':
      return [node.label, ...node.children];
    case 'post':
      return [
        node.title,
        ...node.holders.flatMap((holder) => (holder.note ? [holder.name, holder.note] : [holder.name])),
      ];
    case 'figure':
      return [...node.photos, ...node.caption];
    case 'table':
      return [
        ...captionNodes(node.caption),
        ...captionNodes(node.unit),
        ...rowNodes(node.head),
        ...rowNodes(node.body),
      ];
  }
}

function captionNodes(caption: Caption | undefined): Node[] {
  return caption?.children ?? [];
}

function rowNodes(rows: Row[]): Node[] {
  return rows.flatMap((row) => row.cells.flatMap((cell: Cell) => cell.children));
}

/** Calls `enter` for the node and everything below it, in reading order. */
export function visit(node: Node, enter: (node: Node, parents: readonly Node[]) => void): void {
  const parents: Node[] = [];
  const walk = (current: Node): void => {
    enter(current, parents);
    parents.push(current);
    for (const child of childrenOf(current)) walk(child);
    parents.pop();
  };
  walk(node);
}

/** Every node of one type below (and including) `root`, in reading order. */
export function select<T extends Node['type']>(root: Node, type: T): Extract<Node, { type: T }>[] {
  const found: Extract<Node, { type: T }>[] = [];
  visit(root, (node) => {
    if (node.type === type) found.push(node as Extract<Node, { type: T }>);
  });
  return found;
}
