/**
 * 名录 (roster): `## 系统`, `### 单位`, and a line for each post.
 *
 *     - 区委常委、副区长：许国栋（2021年9月任）；张艳萍（女）
 */
import type { ListItem, List as MdList, RootContent } from 'mdast';
import type { Block, ManuscriptContent, Post, RosterSystem, RosterUnit } from '../../tree/nodes.js';
import { readBlocks } from '../blocks.js';
import { type Outline, type OutlineSection, readHeading } from '../outline.js';
import { placeOf, type Reading } from '../reading.js';
import { readPost } from './post.js';

/** Reads a roster. */
export function readRoster(reading: Reading, top: Outline): ManuscriptContent[] {
  return [
    ...readPosts(reading, top.content),
    ...top.sections.map((section) => (section.depth === 2 ? readSystem(reading, section) : readUnit(reading, section))),
  ];
}

function readSystem(reading: Reading, section: OutlineSection): RosterSystem {
  const id = reading.nextId('h');
  const title = readHeading(reading, section.heading);
  const children: RosterSystem['children'] = readPosts(reading, section.content);
  for (const unit of section.sections) children.push(readUnit(reading, unit));
  return { type: 'system', id, title, children, position: placeOf(section.heading) };
}

function readUnit(reading: Reading, section: OutlineSection): RosterUnit {
  const id = reading.nextId('h');
  const title = readHeading(reading, section.heading);
  return { type: 'unit', id, title, children: readPosts(reading, section.content), position: placeOf(section.heading) };
}

/** Bullet lists are posts; everything else is read as in other 体裁. */
function readPosts(reading: Reading, nodes: readonly RootContent[]): (Post | Block)[] {
  const children: (Post | Block)[] = [];
  let others: RootContent[] = [];
  const flush = (): void => {
    children.push(...readBlocks(reading, others));
    others = [];
  };
  for (const node of nodes) {
    if (node.type !== 'list' || node.ordered) others.push(node);
    else {
      flush();
      children.push(...readItems(reading, node));
    }
  }
  flush();
  return children;
}

function readItems(reading: Reading, list: MdList): (Post | Block)[] {
  return list.children.flatMap((item: ListItem): (Post | Block)[] => {
    const [first, ...rest] = item.children;
    if (first?.type !== 'paragraph' || rest.length > 0) {
      const reason = first ? '一行职务下面不能再分行或分层' : '这一行是空的';
      reading.error('roster-nested', placeOf(item), reason, '每个职务单独一行，写成“- 职务：姓名；姓名”');
      return readBlocks(reading, item.children as RootContent[]);
    }
    const post = readPost(reading, first, placeOf(item));
    return post ? [post] : readBlocks(reading, [first]);
  });
}
