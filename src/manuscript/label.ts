/** Paragraphs that open with a label: `第一条　…`, `6日　…`. The label is cut off before spaces are normalized. */
import type { Paragraph as MdParagraph } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { text } from '../tree/build.js';
import type { Phrasing, Text } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';
import { convertPhrasing, finishPhrasing } from './phrasing.js';
import { placeOf, type Reading } from './reading.js';
import { splitPhrasing, withoutEmphasis } from './split-phrasing.js';
import { checkParagraphLines } from './text/unsupported.js';

export interface Labelled {
  label: Text;
  rest: Phrasing[];
}

/** If the paragraph begins with what `pattern` matches, the label (its first group) and the rest. */
export function cutLabel(reading: Reading, node: MdParagraph, pattern: RegExp): Labelled | undefined {
  const raw = plainText(node);
  const indent = /^[\s\u3000]*/.exec(raw)?.[0].length ?? 0;
  const match = pattern.exec(raw.slice(indent));
  if (!match) return undefined;
  checkParagraphLines(reading, placeOf(node));
  const phrasing = convertPhrasing(reading, node.children);
  const [left, right] = splitPhrasing(reading, phrasing, indent + match[0].length);
  const label = finishPhrasing(reading, withoutEmphasis(left));
  const position = {
    start: label[0]?.position.start ?? placeOf(node).start,
    end: label.at(-1)?.position.end ?? placeOf(node).end,
  };
  return { label: text(phrasingText(label), position), rest: finishPhrasing(reading, right) };
}
