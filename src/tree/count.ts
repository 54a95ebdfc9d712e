/** What a volume holds, in numbers: for reports and for the tests of the readers. */
import type { Node, Volume } from './nodes.js';
import { visit } from './visit.js';

export interface Counts {
  /** 类目 */
  parts: number;
  /** 稿件 */
  manuscripts: number;
  /** 分目: headings `##` and those that the front matter opens. */
  subcategories: number;
  /** 条目 */
  entries: number;
  /** 大事记 */
  events: number;
  tables: number;
  figures: number;
  photos: number;
  /** Persons of the rosters. */
  holders: number;
  marks: number;
}

const COUNTED: Partial<Record<Node['type'], keyof Counts>> = {
  part: 'parts',
  manuscript: 'manuscripts',
  subcategory: 'subcategories',
  entry: 'entries',
  event: 'events',
  table: 'tables',
  figure: 'figures',
  photo: 'photos',
  mark: 'marks',
};

/** Counts the nodes of a volume. */
export function countNodes(volume: Volume): Counts {
  const counts: Counts = {
    parts: 0,
    manuscripts: 0,
    subcategories: 0,
    entries: 0,
    events: 0,
    tables: 0,
    figures: 0,
    photos: 0,
    holders: 0,
    marks: 0,
  };
  visit(volume, (node) => {
    const name = COUNTED[node.type];
    if (name) counts[name] += 1;
    if (node.type === 'post') counts.holders += node.holders.length;
    if (node.type === 'manuscript' && node.opensSubcategory) counts.subcategories += 1;
  });
  return counts;
}
