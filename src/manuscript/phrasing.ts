/**
 * Phrasing: the text inside a paragraph, a heading, a cell.
 *
 * Two steps, so that a reader can cut a label off in between: `convertPhrasing` turns the parser's nodes into
 * ours with every character as typed, `finishPhrasing` normalizes.
 */
import type { PhrasingContent } from 'mdast';
import { emphasis, lineBreak, strong, text } from '../tree/build.js';
import type { Phrasing, Text } from '../tree/nodes.js';
import { readIndexMark } from './index-mark.js';
import { placeOf, type Reading } from './reading.js';
import { classifyHtml } from './text/html-names.js';
import { applyEdits, type Edit, tidy } from './text/normalize.js';
import { pointInText } from './text/source-map.js';
import { checkText, rejectNode } from './text/unsupported.js';

/** The parser's phrasing as ours, characters as typed. */
export function convertPhrasing(reading: Reading, nodes: readonly PhrasingContent[]): Phrasing[] {
  const result: Phrasing[] = [];
  for (const node of nodes) {
    for (const converted of convert(reading, node)) {
      const last = result.at(-1);
      if (last?.type === 'text' && converted.type === 'text') {
        last.value += converted.value;
        last.position = { start: last.position.start, end: converted.position.end };
      } else result.push(converted);
    }
  }
  for (const node of result) if (node.type === 'text') checkText(reading, node);
  return result;
}

function convert(reading: Reading, node: PhrasingContent): Phrasing[] {
  const position = placeOf(node);
  switch (node.type) {
    case 'text':
      return [text(node.value, position)];
    case 'strong':
      return [strong(convertPhrasing(reading, node.children), position)];
    case 'emphasis':
      return [emphasis(convertPhrasing(reading, node.children), position)];
    case 'textDirective':
      return [readIndexMark(reading, node, convertPhrasing(reading, node.children))];
    case 'break':
      return [hardBreak(reading, position)];
    case 'html': {
      const kind = classifyHtml(node.value);
      if (kind === 'break') return [lineBreak(position)];
      if (kind === 'forbidden') rejectNode(reading, node);
      return [text(node.value, position)];
    }
    case 'inlineCode':
      rejectNode(reading, node);
      return [text(node.value, position)];
    case 'image':
      rejectNode(reading, node);
      return [text(node.alt ?? '', position)];
    default:
      rejectNode(reading, node);
      return 'children' in node ? convertPhrasing(reading, node.children as PhrasingContent[]) : [];
  }
}

/** A line that ends in two spaces is joined like any other, and listed; one that ends in `\` is an error. */
function hardBreak(reading: Reading, position: Text['position']): Text {
  if (reading.slice(position).startsWith('\\')) {
    reading.error('hard-break', position, '行末的反斜线不是稿件的写法', '换行写 <br>；不换行就删去反斜线');
  } else reading.change('hard-break-joined', position.start, '行末空格', '');
  return text('\n', position);
}

/** Normalizes phrasing in place and drops what became empty. */
export function finishPhrasing(reading: Reading, phrasing: Phrasing[]): Phrasing[] {
  let segment: Text[] = [];
  const flush = (): void => {
    tidySegment(reading, segment);
    segment = [];
  };
  const collect = (nodes: readonly Phrasing[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') segment.push(node);
      else if (node.type === 'break') flush();
      else collect(node.children);
    }
  };
  collect(phrasing);
  flush();
  return dropEmpty(phrasing);
}

/** Converts and normalizes in one go. */
export function readPhrasing(reading: Reading, nodes: readonly PhrasingContent[]): Phrasing[] {
  return finishPhrasing(reading, convertPhrasing(reading, nodes));
}

function tidySegment(reading: Reading, leaves: Text[]): void {
  const value = leaves.length === 1 ? (leaves[0]?.value ?? '') : leaves.map((leaf) => leaf.value).join('');
  const { edits, spaceBetweenHan } = tidy(value);
  if (edits.length === 0 && spaceBetweenHan.length === 0) return;
  let from = 0;
  for (const leaf of leaves) {
    const to = from + leaf.value.length;
    for (const at of spaceBetweenHan) {
      if (at >= from && at < to) warnSpace(reading, leaf, at - from);
    }
    editLeaf(reading, leaf, edits, from, value);
    from = to;
  }
}

/** Applies to one leaf the share it has of the edits of the whole segment. */
function editLeaf(reading: Reading, leaf: Text, edits: readonly Edit[], from: number, whole: string): void {
  const to = from + leaf.value.length;
  const own: Edit[] = [];
  for (const edit of edits) {
    const start = Math.max(edit.at, from);
    const end = Math.min(edit.at + edit.length, to);
    if (start >= end) continue;
    own.push({ ...edit, at: start - from, length: end - start, insert: start === edit.at ? edit.insert : '' });
    if (start === edit.at && (edit.rule === 'space-removed' || edit.rule === 'space-collapsed')) {
      const [left, right] = [whole[edit.at - 1] ?? '', whole[edit.at + edit.length] ?? ''];
      const typed = whole.slice(edit.at, edit.at + edit.length);
      const point = pointInText(reading, leaf, start - from);
      reading.change(edit.rule, point, left + typed + right, left + edit.insert + right);
    }
  }
  const [first] = own;
  if (!first) return;
  const indent = first.at === 0 && first.insert === '' ? first.length : 0;
  const start = indent > 0 ? pointInText(reading, leaf, indent) : leaf.position.start;
  leaf.value = applyEdits(leaf.value, own);
  leaf.position = { start, end: leaf.position.end };
}

function warnSpace(reading: Reading, leaf: Text, index: number): void {
  const point = pointInText(reading, leaf, index);
  reading.warning(
    'space-between-han',
    point,
    '汉字之间有半角空格，排版时不留这个空',
    '多余的删去；有意隔开的改成全角空格',
  );
}

/** Without texts that hold nothing, and emphasis round nothing. */
function dropEmpty(phrasing: Phrasing[]): Phrasing[] {
  const kept: Phrasing[] = [];
  for (const node of phrasing) {
    if ('children' in node) node.children = dropEmpty(node.children);
    const empty =
      node.type === 'text'
        ? node.value === ''
        : 'children' in node && node.type !== 'mark' && node.children.length === 0;
    if (!empty) kept.push(node);
  }
  return kept;
}
