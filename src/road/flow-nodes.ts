/** What is set as one flow: a 类目 of the body, a manuscript of the 卷首; and what a proof asks of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manuscriptDigest } from '../proof/record/digest.js';
import type { Manuscript, Part, Volume } from '../tree/nodes.js';

export type FlowNode = Part | Manuscript;

/** In the order of the book. */
export function flowNodes(volume: Volume): FlowNode[] {
  return volume.children.flatMap((part): FlowNode[] => (part.role === 'front' ? part.children : [part]));
}

export function manuscriptsOf(node: FlowNode): Manuscript[] {
  return node.type === 'part' ? node.children : [node];
}

/** What the proofreader calls it. */
export function titleOf(node: FlowNode): string {
  return node.type === 'part' ? node.title : (node.title?.value ?? node.category.value);
}

/** The digests of its manuscripts as they lie on disk, by file. */
export function digestsOf({ folder }: Volume, nodes: readonly FlowNode[]): Record<string, string> {
  const files = nodes.flatMap(manuscriptsOf).map(({ file }) => file);
  return Object.fromEntries(files.map((file) => [file, manuscriptDigest(readFileSync(join(folder, file)))]));
}
