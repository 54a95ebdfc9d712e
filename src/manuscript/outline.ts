/** The headings of a manuscript as a tree: what stands under which. Every reader starts from it. */
import type { Heading, Root, RootContent } from 'mdast';
import type { Phrasing } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';
import { readPhrasing } from './phrasing.js';
import { placeOf, type Reading } from './reading.js';

/** A heading (`##` or `###`) with what follows it up to the next one. */
export interface Outline {
  depth: 0 | 2 | 3;
  /** Absent at the root. */
  heading?: Heading;
  /** What stands before the first heading below this one. */
  content: RootContent[];
  sections: OutlineSection[];
}

export interface OutlineSection extends Outline {
  depth: 2 | 3;
  heading: Heading;
}

/** Sorts the blocks of a manuscript under their headings. */
export function outline(reading: Reading, root: Root): Outline {
  const top: Outline = { depth: 0, content: [], sections: [] };
  let second: Outline = top;
  let current: Outline = top;
  for (const node of root.children) {
    const depth = node.type === 'heading' ? headingDepth(reading, node) : undefined;
    if (node.type !== 'heading' || depth === undefined) {
      current.content.push(node);
      continue;
    }
    const section: OutlineSection = { depth, heading: node, content: [], sections: [] };
    if (depth === 2) {
      top.sections.push(section);
      second = section;
    } else second.sections.push(section);
    current = section;
  }
  return top;
}

function headingDepth(reading: Reading, heading: Heading): 2 | 3 | undefined {
  if (heading.depth === 2 || heading.depth === 3) return heading.depth;
  const [reason, remedy] =
    heading.depth === 1
      ? ['稿件里没有一级标题“#”', '书名、类目不在稿件里写；分目用“##”，条目用“###”，文章的题目写在前言的“标题”里']
      : [
          `稿件里没有${'四五六'[heading.depth - 4]}级标题“${'#'.repeat(heading.depth)}”`,
          '分目用“##”，条目用“###”；更低的层次用“一、”“（一）”开头的段落',
        ];
  reading.error('heading-depth', placeOf(heading), reason, remedy);
  return undefined;
}

/** The words of a heading; an empty heading is an error. */
export function readHeading(reading: Reading, heading: Heading): Phrasing[] {
  const title = readPhrasing(reading, heading.children);
  if (phrasingText(title).trim() === '') {
    reading.error('heading-empty', placeOf(heading), '标题里没有文字', '写上标题，或者删去这一行');
  }
  return title;
}

/** Reports headings that a 体裁 has no place for; what stands under them is lifted to where they stand. */
export function rejectHeading(reading: Reading, heading: Heading, genre: string, remedy: string): void {
  const marks = '#'.repeat(heading.depth);
  reading.error('heading-genre', placeOf(heading), `${genre}里没有“${marks}”这一级标题`, remedy);
}
