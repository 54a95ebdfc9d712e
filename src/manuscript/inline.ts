/** Phrasing that the parser does not give us as nodes: the words of a photo. Parsed again, in place. */
import type { PhrasingContent } from 'mdast';
import type { Point } from 'unist';
import type { Phrasing } from '../tree/nodes.js';
import { convertPhrasing, finishPhrasing } from './phrasing.js';
import type { Reading } from './reading.js';
import { splitPhrasing } from './split-phrasing.js';
import { moveNodes, parseMarkdown } from './text/markdown.js';

/** Set before the piece, so that it is a paragraph whatever it begins with: `- 甲` is no list here. */
const LEAD = 'X';

/** Reads a piece of the source as phrasing; `start` is where it stands. */
export function readInline(reading: Reading, source: string, start: Point): Phrasing[] {
  const root = parseMarkdown(LEAD + source.replace(/[\n\r]/g, ' '));
  const { line, column, offset = 0 } = start;
  moveNodes(root, { line, column: column - LEAD.length, offset: offset - LEAD.length });
  const nodes = root.children.flatMap((block) => (block.type === 'paragraph' ? block.children : []));
  const [, phrasing] = splitPhrasing(reading, convertPhrasing(reading, nodes as PhrasingContent[]), LEAD.length);
  return finishPhrasing(reading, phrasing);
}
