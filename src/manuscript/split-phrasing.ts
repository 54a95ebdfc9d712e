/** Cutting phrasing in two at a character: a label from its text, a title from its entry. */
import type { Phrasing } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';
import type { Reading } from './reading.js';
import { pointInText } from './text/source-map.js';

/**
 * Splits before character `offset` of the printed text. Bold and italics that straddle the cut are continued on
 * both sides; an index mark is never cut and goes to the left.
 */
export function splitPhrasing(
  reading: Reading,
  phrasing: readonly Phrasing[],
  offset: number,
): [Phrasing[], Phrasing[]] {
  const left: Phrasing[] = [];
  const right: Phrasing[] = [];
  let rest = offset;
  for (const node of phrasing) {
    const length =
      node.type === 'text' ? node.value.length : 'children' in node ? phrasingText(node.children).length : 0;
    if (length <= rest && (rest > 0 || length > 0)) left.push(node);
    else if (rest <= 0) right.push(node);
    else if (node.type === 'text') {
      const middle = pointInText(reading, node, rest);
      left.push({ ...node, value: node.value.slice(0, rest), position: { start: node.position.start, end: middle } });
      right.push({ ...node, value: node.value.slice(rest), position: { start: middle, end: node.position.end } });
    } else if (node.type === 'strong' || node.type === 'emphasis') {
      const [before, after] = splitPhrasing(reading, node.children, rest);
      const middle = after[0]?.position.start ?? node.position.end;
      left.push({ ...node, children: before, position: { start: node.position.start, end: middle } });
      right.push({ ...node, children: after, position: { start: middle, end: node.position.end } });
    } else left.push(node);
    rest -= length;
    if (rest < 0) rest = 0;
  }
  return [left, right];
}

/** Takes bold and italics away, keeping what they hold. */
export function withoutEmphasis(phrasing: readonly Phrasing[]): Phrasing[] {
  return phrasing.flatMap((node) =>
    node.type === 'strong' || node.type === 'emphasis' ? withoutEmphasis(node.children) : [node],
  );
}
