/**
 * 条目 (entries): `## 分目`, `### 条目` and paragraphs.
 *
 *     【劳务输转】全年输转富余劳动力…       a paragraph that begins with 【标题】 opens an entry too,
 *     **【劳务输转】**全年…                 in bold as well
 */
import type { Paragraph as MdParagraph, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { paragraph } from '../../tree/build.js';
import type { Block, Entry, ManuscriptContent, Phrasing, Subcategory } from '../../tree/nodes.js';
import { phrasingText } from '../../tree/tree-text.js';
import { readBlocks } from '../blocks.js';
import { type Outline, type OutlineSection, readHeading } from '../outline.js';
import { convertPhrasing, finishPhrasing } from '../phrasing.js';
import { placeOf, type Reading } from '../reading.js';
import { splitPhrasing, withoutEmphasis } from '../split-phrasing.js';
import { checkParagraphLines } from '../text/unsupported.js';

/** Reads a manuscript of entries; `named` says whether the front matter gives a 分目. */
export function readEntries(reading: Reading, top: Outline, named: boolean): ManuscriptContent[] {
  const children: ManuscriptContent[] = readContent(reading, top.content);
  let opened = false;
  let stray: Entry | undefined = children.find((child): child is Entry => child.type === 'entry');
  for (const section of top.sections) {
    if (section.depth === 2) {
      children.push(readSubcategory(reading, section));
      opened = true;
    } else {
      const entries = readEntry(reading, section);
      children.push(...entries);
      if (!opened) stray ??= entries[0];
    }
  }
  if (stray && opened && !named) {
    const title = phrasingText(stray.title);
    const remedy = '在它前面加一行“## 分目”，或者在开头写“分目: …”';
    reading.error(
      'entry-outside-subcategory',
      stray.position,
      `条目“${title}”写在第一个分目之前，不属于任何分目`,
      remedy,
    );
  }
  return children;
}

function readSubcategory(reading: Reading, section: OutlineSection): Subcategory {
  const id = reading.nextId('s');
  const title = readHeading(reading, section.heading);
  const children: (Entry | Block)[] = readContent(reading, section.content);
  for (const entry of section.sections) children.push(...readEntry(reading, entry));
  return { type: 'subcategory', id, title, children, position: placeOf(section.heading) };
}

/** An entry with a heading; paragraphs that begin with 【…】 below it open entries of their own. */
function readEntry(reading: Reading, section: OutlineSection): Entry[] {
  const id = reading.nextId('e');
  const title = withoutBrackets(readHeading(reading, section.heading));
  const [own, others] = splitAtTitles(section.content);
  const entry: Entry = {
    type: 'entry',
    id,
    title,
    children: readBlocks(reading, own),
    position: placeOf(section.heading),
  };
  return [entry, ...others.map((run) => readBracketEntry(reading, run))];
}

/** `### 【标题】`: typesetting prints the brackets. */
function withoutBrackets(title: Phrasing[]): Phrasing[] {
  const [only] = title;
  if (title.length !== 1 || only?.type !== 'text' || !/^【[^【】]+】$/.test(only.value)) return title;
  return [{ ...only, value: only.value.slice(1, -1) }];
}

function readContent(reading: Reading, nodes: readonly RootContent[]): (Entry | Block)[] {
  const [before, runs] = splitAtTitles(nodes);
  return [...readBlocks(reading, before), ...runs.map((run) => readBracketEntry(reading, run))];
}

type TitledRun = [first: MdParagraph, ...rest: RootContent[]];

/** What stands before the first paragraph that begins with 【…】, and a run for each of these. */
function splitAtTitles(nodes: readonly RootContent[]): [RootContent[], TitledRun[]] {
  const before: RootContent[] = [];
  const runs: TitledRun[] = [];
  for (const node of nodes) {
    const last = runs.at(-1);
    if (node.type === 'paragraph' && titleLength(node) !== undefined) runs.push([node]);
    else if (last) last.push(node);
    else before.push(node);
  }
  return [before, runs];
}

/** How far 【标题】 reaches, with its indent and marks; nothing if the paragraph does not begin with it. */
function titleLength(node: MdParagraph): number | undefined {
  const match = /^[\s\u3000]*【(?:[^【】]|【[^【】]*】)+】/.exec(plainText(node));
  return match?.[0].length;
}

function readBracketEntry(reading: Reading, [first, ...rest]: TitledRun): Entry {
  const id = reading.nextId('e');
  const position = placeOf(first);
  checkParagraphLines(reading, position);
  const phrasing = convertPhrasing(reading, first.children);
  const [left, right] = splitPhrasing(reading, phrasing, titleLength(first) ?? 0);
  const title = stripBrackets(finishPhrasing(reading, withoutEmphasis(left)));
  if (phrasingText(title).trim() === '') {
    reading.error('entry-title-empty', position, '【】里没有标题', '写上条目的标题，或者删去【】');
  }
  const body = finishPhrasing(reading, right);
  const start = body[0]?.position.start ?? position.start;
  const opening = body.length > 0 ? [paragraph(body, { start, end: position.end })] : [];
  const children = [...opening, ...readBlocks(reading, rest)];
  return { type: 'entry', id, title, children, position };
}

/** Without the outermost 【 and 】, which may stand in different text nodes. */
function stripBrackets(title: Phrasing[]): Phrasing[] {
  const first = title[0];
  if (first?.type === 'text' && first.value.startsWith('【')) first.value = first.value.slice(1);
  const last = title.at(-1);
  if (last?.type === 'text' && last.value.endsWith('】')) last.value = last.value.slice(0, -1);
  const kept = title.filter((node) => node.type !== 'text' || node.value !== '');
  const edge = kept[0];
  if (edge?.type === 'text') edge.value = edge.value.trimStart();
  const end = kept.at(-1);
  if (end?.type === 'text') end.value = end.value.trimEnd();
  return kept;
}
